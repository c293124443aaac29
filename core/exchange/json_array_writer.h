// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>

#include "base/json.h"

namespace mia::exchange {

/// Writes a JSON list, one record a line, without holding it. The file appears under its name when
/// finish() was called, whole; without it nothing appears and an older file stays.
class JsonArrayWriter {
 public:
  explicit JsonArrayWriter(const std::filesystem::path& file);
  ~JsonArrayWriter();
  JsonArrayWriter(const JsonArrayWriter&) = delete;
  JsonArrayWriter& operator=(const JsonArrayWriter&) = delete;

  /// Keeps the order of the fields. Error kBadInput when a text is not UTF-8.
  void add(const nlohmann::ordered_json& record);
  void finish();

 private:
  void requireWritten();

  std::filesystem::path file_;
  std::filesystem::path partial_;
  std::ofstream out_;
  bool first_ = true;
  bool finished_ = false;
};

}  // namespace mia::exchange
