// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/review_thresholds.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "curation/pair_draw.h"
#include "domain/decision.h"
#include "storage/selections.h"

namespace mia::curation {
/// A judged answer as far as cuts need it.
struct CutRow {
  std::int64_t pair = 0;
  std::int64_t sample = 0;
  std::uint64_t words = 0;  ///< answerKey() of the normalised rejected answer
  double figures[4] = {};   ///< by CutFigure
  std::uint16_t group = 0;
  bool wrong = false;
  bool barred = false;
  bool selected = false;

  double figure(CutFigure which) const { return figures[static_cast<std::size_t>(which)]; }
};

namespace {

/// Whether a near miss is one whatever the cuts are.
bool isBarred(std::string_view rule) {
  return rule == "empty-answer" || rule == "cut-off" || rule == "long-ground-truth";
}

/// A changed rule with its thresholds looked up.
struct Cuts {
  const selection::Rule& rule;
  std::vector<double> thresholds;  ///< by group
  std::vector<LayoutKind> kinds;   ///< by group

  bool take(const CutRow& row) const {
    if (row.barred || !row.wrong) return false;
    if (!(row.figure(CutFigure::kPerplexity) > rule.minPerplexity)) return false;
    if (row.figure(CutFigure::kLengthRatio) > rule.maxLengthRatio) return false;
    if (row.figure(CutFigure::kEditDistance) < rule.minEditDistance) return false;
    if (rule.criterion == selection::Criterion::kAnyWrong) return true;
    return missedTarget(kinds[row.group], row.figure(CutFigure::kShare), thresholds[row.group]);
  }
};

/// The figure whose cut two rules disagree on.
CutFigure changedFigure(const selection::Rule& a, const selection::Rule& b) {
  if (a.thresholds != b.thresholds) return CutFigure::kShare;
  if (a.minPerplexity != b.minPerplexity) return CutFigure::kPerplexity;
  if (a.maxLengthRatio != b.maxLengthRatio) return CutFigure::kLengthRatio;
  if (a.minEditDistance != b.minEditDistance) return CutFigure::kEditDistance;
  return CutFigure::kShare;
}

double cutOf(const Cuts& cuts, CutFigure figure, std::uint16_t group) {
  switch (figure) {
    case CutFigure::kPerplexity: return cuts.rule.minPerplexity;
    case CutFigure::kLengthRatio: return cuts.rule.maxLengthRatio;
    case CutFigure::kEditDistance: return cuts.rule.minEditDistance;
    default: return cuts.thresholds[group];
  }
}

/// Left edge and width of bins for a figure. What runs without end is shown up to where 99 % lie.
std::pair<double, double> binning(CutFigure figure, std::vector<double> values, int bins) {
  if (figure == CutFigure::kShare || figure == CutFigure::kEditDistance) return {0, 1.0 / bins};
  double high = 1;
  if (!values.empty()) {
    const auto place = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) * 99 / 100);
    std::nth_element(values.begin(), place, values.end());
    high = *place;
  }
  if (!(high > 1) || std::isinf(high)) high = 2;
  return {1, (high - 1) / bins};
}

}  // namespace

struct ThresholdLens::State {
  SelectionId selection;
  selection::Rule rule;
  std::optional<std::string> run;
  std::vector<LayoutGroup> groups;
  std::vector<CutRow> rows;

  void load(storage::Database& database);
  selection::Rule merged(const selection::Rule& changed) const;
  std::vector<std::uint32_t> taken(const Cuts& cuts) const;
  std::vector<PairId> examples(std::vector<std::uint32_t> flipped, const Cuts& cuts,
                               std::size_t most) const;
};

void ThresholdLens::State::load(storage::Database& database) {
  std::map<LayoutGroup, std::uint16_t> places;
  std::vector<LayoutGroup> found;
  storage::SelectionReader(database).forEachJudged(
      selection, [&](const storage::JudgedAnswer& answer) {
        const auto [place, fresh] = places.emplace(LayoutGroup{answer.layout, answer.images},
                                                   static_cast<std::uint16_t>(found.size()));
        if (fresh) found.push_back(place->first);
        rows.push_back({answer.id.value,
                        answer.sample.value,
                        answerKey(normaliseAnswer(answer.rejected)),
                        {answer.share, answer.perplexity, answer.lengthRatio, answer.editDistance},
                        place->second,
                        isWrong(rule.wrong, answer.rejected, answer.chosen),
                        isBarred(answer.rule),
                        answer.status == PairStatus::kSelected});
      });
  // In the order of layouts and numbers of images, not of the answers.
  std::vector<std::uint16_t> moved(found.size());
  for (const auto& [group, place] : places) {
    moved[place] = static_cast<std::uint16_t>(groups.size());
    groups.push_back(group);
  }
  for (CutRow& row : rows) row.group = moved[row.group];
}

selection::Rule ThresholdLens::State::merged(const selection::Rule& changed) const {
  selection::Rule all = rule;
  all.thresholds = changed.thresholds;
  all.minPerplexity = changed.minPerplexity;
  all.maxLengthRatio = changed.maxLengthRatio;
  all.minEditDistance = changed.minEditDistance;
  all.perSample = changed.perSample;
  all.maxPairs = changed.maxPairs;
  all.seed = changed.seed;
  all.check();
  return all;
}

/// The rows that select() would take: what passes the cuts, each sample's first answers that differ
/// in words, and of these what is drawn.
std::vector<std::uint32_t> ThresholdLens::State::taken(const Cuts& cuts) const {
  std::vector<std::uint32_t> all;
  std::vector<std::uint64_t> said;
  std::int64_t sample = 0;
  int given = 0;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    const CutRow& row = rows[i];
    if (row.sample != sample) {
      sample = row.sample;
      said.clear();
      given = 0;
    }
    if (!cuts.take(row) || std::find(said.begin(), said.end(), row.words) != said.end()) continue;
    said.push_back(row.words);
    if (++given <= cuts.rule.perSample) all.push_back(i);
  }
  drawPairs(cuts.rule, all);
  return all;
}

std::vector<PairId> ThresholdLens::State::examples(std::vector<std::uint32_t> flipped,
                                                   const Cuts& cuts, std::size_t most) const {
  const CutFigure figure = changedFigure(rule, cuts.rule);
  const auto distance = [&](std::uint32_t row) {
    const double away = std::abs(rows[row].figure(figure) - cutOf(cuts, figure, rows[row].group));
    return std::pair(std::isnan(away) ? INFINITY : away, row);
  };
  const std::size_t kept = std::min(most, flipped.size());
  std::partial_sort(flipped.begin(), flipped.begin() + static_cast<std::ptrdiff_t>(kept),
                    flipped.end(),
                    [&](std::uint32_t a, std::uint32_t b) { return distance(a) < distance(b); });
  std::vector<PairId> pairs;
  for (std::size_t i = 0; i < kept; ++i) pairs.push_back(PairId{rows[flipped[i]].pair});
  return pairs;
}

ThresholdLens::ThresholdLens(storage::Database& database, SelectionId selection)
    : state_(std::make_unique<State>()) {
  storage::SelectionReader reader(database);
  const std::optional<Selection> made = selection ? reader.get(selection) : reader.latest();
  if (!made) {
    throw Error(ErrorKind::kNotFound, "There is no selection whose thresholds could be moved",
                "Run `mia select` first");
  }
  const std::string where = "selection " + std::to_string(made->id.value);
  state_->selection = made->id;
  state_->rule = selection::ruleFromJson(made->parameters, where);
  if (made->parameters.contains("run")) {
    state_->run = require<std::string>(made->parameters, "run", where);
  }
  if (state_->rule.criterion == selection::Criterion::kDistractor) {
    throw Error(ErrorKind::kUnsupported,
                "The rule \"distractor\", which made " + where + ", has no thresholds");
  }
  state_->load(database);
}

ThresholdLens::~ThresholdLens() = default;
ThresholdLens::ThresholdLens(ThresholdLens&&) noexcept = default;

SelectionId ThresholdLens::selection() const { return state_->selection; }
const selection::Rule& ThresholdLens::rule() const { return state_->rule; }
std::vector<LayoutGroup> ThresholdLens::groups() const { return state_->groups; }

CutHistogram ThresholdLens::histogram(CutFigure figure, const std::optional<LayoutGroup>& group,
                                      int bins) const {
  std::vector<double> values;
  std::vector<bool> wrong;
  for (const CutRow& row : state_->rows) {
    const double value = row.figure(figure);
    if ((group && state_->groups[row.group] != *group) || std::isnan(value)) continue;
    values.push_back(value);
    wrong.push_back(row.wrong);
  }
  CutHistogram histogram;
  std::tie(histogram.low, histogram.width) = binning(figure, values, bins);
  histogram.wrong.resize(static_cast<std::size_t>(bins));
  histogram.right.resize(static_cast<std::size_t>(bins));
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double place = (values[i] - histogram.low) / histogram.width;
    const auto bin = static_cast<std::size_t>(std::clamp(place, 0.0, bins - 0.5));
    ++(wrong[i] ? histogram.wrong : histogram.right)[bin];
  }
  return histogram;
}

WhatIf ThresholdLens::ask(const selection::Rule& changed, std::size_t examples) const {
  const selection::Rule rule = state_->merged(changed);
  Cuts cuts{rule, {}, {}};
  for (const auto& [layout, images] : state_->groups) {
    cuts.thresholds.push_back(rule.threshold(layout, images));
    cuts.kinds.push_back(layout);
  }
  std::vector<std::uint8_t> now(state_->rows.size(), 0);
  WhatIf result;
  for (const std::uint32_t row : state_->taken(cuts)) {
    now[row] = 1;
    ++result.selected;
  }
  std::vector<std::uint32_t> added, removed;
  for (std::uint32_t i = 0; i < state_->rows.size(); ++i) {
    const CutRow& row = state_->rows[i];
    if ((now[i] != 0) == row.selected) continue;
    auto& [gained, lost] = result.byGroup[state_->groups[row.group]];
    ++(now[i] != 0 ? gained : lost);
    (now[i] != 0 ? added : removed).push_back(i);
  }
  result.added = static_cast<std::int64_t>(added.size());
  result.removed = static_cast<std::int64_t>(removed.size());
  result.addedExamples = state_->examples(std::move(added), cuts, examples);
  result.removedExamples = state_->examples(std::move(removed), cuts, examples);
  return result;
}

SelectRequest ThresholdLens::request(const selection::Rule& changed) const {
  return {state_->merged(changed), state_->run};
}

}  // namespace mia::curation
