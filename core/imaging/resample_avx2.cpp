// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/resample.h"

// Bit for bit the plain loops of resize.cpp: a weight w of 23 bits is high * 2^11 + low, both of 16
// bits, so that one instruction multiplies two neighbouring inputs by their weights and adds them;
// the two sums together are the plain loop's sum in 32 bits. Precision::kFast has one sum, of
// weights rounded to 14 bits.

#if defined(__x86_64__)

#include <immintrin.h>

#include <cstring>

namespace mia::imaging {
namespace {

constexpr int kLowBits = 11;
constexpr int kFastBits = 14;
constexpr std::size_t kChunk = 32;  // bytes of a row that are summed at once

/// The weights of neighbouring inputs in pairs of 16 bits.
struct Pairs {
  std::size_t stride = 0;  ///< pairs per position
  std::vector<std::int32_t> high, low;
};

std::int32_t pairOf(std::int32_t first, std::int32_t second) {
  return static_cast<std::int32_t>((static_cast<std::uint32_t>(second) << 16) |
                                   (static_cast<std::uint32_t>(first) & 0xffffu));
}

Pairs pairsOf(const Taps& taps, Precision precision) {
  constexpr std::int32_t kMask = (1 << kLowBits) - 1;
  constexpr int kLost = kWeightBits - kFastBits;
  const auto fast = [](std::int32_t weight) { return (weight + (1 << (kLost - 1))) >> kLost; };
  Pairs pairs;
  pairs.stride = taps.stride / 2;
  pairs.high.reserve(taps.fixed.size() / 2);
  for (std::size_t i = 0; i < taps.fixed.size(); i += 2) {
    const std::int32_t a = taps.fixed[i], b = taps.fixed[i + 1];
    if (precision == Precision::kFast) {
      pairs.high.push_back(pairOf(fast(a), fast(b)));
      continue;
    }
    pairs.high.push_back(pairOf(a >> kLowBits, b >> kLowBits));
    pairs.low.push_back(pairOf(a & kMask, b & kMask));
  }
  return pairs;
}

#define MIA_AVX2 __attribute__((target("avx2")))
#define MIA_UNROLLED _Pragma("GCC unroll 8")  // arrays of registers, not of memory

MIA_AVX2 inline __m256i joined(const std::uint8_t* low, const std::uint8_t* high) {
  const auto load = reinterpret_cast<const __m128i*>(low);
  return _mm256_inserti128_si256(_mm256_castsi128_si256(_mm_loadu_si128(load)),
                                 _mm_loadu_si128(reinterpret_cast<const __m128i*>(high)), 1);
}

MIA_AVX2 inline void addProducts(__m256i& sum, __m256i values, __m256i weights) {
  sum = _mm256_add_epi32(sum, _mm256_madd_epi16(values, weights));
}

template <Precision precision>
MIA_AVX2 inline __m256i rounded(__m256i high, __m256i low) {
  if constexpr (precision == Precision::kFast) {
    return _mm256_srai_epi32(_mm256_add_epi32(high, _mm256_set1_epi32(1 << (kFastBits - 1))),
                             kFastBits);
  }
  const __m256i sum = _mm256_add_epi32(_mm256_slli_epi32(high, kLowBits), low);
  return _mm256_srai_epi32(_mm256_add_epi32(sum, _mm256_set1_epi32(1 << (kWeightBits - 1))),
                           kWeightBits);
}

// Four rows at once, a register for each two of them: lanes red, green, blue, nothing.
template <Precision precision>
MIA_AVX2 void fourRows(const std::uint8_t* from, std::size_t stride, const Taps& taps,
                       const Pairs& pairs, std::uint8_t* to, std::size_t toStride) {
  const __m256i near = _mm256_setr_epi8(0, -1, 3, -1, 1, -1, 4, -1, 2, -1, 5, -1, -1, -1, -1, -1, 0,
                                        -1, 3, -1, 1, -1, 4, -1, 2, -1, 5, -1, -1, -1, -1, -1);
  const __m256i far = _mm256_setr_epi8(6, -1, 9, -1, 7, -1, 10, -1, 8, -1, 11, -1, -1, -1, -1, -1,
                                       6, -1, 9, -1, 7, -1, 10, -1, 8, -1, 11, -1, -1, -1, -1, -1);
  for (std::size_t x = 0; x < taps.size(); ++x, to += 3) {
    const std::uint8_t* at = from + 3 * static_cast<std::size_t>(taps.first[x]);
    const std::int32_t* high = pairs.high.data() + pairs.stride * x;
    const std::int32_t* low =
        precision == Precision::kExact ? pairs.low.data() + pairs.stride * x : nullptr;
    __m256i highA = _mm256_setzero_si256(), lowA = highA, highB = highA, lowB = highA;
    for (int done = 0; done < taps.count[x]; done += 4, at += 12, high += 2) {
      const __m256i a = joined(at, at + stride), b = joined(at + 2 * stride, at + 3 * stride);
      const __m256i nearA = _mm256_shuffle_epi8(a, near), nearB = _mm256_shuffle_epi8(b, near);
      const __m256i farA = _mm256_shuffle_epi8(a, far), farB = _mm256_shuffle_epi8(b, far);
      addProducts(highA, nearA, _mm256_set1_epi32(high[0]));
      addProducts(highB, nearB, _mm256_set1_epi32(high[0]));
      addProducts(highA, farA, _mm256_set1_epi32(high[1]));
      addProducts(highB, farB, _mm256_set1_epi32(high[1]));
      if constexpr (precision == Precision::kExact) {
        addProducts(lowA, nearA, _mm256_set1_epi32(low[0]));
        addProducts(lowB, nearB, _mm256_set1_epi32(low[0]));
        addProducts(lowA, farA, _mm256_set1_epi32(low[1]));
        addProducts(lowB, farB, _mm256_set1_epi32(low[1]));
        low += 2;
      }
    }
    const __m256i words =
        _mm256_packs_epi32(rounded<precision>(highA, lowA), rounded<precision>(highB, lowB));
    const __m256i bytes = _mm256_packus_epi16(words, words);
    const std::int64_t even = _mm_cvtsi128_si64(_mm256_castsi256_si128(bytes));
    const std::int64_t odd = _mm_cvtsi128_si64(_mm256_extracti128_si256(bytes, 1));
    const std::int64_t fours[] = {even, odd, even >> 32, odd >> 32};
    for (std::size_t row = 0; row < 4; ++row) std::memcpy(to + row * toStride, &fours[row], 3);
  }
}

// 32 bytes of one output row.
template <Precision precision>
MIA_AVX2 void chunkOfRow(const std::uint8_t* from, std::size_t stride, int count,
                         const std::int32_t* high, const std::int32_t* low, std::uint8_t* to) {
  const __m256i zero = _mm256_setzero_si256();
  __m256i highs[4] = {zero, zero, zero, zero}, lows[4] = {zero, zero, zero, zero};
  for (int done = 0; done < count; done += 2, from += 2 * stride) {
    const std::uint8_t* next = done + 1 < count ? from + stride : from;  // its weight is 0 then
    const __m256i a = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
    const __m256i b = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(next));
    const __m256i front = _mm256_unpacklo_epi8(a, b), back = _mm256_unpackhi_epi8(a, b);
    const __m256i values[4] = {_mm256_unpacklo_epi8(front, zero), _mm256_unpackhi_epi8(front, zero),
                               _mm256_unpacklo_epi8(back, zero), _mm256_unpackhi_epi8(back, zero)};
    const __m256i highWeights = _mm256_set1_epi32(*high++);
    MIA_UNROLLED
    for (int i = 0; i < 4; ++i) addProducts(highs[i], values[i], highWeights);
    if constexpr (precision == Precision::kExact) {
      const __m256i lowWeights = _mm256_set1_epi32(*low++);
      MIA_UNROLLED
      for (int i = 0; i < 4; ++i) addProducts(lows[i], values[i], lowWeights);
    }
  }
  const __m256i front = _mm256_packs_epi32(rounded<precision>(highs[0], lows[0]),
                                           rounded<precision>(highs[1], lows[1]));
  const __m256i back = _mm256_packs_epi32(rounded<precision>(highs[2], lows[2]),
                                          rounded<precision>(highs[3], lows[3]));
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), _mm256_packus_epi16(front, back));
}

}  // namespace

bool canResampleFast() { return __builtin_cpu_supports("avx2"); }

int resampleRowsFast(const Picture& in, const Taps& taps, Precision precision, Surface out) {
  const Pairs pairs = pairsOf(taps, precision);
  const auto stride = static_cast<std::size_t>(in.width) * 3;
  const auto rows =
      precision == Precision::kExact ? fourRows<Precision::kExact> : fourRows<Precision::kFast>;
  std::size_t reach = 0;  // bytes read of a row, at most
  for (std::size_t x = 0; x < taps.size(); ++x) {
    const auto fours = static_cast<std::size_t>((taps.count[x] + 3) / 4);
    reach = std::max(reach, 3 * static_cast<std::size_t>(taps.first[x]) + 12 * fours + 4);
  }
  const std::size_t held = stride * static_cast<std::size_t>(in.height);
  int y = 0;
  for (; y + 4 <= in.height; y += 4) {
    if ((static_cast<std::size_t>(y) + 3) * stride + reach > held) break;
    rows(in.pixel(0, y), stride, taps, pairs, out.row(y), out.stride);
  }
  return y;
}

std::size_t resampleColumnsFast(const Picture& in, const Taps& taps, Precision precision,
                                Surface out) {
  const Pairs pairs = pairsOf(taps, precision);
  const auto stride = static_cast<std::size_t>(in.width) * 3;
  const std::size_t whole = stride / kChunk * kChunk;
  const bool exact = precision == Precision::kExact;
  const auto chunk = exact ? chunkOfRow<Precision::kExact> : chunkOfRow<Precision::kFast>;
  for (std::size_t y = 0; y < taps.size(); ++y) {
    const std::uint8_t* from = in.pixel(0, taps.first[y]);
    const std::int32_t* high = pairs.high.data() + pairs.stride * y;
    const std::int32_t* low = exact ? pairs.low.data() + pairs.stride * y : nullptr;
    std::uint8_t* to = out.row(static_cast<int>(y));
    for (std::size_t x = 0; x < whole; x += kChunk) {
      chunk(from + x, stride, taps.count[y], high, low, to + x);
    }
  }
  return whole;
}

}  // namespace mia::imaging

#else

namespace mia::imaging {

bool canResampleFast() { return false; }
int resampleRowsFast(const Picture&, const Taps&, Precision, Surface) { return 0; }
std::size_t resampleColumnsFast(const Picture&, const Taps&, Precision, Surface) { return 0; }

}  // namespace mia::imaging

#endif
