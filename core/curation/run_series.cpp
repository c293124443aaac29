// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/run_series.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace mia::curation {
namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

// Fields of an event that are places, not measurements.
bool isMeasurement(const std::string& name) {
  static constexpr std::array kPlaces = {"v", "time", "step"};
  return std::find(kPlaces.begin(), kPlaces.end(), name) == kPlaces.end();
}

void takeNumbers(const Json& fields, MetricTable& table) {
  for (const auto& [name, value] : fields.items()) {
    if (value.is_number() && isMeasurement(name)) table.set(name, value.get<double>());
  }
}

}  // namespace

const std::vector<double>* MetricTable::find(const std::string& name) const {
  const auto found = columns.find(name);
  return found == columns.end() ? nullptr : &found->second;
}

void MetricTable::addRow(double atStep, double atPairs, double atSeconds) {
  step.push_back(atStep);
  pairs.push_back(atPairs);
  seconds.push_back(atSeconds);
  for (auto& [name, values] : columns) values.push_back(kGap);
}

void MetricTable::set(const std::string& name, double value) {
  std::vector<double>& values = columns[name];
  values.resize(rows(), kGap);
  values.back() = value;
}

void MetricTable::cutBehind(double lastStep) {
  const auto end = std::upper_bound(step.begin(), step.end(), lastStep);
  const auto kept = static_cast<std::size_t>(end - step.begin());
  step.resize(kept);
  pairs.resize(kept);
  seconds.resize(kept);
  for (auto& [name, values] : columns) values.resize(kept);
}

void SeriesReader::take(const run::Event& event) {
  if (event.type == "started") restart(event);
  if (event.type == "metrics") takeMetrics(event);
  if (event.type == "eval") takeHeldOut(event);
  if (event.type == "warning") takeWarning(event);
  if (event.type == "paused") secondsBefore_ = secondsAt(event.time);
  if (event.type == "paused" || event.type == "continued") startedAt_ = event.time;
  lastTime_ = event.time;
}

// A start goes on behind a checkpoint: what came after that is done again.
void SeriesReader::restart(const run::Event& event) {
  const auto resumedAt = valueOr<double>(event.fields, "resumed_at", 0, "an event");
  MetricTable& training = series_.training;
  if (training.rows() > 0 && training.step.back() > resumedAt) ++series_.generation;
  training.cutBehind(resumedAt);
  series_.heldOut.cutBehind(resumedAt);
  stepPairs_.resize(training.rows());
  std::erase_if(series_.warnings, [&](const RunWarning& warning) {
    return static_cast<double>(warning.step) > resumedAt || resumedAt == 0;
  });
  pairsSeen_ = training.rows() > 0 ? training.pairs.back() : 0;
  secondsBefore_ = resumedAt == 0 ? 0 : secondsAt(lastTime_);
  startedAt_ = event.time;
}

void SeriesReader::takeMetrics(const run::Event& event) {
  keepPairs(event.fields);
  series_.training.addRow(require<double>(event.fields, "step", "an event"), pairsSeen_,
                          secondsAt(event.time));
  takeNumbers(event.fields, series_.training);
  addLayouts();
}

void SeriesReader::takeHeldOut(const run::Event& event) {
  series_.heldOut.addRow(require<double>(event.fields, "step", "an event"), pairsSeen_,
                         secondsAt(event.time));
  takeNumbers(event.fields, series_.heldOut);
}

void SeriesReader::takeWarning(const run::Event& event) {
  const std::string where = "an event";
  RunWarning warning{valueOr<std::string>(event.fields, "code", {}, where),
                     valueOr<std::string>(event.fields, "words", {}, where),
                     valueOr<std::int64_t>(event.fields, "step", 0, where)};
  if (warning.code == "non-finite-step") {
    keepPairs(event.fields);
    series_.training.addRow(static_cast<double>(warning.step), pairsSeen_, secondsAt(event.time));
  }
  series_.warnings.push_back(std::move(warning));
}

void SeriesReader::keepPairs(const Json& fields) {
  const auto ids = valueOr<std::vector<std::int64_t>>(fields, "pairs", {}, "an event");
  const auto margins = fields.value("pair_margins", Json::array());
  std::vector<StepPair> pairs;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const bool told = i < margins.size() && margins[i].is_number();
    pairs.push_back({ids[i], told ? margins[i].get<double>() : kGap});
  }
  stepPairs_.push_back(std::move(pairs));
  pairsSeen_ += static_cast<double>(ids.size());
}

void SeriesReader::addLayouts() {
  struct Sum {
    double margins = 0, accurate = 0;
    int pairs = 0;
  };
  std::map<LayoutKind, Sum> sums;
  for (const StepPair& pair : stepPairs_.back()) {
    const auto layout = layouts_.find(pair.pair);
    if (layout == layouts_.end() || std::isnan(pair.margin)) continue;
    Sum& sum = sums[layout->second];
    sum.margins += pair.margin;
    sum.accurate += pair.margin > 0;
    ++sum.pairs;
  }
  for (const auto& [layout, sum] : sums) {
    const std::string behind = std::string("/") + toString(layout);
    series_.training.set("rewards/margins" + behind, sum.margins / sum.pairs);
    series_.training.set("rewards/accuracies" + behind, sum.accurate / sum.pairs);
  }
}

std::vector<StepPair> SeriesReader::pairsOfStep(std::int64_t step) const {
  const auto& steps = series_.training.step;
  const auto found = std::lower_bound(steps.begin(), steps.end(), static_cast<double>(step));
  if (found == steps.end() || *found != static_cast<double>(step)) return {};
  return stepPairs_[static_cast<std::size_t>(found - steps.begin())];
}

}  // namespace mia::curation
