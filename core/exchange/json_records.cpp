// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json_records.h"

#include "exchange/json_array_stream.h"

namespace mia::exchange {

void forEachRecord(const std::filesystem::path& file,
                   const std::function<void(const Json&, const std::string& where)>& take) {
  JsonArrayStream stream(file);
  while (const auto element = stream.next()) {
    const std::string where = file.string() + ", row " + std::to_string(element->row);
    take(parseJson(element->text, where), where);
  }
  if (const auto& broken = stream.broken()) {
    throw Error(ErrorKind::kBadInput, file.string() + " is broken at byte " +
                                          std::to_string(broken->byte) + ", row " +
                                          std::to_string(broken->row) + ": " + broken->words);
  }
}

}  // namespace mia::exchange
