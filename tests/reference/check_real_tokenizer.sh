#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Holds the tokenizer to transformers on a real vocabulary of 32,000 pieces:
#   check_real_tokenizer.sh [BUILD_DIR]     (default: build/dev)
# Fetches Mistral's tokenizer (Apache-2.0) with the package mistral_common, too large to keep here.
# PYTHON names a python3 that has transformers, sentencepiece and protobuf.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
build="$(realpath "${1:-$root/build/dev}")"
python="${PYTHON:-python3}"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m pip --disable-pip-version-check download --quiet --no-deps -d "$work" mistral_common
python3 -m zipfile -e "$work"/*.whl "$work"
"$python" "$root/tests/reference/make_tokenizer_goldens.py" \
  --model "$work/mistral_common/data/tokenizer.model.v1" "$work/goldens"
MIA_TOKENIZER_GOLDENS="$work/goldens" "$build/tests/test_unit_tokenizer" --test-case='*real vocabulary*' --no-skip
