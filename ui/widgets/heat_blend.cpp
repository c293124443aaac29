// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/heat_blend.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#if defined(__SSE2__)

#include <immintrin.h>

namespace mia::ui {

namespace {

__m128i fourBytes(QRgb pixel) {
  return _mm_unpacklo_epi8(_mm_cvtsi32_si128(static_cast<int>(pixel)), _mm_setzero_si128());
}

__m128i loadLanes(const std::uint64_t* lanes) {
  return _mm_loadl_epi64(reinterpret_cast<const __m128i*>(lanes));
}

// low + (high - low) * share, with shares in 2^15ths.
__m128i between(__m128i low, __m128i high, __m128i share) {
  const __m128i halves = _mm_mulhi_epi16(_mm_sub_epi16(high, low), share);
  return _mm_add_epi16(low, _mm_add_epi16(halves, halves));
}

/// Two pixels of the photo, as words, under two of the overlay, as 128ths.
__m128i under(__m128i photo, __m128i overlay) {
  overlay = _mm_srli_epi16(overlay, 7);
  const __m128i alpha = _mm_shufflehi_epi16(_mm_shufflelo_epi16(overlay, 0xff), 0xff);
  const __m128i clear =
      _mm_sub_epi16(_mm_set1_epi16(256), _mm_add_epi16(alpha, _mm_srli_epi16(alpha, 7)));
  return _mm_add_epi16(overlay, _mm_srli_epi16(_mm_mullo_epi16(photo, clear), 8));
}

}  // namespace

bool HeatBlend::isPossible(const QImage& photo, const QImage& overlay) {
  return photo.format() == QImage::Format_RGB32 &&
         overlay.format() == QImage::Format_ARGB32_Premultiplied && overlay.width() > 1 &&
         overlay.height() > 1;
}

std::vector<HeatBlend::Between> HeatBlend::spread(const Extent& extent, int count, Cells cells) {
  std::vector<Between> places;
  places.reserve(static_cast<std::size_t>(extent.to - extent.from));
  for (int i = extent.from; i < extent.to; ++i) {
    double at = (i + 0.5 - extent.begin) / extent.size * count - 0.5;
    if (cells == Cells::kFlat) at = std::floor(at + 0.5);
    at = std::clamp(at, 0.0, count - 1.0);
    const int lower = std::min(static_cast<int>(at), count - 2);
    const auto share = static_cast<std::uint64_t>(std::lround((at - lower) * 32767));
    places.push_back({lower, share * 0x0001000100010001u});
  }
  return places;
}

HeatBlend::HeatBlend(const QImage& photo, const QImage& overlay, const QRectF& place, Cells cells)
    : photo_(photo),
      overlay_(overlay),
      left_(std::clamp(static_cast<int>(std::lround(place.left())), 0, photo.width())),
      right_(std::clamp(static_cast<int>(std::lround(place.right())), left_, photo.width())),
      top_(std::clamp(static_cast<int>(std::lround(place.top())), 0, photo.height())),
      bottom_(std::clamp(static_cast<int>(std::lround(place.bottom())), top_, photo.height())),
      columns_(spread({place.left(), place.width(), left_, right_}, overlay.width(), cells)),
      rows_(spread({place.top(), place.height(), top_, bottom_}, overlay.height(), cells)),
      mixed_(static_cast<std::size_t>(overlay.width())) {}

void HeatBlend::mixRows(const Between& place) {
  const auto* upper = reinterpret_cast<const QRgb*>(overlay_.constScanLine(place.lower));
  const auto* lower = reinterpret_cast<const QRgb*>(overlay_.constScanLine(place.lower + 1));
  const __m128i share = loadLanes(&place.share);
  for (std::size_t x = 0; x < mixed_.size(); ++x) {
    const __m128i a = _mm_slli_epi16(fourBytes(upper[x]), 7);
    const __m128i b = _mm_slli_epi16(fourBytes(lower[x]), 7);
    _mm_storel_epi64(reinterpret_cast<__m128i*>(&mixed_[x]), between(a, b, share));
  }
}

void HeatBlend::blendRow(const QRgb* photo, QRgb* out) const {
  const __m128i zero = _mm_setzero_si128();
  const __m128i opaque = _mm_set1_epi32(static_cast<int>(0xff000000u));
  const auto overlayAt = [this](const Between& first, const Between& second) {
    const std::uint64_t* a = mixed_.data() + first.lower;
    const std::uint64_t* b = mixed_.data() + second.lower;
    return between(_mm_unpacklo_epi64(loadLanes(a), loadLanes(b)),
                   _mm_unpacklo_epi64(loadLanes(a + 1), loadLanes(b + 1)),
                   _mm_unpacklo_epi64(loadLanes(&first.share), loadLanes(&second.share)));
  };
  const Between* at = columns_.data();
  const Between* const end = at + columns_.size();
  for (; end - at >= 4; at += 4, photo += 4, out += 4) {
    const __m128i pixels = _mm_loadu_si128(reinterpret_cast<const __m128i*>(photo));
    const __m128i front = under(_mm_unpacklo_epi8(pixels, zero), overlayAt(at[0], at[1]));
    const __m128i back = under(_mm_unpackhi_epi8(pixels, zero), overlayAt(at[2], at[3]));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out),
                     _mm_or_si128(_mm_packus_epi16(front, back), opaque));
  }
  for (; at != end; ++at, ++photo, ++out) {
    const __m128i pixel = under(fourBytes(*photo), overlayAt(*at, *at));
    *out = 0xff000000u | static_cast<QRgb>(_mm_cvtsi128_si32(_mm_packus_epi16(pixel, pixel)));
  }
}

void HeatBlend::blend(int top, QImage& rows) {
  for (int i = 0; i < rows.height() && top + i < photo_.height(); ++i) {
    const int y = top + i;
    const auto* photo = reinterpret_cast<const QRgb*>(photo_.constScanLine(y));
    auto* out = reinterpret_cast<QRgb*>(rows.scanLine(i));
    const bool isCovered = y >= top_ && y < bottom_;
    const int left = isCovered ? left_ : photo_.width(), right = isCovered ? right_ : left;
    std::copy(photo, photo + left, out);
    if (isCovered) {
      mixRows(rows_[static_cast<std::size_t>(y - top_)]);
      blendRow(photo + left, out + left);
    }
    std::copy(photo + right, photo + photo_.width(), out + right);
  }
}

}  // namespace mia::ui

#else

namespace mia::ui {

bool HeatBlend::isPossible(const QImage&, const QImage&) { return false; }
HeatBlend::HeatBlend(const QImage& photo, const QImage& overlay, const QRectF&, Cells)
    : photo_(photo), overlay_(overlay), left_(0), right_(0), top_(0), bottom_(0) {}
void HeatBlend::blend(int, QImage&) {}

}  // namespace mia::ui

#endif
