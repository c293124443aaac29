// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/decision.h"
#include "storage/statement.h"

namespace mia::storage {

/// An answer to a sample by what both hold, so that any copy of the project knows them again.
struct SampleContent {
  std::string question;  ///< fingerprint: of the image's content and the turns; bytes
  std::int64_t turn = 0;
  std::string recipe;               ///< hash; bytes
  std::vector<std::string> images;  ///< content hashes, in their order
  bool operator==(const SampleContent&) const = default;
};
struct SubjectContent {
  SampleContent sample;
  std::string run;  ///< run, arm and number tell answers of the same text apart
  std::string arm;
  std::int64_t number = 0;
  std::string text;
  std::uint64_t answer = 0;  ///< ReviewSubject::answer
};

/// Tells what the subjects of a store hold.
class SubjectReader {
 public:
  explicit SubjectReader(Database& database);
  /// Error kInternal when the store has no such answer.
  SubjectContent contentOf(const ReviewSubject& subject);

 private:
  Statement sample_, images_, candidate_;
  std::pair<SampleId, SampleContent> last_;
};

/// Finds subjects in a store by what they hold.
class SubjectMatcher {
 public:
  explicit SubjectMatcher(Database& here);
  /// None when this store has no such answer.
  std::optional<ReviewSubject> find(const SubjectContent& subject);

 private:
  std::optional<SampleId> findSample(const SampleContent& sample);

  Statement sample_, images_, candidates_;
  std::pair<SampleContent, std::optional<SampleId>> last_;
};

}  // namespace mia::storage
