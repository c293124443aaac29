// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/mia_dpo.h"

#include "exchange/json_records.h"

namespace mia::exchange {
namespace {

std::string withPlainMarks(std::string text) {
  constexpr std::string_view kPlaceholder = "<image-placeholder>";
  for (auto at = text.find(kPlaceholder); at != text.npos; at = text.find(kPlaceholder, at)) {
    text.replace(at, kPlaceholder.size(), "<image>");
  }
  return text;
}

}  // namespace

void MiaDpoWriter::add(const PreferenceRecord& record) {
  check(record);
  list_.add({{"id", record.id},
             {"image", record.images},
             {"prompt", record.prompt},
             {"chosen", record.chosen},
             {"rejected", record.rejected},
             {"gt", record.groundTruth}});
}

void readMiaDpo(const std::filesystem::path& file,
                const std::function<void(PreferenceRecord&&)>& take) {
  forEachRecord(file, [&](const Json& json, const std::string& where) {
    PreferenceRecord record;
    record.id = valueOr<std::string>(json, "id", "", where);
    const Json image = require<Json>(json, "image", where);
    record.images = image.is_string() ? std::vector{image.get<std::string>()}
                                      : require<std::vector<std::string>>(json, "image", where);
    record.prompt = withPlainMarks(require<std::string>(json, "prompt", where));
    record.chosen = require<std::string>(json, "chosen", where);
    record.rejected = require<std::string>(json, "rejected", where);
    record.groundTruth = valueOr<std::string>(json, "gt", "", where);
    check(record);
    take(std::move(record));
  });
}

}  // namespace mia::exchange
