// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "domain/ids.h"
#include "domain/pair.h"

namespace mia {

enum class Verdict { kUndecided, kAccepted, kRejected };

const char* toString(Verdict verdict);  ///< "undecided", "accepted", "rejected"
Verdict verdictFromString(const std::string& name);

/// What a person has made of one automatic pair. Edits replace the pair's own texts, `chosen` the
/// ground truth and `rejected` the model's answer; a swap exchanges the sides after that, whichever
/// was done first.
struct ReviewState {
  Verdict verdict = Verdict::kUndecided;
  bool swapped = false;
  std::optional<std::string> chosen = {};    ///< in place of Pair::chosen
  std::optional<std::string> rejected = {};  ///< in place of Pair::rejected
  std::optional<std::string> flag = {};      ///< why it was flagged
  std::string note = {};
  bool operator==(const ReviewState&) const = default;

  bool isEdited() const { return chosen.has_value() || rejected.has_value(); }
  /// What training would be given: verdict and texts, whatever the flag and the note say.
  bool sameOutcome(const ReviewState& other) const {
    return verdict == other.verdict && swapped == other.swapped && chosen == other.chosen &&
           rejected == other.rejected;
  }
};

/// Only what differs from the untouched state: "{}" for that.
Json toJson(const ReviewState& state);
ReviewState reviewStateFromJson(const Json& json, const std::string& where);

/// The texts of a pair with edits and swap applied; the rest of the pair as it is.
Pair reviewed(Pair pair, const ReviewState& state);

enum class DecisionKind {
  kAccept,
  kReject,
  kClear,         ///< back to undecided; edits, flag and note stay
  kSwap,          ///< chosen and rejected, and back
  kEditChosen,    ///< the ground truth's side, whether swapped or not
  kEditRejected,  ///< the model's side
  kFlag,          ///< with a reason; "" takes the flag off
  kNote,          ///< "" takes the note off
  kUndo,
  kRedo,
  kResolve  ///< settles a pair on which reviews disagree
};

/// "accept", "reject", "clear", "swap", "edit-chosen", "edit-rejected", "flag", "note", "undo",
/// "redo", "resolve".
const char* toString(DecisionKind kind);
DecisionKind decisionKindFromString(const std::string& name);

/// One thing that a reviewer does to a pair.
struct Act {
  DecisionKind kind = DecisionKind::kAccept;
  std::string text = {};  ///< of an edit, flag or note
};

/// The state behind an act; a new text that is the pair's own is no edit. Error kUsage in words
/// when it makes no sense: an edit to nothing, accepting two equal answers or making them so, or a
/// kind that is no act of its own (undo, redo, resolve).
ReviewState after(const ReviewState& before, const Pair& pair, const Act& act);

/// One pass of one person over pairs. Another person's pass, or the same person's in a later round,
/// is another review, and neither sees the other's decisions. Round 0 of a person holds the
/// disagreements that she resolved.
struct Review {
  std::string reviewer;
  int round = 1;
  auto operator<=>(const Review&) const = default;
};

/// "anna" for round 1, "anna (2)", "anna (resolving)".
std::string toString(const Review& review);

/// What a decision is about: an answer to a sample, whatever selection took it for a pair, so that
/// a selection with other thresholds finds the decisions again. `answer` tells the rejected text
/// apart: the rule "distractor" puts another text in the place of the model's answer.
struct ReviewSubject {
  SampleId sample;
  CandidateId candidate;
  std::uint64_t answer = 0;  ///< answerKey(Pair::rejected)
  auto operator<=>(const ReviewSubject&) const = default;
};

std::uint64_t answerKey(std::string_view rejected);
ReviewSubject subjectOf(const Pair& pair);

/// An entry of the journal. Entries are only ever added; the state of a pair in a review is the
/// `after` of its newest entry, by time and then by key.
struct Decision {
  std::string key;        ///< 32 hex digits, unique in the world: merging knows it again
  std::int64_t time = 0;  ///< ms since 1970, UTC; of one review strictly rising on one machine
  Review review = {};
  DecisionKind kind = DecisionKind::kAccept;
  std::string batch = {};   ///< shared by what was done in one go, else ""
  std::string undoes = {};  ///< kUndo, kRedo: key (or batch) of what was taken back or done again
  ReviewSubject subject = {};
  ReviewState before = {};
  ReviewState after = {};
};

}  // namespace mia
