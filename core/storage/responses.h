// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/layout_recipe.h"
#include "domain/pair.h"
#include "domain/sample.h"
#include "storage/statement.h"

namespace mia::storage {

/// Which answered samples; an empty field does not narrow.
struct AnsweredFilter {
  std::vector<std::string> words;  ///< every one occurs in the prompt or the ground truth
  std::optional<LayoutKind> layout;
  /// The newest selection has a pair of this status and, where named, this rule.
  std::optional<PairStatus> status;
  std::optional<std::string> rule;
};

/// An arm's answer to a sample, beside the ground truth.
struct ArmAnswer {
  SampleId sample;
  std::string arm;
  std::string text;
  std::string truth;
};

/// Reads which samples have answers and whose they are.
class AnsweredReader {
 public:
  explicit AnsweredReader(Database& database) : database_(database) {}

  /// The answered samples, by id.
  std::vector<std::int64_t> samples(const AnsweredFilter& filter);
  /// The arms of a sample's answers; "" is the arm of every `generate` run.
  std::map<std::int64_t, std::string> armsByCandidate(SampleId sample);
  /// Every answer of a run, by sample.
  void forEachOfRun(const std::string& run, const std::function<void(ArmAnswer&&)>& take);
  /// Whether the newest selection took an answer of this sample for a pair.
  bool hasPair(SampleId sample);

 private:
  Database& database_;
};

}  // namespace mia::storage
