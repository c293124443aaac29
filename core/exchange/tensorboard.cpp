// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/tensorboard.h"

#include <array>
#include <bit>
#include <cmath>

#include "base/error.h"

namespace mia::exchange {
namespace {

std::array<std::uint32_t, 256> crcTable() {
  constexpr std::uint32_t kReversedPolynomial = 0x82F63B78;
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t value = byte;
    for (int bit = 0; bit < 8; ++bit) {
      value = (value >> 1) ^ ((value & 1) != 0 ? kReversedPolynomial : 0);
    }
    table[byte] = value;
  }
  return table;
}

// A record's checksums are rotated and shifted, so that a checksum of checksums stays sound.
std::uint32_t maskedCrc(std::string_view bytes) {
  const std::uint32_t crc = crc32c(bytes);
  return std::rotr(crc, 15) + 0xA282EAD8u;
}

template <class Number>
std::string littleEndian(Number number) {
  std::string bytes;
  for (std::size_t i = 0; i < sizeof number; ++i) {
    bytes.push_back(static_cast<char>(number >> (8 * i) & 0xFF));
  }
  return bytes;
}

enum class WireType { kVarint = 0, kFixed64 = 1, kBytes = 2, kFixed32 = 5 };

std::string varint(std::uint64_t number) {
  std::string bytes;
  for (; number >= 0x80; number >>= 7) bytes.push_back(static_cast<char>(number | 0x80));
  bytes.push_back(static_cast<char>(number));
  return bytes;
}

std::string key(int field, WireType type) {
  return varint(static_cast<std::uint64_t>(field) << 3 | static_cast<std::uint64_t>(type));
}

std::string bytesField(int field, std::string_view bytes) {
  return key(field, WireType::kBytes) + varint(bytes.size()) + std::string(bytes);
}

// message Event { double wall_time = 1; int64 step = 2; string file_version = 3;
//                 Summary summary = 5; }
std::string eventHead(double wallTime, std::int64_t step) {
  std::string head =
      key(1, WireType::kFixed64) + littleEndian(std::bit_cast<std::uint64_t>(wallTime));
  if (step != 0) head += key(2, WireType::kVarint) + varint(static_cast<std::uint64_t>(step));
  return head;
}

// message Summary { repeated Value value = 1; }
// message Value { string tag = 1; float simple_value = 2; }
std::string scalarSummary(const std::string& tag, double value) {
  const auto bits = std::bit_cast<std::uint32_t>(static_cast<float>(value));
  return bytesField(1, bytesField(1, tag) + key(2, WireType::kFixed32) + littleEndian(bits));
}

}  // namespace

std::uint32_t crc32c(std::string_view bytes) {
  static const std::array<std::uint32_t, 256> table = crcTable();
  std::uint32_t crc = 0xFFFFFFFFu;
  for (const char byte : bytes) {
    crc = (crc >> 8) ^ table[(crc ^ static_cast<unsigned char>(byte)) & 0xFF];
  }
  return ~crc;
}

TensorBoardWriter::TensorBoardWriter(const std::filesystem::path& folder, double wallTime) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  const auto seconds = static_cast<std::int64_t>(std::floor(wallTime));
  file_ = folder / ("events.out.tfevents." + std::to_string(seconds) + ".mia");
  stream_.open(file_, std::ios::binary | std::ios::trunc);
  if (!stream_) throw Error(ErrorKind::kIo, "Cannot write " + file_.string());
  record(eventHead(wallTime, 0) + bytesField(3, "brain.Event:2"));
}

void TensorBoardWriter::scalar(const std::string& tag, std::int64_t step, double wallTime,
                               double value) {
  record(eventHead(wallTime, step) + bytesField(5, scalarSummary(tag, value)));
}

void TensorBoardWriter::record(const std::string& message) {
  const std::string length = littleEndian(static_cast<std::uint64_t>(message.size()));
  stream_ << length << littleEndian(maskedCrc(length)) << message
          << littleEndian(maskedCrc(message));
}

void TensorBoardWriter::finish() {
  stream_.flush();
  if (!stream_) throw Error(ErrorKind::kIo, "Cannot write all of " + file_.string());
}

}  // namespace mia::exchange
