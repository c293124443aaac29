// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/run_remarks.h"

#include <algorithm>
#include <cmath>

#include "base/figures.h"
#include "curation/run_smoothing.h"

namespace mia::curation {
namespace {

using Values = std::vector<double>;

const double kLn2 = std::log(2.0);
constexpr std::size_t kFewestSteps = 8;  // of a mean
constexpr double kOnsetWeight = 0.8;     // smoothing by which an onset is found
constexpr double kStuckWithin = 0.02;    // of ln 2
constexpr double kChosenFall = 0.1;      // of the reward: a nat at beta 0.1
constexpr double kSaturatedLoss = 0.02;  // of the preference alone
constexpr double kAllTold = 0.995;       // of the pairs, told apart
constexpr double kHeldOutRise = 0.02;    // of the loss, over its best
constexpr std::size_t kMostStepsNamed = 5;

double meanOf(Values::const_iterator from, Values::const_iterator to) {
  double sum = 0;
  int count = 0;
  for (; from != to; ++from) {
    if (std::isnan(*from)) continue;
    sum += *from;
    ++count;
  }
  return count > 0 ? sum / count : std::nan("");
}

// The preference's part of the loss, without that of the cross-entropy.
Values preferenceLoss(const MetricTable& table, double gamma) {
  const Values* loss = table.find("loss");
  if (!loss || !table.find("rewards/margins")) return {};
  Values values = *loss;
  const Values* crossEntropy = table.find("nll_loss");
  for (std::size_t i = 0; crossEntropy && i < values.size(); ++i) {
    values[i] -= gamma * (*crossEntropy)[i];
  }
  return values;
}

// The first step of the last stretch over which `holds` is true of the smoothed values.
template <class Holds>
std::int64_t onset(const Values& steps, const Values& values, Holds&& holds) {
  const Values smooth = smoothed(values, kOnsetWeight);
  std::size_t first = smooth.size();
  for (std::size_t i = smooth.size(); i > 0; --i) {
    if (std::isnan(smooth[i - 1])) continue;
    if (!holds(smooth[i - 1])) break;
    first = i - 1;
  }
  return static_cast<std::int64_t>(steps[std::min(first, steps.size() - 1)]);
}

class Remarks {
 public:
  Remarks(const RunSeries& series, const run::TrainConfig& config, std::int64_t steps)
      : series_(series),
        table_(series.training),
        config_(config),
        steps_(steps),
        preference_(preferenceLoss(table_, config.gamma)),
        window_(std::max(kFewestSteps, table_.rows() / 5)) {}

  std::vector<RunRemark> all() {
    if (table_.rows() >= 2 * kFewestSteps) {
      stuck();
      chosenFalls();
      saturated();
    }
    overfitting();
    nonFinite();
    leftOut();
    std::stable_sort(found_.begin(), found_.end(),
                     [](const auto& a, const auto& b) { return a.step < b.step; });
    return std::move(found_);
  }

 private:
  double last(const Values& values) const {
    return meanOf(values.end() - static_cast<std::ptrdiff_t>(window_), values.end());
  }
  double first(const Values& values) const {
    return meanOf(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(window_));
  }

  void stuck() {
    if (preference_.empty()) return;
    const double warmUp = config_.warmupRatio * static_cast<double>(steps_);
    const double begun = table_.step[table_.rows() - window_];
    const double now = last(preference_);
    if (begun < warmUp || std::abs(now - kLn2) > kStuckWithin) return;
    const std::int64_t from = onset(table_.step, preference_, [](double value) {
      return std::abs(value - kLn2) <= 2 * kStuckWithin;
    });
    found_.push_back({"stuck", "loss", from, "stuck at ln 2",
                      "The preference loss is still " + fixed(now, 2) +
                          " (ln 2 is 0.69): the model tells chosen from rejected answers no "
                          "better than a coin would.",
                      "Raise learning_rate or beta, or look whether the pairs differ enough."});
  }

  void chosenFalls() {
    const Values* chosen = table_.find("rewards/chosen");
    const Values* margins = table_.find("rewards/margins");
    if (!chosen || !margins) return;
    const double now = last(*chosen);
    if (!(now < -kChosenFall && now < first(*chosen) - kChosenFall && last(*margins) > 0)) return;
    const std::int64_t from =
        onset(table_.step, *chosen, [](double value) { return value < -kChosenFall; });
    found_.push_back({"chosen-falls", "rewards/chosen", from, "chosen falls",
                      "The reward of the chosen answers fell to " + fixed(now, 2) +
                          " while the margin grew: both answers become less likely, the rejected "
                          "ones faster.",
                      "Raise gamma (the weight of the chosen answers' cross-entropy), or lower "
                      "learning_rate."});
  }

  void saturated() {
    const Values* accuracies = table_.find("rewards/accuracies");
    if (!accuracies || preference_.empty()) return;
    if (!(last(*accuracies) >= kAllTold && last(preference_) < kSaturatedLoss)) return;
    const std::int64_t from =
        onset(table_.step, preference_, [](double value) { return value < kSaturatedLoss; });
    found_.push_back({"saturated", "rewards/margins", from, "saturated",
                      "Nearly every pair is told apart by a wide margin (preference loss " +
                          fixed(last(preference_), 2) + "): further steps teach little.",
                      "Fewer epochs would do; harder pairs would teach more."});
  }

  void overfitting() {
    const Values* heldOut = series_.heldOut.find("eval_loss");
    if (!heldOut || heldOut->size() < 3) return;
    const auto best = std::min_element(heldOut->begin(), heldOut->end());
    const bool rises = heldOut->end() - best > 2 && heldOut->back() > *best + kHeldOutRise;
    if (!rises) return;
    const auto row = static_cast<std::size_t>(best - heldOut->begin());
    const auto step = static_cast<std::int64_t>(series_.heldOut.step[row]);
    found_.push_back({"overfitting", "eval_loss", step, "held-out rises",
                      "The held-out loss was lowest at step " + std::to_string(step) + " (" +
                          fixed(*best, 2) + ") and has risen to " + fixed(heldOut->back(), 2) + ".",
                      "Train for fewer steps, or with a lower learning_rate."});
  }

  void nonFinite() {
    std::string steps;
    std::int64_t firstStep = 0;
    std::size_t count = 0;
    for (const RunWarning& warning : series_.warnings) {
      if (warning.code != "non-finite-step" || ++count > kMostStepsNamed) continue;
      if (count == 1) firstStep = warning.step;
      steps += (count > 1 ? ", " : "") + std::to_string(warning.step);
    }
    if (count == 0) return;
    if (count > kMostStepsNamed)
      steps += " and " + std::to_string(count - kMostStepsNamed) + " later ones";
    found_.push_back({"non-finite-step", "loss", firstStep, "skipped",
                      std::string(count > 1 ? "Steps " : "Step ") + steps +
                          " gave no finite loss or gradient and changed nothing.",
                      "Now and then this does no harm; if it goes on, lower learning_rate."});
  }

  void leftOut() {
    std::int64_t skipped = 0;
    for (const RunWarning& warning : series_.warnings) {
      if (warning.code == "pair-skipped" && ++skipped > 1) continue;
      if (warning.code == "non-finite-step") continue;
      found_.push_back({warning.code, "", warning.step, "left out", warning.words + ".", {}});
    }
    if (skipped < 2) return;
    for (RunRemark& remark : found_) {
      if (remark.code == "pair-skipped")
        remark.words += " So are " + std::to_string(skipped - 1) + " more.";
    }
  }

  const RunSeries& series_;
  const MetricTable& table_;
  const run::TrainConfig& config_;
  std::int64_t steps_;
  Values preference_;
  std::size_t window_;
  std::vector<RunRemark> found_;
};

}  // namespace

std::vector<RunRemark> remarksOf(const RunSeries& series, const run::TrainConfig& config,
                                 std::int64_t steps) {
  return Remarks(series, config, steps).all();
}

}  // namespace mia::curation
