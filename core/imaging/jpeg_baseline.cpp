// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/jpeg_baseline.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

#include "imaging/jpeg_blocks.h"
#include "imaging/jpeg_huffman.h"

// canDecodeBlocks() tells whether the processor has these shifts.
#if defined(__x86_64__)
#define MIA_BMI2 __attribute__((target("bmi,bmi2")))
#else
#define MIA_BMI2
#endif

// ITU-T T.81, annexes B and F; names there: a "data unit" is a block, an "MCU" a group of blocks.

namespace mia::imaging {
namespace {

using Octets = std::span<const std::uint8_t>;

constexpr int kBlock = 8;                                   // px and frequencies on a side
constexpr std::size_t kCoefficients = kBlock * kBlock + 1;  // and one for those that are not shown

// The n-th coefficient of a block stands in this row and column: zigzag.
struct Place {
  std::uint8_t row, column;
};

constexpr std::array<Place, 64> zigzag() {
  std::array<Place, 64> places{};
  std::size_t n = 0;
  for (int sum = 0; sum < 2 * kBlock - 1; ++sum) {
    const int low = std::max(0, sum - kBlock + 1), high = std::min(sum, kBlock - 1);
    for (int i = low; i <= high; ++i) {
      const auto along = static_cast<std::uint8_t>(i), against = static_cast<std::uint8_t>(sum - i);
      places[n++] = sum % 2 == 0 ? Place{against, along} : Place{along, against};
    }
  }
  return places;
}

constexpr std::array<Place, 64> kZigzag = zigzag();

/// A big-endian field's bytes; reading past the end gives zeros and is remembered.
class Fields {
 public:
  explicit Fields(Octets bytes) : bytes_(bytes) {}
  int u8() {
    if (at_ < bytes_.size()) return bytes_[at_++];
    failed_ = true;
    return 0;
  }
  int u16() {
    const int high = u8();
    return high << 8 | u8();
  }
  Octets take(std::size_t count) {
    failed_ |= count > bytes_.size() - at_;
    if (failed_) return {};
    at_ += count;
    return bytes_.subspan(at_ - count, count);
  }
  Octets rest() const { return bytes_.subspan(at_); }
  bool atEnd() const { return at_ == bytes_.size(); }
  bool hasFailed() const { return failed_; }

 private:
  Octets bytes_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

/// One of the picture's planes, and how its blocks are coded.
struct Plane {
  int id = 0;
  int across = 1, down = 1;  ///< its blocks in a group
  std::size_t steps = 0;     ///< which table of quantization
  std::size_t direct = 0, run = 0;
  // While it is decoded:
  int side = kBlock;          ///< px that a block becomes
  std::size_t shownEnd = 64;  ///< from this coefficient on none is shown
  std::int16_t last = 0;      ///< the mean of the block before, in steps
  std::array<float, 64> factors{};
  std::array<std::uint8_t, 64> places{};
  std::vector<std::uint8_t> pixels;  ///< of one row of groups
  std::size_t stride = 0;
};

class Decoder {
 public:
  bool decode(Octets bytes, int divisor, Picture& picture) {
    return readHeaders(bytes) && prepare(divisor) && decodeGroups(divisor, picture);
  }

 private:
  bool readHeaders(Octets bytes);
  bool readSteps(Fields fields);
  bool readCodes(Fields fields);
  bool readFrame(Fields fields);
  bool readScan(Fields fields);
  bool splitScan(Octets coded);
  bool prepare(int divisor);
  bool decodeGroups(int divisor, Picture& picture);
  MIA_BMI2 bool decodeRow();
  MIA_BMI2 inline bool decodeBlock(JpegBits& bits, Plane& plane, std::uint8_t* to);
  bool nextPart();

  int width_ = 0, height_ = 0;
  int restart_ = 0;  ///< groups of a part; 0: there is one part
  bool isJfif_ = false, isAdobe_ = false;
  int adobeColours_ = 0;
  std::array<std::array<std::uint16_t, 64>, 4> steps_{};
  std::array<JpegCodes, 4> direct_, run_;
  std::vector<Plane> planes_;
  std::unique_ptr<std::uint8_t[]> scan_;  ///< the parts, one behind the other, without stuffing
  std::vector<std::size_t> ends_;         ///< of the parts
  std::size_t part_ = 0;
  int groupsAcross_ = 0, groupsDown_ = 0;
  int left_ = 0;  ///< groups of the part
  JpegBits bits_;
  alignas(32) std::array<float, kCoefficients> coefficients_{};
};

bool Decoder::readHeaders(Octets bytes) {
  Fields file(bytes);
  if (file.u16() != 0xffd8) return false;
  while (!file.hasFailed()) {
    if (file.u8() != 0xff) return false;
    int marker = file.u8();
    while (marker == 0xff) marker = file.u8();
    const int length = file.u16();
    if (length < 2) return false;
    const Octets body = file.take(static_cast<std::size_t>(length) - 2);
    if (file.hasFailed()) return false;
    Fields fields(body);
    switch (marker) {
      case 0xdb:
        if (!readSteps(fields)) return false;
        break;
      case 0xc4:
        if (!readCodes(fields)) return false;
        break;
      case 0xc0:
      case 0xc1:
        if (!readFrame(fields)) return false;
        break;
      case 0xdd: restart_ = fields.u16(); break;
      case 0xda: return readScan(fields) && splitScan(file.rest());
      case 0xe0:
        isJfif_ |= body.size() >= 5 && std::equal(body.begin(), body.begin() + 4, "JFIF");
        break;
      case 0xee:
        if (body.size() >= 12 && std::equal(body.begin(), body.begin() + 5, "Adobe")) {
          isAdobe_ = true;
          adobeColours_ = body[11];
        }
        break;
      default:
        // Other frames are progressive, lossless or arithmetic; the rest is not about pixels.
        if (marker >= 0xc2 && marker <= 0xcf) return false;
    }
  }
  return false;
}

bool Decoder::readSteps(Fields fields) {
  while (!fields.atEnd()) {
    const int head = fields.u8();
    if ((head & 15) > 3 || head >> 4 > 1) return false;
    for (std::uint16_t& step : steps_[static_cast<std::size_t>(head & 15)]) {
      step = static_cast<std::uint16_t>(head >> 4 == 1 ? fields.u16() : fields.u8());
    }
    if (fields.hasFailed()) return false;
  }
  return true;
}

bool Decoder::readCodes(Fields fields) {
  while (!fields.atEnd()) {
    const int head = fields.u8();
    if ((head & 15) > 3 || head >> 4 > 1) return false;
    const Octets counts = fields.take(16);
    std::size_t symbols = 0;
    for (const std::uint8_t count : counts) symbols += count;
    const Octets listed = fields.take(symbols);
    if (fields.hasFailed()) return false;
    const bool isDirect = head >> 4 == 0;
    JpegCodes& codes = (isDirect ? direct_ : run_)[static_cast<std::size_t>(head & 15)];
    if (!codes.build(counts.first<16>(), listed, isDirect)) return false;
  }
  return true;
}

bool Decoder::readFrame(Fields fields) {
  if (!planes_.empty() || fields.u8() != 8) return false;
  height_ = fields.u16();
  width_ = fields.u16();
  planes_.resize(static_cast<std::size_t>(fields.u8()));
  if (width_ == 0 || height_ == 0 || (planes_.size() != 1 && planes_.size() != 3)) return false;
  for (Plane& plane : planes_) {
    plane.id = fields.u8();
    const int sampling = fields.u8();
    plane.across = sampling >> 4;
    plane.down = sampling & 15;
    plane.steps = static_cast<std::size_t>(fields.u8());
    if (plane.steps > 3) return false;
  }
  // The blocks of a single plane stand in plain rows, whatever it says.
  if (planes_.size() == 1) planes_[0].across = planes_[0].down = 1;
  return !fields.hasFailed();
}

bool Decoder::readScan(Fields fields) {
  if (static_cast<std::size_t>(fields.u8()) != planes_.size() || planes_.empty()) return false;
  for (Plane& plane : planes_) {
    if (fields.u8() != plane.id) return false;
    const int tables = fields.u8();
    plane.direct = static_cast<std::size_t>(tables >> 4);
    plane.run = static_cast<std::size_t>(tables & 15);
    if (plane.direct > 3 || plane.run > 3) return false;
  }
  if (fields.u8() != 0 || fields.u8() != 63 || fields.u8() != 0 || fields.hasFailed()) return false;
  if (planes_.size() == 1) return true;
  // As the library guesses: JFIF's colours unless the file says or numbers them otherwise.
  if (isJfif_) return true;
  if (isAdobe_) return adobeColours_ == 1;
  return planes_[0].id == 1 && planes_[1].id == 2 && planes_[2].id == 3;
}

// Up to the mark of the end. A file that breaks off, or has another scan, is left to the library.
bool Decoder::splitScan(Octets coded) {
  scan_ = std::make_unique_for_overwrite<std::uint8_t[]>(coded.size());
  std::uint8_t* to = scan_.get();
  const std::uint8_t* at = coded.data();
  const std::uint8_t* const end = at + coded.size();
  const auto close = [&] { ends_.push_back(static_cast<std::size_t>(to - scan_.get())); };
  while (at < end) {
    const auto* mark =
        static_cast<const std::uint8_t*>(std::memchr(at, 0xff, static_cast<std::size_t>(end - at)));
    if (!mark || mark + 1 == end) return false;
    const int next = mark[1];
    const auto plain = static_cast<std::size_t>(mark - at) + (next == 0 ? 1 : 0);
    std::memcpy(to, at, plain);
    to += plain;
    at = mark + (next == 0xff ? 1 : 2);
    if (next >= 0xd0 && next <= 0xd7) close();
    if (next == 0xd9) {
      close();
      return true;
    }
    if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) return false;
  }
  return false;
}

// How large each plane's blocks become, so that all planes are of one size.
bool Decoder::prepare(int divisor) {
  const int across = planes_[0].across, down = planes_[0].down;
  if (across != down || across < 1 || across > 2) return false;
  groupsAcross_ = (width_ + kBlock * across - 1) / (kBlock * across);
  groupsDown_ = (height_ + kBlock * down - 1) / (kBlock * down);
  for (Plane& plane : planes_) {
    const bool isFirst = &plane == &planes_[0];
    if (!isFirst && (plane.across != 1 || plane.down != 1)) return false;
    plane.side = kBlock / divisor * (isFirst ? 1 : across);
    if (plane.side > kBlock) return false;
    if (plane.side < kBlock) run_[plane.run].buildLeaps();
    for (std::size_t i = 0; i < kZigzag.size(); ++i) {
      const auto [row, column] = kZigzag[i];
      const bool isShown = row < plane.side && column < plane.side;
      if (isShown) plane.shownEnd = i + 1;
      plane.places[i] =
          static_cast<std::uint8_t>(isShown ? column * plane.side + row : kBlock * kBlock);
      plane.factors[i] = isShown ? static_cast<float>(steps_[plane.steps][i]) *
                                       blockFactor(plane.side, row, column)
                                 : 0;
    }
    plane.stride = static_cast<std::size_t>(groupsAcross_ * plane.across * plane.side) + 16;
    plane.pixels.resize(plane.stride * static_cast<std::size_t>(plane.down * plane.side));
  }
  if (restart_ == 0) return ends_.size() == 1;
  const std::int64_t groups = std::int64_t{groupsAcross_} * groupsDown_;
  return static_cast<std::int64_t>(ends_.size()) == (groups + restart_ - 1) / restart_;
}

bool Decoder::nextPart() {
  if (part_ == ends_.size() || bits_.isOverrun()) return false;
  const std::size_t begin = part_ == 0 ? 0 : ends_[part_ - 1];
  bits_ = JpegBits(Octets(scan_.get() + begin, ends_[part_] - begin));
  ++part_;
  left_ = restart_ == 0 ? groupsAcross_ * groupsDown_ : restart_;
  for (Plane& plane : planes_) plane.last = 0;
  return true;
}

bool Decoder::decodeBlock(JpegBits& bits, Plane& plane, std::uint8_t* to) {
  const auto shown = static_cast<std::size_t>(plane.side * plane.side);
  std::memset(coefficients_.data(), 0, shown * sizeof(float));
  bits.fill();
  const JpegCodes::Step first = direct_[plane.direct].read(bits);
  if (first.length == 0) return false;
  plane.last = static_cast<std::int16_t>(plane.last + first.value);
  constexpr float kMiddle = 128;
  coefficients_[0] = static_cast<float>(plane.last) * plane.factors[0] + kMiddle;
  const JpegCodes& codes = run_[plane.run];
  for (std::size_t i = 1; i < 64; ++i) {
    bits.fill();
    if (i >= plane.shownEnd) {
      const JpegCodes::Leap leap = codes.leap(bits);
      // Behind the last coefficient the next block begins, without a mark.
      if (leap.length > 0 && i + leap.advance + leap.end <= 64) {
        bits.skip(leap.length);
        if (leap.end == 1) break;
        i += leap.advance - 1u;
        continue;
      }
    }
    const JpegCodes::Step step = codes.read(bits);
    i += step.run;
    if (step.run == JpegCodes::kEnd) break;
    if (step.length == 0 || i > 63) return false;
    coefficients_[plane.places[i]] = static_cast<float>(step.value) * plane.factors[i];
  }
  putBlock(coefficients_.data(), plane.side, to, plane.stride);
  return true;
}

// The planes' pixels of the next row of groups.
bool Decoder::decodeRow() {
  JpegBits bits = bits_;  // in registers
  for (int group = 0; group < groupsAcross_; ++group) {
    if (left_ == 0) {
      bits_ = bits;
      if (!nextPart()) return false;
      bits = bits_;
    }
    --left_;
    for (Plane& plane : planes_) {
      for (int block = 0; block < plane.across * plane.down; ++block) {
        const int x = (group * plane.across + block % plane.across) * plane.side;
        const int y = block / plane.across * plane.side;
        std::uint8_t* to = plane.pixels.data() + plane.stride * static_cast<std::size_t>(y) + x;
        if (!decodeBlock(bits, plane, to)) return false;
      }
    }
  }
  bits_ = bits;
  return !bits_.isOverrun();
}

bool Decoder::decodeGroups(int divisor, Picture& picture) {
  picture.width = (width_ + divisor - 1) / divisor;
  picture.height = (height_ + divisor - 1) / divisor;
  picture.rgb.resize(static_cast<std::size_t>(picture.width) *
                     static_cast<std::size_t>(picture.height) * 3);
  const int rows = planes_[0].down * planes_[0].side;
  const std::vector<std::uint8_t> grey(planes_[0].stride, 128);
  for (int y = 0; y < picture.height; y += rows) {
    if (!decodeRow()) return false;
    for (int row = 0; row < std::min(rows, picture.height - y); ++row) {
      const auto rowOf = [&](std::size_t plane) {
        return plane < planes_.size() ? planes_[plane].pixels.data() +
                                            planes_[plane].stride * static_cast<std::size_t>(row)
                                      : grey.data();
      };
      putColours(rowOf(0), rowOf(1), rowOf(2), picture.width, picture.pixel(0, y + row));
    }
  }
  return true;
}

}  // namespace

bool decodeBaseline(std::string_view bytes, int divisor, Picture& picture) {
  if (!canDecodeBlocks()) return false;
  const auto decoder = std::make_unique<Decoder>();
  return decoder->decode({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()},
                         divisor, picture);
}

}  // namespace mia::imaging
