// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "curation/browse.h"

namespace mia::curation {

/// What came of a sample's answers.
enum class ResponseOutcome {
  kAny,
  kPair,            ///< one became a rejected answer of the newest selection
  kLookedAtTarget,  ///< one was wrong although it looked at the target
  kRight,           ///< one agreed with the ground truth when pairs were selected
  kBetter,          ///< by the newest evaluation, training put the answer right
  kWorse            ///< ... or spoilt it
};

/// Which answered samples; the empty query asks for all.
struct ResponseQuery {
  std::string text = {};  ///< every word must occur in the prompt or the ground truth
  std::optional<LayoutKind> layout = {};
  ResponseOutcome outcome = ResponseOutcome::kAny;
  bool operator==(const ResponseQuery&) const = default;
};

/// A line of the queue.
struct ResponseItem {
  std::int64_t sample = 0;
  std::string question;
  LayoutKind layout = LayoutKind::kSingle;
  int images = 1;
  std::int64_t answers = 0;
  bool hasPair = false;
};

/// An answer, who gave it, and what the rule says of it.
struct Response {
  Candidate candidate;      ///< everything but the maps
  std::string arm;          ///< "" for an answer of `mia generate`
  std::string model;        ///< folder; "" when the run is not known any more
  std::string adapter;      ///< folder of a PEFT adapter; "" for the base
  bool matches = false;     ///< the ground truth, after normalisation
  bool isRejected = false;  ///< of a pair of the newest selection
  std::string reason;       ///< the rule's verdict in words; "" where it has none
};

/// A sample with all its answers.
struct SampleResponses {
  Sample sample;
  std::string question;
  PictureSource source;
  std::vector<Response> responses;  ///< drawn ones behind the greedy one, then the arms in order
  /// What decides, by the newest selection or, before the first, by the paper: the layers (-1: the
  /// middle one) and the share of the target that must be reached (none for a single image).
  int firstLayer = -1;
  int lastLayer = -1;
  std::optional<double> threshold;
};

/// The ids of the samples that the query asks for, in the order they were added.
std::vector<std::int64_t> findResponses(Browser& browser, const ResponseQuery& query);
/// The lines of these samples, in their order; those that are gone are left out.
std::vector<ResponseItem> responseItems(Browser& browser, const std::vector<std::int64_t>& samples);
/// Error kNotFound.
SampleResponses sampleResponses(Browser& browser, SampleId sample);

}  // namespace mia::curation
