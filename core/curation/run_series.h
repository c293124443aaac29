// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/layout_recipe.h"
#include "run/events.h"

namespace mia::curation {

/// Columns of equal length, a row per measured step. A value that was not told is NaN: a gap.
struct MetricTable {
  std::vector<double> step;
  std::vector<double> pairs;                           ///< seen so far, this step included
  std::vector<double> seconds;                         ///< at work so far: pauses do not count
  std::map<std::string, std::vector<double>> columns;  ///< by TRL's names

  std::size_t rows() const { return step.size(); }
  /// The column of this name; nullptr when nothing of that name was told.
  const std::vector<double>* find(const std::string& name) const;
  /// A new row, all gaps.
  void addRow(double atStep, double atPairs, double atSeconds);
  /// A value of the last row.
  void set(const std::string& name, double value);
  /// Takes back the rows behind `lastStep`.
  void cutBehind(double lastStep);
};

/// Something that a run remarked about itself.
struct RunWarning {
  std::string code;
  std::string words;
  std::int64_t step = 0;  ///< 0: of the whole run
};

/// What a training run has measured. Held-out figures carry eval_ before their names; a step that
/// gave nothing finite is a row of gaps. Where events tell each pair's margin, there are columns
/// rewards/margins/LAYOUT and rewards/accuracies/LAYOUT besides.
struct RunSeries {
  MetricTable training;
  MetricTable heldOut;
  std::vector<RunWarning> warnings;
  std::int64_t generation = 0;  ///< changes when steps were taken back
};

/// A pair that a step learned from.
struct StepPair {
  std::int64_t pair = 0;
  double margin = 0;  ///< reward of the chosen answer less that of the rejected one; NaN: not told
};

/// Makes series of a run's events as they come.
class SeriesReader {
 public:
  /// The layouts of the run's pairs, by pair id, for the columns per layout.
  void setLayouts(std::unordered_map<std::int64_t, LayoutKind> layouts) {
    layouts_ = std::move(layouts);
  }
  void take(const run::Event& event);
  const RunSeries& series() const { return series_; }
  /// At work, up to the last event.
  double seconds() const { return startedAt_ > 0 ? secondsAt(lastTime_) : 0; }
  /// Empty when the step is not known.
  std::vector<StepPair> pairsOfStep(std::int64_t step) const;

 private:
  void restart(const run::Event& event);
  void takeMetrics(const run::Event& event);
  void takeHeldOut(const run::Event& event);
  void takeWarning(const run::Event& event);
  void keepPairs(const Json& fields);
  void addLayouts();
  double secondsAt(double time) const { return secondsBefore_ + time - startedAt_; }

  RunSeries series_;
  std::unordered_map<std::int64_t, LayoutKind> layouts_;
  std::vector<std::vector<StepPair>> stepPairs_;  ///< [rows of training]
  double pairsSeen_ = 0;
  double startedAt_ = 0;
  double secondsBefore_ = 0;  ///< at work before the present start
  double lastTime_ = 0;
};

}  // namespace mia::curation
