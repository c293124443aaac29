// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/llama_factory.h"

#include <system_error>

#include "base/files.h"
#include "exchange/json_records.h"

namespace mia::exchange {
namespace {

constexpr const char* kData = "data.json";
constexpr const char* kInfo = "dataset_info.json";
constexpr const char* kName = "mia";

const std::filesystem::path& made(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    throw Error(ErrorKind::kIo,
                "Cannot make the folder " + folder.string() + ": " + error.message());
  }
  return folder;
}

nlohmann::ordered_json message(const char* from, const std::string& value) {
  return {{"from", from}, {"value", value}};
}

std::string valueOf(const Json& message, const char* from, const std::string& where) {
  if (require<std::string>(message, "from", where) != from) {
    throw Error(ErrorKind::kBadInput, where + ": a message is not from \"" + from + "\"");
  }
  return require<std::string>(message, "value", where);
}

}  // namespace

LlamaFactoryWriter::LlamaFactoryWriter(const std::filesystem::path& folder)
    : folder_(made(folder)), list_(folder / kData) {}

void LlamaFactoryWriter::add(const PreferenceRecord& record) {
  check(record);
  list_.add({{"conversations", nlohmann::ordered_json::array({message("human", record.prompt)})},
             {"chosen", message("gpt", record.chosen)},
             {"rejected", message("gpt", record.rejected)},
             {"images", record.images}});
}

void LlamaFactoryWriter::finish() {
  const nlohmann::ordered_json info = {{kName,
                                        {{"file_name", kData},
                                         {"formatting", "sharegpt"},
                                         {"ranking", true},
                                         {"columns",
                                          {{"messages", "conversations"},
                                           {"chosen", "chosen"},
                                           {"rejected", "rejected"},
                                           {"images", "images"}}}}}};
  list_.finish();
  writeFileAtomically(folder_ / kInfo, info.dump(2) + "\n");
}

void readLlamaFactory(const std::filesystem::path& folder,
                      const std::function<void(PreferenceRecord&&)>& take) {
  const std::string place = (folder / kInfo).string();
  const Json info = require<Json>(readJsonFile(folder / kInfo), kName, place);
  const Json columns = require<Json>(info, "columns", place);
  const auto column = [&](const char* name) { return require<std::string>(columns, name, place); };
  const std::string messages = column("messages"), chosen = column("chosen"),
                    rejected = column("rejected"), images = column("images");
  const auto file = folder / require<std::string>(info, "file_name", place);
  forEachRecord(file, [&](const Json& json, const std::string& where) {
    const auto talk = require<std::vector<Json>>(json, messages.c_str(), where);
    if (talk.size() != 1) {
      throw Error(ErrorKind::kBadInput, where + " has more than the one message of a prompt");
    }
    PreferenceRecord record;
    record.id = where;
    record.prompt = valueOf(talk[0], "human", where);
    record.chosen = valueOf(require<Json>(json, chosen.c_str(), where), "gpt", where);
    record.rejected = valueOf(require<Json>(json, rejected.c_str(), where), "gpt", where);
    record.images = require<std::vector<std::string>>(json, images.c_str(), where);
    check(record);
    record.id.clear();
    take(std::move(record));
  });
}

}  // namespace mia::exchange
