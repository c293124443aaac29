// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/jpeg_blocks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numbers>

// The inverse cosine transform of 8 values is Arai, Agui and Nakajima's: five multiplications, the
// others moved into the steps of quantization.

#if defined(__x86_64__)

#include <immintrin.h>

namespace mia::imaging {
namespace {

#define MIA_AVX2 __attribute__((target("avx2")))
#define MIA_UNROLLED _Pragma("GCC unroll 8")  // arrays of registers, not of memory

constexpr float kSqrt2 = std::numbers::sqrt2_v<float>;

MIA_AVX2 inline __m256 add(__m256 a, __m256 b) { return _mm256_add_ps(a, b); }
MIA_AVX2 inline __m256 sub(__m256 a, __m256 b) { return _mm256_sub_ps(a, b); }
MIA_AVX2 inline __m256 times(__m256 a, float b) { return _mm256_mul_ps(a, _mm256_set1_ps(b)); }
inline __m128 times(__m128 a, float b) { return _mm_mul_ps(a, _mm_set1_ps(b)); }

MIA_AVX2 inline void transformEight(__m256 (&v)[8]) {
  const __m256 even0 = add(v[0], v[4]), even1 = sub(v[0], v[4]);
  const __m256 even3 = add(v[2], v[6]), even2 = sub(times(sub(v[2], v[6]), kSqrt2), even3);
  const __m256 a0 = add(even0, even3), a3 = sub(even0, even3);
  const __m256 a1 = add(even1, even2), a2 = sub(even1, even2);
  const __m256 z13 = add(v[5], v[3]), z10 = sub(v[5], v[3]);
  const __m256 z11 = add(v[1], v[7]), z12 = sub(v[1], v[7]);
  const __m256 z5 = times(add(z10, z12), 1.847759065f);
  const __m256 b7 = add(z11, z13);
  const __m256 b6 = sub(sub(z5, times(z10, 2.613125930f)), b7);
  const __m256 b5 = sub(times(sub(z11, z13), kSqrt2), b6);
  const __m256 b4 = sub(sub(z5, times(z12, 1.082392200f)), b5);
  v[0] = add(a0, b7), v[7] = sub(a0, b7);
  v[1] = add(a1, b6), v[6] = sub(a1, b6);
  v[2] = add(a2, b5), v[5] = sub(a2, b5);
  v[3] = add(a3, b4), v[4] = sub(a3, b4);
}

MIA_AVX2 inline void transpose(__m256 (&v)[8]) {
  __m256 pairs[8], fours[8];
  MIA_UNROLLED
  for (int i = 0; i < 4; ++i) {
    pairs[2 * i] = _mm256_unpacklo_ps(v[2 * i], v[2 * i + 1]);
    pairs[2 * i + 1] = _mm256_unpackhi_ps(v[2 * i], v[2 * i + 1]);
  }
  MIA_UNROLLED
  for (int i = 0; i < 8; i += 4) {
    fours[i] = _mm256_shuffle_ps(pairs[i], pairs[i + 2], 0x44);
    fours[i + 1] = _mm256_shuffle_ps(pairs[i], pairs[i + 2], 0xee);
    fours[i + 2] = _mm256_shuffle_ps(pairs[i + 1], pairs[i + 3], 0x44);
    fours[i + 3] = _mm256_shuffle_ps(pairs[i + 1], pairs[i + 3], 0xee);
  }
  MIA_UNROLLED
  for (int i = 0; i < 4; ++i) {
    v[i] = _mm256_permute2f128_ps(fours[i], fours[i + 4], 0x20);
    v[i + 4] = _mm256_permute2f128_ps(fours[i], fours[i + 4], 0x31);
  }
}

MIA_AVX2 void putEight(const float* coefficients, std::uint8_t* to, std::size_t stride) {
  __m256 v[8];
  MIA_UNROLLED
  for (int i = 0; i < 8; ++i) v[i] = _mm256_load_ps(coefficients + 8 * i);
  transformEight(v);
  transpose(v);
  transformEight(v);
  const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
  MIA_UNROLLED
  for (int i = 0; i < 8; i += 4) {
    const __m256i front =
        _mm256_packs_epi32(_mm256_cvtps_epi32(v[i]), _mm256_cvtps_epi32(v[i + 1]));
    const __m256i back =
        _mm256_packs_epi32(_mm256_cvtps_epi32(v[i + 2]), _mm256_cvtps_epi32(v[i + 3]));
    const __m256i rows = _mm256_permutevar8x32_epi32(_mm256_packus_epi16(front, back), order);
    const __m128i first = _mm256_castsi256_si128(rows), second = _mm256_extracti128_si256(rows, 1);
    std::uint8_t* row = to + stride * static_cast<std::size_t>(i);
    _mm_storel_epi64(reinterpret_cast<__m128i*>(row), first);
    _mm_storeh_pd(reinterpret_cast<double*>(row + stride), _mm_castsi128_pd(first));
    _mm_storel_epi64(reinterpret_cast<__m128i*>(row + 2 * stride), second);
    _mm_storeh_pd(reinterpret_cast<double*>(row + 3 * stride), _mm_castsi128_pd(second));
  }
}

inline void transformFour(__m128 (&v)[4]) {
  constexpr float kLong = 0.923879533f, kShort = 0.382683432f;  // cosines of 22.5 and 67.5 degrees
  const __m128 middle = times(v[2], 1 / kSqrt2);
  const __m128 outer = _mm_add_ps(v[0], middle), inner = _mm_sub_ps(v[0], middle);
  const __m128 wide = _mm_add_ps(times(v[1], kLong), times(v[3], kShort));
  const __m128 narrow = _mm_sub_ps(times(v[1], kShort), times(v[3], kLong));
  v[0] = _mm_add_ps(outer, wide), v[3] = _mm_sub_ps(outer, wide);
  v[1] = _mm_add_ps(inner, narrow), v[2] = _mm_sub_ps(inner, narrow);
}

void putFour(const float* coefficients, std::uint8_t* to, std::size_t stride) {
  __m128 v[4];
  MIA_UNROLLED
  for (int i = 0; i < 4; ++i) v[i] = _mm_load_ps(coefficients + 4 * i);
  transformFour(v);
  _MM_TRANSPOSE4_PS(v[0], v[1], v[2], v[3]);
  transformFour(v);
  const __m128i front = _mm_packs_epi32(_mm_cvtps_epi32(v[0]), _mm_cvtps_epi32(v[1]));
  const __m128i back = _mm_packs_epi32(_mm_cvtps_epi32(v[2]), _mm_cvtps_epi32(v[3]));
  alignas(16) std::uint8_t bytes[16];
  _mm_store_si128(reinterpret_cast<__m128i*>(bytes), _mm_packus_epi16(front, back));
  for (std::size_t row = 0; row < 4; ++row) std::memcpy(to + row * stride, bytes + 4 * row, 4);
}

std::uint8_t toPixel(float value) {
  return static_cast<std::uint8_t>(std::clamp(value, 0.0f, 255.0f) + 0.5f);
}

void putTwo(const float* coefficients, std::uint8_t* to, std::size_t stride) {
  const __m128 v = _mm_load_ps(coefficients);
  const __m128 signs = _mm_setr_ps(1, -1, 1, -1);
  // Sums and differences of neighbours, then of the pairs.
  const __m128 s = _mm_add_ps(_mm_mul_ps(v, signs), _mm_shuffle_ps(v, v, 0xb1));
  const __m128 first = _mm_movelh_ps(s, s), second = _mm_movehl_ps(s, s);
  const __m128 both = _mm_add_ps(first, _mm_xor_ps(second, _mm_setr_ps(0.0f, 0.0f, -0.0f, -0.0f)));
  const __m128i words = _mm_packs_epi32(_mm_cvtps_epi32(both), _mm_setzero_si128());
  std::array<std::uint8_t, 4> bytes;  // down the first column, then down the second
  const int packed = _mm_cvtsi128_si32(_mm_packus_epi16(words, words));
  std::memcpy(bytes.data(), &packed, sizeof packed);
  to[0] = bytes[0], to[1] = bytes[2];
  to[stride] = bytes[1], to[stride + 1] = bytes[3];
}

MIA_AVX2 inline __m256i sixteen(const std::uint8_t* from) {
  return _mm256_cvtepu8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from)));
}

// Sixteenths of a value, rounded to bytes.
MIA_AVX2 inline __m128i toBytes(__m256i sixteenths) {
  const __m256i words = _mm256_srai_epi16(_mm256_add_epi16(sixteenths, _mm256_set1_epi16(8)), 4);
  return _mm_packus_epi16(_mm256_castsi256_si128(words), _mm256_extracti128_si256(words, 1));
}

// Three registers of one colour each to 48 bytes.
MIA_AVX2 inline void interleave(__m128i r, __m128i g, __m128i b, std::uint8_t* to) {
  const __m128i places[3][3] = {
      {_mm_setr_epi8(0, -1, -1, 1, -1, -1, 2, -1, -1, 3, -1, -1, 4, -1, -1, 5),
       _mm_setr_epi8(-1, 0, -1, -1, 1, -1, -1, 2, -1, -1, 3, -1, -1, 4, -1, -1),
       _mm_setr_epi8(-1, -1, 0, -1, -1, 1, -1, -1, 2, -1, -1, 3, -1, -1, 4, -1)},
      {_mm_setr_epi8(-1, -1, 6, -1, -1, 7, -1, -1, 8, -1, -1, 9, -1, -1, 10, -1),
       _mm_setr_epi8(5, -1, -1, 6, -1, -1, 7, -1, -1, 8, -1, -1, 9, -1, -1, 10),
       _mm_setr_epi8(-1, 5, -1, -1, 6, -1, -1, 7, -1, -1, 8, -1, -1, 9, -1, -1)},
      {_mm_setr_epi8(-1, 11, -1, -1, 12, -1, -1, 13, -1, -1, 14, -1, -1, 15, -1, -1),
       _mm_setr_epi8(-1, -1, 11, -1, -1, 12, -1, -1, 13, -1, -1, 14, -1, -1, 15, -1),
       _mm_setr_epi8(10, -1, -1, 11, -1, -1, 12, -1, -1, 13, -1, -1, 14, -1, -1, 15)}};
  MIA_UNROLLED
  for (int part = 0; part < 3; ++part) {
    const __m128i bytes = _mm_or_si128(
        _mm_or_si128(_mm_shuffle_epi8(r, places[part][0]), _mm_shuffle_epi8(g, places[part][1])),
        _mm_shuffle_epi8(b, places[part][2]));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to) + part, bytes);
  }
}

MIA_AVX2 inline __m256i times(__m256i a, short b) {
  return _mm256_mulhrs_epi16(a, _mm256_set1_epi16(b));
}

// 128ths of what a colour is off its middle.
MIA_AVX2 inline __m256i centred(const std::uint8_t* from) {
  return _mm256_slli_epi16(_mm256_sub_epi16(sixteen(from), _mm256_set1_epi16(128)), 7);
}

// JFIF's matrix in 4096ths; products of a colour's 128ths with them are sixteenths.
MIA_AVX2 inline void sixteenColours(const std::uint8_t* luma, const std::uint8_t* blue,
                                    const std::uint8_t* red, std::uint8_t* rgb) {
  const __m256i y = _mm256_slli_epi16(sixteen(luma), 4);
  const __m256i cb = centred(blue), cr = centred(red);
  const __m256i green = _mm256_add_epi16(times(cb, 1410), times(cr, 2925));
  interleave(toBytes(_mm256_add_epi16(y, times(cr, 5743))), toBytes(_mm256_sub_epi16(y, green)),
             toBytes(_mm256_add_epi16(y, times(cb, 7258))), rgb);
}

}  // namespace

bool canDecodeBlocks() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
         __builtin_cpu_supports("bmi2");
}

float blockFactor(int side, int row, int column) {
  const auto along = [side](int u) {
    if (u == 0 || side < 4) return 1.0;
    if (side == 4) return std::numbers::sqrt2;
    return std::numbers::sqrt2 * std::cos(u * std::numbers::pi / 16);
  };
  return static_cast<float>(along(row) * along(column) / 8);
}

void putBlock(const float* coefficients, int side, std::uint8_t* to, std::size_t stride) {
  switch (side) {
    case 8: return putEight(coefficients, to, stride);
    case 4: return putFour(coefficients, to, stride);
    case 2: return putTwo(coefficients, to, stride);
    default: *to = toPixel(*coefficients);
  }
}

MIA_AVX2 void putColours(const std::uint8_t* luma, const std::uint8_t* blue,
                         const std::uint8_t* red, int width, std::uint8_t* rgb) {
  int x = 0;
  for (; x + 16 <= width; x += 16) sixteenColours(luma + x, blue + x, red + x, rgb + 3 * x);
  if (x == width) return;
  std::uint8_t last[48];
  sixteenColours(luma + x, blue + x, red + x, last);
  std::memcpy(rgb + 3 * x, last, 3 * static_cast<std::size_t>(width - x));
}

}  // namespace mia::imaging

#else

namespace mia::imaging {

bool canDecodeBlocks() { return false; }
float blockFactor(int, int, int) { return 0; }
void putBlock(const float*, int, std::uint8_t*, std::size_t) {}
void putColours(const std::uint8_t*, const std::uint8_t*, const std::uint8_t*, int, std::uint8_t*) {
}

}  // namespace mia::imaging

#endif
