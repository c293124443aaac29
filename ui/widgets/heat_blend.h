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
  /// What a pixel of the overlay becomes.
  enum class Cells { kInterpolated, kFlat };

  /// `photo` in RGB32 and `overlay` in premultiplied ARGB32 (null: the photo as it is), which must
  /// outlive this; the overlay fills `place`, px of the photo.
  HeatBlend(const QImage& photo, const QImage& overlay, const QRectF& place, Cells cells);
  /// The photo's rows from `top` on, blended, into `rows` of the same format and width.
  void blend(int top, QImage& rows);

 private:
  /// Where a row or column lies between two of the overlay's.
  struct Between {
    int lower = 0, upper = 0;
    std::uint8_t share = 0;  ///< of the upper one, 2^7ths
  };
  struct Extent {
    double begin, size;  ///< of the overlay, px of the photo
    int from, to;        ///< the pixels that it covers
  };
  /// A row of the overlay at the photo's width.
  struct WideRow {
    int row = -1;
    std::vector<QRgb> ink;     ///< what is added to the photo's channels,
    std::vector<QRgb> hidden;  ///< and how much of each is lost, of 255
  };
  static std::vector<Between> spread(const Extent& extent, int count, Cells cells);
  const WideRow& widened(int row);

  const QImage& photo_;
  const QImage& overlay_;
  int left_, right_, top_, bottom_;  ///< of what lies under the overlay, px of the photo
  std::vector<Between> columns_, rows_;
  std::vector<std::uint8_t> columnShares_;  ///< of each channel of a row
  std::vector<QRgb> sides_[2];              ///< the pixels that a row's lie between
  WideRow wide_[2];                         ///< of even rows and of odd ones
};

}  // namespace mia::ui
