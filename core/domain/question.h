// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/ids.h"

namespace mia {

/// One question with its ground truth, without image marks.
struct Turn {
  std::string question;
  std::string answer;
};

/// A conversation about one image, as it stood in a source file.
struct Question {
  QuestionId id;
  SourceId source;
  ImageId image;
  std::string recordId;  ///< the record's own "id"; repeats in real files
  std::int64_t row = 0;  ///< 0-based row in the source file
  std::vector<Turn> turns;
};

/// Why a row of a source file could not be used.
enum class QuarantineReason {
  kMissingImage,
  kUnreadableImage,
  kPathEscapesRoot,
  kImageMarks,
  kEmptyQuestion,
  kNoAnswer,
  kDuplicate,
  kTextOnly,
  kMalformed
};

/// The stable code, such as "missing-image".
const char* toString(QuarantineReason reason);
QuarantineReason quarantineReasonFromString(const std::string& code);

/// A row that was set aside: where it stands and why, in words.
struct QuarantinedRow {
  SourceId source;
  std::int64_t row = 0;
  std::string recordId;
  QuarantineReason reason = QuarantineReason::kMalformed;
  std::string words;
};

}  // namespace mia
