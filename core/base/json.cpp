// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

#include "base/files.h"

namespace mia {

Json parseJson(std::string_view text, const std::string& where) {
  try {
    return Json::parse(text);
  } catch (const nlohmann::json::parse_error& e) {
    throw Error(ErrorKind::kBadInput,
                where + " is not valid JSON at byte " + std::to_string(e.byte));
  }
}

Json readJsonFile(const std::filesystem::path& file) {
  return parseJson(readFile(file), file.string());
}

}  // namespace mia
