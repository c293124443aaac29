// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "selection/rule.h"

#include <algorithm>
#include <array>

#include "base/figures.h"
#include "selection/text_distance.h"

namespace mia::selection {
namespace {

constexpr std::array kCriteria = {"attention", "any-wrong", "distractor"};

/// A figure, the words between, and what it was held against: never so coarse that both look equal.
std::string numbers(double value, const std::string& between, double limit) {
  const int decimals = decimalsApart(value, limit, 2);
  return fixed(value, decimals) + between + fixed(limit, decimals);
}

std::string percents(double share, const std::string& between, double limit) {
  const int decimals = decimalsApart(share * 100, limit * 100);
  return percent(share, decimals) + between + percent(limit, decimals);
}

std::pair<int, int> decidingLayers(const Rule& rule, const Candidate& candidate) {
  if (rule.firstLayer >= 0) return {rule.firstLayer, std::max(rule.firstLayer, rule.lastLayer)};
  const int middle = static_cast<int>(candidate.attention.size()) / 2;
  return {middle, middle};
}

std::string nameOfTarget(const Sample& sample) {
  switch (sample.recipe.kind) {
    case LayoutKind::kPicInPic: return "the inset";
    case LayoutKind::kSingle: return "the image";
    default: return "image " + std::to_string(sample.recipe.targetIndex + 1);
  }
}

// The figures of the verdict that the attention alone gives.
void decide(Pair& pair, PairStatus status, const char* rule, std::string reason) {
  pair.status = status;
  pair.rule = rule;
  pair.reason = std::move(reason);
}

// Everything but the attention: the first test that fails names the near miss.
bool passesFilters(const Rule& rule, const Sample& sample, const Candidate& candidate, Pair& pair) {
  const auto nearMiss = [&](const char* code, std::string reason) {
    decide(pair, PairStatus::kNearMiss, code, std::move(reason));
    return false;
  };
  if (candidate.text.empty()) return nearMiss("empty-answer", "The answer is empty");
  if (!candidate.complete) return nearMiss("cut-off", "The answer was cut off by the token limit");
  if (sample.answer.size() >= rule.maxGroundTruth) {
    return nearMiss("long-ground-truth",
                    "The ground truth has " + std::to_string(sample.answer.size()) +
                        " characters, the limit is " + std::to_string(rule.maxGroundTruth));
  }
  if (!isWrong(rule.wrong, candidate.text, sample.answer)) {
    return nearMiss("not-wrong", "The answer agrees with the ground truth");
  }
  if (!(candidate.maxPerplexity > rule.minPerplexity)) {
    return nearMiss("confident",
                    "Wrong, but its perplexity " +
                        numbers(candidate.maxPerplexity, " is not above ", rule.minPerplexity));
  }
  if (pair.lengthRatio > rule.maxLengthRatio) {
    return nearMiss(
        "length-ratio",
        "Wrong, but one answer is " +
            numbers(pair.lengthRatio, " times as long as the other, above ", rule.maxLengthRatio));
  }
  if (pair.editDistance < rule.minEditDistance) {
    return nearMiss("too-similar",
                    "Wrong, but the answers differ by only " +
                        percents(pair.editDistance, ", below ", rule.minEditDistance));
  }
  return true;
}

Json thresholdsToJson(const Rule& rule) {
  Json json = Json::array();
  for (const auto& [key, value] : rule.thresholds) {
    json.push_back({{"layout", toString(key.first)}, {"images", key.second}, {"threshold", value}});
  }
  return json;
}

}  // namespace

const char* toString(Criterion criterion) { return kCriteria[static_cast<std::size_t>(criterion)]; }

Criterion criterionFromString(const std::string& name) {
  const auto found = std::find(kCriteria.begin(), kCriteria.end(), name);
  if (found == kCriteria.end()) {
    throw Error(ErrorKind::kUsage, "\"" + name + "\" is not a rule",
                "Known: attention, any-wrong, distractor");
  }
  return static_cast<Criterion>(found - kCriteria.begin());
}

std::map<std::pair<LayoutKind, int>, double> Rule::paperThresholds() {
  using enum LayoutKind;
  return {{{kSequence, 2}, 0.8}, {{kSequence, 3}, 0.7}, {{kSequence, 4}, 0.6},
          {{kSequence, 5}, 0.6}, {{kGrid, 2}, 0.7},     {{kGrid, 3}, 0.6},
          {{kGrid, 4}, 0.5},     {{kGrid, 6}, 0.4},     {{kGrid, 9}, 0.3},
          {{kPicInPic, 2}, 0.8}};
}

double Rule::threshold(LayoutKind kind, int images) const {
  double found = 0;
  bool any = false;
  for (const auto& [key, value] : thresholds) {
    if (key.first != kind || (any && key.second > images)) continue;
    found = value;
    any = true;
  }
  if (!any) {
    throw Error(ErrorKind::kUsage,
                std::string("The rule has no threshold for the layout ") + mia::toString(kind));
  }
  return found;
}

void Rule::check() const {
  const auto demand = [](bool holds, const char* words) {
    if (!holds) throw Error(ErrorKind::kUsage, words);
  };
  demand(firstLayer >= -1 && (lastLayer < 0 || lastLayer >= firstLayer),
         "The last deciding layer lies before the first");
  for (const auto& [key, value] : thresholds)
    demand(value >= 0 && value <= 1, "A threshold is not within 0 to 1");
  demand(minPerplexity >= 0, "The smallest perplexity is negative");
  demand(maxLengthRatio >= 1, "The largest length ratio is below 1");
  demand(minEditDistance >= 0 && minEditDistance <= 1,
         "The smallest edit distance is not within 0 to 1");
  demand(perSample >= 1, "A sample must be allowed at least one pair");
  demand(maxPairs >= 0, "The largest number of pairs is negative");
}

Json toJson(const Rule& rule) {
  return {{"criterion", toString(rule.criterion)},
          {"first_layer", rule.firstLayer},
          {"last_layer", rule.lastLayer},
          {"thresholds", thresholdsToJson(rule)},
          {"paper_share", rule.paperShare},
          {"wrong", toString(rule.wrong)},
          {"min_perplexity", rule.minPerplexity},
          {"max_length_ratio", rule.maxLengthRatio},
          {"min_edit_distance", rule.minEditDistance},
          {"max_ground_truth", rule.maxGroundTruth},
          {"per_sample", rule.perSample},
          {"max_pairs", rule.maxPairs},
          {"seed", rule.seed}};
}

Rule ruleFromJson(const Json& json, const std::string& where) {
  Rule rule;
  rule.criterion = criterionFromString(require<std::string>(json, "criterion", where));
  rule.firstLayer = require<int>(json, "first_layer", where);
  rule.lastLayer = require<int>(json, "last_layer", where);
  rule.thresholds.clear();
  for (const Json& entry : require<Json>(json, "thresholds", where)) {
    rule.thresholds[{layoutKindFromString(require<std::string>(entry, "layout", where)),
                     require<int>(entry, "images", where)}] =
        require<double>(entry, "threshold", where);
  }
  rule.paperShare = require<bool>(json, "paper_share", where);
  rule.wrong = wrongRuleFromString(require<std::string>(json, "wrong", where));
  rule.minPerplexity = require<double>(json, "min_perplexity", where);
  rule.maxLengthRatio = require<double>(json, "max_length_ratio", where);
  rule.minEditDistance = require<double>(json, "min_edit_distance", where);
  rule.maxGroundTruth = require<std::size_t>(json, "max_ground_truth", where);
  rule.perSample = require<int>(json, "per_sample", where);
  rule.maxPairs = require<std::int64_t>(json, "max_pairs", where);
  rule.seed = require<std::uint64_t>(json, "seed", where);
  rule.check();
  return rule;
}

double targetShare(const Rule& rule, const Sample& sample, const Candidate& candidate) {
  const auto [first, last] = decidingLayers(rule, candidate);
  double sum = 0;
  int layers = 0;
  for (const LayerAttention& layer : candidate.attention) {
    if (layer.layer < first || layer.layer > last) continue;
    const auto target = static_cast<std::size_t>(sample.recipe.targetIndex);
    if (target >= layer.shares.size()) {
      throw Error(ErrorKind::kBadInput, "The answer's attention has no share for the target image");
    }
    sum += rule.paperShare ? layer.paperShare : layer.shares[target];
    ++layers;
  }
  if (layers != last - first + 1) {
    throw Error(ErrorKind::kBadInput,
                "The answer has no attention recorded for the deciding layers " +
                    std::to_string(first) + " to " + std::to_string(last),
                "The model has layers 0 to " +
                    std::to_string(static_cast<int>(candidate.attention.size()) - 1));
  }
  return sum / layers;
}

Pair judge(const Rule& rule, const Sample& sample, const Candidate& candidate) {
  Pair pair;
  pair.sample = sample.id;
  pair.candidate = candidate.id;
  pair.chosen = sample.answer;
  pair.rejected = candidate.text;
  pair.perplexity = candidate.maxPerplexity;
  pair.lengthRatio = lengthRatio(candidate.text, sample.answer);
  pair.editDistance = editDistance(candidate.text, sample.answer);
  pair.threshold = rule.threshold(sample.recipe.kind, sample.recipe.imageCount);
  if (!candidate.attention.empty()) pair.share = targetShare(rule, sample, candidate);
  if (!passesFilters(rule, sample, candidate, pair)) return pair;
  const std::string onTarget = " on " + nameOfTarget(sample);
  if (rule.criterion == Criterion::kAnyWrong) {
    decide(pair, PairStatus::kSelected, "any-wrong",
           "Wrong; attention was not asked (" + percent(pair.share) + onTarget + ")");
  } else if (missedTarget(sample.recipe.kind, pair.share, pair.threshold)) {
    decide(pair, PairStatus::kSelected, "attention",
           "Wrong, and it looked elsewhere: " +
               percents(pair.share, onTarget + ", threshold ", pair.threshold));
  } else {
    decide(pair, PairStatus::kNearMiss, "looked-at-target",
           "Wrong, but it looked at the target: " +
               percents(pair.share, onTarget + ", above ", pair.threshold));
  }
  return pair;
}

}  // namespace mia::selection
