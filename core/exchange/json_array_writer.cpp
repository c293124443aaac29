// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json_array_writer.h"

#include <unistd.h>

#include <system_error>

namespace mia::exchange {

JsonArrayWriter::JsonArrayWriter(const std::filesystem::path& file)
    : file_(file),
      partial_(file.string() + ".partial-" + std::to_string(::getpid())),
      out_(partial_, std::ios::binary | std::ios::trunc) {
  if (!out_) throw Error(ErrorKind::kIo, "Cannot write " + file.string());
  out_ << "[";
}

JsonArrayWriter::~JsonArrayWriter() {
  if (finished_) return;
  out_.close();
  std::error_code ignored;  // what is left behind is named as partial
  std::filesystem::remove(partial_, ignored);
}

void JsonArrayWriter::add(const nlohmann::ordered_json& record) {
  try {
    out_ << (first_ ? "\n" : ",\n") << record.dump();
  } catch (const nlohmann::json::exception& e) {
    throw Error(ErrorKind::kBadInput,
                "A record for " + file_.string() + " is not UTF-8: " + e.what());
  }
  first_ = false;
  requireWritten();
}

void JsonArrayWriter::finish() {
  out_ << "\n]\n";
  out_.close();
  requireWritten();
  std::filesystem::rename(partial_, file_);
  finished_ = true;
}

void JsonArrayWriter::requireWritten() {
  if (!out_) {
    throw Error(ErrorKind::kResource, "Cannot write " + file_.string(), "Is the disk full?");
  }
}

}  // namespace mia::exchange
