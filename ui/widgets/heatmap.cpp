// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/heatmap.h"

#include <algorithm>
#include <cmath>

namespace mia::ui {

namespace {

constexpr double kStrongest = 0.85;  ///< opacity at the upper end of the scale
constexpr int kSmoothSide = 128;     ///< px of the longer side of an interpolated map

QRgb overlayColour(double share) {
  const QColor colour = heatColour(share);
  const double clamped = std::clamp(share, 0.0, 1.0);
  // Nearly clear up to chance, so that the photo stays readable; quickly strong above it.
  const double opacity = kStrongest * clamped * (2 - clamped) * std::sqrt(clamped);
  return qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(),
                            static_cast<int>(std::lround(255 * opacity))));
}

/// Bilinear between patch centres, flat beyond the outermost; x in columns, y in rows.
double interpolated(const Heatmap& map, double x, double y) {
  const double left = std::clamp(x - 0.5, 0.0, map.columns - 1.0);
  const double top = std::clamp(y - 0.5, 0.0, map.rows - 1.0);
  const int column = std::min(static_cast<int>(left), std::max(0, map.columns - 2));
  const int row = std::min(static_cast<int>(top), std::max(0, map.rows - 2));
  const double fx = left - column, fy = top - row;
  const auto value = [&](int r, int c) {
    r = std::min(r, map.rows - 1);
    c = std::min(c, map.columns - 1);
    return static_cast<double>(map.values[r * map.columns + c]);
  };
  const double upper = value(row, column) * (1 - fx) + value(row, column + 1) * fx;
  const double lower = value(row + 1, column) * (1 - fx) + value(row + 1, column + 1) * fx;
  return upper * (1 - fy) + lower * fy;
}

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

QVector<Heatmap> HeatmapSet::ofLayer(int layer) const {
  QVector<Heatmap> maps;
  for (const auto& [key, map] : maps_) {
    if (key.first != layer) continue;
    if (maps.size() <= key.second) maps.resize(key.second + 1);
    maps[key.second] = map;
  }
  return maps;
}

double sharedScale(const QVector<Heatmap>& maps) {
  float highest = 0;
  for (const Heatmap& map : maps) {
    for (const float value : map.values) highest = std::max(highest, value);
  }
  if (highest <= 2) return 2;
  const double unit = std::pow(10, std::floor(std::log10(highest)));
  for (const double step : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0}) {
    if (highest <= step * unit) return step * unit;
  }
  return 10 * unit;
}

QImage paintHeatmap(const Heatmap& map, double scale, bool smooth) {
  if (map.isEmpty()) return {};
  QSize size(map.columns, map.rows);
  if (smooth) size.scale(kSmoothSide, kSmoothSide, Qt::KeepAspectRatio);
  QImage image(size, QImage::Format_ARGB32_Premultiplied);
  for (int y = 0; y < size.height(); ++y) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    for (int x = 0; x < size.width(); ++x) {
      const double value = smooth ? interpolated(map, (x + 0.5) * map.columns / size.width(),
                                                 (y + 0.5) * map.rows / size.height())
                                  : static_cast<double>(map.values[y * map.columns + x]);
      line[x] = overlayColour(value / scale);
    }
  }
  return image;
}

double heatAt(const Heatmap& map, const QPointF& point) {
  if (map.isEmpty() || !map.rect.contains(point)) return -1;
  const int column = static_cast<int>((point.x() - map.rect.x()) / map.rect.width() * map.columns);
  const int row = static_cast<int>((point.y() - map.rect.y()) / map.rect.height() * map.rows);
  return static_cast<double>(
      map.values[std::min(row, map.rows - 1) * map.columns + std::min(column, map.columns - 1)]);
}

QColor heatColour(double share) {
  const auto& table = curation::heatColours();
  const Colour colour =
      table[static_cast<std::size_t>(std::lround(std::clamp(share, 0.0, 1.0) * 255))];
  return QColor(colour.red, colour.green, colour.blue);
}

}  // namespace mia::ui
