// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <vector>

#include "curation/run_smoothing.h"

namespace mia::ui {

/// The least and the greatest of some values; empty while none was finite.
struct ValueRange {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();

  bool isEmpty() const { return low > high; }
  void add(double value) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  void add(const ValueRange& other) {
    if (other.low < low) low = other.low;
    if (other.high > high) high = other.high;
  }
};

/// Tells the range of any stretch of a growing column in a time that hardly depends on its length:
/// ranges of sixteen values, of sixteen of those, and so on. Gaps (NaN) take no part.
class RangePyramid {
 public:
  void clear() { levels_.clear(); }
  /// Takes in what was appended to `values` since the last call.
  void grow(const std::vector<double>& values);
  /// Of values[from, to).
  ValueRange range(const std::vector<double>& values, std::size_t from, std::size_t to) const;

 private:
  std::vector<std::vector<ValueRange>> levels_;
  std::size_t known_ = 0;
};

/// A column over places that do not decrease: raw and smoothed, with what is needed to draw any
/// part of a million points at once.
class PlotSeries {
 public:
  using Places = std::shared_ptr<const std::vector<double>>;

  /// Where the values stand; as many as there will be values.
  void setPlaces(Places places) { places_ = std::move(places); }
  /// The whole column. When it goes on where the last one ended (`grown`), only what is new is
  /// taken in.
  void setValues(const std::vector<double>& values, bool grown);
  /// The weight of the past, 0 up to below 1; 0 shows the raw values alone.
  void setSmoothing(double weight);
  bool isSmoothed() const { return weight_ > 0; }

  std::size_t size() const { return raw_.size(); }
  const std::vector<double>& places() const { return *places_; }
  const std::vector<double>& raw() const { return raw_; }
  /// What is read off: smoothed, or raw where nothing is smoothed.
  const std::vector<double>& shown() const { return weight_ > 0 ? smooth_ : raw_; }
  ValueRange rawRange(std::size_t from, std::size_t to) const {
    return rawRanges_.range(raw_, from, to);
  }
  ValueRange shownRange(std::size_t from, std::size_t to) const {
    return weight_ > 0 ? smoothRanges_.range(smooth_, from, to) : rawRange(from, to);
  }
  /// The first value that stands at or behind `place`.
  std::size_t indexAt(double place) const;
  /// The finite value nearest to `place`; size() when there is none.
  std::size_t nearest(double place) const;

 private:
  void smooth();

  Places places_ = std::make_shared<const std::vector<double>>();
  std::vector<double> raw_;
  std::vector<double> smooth_;
  RangePyramid rawRanges_;
  RangePyramid smoothRanges_;
  double weight_ = 0;
  curation::Smoother smoother_{0};
};

}  // namespace mia::ui
