// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/progress_meter.h"

namespace mia::run {
namespace {

constexpr double kWindowSeconds = 20;
constexpr double kShortestSeconds = 0.5;  // a rate over less says nothing

}  // namespace

void ProgressMeter::add(const Progress& progress, double time) {
  if (progress.what != last_.what || progress.done < last_.done) marks_.clear();
  last_ = progress;
  marks_.push_back({time, progress.done});
  // One mark from before the window stays, so that rare reports still make a rate.
  while (marks_.size() > 2 && time - marks_[1].time >= kWindowSeconds) marks_.pop_front();
}

double ProgressMeter::rate() const {
  if (marks_.size() < 2) return 0;
  const double seconds = marks_.back().time - marks_.front().time;
  if (seconds < kShortestSeconds) return 0;
  return static_cast<double>(marks_.back().done - marks_.front().done) / seconds;
}

double ProgressMeter::secondsLeft() const {
  const double perSecond = rate();
  if (last_.total <= 0 || perSecond <= 0) return -1;
  return static_cast<double>(last_.total - last_.done) / perSecond;
}

}  // namespace mia::run
