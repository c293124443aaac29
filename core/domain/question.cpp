// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/question.h"

#include <array>
#include <utility>

#include "base/error.h"

namespace mia {
namespace {

constexpr std::array<std::pair<QuarantineReason, const char*>, 9> kReasons = {{
    {QuarantineReason::kMissingImage, "missing-image"},
    {QuarantineReason::kUnreadableImage, "unreadable-image"},
    {QuarantineReason::kPathEscapesRoot, "path-escapes-root"},
    {QuarantineReason::kImageMarks, "image-marks"},
    {QuarantineReason::kEmptyQuestion, "empty-question"},
    {QuarantineReason::kNoAnswer, "no-answer"},
    {QuarantineReason::kDuplicate, "duplicate"},
    {QuarantineReason::kTextOnly, "text-only"},
    {QuarantineReason::kMalformed, "malformed"},
}};

}  // namespace

const char* toString(QuarantineReason reason) {
  return kReasons[static_cast<std::size_t>(reason)].second;
}

QuarantineReason quarantineReasonFromString(const std::string& code) {
  for (const auto& [reason, name] : kReasons) {
    if (code == name) return reason;
  }
  throw Error(ErrorKind::kBadInput, "\"" + code + "\" is not a quarantine reason");
}

}  // namespace mia
