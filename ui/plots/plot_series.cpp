// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_series.h"

#include <algorithm>
#include <cmath>

namespace mia::ui {

namespace {

constexpr std::size_t kGroup = 16;

}  // namespace

void RangePyramid::grow(const std::vector<double>& values) {
  if (levels_.empty()) known_ = 0;
  std::size_t from = known_ / kGroup;  // the group that may have been half full
  known_ = values.size();
  if (levels_.empty()) levels_.emplace_back();
  levels_[0].resize((values.size() + kGroup - 1) / kGroup);
  for (std::size_t group = from; group < levels_[0].size(); ++group) {
    ValueRange range;
    const std::size_t end = std::min(values.size(), (group + 1) * kGroup);
    for (std::size_t i = group * kGroup; i < end; ++i) range.add(values[i]);
    levels_[0][group] = range;
  }
  for (std::size_t level = 1; levels_[level - 1].size() > 1; ++level) {
    if (level == levels_.size()) levels_.emplace_back();
    const std::vector<ValueRange>& below = levels_[level - 1];
    std::vector<ValueRange>& groups = levels_[level];
    groups.resize((below.size() + kGroup - 1) / kGroup);
    from /= kGroup;
    for (std::size_t group = from; group < groups.size(); ++group) {
      ValueRange range;
      const std::size_t end = std::min(below.size(), (group + 1) * kGroup);
      for (std::size_t i = group * kGroup; i < end; ++i) range.add(below[i]);
      groups[group] = range;
    }
  }
}

ValueRange RangePyramid::range(const std::vector<double>& values, std::size_t from,
                               std::size_t to) const {
  ValueRange range;
  to = std::min(to, values.size());
  while (from < to && from % kGroup != 0) range.add(values[from++]);
  while (from < to && to % kGroup != 0) range.add(values[--to]);
  from /= kGroup;
  to /= kGroup;
  for (std::size_t level = 0; from < to; ++level) {
    const std::vector<ValueRange>& groups = levels_[level];
    const bool last = level + 1 == levels_.size();
    while (from < to && (last || from % kGroup != 0)) range.add(groups[from++]);
    while (from < to && to % kGroup != 0) range.add(groups[--to]);
    from /= kGroup;
    to /= kGroup;
  }
  return range;
}

void PlotSeries::setValues(const std::vector<double>& values, bool grown) {
  if (!grown || values.size() < raw_.size()) {
    raw_.clear();
    rawRanges_.clear();
    setSmoothing(weight_);
  }
  raw_.insert(raw_.end(), values.begin() + static_cast<std::ptrdiff_t>(raw_.size()), values.end());
  rawRanges_.grow(raw_);
  smooth();
}

void PlotSeries::setSmoothing(double weight) {
  weight_ = weight;
  smoother_ = curation::Smoother(weight);
  smooth_.clear();
  smoothRanges_.clear();
  smooth();
}

void PlotSeries::smooth() {
  if (weight_ <= 0) return;
  smooth_.reserve(raw_.size());
  while (smooth_.size() < raw_.size()) smooth_.push_back(smoother_.next(raw_[smooth_.size()]));
  smoothRanges_.grow(smooth_);
}

std::size_t PlotSeries::indexAt(double place) const {
  const auto end = places_->begin() + static_cast<std::ptrdiff_t>(raw_.size());
  return static_cast<std::size_t>(std::lower_bound(places_->begin(), end, place) -
                                  places_->begin());
}

std::size_t PlotSeries::nearest(double place) const {
  const std::vector<double>& values = shown();
  const std::size_t at = indexAt(place), none = values.size();
  std::size_t right = at, left = at;
  while (right < none && std::isnan(values[right])) ++right;
  while (left > 0 && std::isnan(values[left - 1])) --left;
  if (left == 0) return right;
  --left;
  if (right == none) return left;
  return place - (*places_)[left] < (*places_)[right] - place ? left : right;
}

}  // namespace mia::ui
