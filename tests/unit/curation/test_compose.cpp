// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/compose.h"

#include <doctest/doctest.h>

#include <numeric>
#include <set>

#include "base/content_hash.h"
#include "curation/layout_preview.h"
#include "curation/render.h"
#include "imaging/decode.h"
#include "imaging/encode.h"
#include "storage/images.h"
#include "storage/marks.h"
#include "storage/questions.h"
#include "storage/samples.h"
#include "storage/sources.h"
#include "support/temporary_folder.h"

using namespace mia;
using namespace mia::curation;

namespace {

/// A project with `count` pictures in the folders "a" and "b", and a conversation of two turns
/// about each, stored in the order of `order`.
struct Photos {
  explicit Photos(int count, bool backwards = false)
      : project(Project::create(folder / "project")) {
    std::filesystem::create_directories(folder / "a");
    std::filesystem::create_directories(folder / "b");
    std::vector<int> order(static_cast<std::size_t>(count));
    std::iota(order.begin(), order.end(), 0);
    if (backwards) std::reverse(order.begin(), order.end());
    storage::Transaction transaction(project.database());
    Source source;
    source.file = source.contentHash = source.root = "rows";
    source.format = "llava-instruct";
    const SourceId id = storage::SourceWriter(project.database()).add(source);
    for (const int i : order) addPhoto(i, id);
    transaction.commit();
  }

  void addPhoto(int i, SourceId source) {
    const std::string path = (i % 4 == 0 ? "b/" : "a/") + std::to_string(i) + ".png";
    const auto shade = static_cast<std::uint8_t>(i);
    imaging::writePicture(folder / path, imaging::Picture(24, 16, {shade, 9, 9}));
    const std::string hash = contentHashOfFile(folder / path);
    const Image image{{}, folder.path().string(), path, hash, 24, 16};
    const ImageId imageId = storage::ImageWriter(project.database()).add(image);
    const std::string name = std::to_string(i);
    const Question question{{},      source,
                            imageId, name,
                            i,       {{"What is it?", "It is " + name}, {"Sure?", "Yes, " + name}}};
    storage::QuestionWriter(project.database()).add(question, hash);
  }

  /// Every sample as text that names contents instead of ids.
  std::multiset<std::string> samples(const storage::SampleFilter& filter = {}) {
    std::multiset<std::string> texts;
    storage::SampleReader(project.database()).forEach(filter, [&](Sample&& sample) {
      std::string text = toJson(sample.recipe).dump() + sample.prompt + sample.answer;
      for (const Image& image : storage::ImageReader(project.database()).get(sample.images)) {
        text += " " + image.path;
      }
      texts.insert(text);
    });
    return texts;
  }

  TemporaryFolder folder;
  Project project;
};

ComposeRequest requestFor(LayoutKind layout) {
  ComposeRequest request;
  request.layout = layout;
  request.heldOutShare = 0;
  return request;
}

}  // namespace

TEST_CASE("the same seed makes the same samples, in whatever order things were imported") {
  for (const LayoutKind layout :
       {LayoutKind::kSequence, LayoutKind::kGrid, LayoutKind::kPicInPic, LayoutKind::kSingle}) {
    Photos forwards(40), backwards(40, true);
    auto request = requestFor(layout);
    request.limit = 15;
    CHECK(compose(forwards.project, request, {}).added == 15);
    compose(backwards.project, request, {});
    CHECK(forwards.samples() == backwards.samples());
    request.seed = 2;
    Photos other(40);
    compose(other.project, request, {});
    CHECK(other.samples() != forwards.samples());
  }
}

TEST_CASE("composing again adds nothing, and more adds the rest") {
  Photos photos(30);
  auto request = requestFor(LayoutKind::kSequence);
  request.limit = 10;
  CHECK(compose(photos.project, request, {}).added == 10);
  const auto again = compose(photos.project, request, {});
  CHECK(again.added == 0);
  CHECK(again.present == 10);
  request.limit = 0;
  auto all = compose(photos.project, request, {});
  CHECK(all.added + all.present + all.skipped["too few other images in its collection"] == 30);
  CHECK(all.present == 10);
}

TEST_CASE("a sample holds its target once, among others of its collection") {
  Photos photos(60);
  auto request = requestFor(LayoutKind::kGrid);
  request.imageCounts = {4, 6};
  compose(photos.project, request, {});
  std::set<int> targets, counts;
  storage::SampleReader(photos.project.database()).forEach({}, [&](Sample&& sample) {
    const auto images = storage::ImageReader(photos.project.database()).get(sample.images);
    std::set<std::string> paths;
    for (const Image& image : images) {
      paths.insert(image.path);
      CHECK(image.path[0] == images[0].path[0]);
    }
    CHECK(paths.size() == images.size());
    const auto question = storage::QuestionReader(photos.project.database()).get(sample.question);
    const auto target = static_cast<std::size_t>(sample.recipe.targetIndex);
    CHECK(sample.images[target] == question.image);
    CHECK(sample.prompt == "<image>\nIn Image" + std::to_string(target + 1) + ", what is it?");
    targets.insert(sample.recipe.targetIndex);
    counts.insert(sample.recipe.imageCount);
  });
  CHECK(targets == std::set<int>{0, 1, 2, 3, 4, 5});
  CHECK(counts == std::set<int>{4, 6});
}

TEST_CASE("what is held out never trains") {
  Photos photos(80);
  auto request = requestFor(LayoutKind::kSequence);
  request.heldOutShare = 0.3;
  const auto train = compose(photos.project, request, {});
  request.split = Split::kHeldOut;
  const auto heldOut = compose(photos.project, request, {});
  CHECK(train.added + heldOut.added == 80);
  CHECK(heldOut.added > 12);  // 24 expected; 3 standard deviations are 12
  CHECK(heldOut.added < 36);
  // Without the division the other split's questions are still left alone.
  request.heldOutShare = 0;
  request.layout = LayoutKind::kPicInPic;
  const auto rest = compose(photos.project, request, {});
  CHECK(rest.added == heldOut.added);
}

TEST_CASE("turns, long answers and too small collections are chosen or counted") {
  Photos photos(8);  // two pictures in b, six in a
  auto request = requestFor(LayoutKind::kSequence);
  request.imageCounts = {3};
  auto result = compose(photos.project, request, {});
  CHECK(result.added == 6);
  CHECK(result.skipped["too few other images in its collection"] == 2);
  request.distractors = Distractors::kAny;
  request.turn.reset();
  result = compose(photos.project, request, {});
  CHECK(result.turns == 16);
  CHECK(result.added + result.present == 16);
  request.turn = 2;
  CHECK(compose(photos.project, request, {}).skipped["the conversation has no such turn"] == 8);
  request.turn = 0;
  request.maxAnswer = 3;
  CHECK(compose(photos.project, request, {}).skipped["long answer"] == 8);
}

TEST_CASE("the target stands where it is told to stand") {
  Photos photos(12);
  auto request = requestFor(LayoutKind::kSequence);
  request.imageCounts = {2, 4};
  request.target = 2;
  compose(photos.project, request, {});
  storage::SampleReader(photos.project.database()).forEach({}, [](Sample&& sample) {
    CHECK(sample.recipe.targetIndex == (sample.recipe.imageCount == 2 ? 1 : 2));
  });
}

TEST_CASE("distractors look like the target, or unlike it") {
  // Picture i has the shade i.
  const auto nearest = [&](Distractors policy) {
    Photos fresh(40);
    auto request = requestFor(LayoutKind::kSequence);
    request.imageCounts = {3};
    request.distractors = policy;
    compose(fresh.project, request, {});
    int farthestOfAll = 0, nearestOfAll = 100;
    storage::SampleReader(fresh.project.database()).forEach({}, [&](Sample&& sample) {
      const auto images = storage::ImageReader(fresh.project.database()).get(sample.images);
      const auto shade = [&](int i) {
        return std::stoi(images[static_cast<std::size_t>(i)].path.substr(2));
      };
      for (int i = 0; i < 3; ++i) {
        if (i == sample.recipe.targetIndex) continue;
        const int distance = std::abs(shade(i) - shade(sample.recipe.targetIndex));
        farthestOfAll = std::max(farthestOfAll, distance);
        nearestOfAll = std::min(nearestOfAll, distance);
      }
    });
    return std::pair(nearestOfAll, farthestOfAll);
  };
  // All 39 others are compared: the two next to a shade are within 2 of it (at the ends 1 and 2),
  // and the two farthest at least 18 away.
  CHECK(nearest(Distractors::kLookAlike).second <= 2);
  CHECK(nearest(Distractors::kUnlike).first >= 18);
}

TEST_CASE("a request is kept as a preset and read back, and a short one may be written by hand") {
  for (const LayoutKind layout :
       {LayoutKind::kSequence, LayoutKind::kGrid, LayoutKind::kPicInPic}) {
    ComposeRequest request = requestFor(layout);
    request.imageCounts = {layout == LayoutKind::kPicInPic ? 2 : 4};
    request.wording = "{images}About Image{k}: {question}";
    request.distractors = Distractors::kUnlike;
    request.turn.reset();
    request.limit = 7;
    request.seed = 9;
    request.split = Split::kHeldOut;
    request.source = SourceId{3};
    if (layout != LayoutKind::kPicInPic) request.target = 1;
    if (layout == LayoutKind::kGrid) {
      request.gridColumns = 4;
      request.grid.cellWidth = 300;
      request.grid.labelAlign = LabelAlign::kCentre;
    }
    if (layout == LayoutKind::kPicInPic) request.picInPic = {0.3, 0.1, 0.9, 2, {1, 2, 3}};
    const ComposeRequest read = composeRequestFromJson(toJson(request), "it");
    CHECK(toJson(read) == toJson(request));
    CHECK(read.target == request.target);
    CHECK(read.picInPic == request.picInPic);
    CHECK(read.grid.labelAlign == request.grid.labelAlign);
    CHECK(read.grid.cellWidth == request.grid.cellWidth);
  }
  const auto hand = composeRequestFromJson(
      parseJson(R"({"layout": "grid", "images": [2], "grid": {"margin": 8}})", "it"), "it");
  CHECK(hand.grid.margin == 8);
  CHECK(hand.grid.cellWidth == 448);
  CHECK(hand.turn == 0);
  CHECK_THROWS_AS(composeRequestFromJson(parseJson(R"({"layout": "circle"})", "it"), "it"), Error);
}

TEST_CASE("a preview shows the sample that composing then makes") {
  Photos photos(30);
  auto request = requestFor(LayoutKind::kGrid);
  request.imageCounts = {4};
  request.limit = 3;
  LayoutPreviewer previewer(photos.folder / "project", std::make_shared<PictureShelf>());
  CHECK(previewer.available(request) == 30);
  std::set<std::string> previewed, made;
  for (int i = 0; i < 3; ++i) previewed.insert(previewer.sample(request, i).sample.prompt);
  const auto shown =
      previewer.show(previewer.sample(request, 0), {{400, 400}}, PreviewLook::kCanvas);
  REQUIRE(shown.pictures.size() == 1);
  CHECK(shown.pictures[0].width == 936);
  CHECK(shown.pictures[0].pixels.height == 400);  // 976 px high
  CHECK(shown.pictures[0].regions.size() == 4);
  CHECK(shown.problem.empty());
  compose(photos.project, request, {});
  storage::SampleReader(photos.project.database()).forEach({}, [&](Sample&& sample) {
    made.insert(sample.prompt);
  });
  CHECK(made == previewed);
  CHECK_THROWS_AS(previewer.sample(request, 30), Error);
}

TEST_CASE("a preview follows what becomes of its project") {
  Photos photos(8);
  auto request = requestFor(LayoutKind::kSequence);
  LayoutPreviewer previewer(photos.folder / "project", std::make_shared<PictureShelf>());
  CHECK(previewer.available(request) == 8);
  const SourceId source = storage::SourceReader(photos.project.database()).all().front().id;
  photos.addPhoto(8, source);
  CHECK(previewer.available(request) == 9);
  const ImageId first = previewer.sample(request, 0).sample.images.at(0);
  storage::MarkWriter marks(photos.project.database());
  marks.setExcluded(storage::Marked::kImage, {first.value}, true);
  CHECK(previewer.available(request) == 8);
  marks.setExcluded(storage::Marked::kImage, {first.value}, false);
  request.limit = 3;
  compose(photos.project, request, {});
  request.split = Split::kHeldOut;
  CHECK(previewer.available(request) == 6);
}

TEST_CASE("what choosing by likeness needs is looked at beforehand, until nothing is left") {
  Photos photos(30);
  auto request = requestFor(LayoutKind::kGrid);
  request.imageCounts = {4};
  LayoutPreviewer previewer(photos.folder / "project", std::make_shared<PictureShelf>());
  int times = 0;
  while (previewer.prepareLikeness(request, 0)) REQUIRE(++times < 30);
  CHECK(times > 1);
  std::filesystem::remove_all(photos.folder / "a");  // what was looked at is known
  std::filesystem::remove_all(photos.folder / "b");
  request.distractors = Distractors::kLookAlike;
  CHECK(previewer.sample(request, 0).sample.images.size() == 4);
}

TEST_CASE("a model's view tells which patch belongs to which image, and what a prompt costs") {
  Photos photos(30);
  auto request = requestFor(LayoutKind::kGrid);
  request.imageCounts = {2};
  LayoutPreviewer previewer(photos.folder / "project", std::make_shared<PictureShelf>());
  previewer.useModel(std::string(MIA_SOURCE_DIR) + "/resources/demo/model");
  const auto shown =
      previewer.show(previewer.sample(request, 0), {{400, 400}}, PreviewLook::kCanvas);
  const SeenPicture& seen = shown.pictures[0].seen;
  REQUIRE(seen.rows * seen.columns == shown.model.tokensPerPicture);
  CHECK(std::count(seen.regions.begin(), seen.regions.end(), 0) > 0);
  CHECK(seen.elsewhere > 0.1);  // labels, and the square's padding
  CHECK(shown.promptTokens > shown.model.tokensPerPicture);
  CHECK(shown.model.maxTokens == 512);
  const auto given =
      previewer.show(previewer.sample(request, 0), {{400, 400}}, PreviewLook::kModel);
  CHECK(given.pictures[0].width == shown.model.inputWidth);
  CHECK_THROWS_AS(previewer.useModel(photos.folder.path().string()), Error);
}

TEST_CASE("a request that cannot be met is refused before anything is made") {
  Photos photos(8);
  auto request = requestFor(LayoutKind::kGrid);
  request.imageCounts = {5};
  request.gridColumns = 2;
  CHECK_THROWS_AS(compose(photos.project, request, {}), Error);
  request = requestFor(LayoutKind::kPicInPic);
  request.imageCounts = {3};
  CHECK_THROWS_AS(compose(photos.project, request, {}), Error);
  request = requestFor(LayoutKind::kSequence);
  request.wording = "no question";
  CHECK_THROWS_AS(compose(photos.project, request, {}), Error);
  CHECK(photos.samples().empty());
}

TEST_CASE("a stop leaves what was committed, and going on adds the rest") {
  Photos photos(8);
  std::stop_source stop;
  stop.request_stop();
  WorkContext work;
  work.stop = stop.get_token();
  const auto request = requestFor(LayoutKind::kSingle);
  CHECK_THROWS_AS(compose(photos.project, request, work), Error);
  const auto rest = compose(photos.project, request, {});
  CHECK(rest.added + rest.present == 8);
}

TEST_CASE("a sample is written as pictures, and refused when an image changed") {
  Photos photos(12);
  auto request = requestFor(LayoutKind::kGrid);
  request.imageCounts = {2};
  compose(photos.project, request, {});
  const SampleId first = storage::SampleReader(photos.project.database()).ids().front();
  const auto files = renderSample(photos.project, {first, photos.folder / "out", true, {}});
  REQUIRE(files.size() == 2);
  CHECK(imaging::probe(files[0].file).width == 936);
  CHECK(files[1].what == "regions");
  const Sample sample = storage::SampleReader(photos.project.database()).get(first);
  const auto image = storage::ImageReader(photos.project.database()).get(sample.images[0]);
  imaging::writePicture(image.file(), imaging::Picture(5, 5));
  CHECK_THROWS_AS(renderSample(photos.project, {first, photos.folder / "out", false, {}}), Error);
}

TEST_CASE("what is excluded is neither asked about nor drawn as a distractor") {
  Photos photos(12);
  const ImageId out = storage::ImageReader(photos.project.database()).page({}, 1).at(0).id;
  storage::MarkWriter(photos.project.database())
      .setExcluded(storage::Marked::kImage, {out.value}, true);
  ComposeRequest request;
  request.distractors = Distractors::kAny;
  request.heldOutShare = 0;
  const ComposeResult result = compose(photos.project, request, {});
  CHECK(result.added == 11);
  CHECK(result.skipped.at("excluded") == 1);
  storage::SampleReader(photos.project.database()).forEach({}, [&](Sample&& sample) {
    for (const ImageId image : sample.images) CHECK(image != out);
  });
}
