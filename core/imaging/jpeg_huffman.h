// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace mia::imaging {

/// The bits of a scan without its stuffing, first bit first. Beyond the end it reads zeros.
class JpegBits {
 public:
  JpegBits() = default;
  explicit JpegBits(std::span<const std::uint8_t> bytes)
      : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  /// From then on at least 32 bits can be looked at.
  void fill() {
    if (count_ >= 32) return;
    if (end_ - at_ < 8) {
      *this = withLast(*this);
      return;
    }
    std::uint64_t next;
    std::memcpy(&next, at_, sizeof next);
    bits_ |= __builtin_bswap64(next) >> count_;
    at_ += (63 - count_) >> 3;
    count_ |= 56;
  }
  /// 1 to 32 of them.
  std::uint32_t peek(int count) const { return static_cast<std::uint32_t>(bits_ >> (64 - count)); }
  void skip(int count) {
    bits_ <<= count;
    count_ -= count;
  }
  /// Whether bits were used that are not there.
  bool isOverrun() const { return 8 * missing_ > count_; }

 private:
  // By value, as JpegCodes::readLong is: whose address is nowhere taken stays in registers.
  static JpegBits withLast(JpegBits bits);

  const std::uint8_t* at_ = nullptr;
  const std::uint8_t* end_ = nullptr;
  std::uint64_t bits_ = 0;  ///< the next at the top
  int count_ = 0;           ///< of them
  int missing_ = 0;         ///< bytes taken from beyond the end
};

/// One of a JPEG's code tables. A symbol is `run << 4 | bits`: so many zeros, then a value of so
/// many bits.
class JpegCodes {
 public:
  static constexpr int kEnd = 64;  ///< the run of the symbol that ends a block

  /// What a code and the value behind it say; looked up at once when both are short.
  struct Step {
    std::int16_t value = 0;
    std::uint8_t run = 0;
    std::uint8_t length = 0;  ///< bits of code and value; 0: not in the table
  };

  /// Several codes with their values, for who needs none of these values.
  struct Leap {
    std::uint8_t advance = 0;  ///< coefficients that they tell, zeros too
    std::uint8_t length = 0;   ///< bits of them; 0: not even one is in the table
    std::uint8_t end = 0;      ///< 1 when the last one ends the block
  };

  /// `counts` of codes by length, 1..16; of values alone (`isDirect`) or of runs and values. False
  /// when they are no code.
  bool build(std::span<const std::uint8_t, 16> counts, std::span<const std::uint8_t> symbols,
             bool isDirect);
  /// Of runs and values: prepares leap().
  void buildLeaps();

  /// Reads one; `length` 0 when the bits are no code of the table. They must be filled.
  Step read(JpegBits& bits) const {
    Step step = steps_[bits.peek(kPeeked)];
    if (step.length == 0) step = readLong(bits.peek(kWindow));
    bits.skip(step.length);
    return step;
  }

  /// What the next bits hold as far as the table reaches; does not skip them. They must be filled.
  Leap leap(const JpegBits& bits) const { return leaps_[bits.peek(kPeeked)]; }

 private:
  static constexpr int kPeeked = 11;
  static constexpr int kWindow = 32;  ///< bits that hold the longest code with the longest value
  Step stepOf(int symbol, int codeLength, std::uint32_t window, int windowLength) const;
  Step readLong(std::uint32_t window) const;

  std::array<Step, 1 << kPeeked> steps_ = {};
  std::vector<Leap> leaps_;
  struct Code {
    std::uint8_t symbol = 0;
    std::uint8_t length = 0;  ///< 0: longer than the table looks
  };
  std::array<Code, 1 << kPeeked> codes_ = {};  ///< whose values may reach beyond
  std::array<std::uint32_t, 18> limits_ = {};  ///< by length: codes below it, as 16 bits
  std::array<int, 18> offsets_ = {};           ///< by length: from a code to its symbol's index
  std::vector<std::uint8_t> symbols_;
  bool isDirect_ = false;
};

}  // namespace mia::imaging
