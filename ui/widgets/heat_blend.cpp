// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/heat_blend.h"

#include <algorithm>
#include <cmath>

namespace mia::ui {

namespace {

/// Two rows of the overlay, and what lies between them.
struct Rows {
  const std::uint8_t *upperInk, *lowerInk;
  const std::uint8_t *upperHidden, *lowerHidden;
  std::int16_t share;  ///< of the lower ones, 2^7ths
};

std::int16_t between(std::int16_t a, std::int16_t b, std::int16_t share) {
  return static_cast<std::int16_t>(a + (static_cast<std::int16_t>((b - a) * share) >> 7));
}

// Channel by channel, in 16 bits, so that the compiler makes vectors of it: a repaint is this loop.
[[gnu::always_inline]] inline void layOver(const Rows& rows, const std::uint8_t* __restrict photo,
                                           std::uint8_t* __restrict out, std::size_t channels) {
  const std::uint8_t* __restrict upperInk = rows.upperInk;
  const std::uint8_t* __restrict lowerInk = rows.lowerInk;
  const std::uint8_t* __restrict upperHidden = rows.upperHidden;
  const std::uint8_t* __restrict lowerHidden = rows.lowerHidden;
  const std::int16_t share = rows.share;
  for (std::size_t i = 0; i < channels; ++i) {
    const std::int16_t ink = between(upperInk[i], lowerInk[i], share);
    const std::int16_t hidden = between(upperHidden[i], lowerHidden[i], share);
    const auto kept = static_cast<std::uint16_t>((256 - hidden - (hidden >> 7)) * photo[i]);
    const auto sum = static_cast<std::uint16_t>(ink + (kept >> 8));
    out[i] = static_cast<std::uint8_t>(std::min<std::uint16_t>(sum, 255));
  }
}

using LayOver = void(const Rows&, const std::uint8_t*, std::uint8_t*, std::size_t);

void layOverAnywhere(const Rows& rows, const std::uint8_t* photo, std::uint8_t* out,
                     std::size_t channels) {
  layOver(rows, photo, out, channels);
}

#if defined(__x86_64__)

[[gnu::target("avx2")]] void layOverAvx2(const Rows& rows, const std::uint8_t* photo,
                                         std::uint8_t* out, std::size_t channels) {
  layOver(rows, photo, out, channels);
}

LayOver* fastest() { return __builtin_cpu_supports("avx2") ? layOverAvx2 : layOverAnywhere; }

#else

LayOver* fastest() { return layOverAnywhere; }

#endif

const std::uint8_t* bytes(const std::vector<QRgb>& pixels) {
  return reinterpret_cast<const std::uint8_t*>(pixels.data());
}

/// Channel by channel between the bytes of two rows of pixels; `share` is that of `right`, 2^7ths.
void mix(const std::uint8_t* __restrict left, const std::uint8_t* __restrict right,
         const std::uint8_t* __restrict share, std::size_t channels, std::uint8_t* __restrict out) {
  for (std::size_t i = 0; i < channels; ++i) {
    out[i] = static_cast<std::uint8_t>(between(left[i], right[i], share[i]));
  }
}

/// Makes premultiplied pixels what is added to an opaque photo, and how much that hides of it.
void splitAlpha(QRgb* __restrict ink, QRgb* __restrict hidden, std::size_t count) {
  constexpr QRgb kOpaque = 0xff000000;
  for (std::size_t x = 0; x < count; ++x) {
    const QRgb alpha = ink[x] >> 24;
    hidden[x] = alpha | alpha << 8 | alpha << 16 | kOpaque;
    ink[x] |= kOpaque;
  }
}

}  // namespace

std::vector<HeatBlend::Between> HeatBlend::spread(const Extent& extent, int count, Cells cells) {
  std::vector<Between> places;
  if (count == 0) return places;
  places.reserve(static_cast<std::size_t>(extent.to - extent.from));
  for (int i = extent.from; i < extent.to; ++i) {
    double at = (i + 0.5 - extent.begin) / extent.size * count - 0.5;
    if (cells == Cells::kFlat) at = std::floor(at + 0.5);
    at = std::clamp(at, 0.0, count - 1.0);
    const int lower = static_cast<int>(at);
    places.push_back({lower, std::min(lower + 1, count - 1),
                      static_cast<std::uint8_t>(std::lround((at - lower) * 128))});
  }
  return places;
}

HeatBlend::HeatBlend(const QImage& photo, const QImage& overlay, const QRectF& place, Cells cells)
    : photo_(photo),
      overlay_(overlay),
      left_(std::clamp(static_cast<int>(std::lround(place.left())), 0, photo.width())),
      right_(std::clamp(static_cast<int>(std::lround(place.right())), left_, photo.width())),
      top_(std::clamp(static_cast<int>(std::lround(place.top())), 0, photo.height())),
      bottom_(overlay.isNull() ? top_
                               : std::clamp(static_cast<int>(std::lround(place.bottom())), top_,
                                            photo.height())),
      columns_(spread({place.left(), place.width(), left_, right_}, overlay.width(), cells)),
      rows_(spread({place.top(), place.height(), top_, bottom_}, overlay.height(), cells)) {
  for (const Between& column : columns_) columnShares_.insert(columnShares_.end(), 4, column.share);
}

/// Made once for all the rows of the photo that it is between; neighbours are there together.
const HeatBlend::WideRow& HeatBlend::widened(int row) {
  WideRow& wide = wide_[row % 2];
  if (wide.row == row) return wide;
  wide.row = row;
  const std::size_t count = columns_.size();
  for (std::vector<QRgb>* pixels : {&sides_[0], &sides_[1], &wide.ink, &wide.hidden}) {
    pixels->resize(count);
  }
  const auto* pixels = reinterpret_cast<const QRgb*>(overlay_.constScanLine(row));
  QRgb *left = sides_[0].data(), *right = sides_[1].data();
  for (const Between& column : columns_) {
    *left++ = pixels[column.lower];
    *right++ = pixels[column.upper];
  }
  mix(bytes(sides_[0]), bytes(sides_[1]), columnShares_.data(), 4 * count,
      reinterpret_cast<std::uint8_t*>(wide.ink.data()));
  splitAlpha(wide.ink.data(), wide.hidden.data(), count);
  return wide;
}

void HeatBlend::blend(int top, QImage& rows) {
  static LayOver* const layOver = fastest();
  for (int i = 0; i < rows.height() && top + i < photo_.height(); ++i) {
    const int y = top + i;
    const auto* photo = reinterpret_cast<const QRgb*>(photo_.constScanLine(y));
    auto* out = reinterpret_cast<QRgb*>(rows.scanLine(i));
    const bool isCovered = y >= top_ && y < bottom_;
    const int left = isCovered ? left_ : photo_.width(), right = isCovered ? right_ : left;
    std::copy(photo, photo + left, out);
    if (isCovered) {
      const Between& place = rows_[static_cast<std::size_t>(y - top_)];
      const WideRow &upper = widened(place.lower), &lower = widened(place.upper);
      layOver({bytes(upper.ink), bytes(lower.ink), bytes(upper.hidden), bytes(lower.hidden),
               place.share},
              reinterpret_cast<const std::uint8_t*>(photo + left),
              reinterpret_cast<std::uint8_t*>(out + left), 4 * columns_.size());
    }
    std::copy(photo + right, photo + photo_.width(), out + right);
  }
}

}  // namespace mia::ui
