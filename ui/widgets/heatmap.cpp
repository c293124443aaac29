// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/heatmap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace mia::ui {

namespace {

constexpr int kSmoothSide = 96;  ///< px of the longer side of an interpolated map
constexpr int kContourGrid = 4;  ///< points per patch and direction that contours run between

/// Where values stand on the table of colours, 0..255.
class TablePlace {
 public:
  explicit TablePlace(const HeatLook& look)
      : factor_(static_cast<float>(255 / look.scale / (look.isDifference() ? 2 : 1))),
        zero_(look.isDifference() ? 127.5f : 0) {}
  std::size_t of(float value) const {
    return static_cast<std::size_t>(std::clamp(value * factor_ + zero_, 0.f, 255.f) + 0.5f);
  }

 private:
  float factor_, zero_;
};

/// Nearly clear up to chance, so that the photo stays readable; quickly strong above it.
double opacityOf(int index, const HeatLook& look) {
  const double share = look.isDifference() ? std::abs(index / 127.5 - 1) : index / 255.0;
  return look.opacity * share * (2 - share) * std::sqrt(share);
}

std::array<QRgb, 256> overlayTable(const HeatLook& look) {
  const auto& colours = curation::colourTable(look.colours);
  std::array<QRgb, 256> table;
  for (int i = 0; i < 256; ++i) {
    const Colour& colour = colours[static_cast<std::size_t>(i)];
    const int alpha = static_cast<int>(std::lround(255 * opacityOf(i, look)));
    table[static_cast<std::size_t>(i)] =
        qPremultiply(qRgba(colour.red, colour.green, colour.blue, alpha));
  }
  return table;
}

/// For each of `count` points spread over `cells`: the lower of the two cell centres it lies
/// between and the share of the upper one. Flat beyond the outermost centres.
struct Between {
  int lower;
  int upper;
  float share;
};

QVector<Between> spread(int count, int cells, double first, double step) {
  QVector<Between> points(count);
  for (int i = 0; i < count; ++i) {
    const double at = std::clamp(first + i * step - 0.5, 0.0, cells - 1.0);
    const int lower = std::min(static_cast<int>(at), std::max(0, cells - 2));
    points[i] = {lower, std::min(lower + 1, cells - 1), static_cast<float>(at - lower)};
  }
  return points;
}

/// The map at columns.size() x rows.size() points, bilinear between patch centres.
QVector<float> sampled(const Heatmap& map, const QVector<Between>& columns,
                       const QVector<Between>& rows) {
  QVector<float> values(columns.size() * rows.size());
  float* out = values.data();
  for (const Between& row : rows) {
    const float* upper = map.values.constData() + row.lower * map.columns;
    const float* lower = map.values.constData() + row.upper * map.columns;
    for (const Between& column : columns) {
      const float top =
          upper[column.lower] + (upper[column.upper] - upper[column.lower]) * column.share;
      const float foot =
          lower[column.lower] + (lower[column.upper] - lower[column.lower]) * column.share;
      *out++ = top + (foot - top) * row.share;
    }
  }
  return values;
}

double roundedUp(double highest) {
  const double unit = std::pow(10, std::floor(std::log10(highest)));
  for (const double step : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0}) {
    if (highest <= step * unit * (1 + 1e-6)) return step * unit;
  }
  return 10 * unit;
}

double strongest(const QVector<Heatmap>& maps) {
  float highest = 0;
  for (const Heatmap& map : maps) {
    for (const float value : map.values) highest = std::max(highest, std::abs(value));
  }
  return static_cast<double>(highest);
}

/// The lines of one value through a grid of points, found cell by cell and then joined: a line is
/// painted several times faster in one piece than in hundreds.
class ContourTracer {
 public:
  ContourTracer(const QVector<float>& grid, int columns, int rows, double step)
      : grid_(grid), columns_(columns), rows_(rows), step_(step) {}

  QPainterPath traced(double value) {
    crossings_.resize(2 * columns_ * rows_);
    partners_.fill({-1, -1}, 2 * columns_ * rows_);
    sides_.clear();
    for (int y = 0; y + 1 < rows_; ++y) {
      for (int x = 0; x + 1 < columns_; ++x) crossCell(x, y, value);
    }
    QPainterPath path;
    // Lines that begin at the edge of the map first: what then is left is closed.
    for (const int side : sides_) {
      if (partners_[side][1] < 0) follow(side, path);
    }
    for (const int side : sides_) follow(side, path);
    return path;
  }

 private:
  /// A side of a cell: from the point to its right neighbour, or to the one below.
  int across(int x, int y) const { return 2 * (y * columns_ + x); }
  int down(int x, int y) const { return across(x, y) + 1; }
  double at(int x, int y) const { return static_cast<double>(grid_[y * columns_ + x]); }

  void crossCell(int x, int y, double value) {
    const std::array<double, 4> corners{at(x, y), at(x + 1, y), at(x + 1, y + 1), at(x, y + 1)};
    const int above = (corners[0] >= value) + (corners[1] >= value) + (corners[2] >= value) +
                      (corners[3] >= value);
    if (above == 0 || above == 4) return;
    const std::array<int, 4> sides{across(x, y), down(x + 1, y), across(x, y + 1), down(x, y)};
    static constexpr QPointF kCorners[] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    int ends[4];
    int count = 0;
    for (std::size_t side = 0; side < 4; ++side) {
      const double from = corners[side], to = corners[(side + 1) % 4];
      if ((from < value) == (to < value)) continue;
      const QPointF a = kCorners[side], b = kCorners[(side + 1) % 4];
      const double share = (value - from) / (to - from);
      crossings_[sides[side]] = (QPointF(x, y) + a + (b - a) * share) * step_;
      ends[count++] = sides[side];
    }
    // Four ends are a saddle: joined in the order of the sides, as its middle is taken to be above.
    for (int i = 0; i + 1 < count; i += 2) {
      for (const int side : {ends[i], ends[i + 1]}) {
        auto& partners = partners_[side];
        if (partners[0] < 0) sides_.append(side);
        partners[partners[0] < 0 ? 0 : 1] = side == ends[i] ? ends[i + 1] : ends[i];
      }
    }
  }

  void follow(int side, QPainterPath& path) {
    if (partners_[side][0] < 0 && partners_[side][1] < 0) return;
    path.moveTo(crossings_[side]);
    for (int next = take(side); next >= 0; next = take(side)) {
      side = next;
      path.lineTo(crossings_[side]);
    }
  }

  /// A side that this one is still joined to; from then on it is not. -1 when there is none.
  int take(int side) {
    for (int& partner : partners_[side]) {
      if (partner < 0) continue;
      auto& others = partners_[partner];
      (others[0] == side ? others[0] : others[1]) = -1;
      return std::exchange(partner, -1);
    }
    return -1;
  }

  const QVector<float>& grid_;
  int columns_, rows_;
  double step_;
  QVector<QPointF> crossings_;            ///< by side
  QVector<std::array<int, 2>> partners_;  ///< by side: those it is joined to; -1: none
  QVector<int> sides_;                    ///< that are crossed
};

}  // namespace

HeatmapSet::HeatmapSet(const std::vector<curation::ShownMap>& maps) {
  for (const curation::ShownMap& shown : maps) {
    Heatmap map{QRectF(shown.x, shown.y, shown.width, shown.height), shown.map.rows,
                shown.map.columns,
                QVector<float>(shown.map.values.begin(), shown.map.values.end())};
    maps_.append({{shown.map.layer, shown.map.picture}, std::move(map)});
    if (!layers_.contains(shown.map.layer)) layers_.append(shown.map.layer);
  }
  std::sort(layers_.begin(), layers_.end());
}

QVector<Heatmap> HeatmapSet::ofLayer(int layer) const { return ofLayers(layer, layer); }

QVector<Heatmap> HeatmapSet::ofLayers(int first, int last) const {
  QVector<Heatmap> means;
  QVector<int> counts;
  for (const auto& [key, map] : maps_) {
    const auto [layer, picture] = key;
    if (layer < first || layer > last) continue;
    if (means.size() <= picture) {
      means.resize(picture + 1);
      counts.resize(picture + 1);
    }
    Heatmap& mean = means[picture];
    if (counts[picture]++ == 0) {
      mean = map;
    } else {
      for (qsizetype i = 0; i < mean.values.size(); ++i) mean.values[i] += map.values[i];
    }
  }
  for (int picture = 0; picture < means.size(); ++picture) {
    if (counts[picture] < 2) continue;
    for (float& value : means[picture].values) value /= static_cast<float>(counts[picture]);
  }
  return means;
}

double sharedScale(const QVector<Heatmap>& maps) {
  const double highest = strongest(maps);
  return highest <= 2 ? 2 : roundedUp(highest);
}

double sharedDifferenceScale(const QVector<Heatmap>& maps) {
  const double highest = strongest(maps);
  return highest <= 0.5 ? 0.5 : roundedUp(highest);
}

QVector<Heatmap> differences(const QVector<Heatmap>& first, const QVector<Heatmap>& second) {
  QVector<Heatmap> result(std::min(first.size(), second.size()));
  for (qsizetype i = 0; i < result.size(); ++i) {
    if (!first[i].isLike(second[i])) continue;
    result[i] = second[i];
    for (qsizetype k = 0; k < result[i].values.size(); ++k)
      result[i].values[k] -= first[i].values[k];
  }
  return result;
}

QImage paintHeatmap(const Heatmap& map, const HeatLook& look) {
  if (map.isEmpty() || look.style == HeatStyle::kContour) return {};
  const std::array<QRgb, 256> table = overlayTable(look);
  const bool smooth = look.style == HeatStyle::kSmooth;
  QSize size(map.columns, map.rows);
  if (smooth) size.scale(kSmoothSide, kSmoothSide, Qt::KeepAspectRatio);
  const double stepX = double(map.columns) / size.width(), stepY = double(map.rows) / size.height();
  const QVector<float> values =
      smooth ? sampled(map, spread(size.width(), map.columns, stepX / 2, stepX),
                       spread(size.height(), map.rows, stepY / 2, stepY))
             : map.values;
  QImage image(size, QImage::Format_ARGB32_Premultiplied);
  const float* value = values.constData();
  const TablePlace index(look);
  for (int y = 0; y < size.height(); ++y) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    for (int x = 0; x < size.width(); ++x) {
      line[x] = table[index.of(*value++)];
    }
  }
  return image;
}

QVector<double> contourValues(const HeatLook& look) {
  constexpr int kSteps = 5;
  QVector<double> values;
  for (int i = look.isDifference() ? -kSteps + 1 : 1; i < kSteps; ++i) {
    if (i != 0) values.append(look.scale * i / kSteps);
  }
  return values;
}

QVector<HeatContour> contoursOf(const Heatmap& map, const HeatLook& look) {
  if (map.isEmpty()) return {};
  constexpr double kStep = 1.0 / kContourGrid;
  const int columns = map.columns * kContourGrid + 1, rows = map.rows * kContourGrid + 1;
  const QVector<float> grid =
      sampled(map, spread(columns, map.columns, 0, kStep), spread(rows, map.rows, 0, kStep));
  ContourTracer tracer(grid, columns, rows, kStep);
  QVector<HeatContour> contours;
  for (const double value : contourValues(look)) {
    const QPainterPath path = tracer.traced(value);
    if (!path.isEmpty()) contours.append({value, path});
  }
  return contours;
}

int patchAt(const Heatmap& map, const QPointF& point) {
  if (map.isEmpty() || !map.rect.contains(point)) return -1;
  const int column = static_cast<int>((point.x() - map.rect.x()) / map.rect.width() * map.columns);
  const int row = static_cast<int>((point.y() - map.rect.y()) / map.rect.height() * map.rows);
  return std::min(row, map.rows - 1) * map.columns + std::min(column, map.columns - 1);
}

double heatAt(const Heatmap& map, const QPointF& point) {
  const int patch = patchAt(map, point);
  return patch < 0 ? std::numeric_limits<double>::quiet_NaN()
                   : static_cast<double>(map.values[patch]);
}

QRectF patchRect(const Heatmap& map, int patch) {
  const QSizeF size(map.rect.width() / map.columns, map.rect.height() / map.rows);
  return QRectF(map.rect.topLeft() + QPointF(patch % map.columns * size.width(),
                                             patch / map.columns * size.height()),
                size);
}

QColor heatColour(double value, const HeatLook& look) {
  const Colour& colour =
      curation::colourTable(look.colours)[TablePlace(look).of(static_cast<float>(value))];
  return QColor(colour.red, colour.green, colour.blue);
}

}  // namespace mia::ui
