// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/jpeg_huffman.h"

namespace mia::imaging {
namespace {

constexpr int kLongestCode = 16;
constexpr int kMostBitsDirect = 11, kMostBitsRun = 10;  // of a value of 8-bit samples

}  // namespace

JpegBits JpegBits::withLast(JpegBits bits) {
  for (; bits.count_ <= 56; bits.count_ += 8) {
    if (bits.at_ < bits.end_) {
      bits.bits_ |= std::uint64_t{*bits.at_++} << (56 - bits.count_);
    } else {
      ++bits.missing_;
    }
  }
  return bits;
}

bool JpegCodes::build(std::span<const std::uint8_t, 16> counts,
                      std::span<const std::uint8_t> symbols, bool isDirect) {
  isDirect_ = isDirect;
  symbols_.assign(symbols.begin(), symbols.end());
  steps_.fill({});
  codes_.fill({});
  std::uint32_t code = 0;
  int index = 0;
  for (int length = 1; length <= kLongestCode; ++length, code <<= 1) {
    offsets_[static_cast<std::size_t>(length)] = index - static_cast<int>(code);
    const int end = index + counts[static_cast<std::size_t>(length - 1)];
    if (code + static_cast<std::uint32_t>(end - index) > 1u << length) return false;
    for (; index < end; ++index, ++code) {
      if (length > kPeeked) continue;
      const std::uint32_t first = code << (kPeeked - length);
      for (std::uint32_t i = 0; i < 1u << (kPeeked - length); ++i) {
        codes_[first + i] = {symbols_[static_cast<std::size_t>(index)],
                             static_cast<std::uint8_t>(length)};
        steps_[first + i] =
            stepOf(symbols_[static_cast<std::size_t>(index)], length, first + i, kPeeked);
      }
    }
    limits_[static_cast<std::size_t>(length)] = code << (kLongestCode - length);
  }
  return true;
}

void JpegCodes::buildLeaps() {
  constexpr std::uint32_t kMask = (1u << kPeeked) - 1;
  leaps_.assign(steps_.size(), {});
  for (std::uint32_t window = 0; window <= kMask; ++window) {
    Leap& leap = leaps_[window];
    while (leap.end == 0) {
      // What follows the window is not known: a step that reaches into it is not taken.
      const Step step = steps_[window << leap.length & kMask];
      if (step.length == 0 || leap.length + step.length > kPeeked) break;
      leap.length = static_cast<std::uint8_t>(leap.length + step.length);
      if (step.run == kEnd) {
        leap.end = 1;
      } else {
        leap.advance = static_cast<std::uint8_t>(leap.advance + step.run + 1);
      }
    }
  }
}

// The step of a symbol whose code and value stand at the top of a window of bits.
JpegCodes::Step JpegCodes::stepOf(int symbol, int codeLength, std::uint32_t window,
                                  int windowLength) const {
  const int run = isDirect_ ? 0 : symbol >> 4, bits = isDirect_ ? symbol : symbol & 15;
  const int length = codeLength + bits;
  if (bits > (isDirect_ ? kMostBitsDirect : kMostBitsRun) || length > windowLength) return {};
  Step step{0, static_cast<std::uint8_t>(run), static_cast<std::uint8_t>(length)};
  if (bits == 0) {
    // Without a value only an end and sixteen zeros are meant.
    if (!isDirect_ && run != 15) step.run = kEnd;
    return step;
  }
  const auto value = static_cast<int>(window >> (windowLength - length) & ((1u << bits) - 1));
  step.value = static_cast<std::int16_t>(value < 1 << (bits - 1) ? value - (1 << bits) + 1 : value);
  return step;
}

JpegCodes::Step JpegCodes::readLong(std::uint32_t window) const {
  if (const Code code = codes_[window >> (kWindow - kPeeked)]; code.length > 0) {
    return stepOf(code.symbol, code.length, window, kWindow);
  }
  const std::uint32_t code = window >> (kWindow - kLongestCode);
  for (int length = kPeeked + 1; length <= kLongestCode; ++length) {
    if (code >= limits_[static_cast<std::size_t>(length)]) continue;
    const int index = static_cast<int>(code >> (kLongestCode - length)) +
                      offsets_[static_cast<std::size_t>(length)];
    return stepOf(symbols_[static_cast<std::size_t>(index)], length, window, kWindow);
  }
  return {};
}

}  // namespace mia::imaging
