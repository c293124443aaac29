#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# From a fresh clone to the running program: sets up, builds, and opens the studio on the demo
# project; without a display it runs the demo in the terminal and says where its pictures lie.
#   packaging/run.sh [FOLDER]      FOLDER: the demo project (default: build/demo)
set -euo pipefail
# shellcheck source=packaging/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

project="$(realpath -m "${1:-$root/build/demo}")"
"$root/packaging/setup.sh"

heading "Build"
bin="$root/build/release/bin"
if [[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]]; then
  build release
  heading "MIA Studio"
  note project "$project"
  exec "$bin/mia-studio" --demo "$project"
fi

# The window is left out where nobody could see it: `cmake --build build/release` adds it.
build release mia_app_cli mia_app_engine
heading "Demo (no display)"
note project "$project"
"$bin/mia" demo --project "$project"
heading "Pictures and tables"
find "$project" \( -name scenes -o -name runs -o -name cache \) -prune -o \
  -type f \( -name '*.png' -o -name '*.md' -o -name '*.csv' -o -name '*.txt' \) -printf '   %p\n' | sort
