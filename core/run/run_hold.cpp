// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/run_hold.h"

#include "base/error.h"
#include "base/files.h"

namespace mia::run {
namespace {

std::filesystem::path holdFile(const std::filesystem::path& run) { return run / "hold"; }

}  // namespace

void askToHold(const std::filesystem::path& run) { writeFileAtomically(holdFile(run), "\n"); }

void askToGoOn(const std::filesystem::path& run) {
  std::error_code error;
  std::filesystem::remove(holdFile(run), error);
  if (error && isHoldAsked(run))
    throw Error(ErrorKind::kIo, "Cannot remove " + holdFile(run).string() + ": " + error.message());
}

bool isHoldAsked(const std::filesystem::path& run) {
  std::error_code error;
  return std::filesystem::exists(holdFile(run), error);
}

}  // namespace mia::run
