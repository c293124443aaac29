// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "base/error.h"
#include "base/files.h"
#include "curation/import.h"
#include "curation/status.h"
#include "imaging/encode.h"
#include "storage/images.h"
#include "storage/questions.h"
#include "storage/sources.h"
#include "support/temporary_folder.h"

using namespace mia;

namespace {

Json record(const std::string& id, const Json& image, const std::string& question,
            const std::string& answer) {
  Json json = {{"id", id},
               {"conversations",
                {{{"from", "human"}, {"value", question}}, {{"from", "gpt"}, {"value", answer}}}}};
  if (!image.is_null()) json["image"] = image;
  return json;
}

/// A project beside a folder of pictures: hen.png and owl.png.
struct Fixture {
  TemporaryFolder folder;
  std::filesystem::path root = folder / "pictures";
  curation::Project project = curation::Project::create(folder / "project");

  Fixture() {
    std::filesystem::create_directories(root);
    imaging::writePicture(root / "hen.png", imaging::Picture(8, 6, {200, 30, 30}));
    imaging::writePicture(root / "owl.png", imaging::Picture(5, 7, {30, 200, 30}));
  }
  curation::ImportResult import(const Json& records, const WorkContext& work = {}) {
    return importText(records.dump(), work);
  }
  curation::ImportResult importText(const std::string& text, const WorkContext& work = {}) {
    writeFileAtomically(folder / "a.json", text);
    return curation::importLlava(project, folder / "a.json", root, work);
  }
  std::map<std::int64_t, std::string> reasons() {
    std::map<std::int64_t, std::string> found;
    curation::forEachQuarantined(project, {}, [&](const QuarantinedRow& row, const std::string&) {
      CHECK_FALSE(row.words.empty());
      found[row.row] = toString(row.reason);
    });
    return found;
  }
};

Json manyRows(int count) {
  Json records = Json::array();
  for (int i = 0; i < count; ++i) {
    records.push_back(
        record(std::to_string(i), "hen.png", "<image>What " + std::to_string(i), "x"));
  }
  return records;
}

}  // namespace

TEST_CASE("every row becomes a question or is quarantined with its reason") {
  Fixture f;
  writeFileAtomically(f.root / "notes.jpg", "these are notes");
  writeFileAtomically(f.root / "empty.jpg", "");
  writeFileAtomically(f.folder / "outside.png", readFile(f.root / "hen.png"));
  std::filesystem::create_symlink(f.folder / "outside.png", f.root / "link.png");
  std::filesystem::create_symlink(f.root / "hen.png", f.root / "inside.png");
  const auto result = f.import(
      {record("0", "hen.png", "<image>\nWhat?", "A hen."),
       record("1", "gone.png", "<image>What?", "x"), record("2", "notes.jpg", "<image>What?", "x"),
       record("3", "../outside.png", "<image>What?", "x"),
       record("4", (f.folder / "outside.png").string(), "<image>?", "x"),
       record("5", "link.png", "<image>What?", "x"), record("6", "hen.png", "What?", "x"),
       record("7", "hen.png", "<image>", "x"), record("8", "hen.png", "<image>What?", ""),
       record("9", "hen.png", "What?\n<image>", "A hen."), record("10", nullptr, "What?", "x"),
       Json{{"id", "11"}, {"image", "hen.png"}},
       record("12", {"owl.png"}, "<image-placeholder>What?", "An owl."),
       record("13", "empty.jpg", "<image>What?", "x"),
       record("14", "inside.png", "<image>What is it?", "x"),
       record("15", "inside.png", "<image>What?", "A hen.")});
  CHECK(f.reasons() == std::map<std::int64_t, std::string>{{1, "missing-image"},
                                                           {2, "unreadable-image"},
                                                           {3, "path-escapes-root"},
                                                           {4, "path-escapes-root"},
                                                           {5, "path-escapes-root"},
                                                           {6, "image-marks"},
                                                           {7, "empty-question"},
                                                           {8, "no-answer"},
                                                           {9, "duplicate"},
                                                           {10, "text-only"},
                                                           {11, "malformed"},
                                                           {13, "unreadable-image"},
                                                           {15, "duplicate"}});
  CHECK(result.source.state == SourceState::kComplete);
  CHECK(result.source.rowsDone == 16);
  CHECK(result.questions == 3);
  CHECK(result.added == 3);
  const Question first = storage::QuestionReader(f.project.database()).page({}, 1).at(0);
  const Image image = storage::ImageReader(f.project.database()).get(first.image);
  CHECK(image.width == 8);
  CHECK(image.height == 6);
  CHECK(image.file() == std::filesystem::canonical(f.root / "hen.png"));
}

TEST_CASE("importing the same file again adds nothing") {
  Fixture f;
  const Json records = {record("0", "hen.png", "<image>What?", "x"),
                        record("1", "gone.png", "<image>What?", "x")};
  f.import(records);
  const auto again = f.import(records);
  CHECK(again.added == 0);
  CHECK(again.questions == 1);
  CHECK(again.source.rowsDone == 2);
  CHECK(f.reasons() == std::map<std::int64_t, std::string>{{1, "missing-image"}});
  CHECK(storage::SourceReader(f.project.database()).all().size() == 1);
}

TEST_CASE("a row whose picture has come is taken by the next import") {
  Fixture f;
  const Json records = {record("0", "late.png", "<image>What?", "x"),
                        record("1", "gone.png", "<image>What?", "x")};
  f.import(records);
  imaging::writePicture(f.root / "late.png", imaging::Picture(3, 3, {1, 2, 3}));
  const auto again = f.import(records);
  CHECK(again.added == 1);
  CHECK(again.questions == 1);
  CHECK(f.reasons() == std::map<std::int64_t, std::string>{{1, "missing-image"}});
}

TEST_CASE("rows of another file that are known are duplicates, and the place is named") {
  Fixture f;
  f.import(Json::array({record("0", "hen.png", "<image>What?", "x")}));
  const auto other = f.import(
      {record("9", "owl.png", "<image>What?", "x"), record("0", "hen.png", "<image>What?", "x")});
  CHECK(other.added == 1);
  CHECK(f.reasons() == std::map<std::int64_t, std::string>{{1, "duplicate"}});
}

TEST_CASE("a file that is broken in the middle keeps what stood before, and says where") {
  Fixture f;
  const std::string whole = manyRows(10).dump();
  const std::size_t row7 =
      whole.find("{\"conversations\":[{\"from\":\"human\",\"value\":\"<image>What 7");
  const auto result = f.importText(whole.substr(0, row7 + 30));
  CHECK(result.source.state == SourceState::kBroken);
  CHECK(result.questions == 7);
  CHECK(result.source.words.find("byte " + std::to_string(row7) + ", row 7") != std::string::npos);
  CHECK(f.importText(whole.substr(0, row7 + 30)).added == 0);
}

TEST_CASE("an import that was stopped goes on: nothing twice, nothing lost") {
  Fixture f;
  const Json records = manyRows(10'000);
  std::stop_source stop;
  try {
    f.import(records, {stop.get_token(), [&](const Progress&) { stop.request_stop(); }});
    FAIL("was not stopped");
  } catch (const Error& e) {
    CHECK(e.kind() == ErrorKind::kStopped);
  }
  const auto stored = storage::QuestionReader(f.project.database()).count();
  CHECK(stored > 0);
  CHECK(stored < 10'000);
  const auto result = f.import(records);
  CHECK(result.added == 10'000 - stored);
  CHECK(result.questions == 10'000);
  std::int64_t row = 0;
  bool ordered = true;
  storage::QuestionReader(f.project.database()).forEach([&](Question&& question) {
    ordered = ordered && question.row == row++ &&
              question.turns[0].question == "What " + std::to_string(question.row);
  });
  CHECK(ordered);
}

TEST_CASE("what is no list of records, and a root that is not there, leave no trace") {
  Fixture f;
  CHECK_THROWS_AS(f.importText("{}"), Error);
  writeFileAtomically(f.folder / "b.json", "[]");
  CHECK_THROWS_AS(curation::importLlava(f.project, f.folder / "b.json", f.folder / "nowhere"),
                  Error);
  CHECK(storage::SourceReader(f.project.database()).all().empty());
}

TEST_CASE("the status tells what was imported and what comes next") {
  Fixture f;
  CHECK(curation::nextStep(curation::statusOf(f.project)).find("mia import") != std::string::npos);
  f.import({record("0", "hen.png", "<image>What?", "x"), record("1", nullptr, "What?", "x")});
  const auto status = curation::statusOf(f.project);
  CHECK(status.images == 1);
  CHECK(status.questions == 1);
  CHECK(status.sources.at(0).quarantined.at(QuarantineReason::kTextOnly) == 1);
  CHECK(curation::nextStep(status).find("mia compose") != std::string::npos);
  CHECK(curation::toJson(status).at("sources").at(0).at("rows") == 2);
}
