#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# From a fresh clone to the result of every check and every test: sets up, builds everything,
# runs packaging/checks/run and ctest. Ends with ctest's summary; not 0 when anything failed.
set -euo pipefail
# shellcheck source=packaging/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

"$root/packaging/setup.sh" --tests

heading "Build"
configure dev
build ci

heading "Engine core: the numeric rooms alone, as on a GPU machine"
build engine-core

heading "Checks"
failed=()
"$root/packaging/checks/run" --build "$root/build/dev" || failed+=(checks)

heading "Tests"
# A test that hangs ends as one that failed, with what it had said.
ctest --test-dir "$root/build/ci" --output-on-failure --no-tests=error --parallel "$(jobs)" \
  --timeout 600 ||
  failed+=(tests)
if ((${#failed[@]})); then die "failed: ${failed[*]}"; fi
