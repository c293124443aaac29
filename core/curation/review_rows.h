// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/decision.h"
#include "domain/layout_recipe.h"

namespace mia::storage {
class Database;
struct JournalLine;
}  // namespace mia::storage

namespace mia::curation {

/// What one review says of one answer.
struct Opinion {
  std::int64_t time = 0;      ///< of its newest entry; 0: no opinion
  std::uint64_t key = 0;      ///< first half of that entry's key: decides between equal times
  std::uint64_t outcome = 0;  ///< equal for states with the same outcome
  Verdict verdict = Verdict::kUndecided;
  bool swapped = false;
  bool edited = false;
  bool flagged = false;
};

/// The answers that a selection judged and what the reviews say of them, column by column; a row is
/// a place in every column, and ids ascend.
struct ReviewRows {
  struct Voice {
    std::int64_t id = 0;
    Review review;
    std::vector<Opinion> opinions;  ///< one a row; empty while it has none about these
  };

  std::vector<std::int64_t> pairs;
  std::vector<std::int64_t> candidates;
  std::vector<std::uint64_t> answers;  ///< answerKey()
  std::vector<std::uint8_t> layouts;   ///< LayoutKind
  std::vector<std::uint16_t> images;
  std::vector<std::uint16_t> rules;  ///< place in ruleNames
  std::vector<std::uint8_t> selected;
  std::vector<float> certainty;  ///< how far the share lies from its threshold; NaN: not known
  std::vector<std::string> ruleNames;
  std::vector<Voice> voices;  ///< by name and round

  void load(storage::Database& database, SelectionId selection);
  /// Takes in the journal's entries behind `behind`; the last one's id.
  std::int64_t follow(storage::Database& database, std::int64_t behind);

  std::size_t size() const { return pairs.size(); }
  LayoutKind layout(std::size_t row) const { return static_cast<LayoutKind>(layouts[row]); }
  /// Error kNotFound when the pair is of another selection.
  std::size_t rowOf(PairId pair) const;
  /// The row of an answer, if it is among these.
  std::optional<std::size_t> rowOf(CandidateId candidate, std::uint64_t answer) const;
  /// None when the review has decided nothing here.
  const Voice* voiceOf(const Review& review) const;

  /// What holds when all reviews are heard, the newest resolution before everything.
  struct Heard {
    const Voice* voice = nullptr;  ///< one of those that say it; null: undecided or disputed
    Verdict verdict = Verdict::kUndecided;
    bool disputed = false;
  };
  Heard heard(std::size_t row) const;

 private:
  void take(const storage::JournalLine& line);

  std::vector<std::uint32_t> byCandidate_;  ///< rows in the order of candidates
};

/// The opinion of a voice that may be missing or silent.
inline Opinion opinionOf(const ReviewRows::Voice* voice, std::size_t row) {
  return voice == nullptr || voice->opinions.empty() ? Opinion{} : voice->opinions[row];
}

}  // namespace mia::curation
