// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "base/error.h"
#include "base/files.h"
#include "exchange/llama_factory.h"
#include "exchange/mia_dpo.h"
#include "support/temporary_folder.h"

using namespace mia;
using exchange::PreferenceRecord;

namespace {

PreferenceRecord aRecord() {
  return {"17:0",
          {"a/b.jpg", "c \"d\".png"},
          "Image1:<image>\nImage2:<image>\nIn Image2, what is it?",
          "A hen.",
          "An owl, caf\u00e9.",
          "A hen."};
}

}  // namespace

TEST_CASE("MIA-DPO JSON comes back as it was written, and has the data set's own fields") {
  TemporaryFolder folder;
  exchange::MiaDpoWriter writer(folder / "p.json");
  writer.add(aRecord());
  PreferenceRecord second = aRecord();
  second.id = "18:0";
  writer.add(second);
  writer.finish();
  const Json json = readJsonFile(folder / "p.json");
  REQUIRE(json.size() == 2);
  CHECK(json[0].size() == 6);
  CHECK(json[0]["image"] == Json({"a/b.jpg", "c \"d\".png"}));
  CHECK(json[0]["gt"] == "A hen.");
  std::vector<PreferenceRecord> read;
  exchange::readMiaDpo(folder / "p.json",
                       [&](PreferenceRecord&& record) { read.push_back(std::move(record)); });
  CHECK(read == std::vector{aRecord(), second});
}

TEST_CASE("MIA-DPO JSON from elsewhere is read with the other mark and one image as a text") {
  TemporaryFolder folder;
  writeFileAtomically(folder / "p.json",
                      R"([{"image":"a.jpg","prompt":"<image-placeholder>\nWhat?",)"
                      R"("chosen":"x","rejected":"y"},])");
  PreferenceRecord read;
  exchange::readMiaDpo(folder / "p.json", [&](PreferenceRecord&& record) { read = record; });
  CHECK(read.prompt == "<image>\nWhat?");
  CHECK(read.images == std::vector<std::string>{"a.jpg"});
}

TEST_CASE("LLaMA-Factory's folder comes back as it was written, and says what it holds") {
  TemporaryFolder folder;
  exchange::LlamaFactoryWriter writer(folder / "lf");
  writer.add(aRecord());
  writer.finish();
  const Json info = readJsonFile(folder / "lf" / "dataset_info.json");
  CHECK(info ==
        Json::parse(R"({"mia":{"file_name":"data.json","formatting":"sharegpt","ranking":true,)"
                    R"("columns":{"messages":"conversations","chosen":"chosen",)"
                    R"("rejected":"rejected","images":"images"}}})"));
  const Json json = readJsonFile(folder / "lf" / "data.json");
  CHECK(json[0]["conversations"] ==
        Json::array({{{"from", "human"}, {"value", aRecord().prompt}}}));
  CHECK(json[0]["rejected"] == Json({{"from", "gpt"}, {"value", aRecord().rejected}}));
  std::vector<PreferenceRecord> read;
  exchange::readLlamaFactory(folder / "lf",
                             [&](PreferenceRecord&& record) { read.push_back(std::move(record)); });
  PreferenceRecord expected = aRecord();
  expected.id = expected.groundTruth = "";
  CHECK(read == std::vector{expected});
}

TEST_CASE("a pair whose marks and images differ is never written") {
  TemporaryFolder folder;
  exchange::MiaDpoWriter writer(folder / "p.json");
  PreferenceRecord record = aRecord();
  record.images.pop_back();
  CHECK_THROWS_AS(writer.add(record), Error);
  record = aRecord();
  record.rejected += "<image>";
  CHECK_THROWS_AS(writer.add(record), Error);
  record = aRecord();
  record.chosen.clear();
  CHECK_THROWS_AS(writer.add(record), Error);
}

TEST_CASE("an export that did not finish leaves the older file and nothing beside it") {
  TemporaryFolder folder;
  writeFileAtomically(folder / "p.json", "older");
  { exchange::MiaDpoWriter(folder / "p.json").add(aRecord()); }
  CHECK(readFile(folder / "p.json") == "older");
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    files += entry.exists() ? 1 : 0;
  }
  CHECK(files == 1);
}

TEST_CASE("a broken file is an error with its place") {
  TemporaryFolder folder;
  exchange::MiaDpoWriter writer(folder / "p.json");
  writer.add(aRecord());
  writer.add(aRecord());
  writer.finish();
  const std::string whole = readFile(folder / "p.json");
  writeFileAtomically(folder / "p.json", whole.substr(0, whole.size() - 20));
  int taken = 0;
  try {
    exchange::readMiaDpo(folder / "p.json", [&](PreferenceRecord&&) { ++taken; });
    FAIL("read");
  } catch (const Error& e) {
    CHECK(taken == 1);
    CHECK(std::string(e.what()).find("row 1") != std::string::npos);
  }
}
