// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/arrangement.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace mia::layout {
namespace {

double aspectOf(const Size& picture) {
  return double(std::max(1, picture.width)) / std::max(1, picture.height);
}

/// Pictures in rows of so many.
class Rows {
 public:
  Rows(const std::vector<Size>& pictures, std::size_t columns)
      : pictures_(pictures), columns_(columns) {}

  std::size_t count() const { return (pictures_.size() + columns_ - 1) / columns_; }
  std::span<const Size> row(std::size_t i) const {
    const std::size_t first = i * columns_;
    return std::span(pictures_).subspan(first, std::min(columns_, pictures_.size() - first));
  }

  /// The height that lets every row fit.
  double tall(const Area& area) const {
    double tall = (area.height - double(count() - 1) * area.gap) / double(count());
    for (std::size_t i = 0; i < count(); ++i) {
      double aspects = 0;
      for (const Size& picture : row(i)) aspects += aspectOf(picture);
      const double free = area.width - double(row(i).size() - 1) * area.gap;
      tall = std::min(tall, free / aspects);
    }
    return tall;
  }

 private:
  const std::vector<Size>& pictures_;
  std::size_t columns_;
};

int rounded(double px) { return static_cast<int>(std::lround(px)); }

}  // namespace

std::vector<PixelRect> arranged(const std::vector<Size>& pictures, const Area& area) {
  std::vector<PixelRect> places;
  if (pictures.empty()) return places;
  std::size_t columns = pictures.size();
  for (std::size_t fewer = columns - 1; fewer > 0; --fewer) {
    if (Rows(pictures, fewer).tall(area) > Rows(pictures, columns).tall(area)) columns = fewer;
  }
  const Rows rows(pictures, columns);
  const int tall = std::max(1, static_cast<int>(rows.tall(area)));
  const double across = tall * double(rows.count()) + area.gap * double(rows.count() - 1);
  double top = (area.height - across) / 2;
  for (std::size_t i = 0; i < rows.count(); ++i, top += tall + area.gap) {
    std::vector<int> widths;
    for (const Size& picture : rows.row(i)) {
      widths.push_back(std::max(1, rounded(tall * aspectOf(picture))));
    }
    const double wide =
        std::accumulate(widths.begin(), widths.end(), area.gap * double(widths.size() - 1));
    double left = (area.width - wide) / 2;
    for (const int width : widths) {
      places.push_back({rounded(left), rounded(top), width, tall});
      left += width + area.gap;
    }
  }
  return places;
}

}  // namespace mia::layout
