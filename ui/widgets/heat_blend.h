// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <cstdint>
#include <vector>

namespace mia::ui {

/// Lays a small overlay over a photo, magnified as QPainter's smooth transformation does it, in one
/// pass over the pixels: on a large screen each pass takes milliseconds. Shown strip by strip, the
/// blended pixels never leave the processor's cache.
class HeatBlend {
 public:
  /// Whether the processor and the pictures are what this is written for.
  static bool isPossible(const QImage& photo, const QImage& overlay);

  /// What a pixel of the overlay becomes.
  enum class Cells { kInterpolated, kFlat };

  /// `photo` in RGB32 and `overlay` in premultiplied ARGB32, which must outlive this; the overlay
  /// fills `place`, px of the photo.
  HeatBlend(const QImage& photo, const QImage& overlay, const QRectF& place, Cells cells);
  /// The photo's rows from `top` on, blended, into `rows` of the same format and width.
  void blend(int top, QImage& rows);

 private:
  /// Where a row or column lies between two of the overlay's.
  struct Between {
    int lower = 0;
    std::uint64_t share = 0;  ///< of the upper one, 2^15ths, in four lanes
  };
  struct Extent {
    double begin, size;  ///< of the overlay, px of the photo
    int from, to;        ///< the pixels that it covers
  };
  static std::vector<Between> spread(const Extent& extent, int count, Cells cells);
  void mixRows(const Between& between);
  void blendRow(const QRgb* photo, QRgb* out) const;

  const QImage& photo_;
  const QImage& overlay_;
  int left_, right_, top_, bottom_;  ///< of what lies under the overlay, px of the photo
  std::vector<Between> columns_, rows_;
  std::vector<std::uint64_t> mixed_;  ///< the overlay between two of its rows, 128ths
};

}  // namespace mia::ui
