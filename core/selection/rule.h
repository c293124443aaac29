// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "base/json.h"
#include "domain/answer_match.h"
#include "domain/candidate.h"
#include "domain/pair.h"
#include "domain/sample.h"

namespace mia::selection {

/// Which wrong answers may become rejected ones.
enum class Criterion {
  kAttention,  ///< those whose attention missed the target (MIA-DPO)
  kAnyWrong,   ///< all of them: the control without the attention filter
  kDistractor  ///< none: the ground truth of another image of the sample is rejected instead
               ///< (control)
};

const char* toString(Criterion criterion);  ///< "attention", "any-wrong", "distractor"
Criterion criterionFromString(const std::string& name);

/// The attention-aware rule with its post-filters; the defaults are the paper's where it has any.
/// Source: mia_dpo paper, sections 3.3 and 3.4, and the authors' code.
struct Rule {
  Criterion criterion = Criterion::kAttention;
  /// The decoder layers whose mean share decides, 0-based and inclusive; -1: the middle one (L /
  /// 2).
  int firstLayer = -1;
  int lastLayer = -1;
  /// The largest share of the target, by layout and number of images, at which attention counts as
  /// having missed it. A number of images that is not listed takes the entry of the next smaller
  /// one, else the smallest. Held against it by missedTarget().
  std::map<std::pair<LayoutKind, int>, double> thresholds = paperThresholds();
  bool paperShare = false;  ///< the paper's approximated share instead of the exact one
  WrongRule wrong = WrongRule::kNormalised;
  double minPerplexity = 1.1;     ///< exp(-mean log max p) must be larger: the paper's
  double maxLengthRatio = 4.0;    ///< longer / shorter answer in characters; the paper names none
  double minEditDistance = 0.05;  ///< normalised Levenshtein distance; the paper names none
  std::size_t maxGroundTruth = 512;  ///< ground truths of so many characters or more are left out
  int perSample = 1;                 ///< pairs a sample may give, the first candidates first
  std::int64_t maxPairs = 0;         ///< 0: all; else drawn by seed
  std::uint64_t seed = 1;

  static std::map<std::pair<LayoutKind, int>, double> paperThresholds();
  double threshold(LayoutKind kind, int images) const;
  /// Error kUsage in words.
  void check() const;
};

Json toJson(const Rule& rule);
Rule ruleFromJson(const Json& json, const std::string& where);

/// The target's share at the deciding layers, by the rule; Error kBadInput when the candidate has
/// no attention at those layers.
double targetShare(const Rule& rule, const Sample& sample, const Candidate& candidate);

/// Judges one answer: status, rule code, reason in words and every figure, whatever the verdict.
/// Codes: "attention" or "any-wrong" (selected); "not-wrong", "looked-at-target", "confident",
/// "length-ratio", "too-similar", "long-ground-truth", "empty-answer", "cut-off" (near misses).
Pair judge(const Rule& rule, const Sample& sample, const Candidate& candidate);

}  // namespace mia::selection
