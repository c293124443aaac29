// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

#include "base/error.h"

namespace mia {

using Json = nlohmann::json;

/// Parses text; `where` (a file name, say) goes into the message of the Error (kBadInput).
Json parseJson(std::string_view text, const std::string& where);
Json readJsonFile(const std::filesystem::path& file);

/// The field `key` of `object` as a T; an Error (kBadInput) that names field and place otherwise.
template <class T>
T require(const Json& object, const char* key, const std::string& where) {
  const auto field = object.is_object() ? object.find(key) : object.end();
  if (field == object.end()) {
    throw Error(ErrorKind::kBadInput, where + " has no field \"" + key + "\"");
  }
  try {
    return field->get<T>();
  } catch (const nlohmann::json::exception&) {
    throw Error(ErrorKind::kBadInput, where + ": the field \"" + key + "\" has the wrong type");
  }
}

/// The field `key` if it is there and not null, else `fallback`; a wrong type is an Error.
template <class T>
T valueOr(const Json& object, const char* key, T fallback, const std::string& where) {
  const auto field = object.find(key);
  if (field == object.end() || field->is_null()) return fallback;
  return require<T>(object, key, where);
}

}  // namespace mia
