# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# What the scripts of this folder share; sourced, never run.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

# heading TEXT: the start of a stage, with the time since the script began.
heading() { printf '\n== %s  [%d:%02d]\n' "$1" $((SECONDS / 60)) $((SECONDS % 60)); }

# note NAME TEXT: one fact of a stage.
note() { printf '   %-10s %s\n' "$1" "$2"; }

# die WHAT [HINT...]: says what is missing and what to do about it, and ends.
die() {
  printf '\nmia: %s\n' "$1" >&2
  shift
  for hint in "$@"; do printf '     %s\n' "$hint" >&2; done
  exit 1
}

# How many compilers at once: one a core, but one for every 2 GB of memory at most.
jobs() {
  local cores memory
  cores="$(nproc)"
  memory="$(awk '/MemAvailable/ { print int($2 / 2000000) }' /proc/meminfo)"
  if ((memory < 1)); then memory=1; fi
  echo $((cores < memory ? cores : memory))
}

# configure PRESET: with the LibTorch that setup.sh found.
configure() {
  local prefix
  prefix="$(cat "$root/build/libtorch.path")"
  if [[ -n "${CMAKE_PREFIX_PATH:-}" ]]; then prefix="$prefix:${CMAKE_PREFIX_PATH//;/:}"; fi
  (cd "$root" && CMAKE_PREFIX_PATH="$prefix" cmake --preset "$1" >"build/configure-$1.log" 2>&1) ||
    { cat "$root/build/configure-$1.log" >&2; die "configuring '$1' failed"; }
}

# build PRESET TARGET...: configures and builds.
build() {
  local preset="$1"
  shift
  configure "$preset"
  cmake --build "$root/build/$preset" --parallel "$(jobs)" ${1:+--target "$@"} ||
    die "building '$preset' failed; the first error stands above"
}
