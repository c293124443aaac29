// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "base/error.h"
#include "base/files.h"
#include "base/json.h"
#include "curation/import.h"
#include "curation/import_preview.h"
#include "imaging/encode.h"
#include "support/temporary_folder.h"

using namespace mia;

namespace {

Json record(int id, const std::string& image) {
  return {{"id", id},
          {"image", image},
          {"conversations",
           {{{"from", "human"}, {"value", "<image>\nWhich?"}},
            {{"from", "gpt"}, {"value", "Number " + std::to_string(id)}}}}};
}

/// A folder with pictures/hen.png and whatever is written beside it.
struct Fixture {
  TemporaryFolder folder;

  Fixture() {
    std::filesystem::create_directories(folder / "pictures");
    imaging::writePicture(folder / "pictures" / "hen.png", imaging::Picture(8, 6, {200, 30, 30}));
  }
  std::filesystem::path write(const std::string& text, const std::string& name = "a.json") {
    writeFileAtomically(folder / name, text);
    return folder / name;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture,
                  "a preview sets aside what the import sets aside, for the same reasons") {
  const Json records = {record(1, "hen.png"),
                        record(2, "gone.png"),
                        record(1, "hen.png"),
                        {{"id", 3}, {"image", "hen.png"}},
                        record(4, "../secret.png")};
  const auto file = write(records.dump());
  const auto preview = curation::previewImport(file, folder / "pictures", 100);
  curation::Project project = curation::Project::create(folder / "project");
  const auto result = curation::importLlava(project, file, folder / "pictures");
  CHECK(preview.quarantined == result.quarantined);
  CHECK(preview.rows.size() == 5);
  CHECK(preview.whole);
  CHECK(preview.rows[0].picture.images.at(0).width == 8);
  CHECK(preview.rows[1].reason == QuarantineReason::kMissingImage);
  CHECK_FALSE(preview.rows[1].words.empty());
}

TEST_CASE_FIXTURE(Fixture, "a preview of a long file looks at its beginning and guesses the rest") {
  Json records = Json::array();
  for (int i = 100; i < 300; ++i) records.push_back(record(i, "hen.png"));
  const auto preview = curation::previewImport(write(records.dump()), folder / "pictures", 20);
  CHECK(preview.rows.size() == 20);
  CHECK_FALSE(preview.whole);
  CHECK(preview.estimatedRows == doctest::Approx(200).epsilon(0.05));  // equally long rows
}

TEST_CASE_FIXTURE(Fixture, "the folder of the images is found around the file") {
  const auto preview =
      curation::previewImport(write(Json({record(1, "hen.png")}).dump()), std::nullopt, 10);
  CHECK(preview.imageRoot == folder / "pictures");
  CHECK(preview.quarantined.empty());
}

TEST_CASE_FIXTURE(Fixture, "a file is recognised by its first record") {
  using curation::FileFormat;
  CHECK(curation::recognise(write(Json({record(1, "hen.png")}).dump())).canImport());
  CHECK(
      curation::recognise(write(R"([{"chosen":"a","rejected":"b","conversations":[]}])")).format ==
      FileFormat::kPreferencePairs);
  CHECK(curation::recognise(write(R"({"id":1})")).format == FileFormat::kJsonLines);
  for (const char* text : {"", "GIF89a", "[]", "[1]", R"([{"id":1}])", "[{"}) {
    const auto recognised = curation::recognise(write(text));
    CHECK(recognised.format == FileFormat::kOther);
    CHECK_FALSE(recognised.words.empty());
  }
  CHECK_THROWS_AS(curation::recognise(folder / "none.json"), Error);
}

TEST_CASE_FIXTURE(Fixture, "a folder is looked into for questions and photos") {
  CHECK(curation::lookInto(folder / "pictures").pictures == 1);
  CHECK_FALSE(curation::lookInto(folder / "pictures").questions);
  write("{}", "a-config.json");
  const auto questions = write(Json({record(1, "hen.png")}).dump(), "b.json");
  CHECK(curation::lookInto(folder.path()).questions == questions);
}
