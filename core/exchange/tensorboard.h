// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace mia::exchange {

/// CRC-32C (Castagnoli), as RFC 3720 appendix B.4 has it.
std::uint32_t crc32c(std::string_view bytes);

/// Writes scalars as a TensorBoard event file: TFRecords (length, masked CRC-32C, message, masked
/// CRC-32C; little-endian) of the protocol buffer message tensorflow.Event. TensorBoard takes every
/// file whose name holds "tfevents".
class TensorBoardWriter {
 public:
  /// Makes `folder` and in it events.out.tfevents.<whole seconds of `wallTime`>.mia. Error kIo.
  TensorBoardWriter(const std::filesystem::path& folder, double wallTime);
  /// `wallTime`: seconds since 1970. Kept as single precision: the format's own.
  void scalar(const std::string& tag, std::int64_t step, double wallTime, double value);
  /// Error kIo when not all could be written.
  void finish();
  const std::filesystem::path& file() const { return file_; }

 private:
  void record(const std::string& message);

  std::filesystem::path file_;
  std::ofstream stream_;
};

}  // namespace mia::exchange
