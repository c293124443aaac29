#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 MIA Studio contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes a bare Debian 12 or Ubuntu 24.04 ready to build MIA Studio:
#   packaging/setup.sh [--tests]
# Installs the distribution packages of packaging/packages.list that are missing (as root or with
# sudo), and finds LibTorch: the folder in MIA_LIBTORCH or in CMAKE_PREFIX_PATH, else a
# PyTorch >= 2.6 that python3 can import, else the torch wheel in a private environment under
# ${XDG_CACHE_HOME:-~/.cache}/mia-studio. Run again, it only looks and takes a second or two.
set -euo pipefail
# shellcheck source=packaging/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

readonly torch_wheel=2.13.0
readonly torch_least=2.6

sets=(build)
case "${1:-}" in
  "") ;;
  --tests) sets+=(test) ;;
  *) die "setup.sh knows only the option --tests" ;;
esac

# The packages of the sets named, one a line.
packages_of() {
  local wanted
  for wanted in "$@"; do
    awk -F'|' -v wanted="$wanted" '!/^#/ { gsub(/ /, "", $1); gsub(/ /, "", $2); if ($1 == wanted) print $2 }' \
      "$root/packaging/packages.list"
  done
}

installed() { [[ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" == installed ]]; }

as_root() {
  if ((EUID == 0)); then
    "$@"
  elif command -v sudo >/dev/null; then
    if [[ ! -t 0 ]] && ! sudo -n true 2>/dev/null; then
      die "packages are missing, and sudo asks for a password, which nobody can type here" \
        "In a terminal: sudo apt-get install ${missing[*]}"
    fi
    sudo "$@"
  else
    die "packages are missing, and there is neither root nor sudo to install them" \
      "As root: apt-get install ${missing[*]}"
  fi
}

# Installs those of the packages named that are missing.
install_packages() {
  missing=()
  local package
  for package in "$@"; do
    installed "$package" || missing+=("$package")
  done
  if ((${#missing[@]} == 0)); then
    note packages "all $# are installed"
    return
  fi
  note packages "${#missing[@]} of $# are missing; installing"
  note "" "${missing[*]}"
  as_root apt-get update -qq || die "the package lists could not be fetched" "Is the network there?"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    "${missing[@]}" >"$root/build/apt.log" 2>&1 ||
    { tail -n 20 "$root/build/apt.log" >&2; die "packages could not be installed" "All of it: build/apt.log"; }
}

check_distribution() {
  local name="this system"
  if [[ -r /etc/os-release ]]; then name="$(. /etc/os-release && echo "$PRETTY_NAME")"; fi
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    die "$name has no apt; set-up knows Debian 12 and Ubuntu 24.04" \
      "Install what packaging/packages.list names, then build by hand as README.md tells."
  fi
  note system "$name"
}

# torch_version DIR: the version of the LibTorch in DIR, or nothing when there is none.
torch_version() {
  local header
  [[ -e "$1/lib/libtorch_cpu.so" ]] || return 0
  for header in "$1/include/torch/headeronly/version.h" \
    "$1/include/torch/csrc/api/include/torch/version.h"; do
    [[ -r "$header" ]] || continue
    awk '/define TORCH_VERSION_(MAJOR|MINOR|PATCH) / { v = v s $3; s = "." } END { print v }' "$header"
    return 0
  done
}

at_least() { [[ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" == "$2" ]]; }

# use_torch DIR WHERE: takes the LibTorch in DIR if it is new enough.
use_torch() {
  local version
  version="$(torch_version "$1")"
  if [[ -z "$version" ]]; then return 1; fi
  if ! at_least "$version" "$torch_least"; then
    note LibTorch "$version in $1 is too old ($torch_least is the least): not used"
    return 1
  fi
  echo "$1" >"$root/build/libtorch.path"
  note LibTorch "$version, $2: $1"
}

torch_named() {
  local dir
  if [[ -n "${MIA_LIBTORCH:-}" ]]; then
    use_torch "$MIA_LIBTORCH" "named by MIA_LIBTORCH" ||
      die "MIA_LIBTORCH=$MIA_LIBTORCH holds no LibTorch >= $torch_least (lib/libtorch_cpu.so and include/)"
    return 0
  fi
  local IFS=':;'
  for dir in ${CMAKE_PREFIX_PATH:-}; do
    if use_torch "$dir" "from CMAKE_PREFIX_PATH"; then return 0; fi
  done
  return 1
}

torch_of_python() {
  local dir
  dir="$(python3 -c 'import importlib.util as u, os
s = u.find_spec("torch")
print(os.path.dirname(s.origin) if s and s.origin else "")' 2>/dev/null)" || return 1
  [[ -n "$dir" ]] && use_torch "$dir" "of the installed PyTorch"
}

# A python3 that can make environments: the one on the path, else the distribution's.
python_with_venv() {
  local python
  for python in python3 /usr/bin/python3; do
    if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
      echo "$python"
      return
    fi
  done
  die "python3 cannot make a private environment" "Is python3-venv installed?"
}

fetch_torch() {
  local python environment
  if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
    mapfile -t needed < <(packages_of torch)
    install_packages "${needed[@]}"
  fi
  python="$(python_with_venv)"
  environment="${XDG_CACHE_HOME:-${HOME:?}/.cache}/mia-studio/torch-$torch_wheel-$("$python" -c \
    'import sys; print("py%d.%d" % sys.version_info[:2])')"
  if [[ ! -e "$environment/complete" ]]; then
    note LibTorch "fetching the wheel torch==$torch_wheel into $environment"
    rm -rf "$environment"
    mkdir -p "$(dirname "$environment")"
    "$python" -m venv "$environment"
    local pip=("$environment/bin/python" -m pip --disable-pip-version-check install --quiet --no-compile)
    # LibTorch needs none of the wheel's Python packages, and a CPU build nothing else at all.
    "${pip[@]}" --no-deps "torch==$torch_wheel" ||
      die "the wheel torch==$torch_wheel could not be fetched" \
        "Name a LibTorch >= $torch_least that is already here: MIA_LIBTORCH=/path/to/torch"
    if ldd "$environment"/lib/python3*/site-packages/torch/lib/libtorch_cpu.so | grep -q 'not found'; then
      note "" "it is a CUDA build: fetching the NVIDIA libraries that it needs (several GB)"
      "${pip[@]}" "torch==$torch_wheel" || die "the NVIDIA libraries could not be fetched"
    fi
    touch "$environment/complete"
  fi
  use_torch "$(echo "$environment"/lib/python3*/site-packages/torch)" "from its private environment" ||
    die "the environment $environment holds no usable LibTorch" "Remove it and run this again."
}

heading "Set-up"
mkdir -p "$root/build"
check_distribution
mapfile -t needed < <(packages_of "${sets[@]}")
# Python looks for PyTorch, so the packages come first.
install_packages "${needed[@]}"
torch_named || torch_of_python || fetch_torch
