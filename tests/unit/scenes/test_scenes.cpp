// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <set>

#include "base/content_hash.h"
#include "base/json.h"
#include "imaging/decode.h"
#include "imaging/mat.h"
#include "scenes/data_set.h"
#include "scenes/demo_plan.h"
#include "scenes/draw.h"
#include "support/temporary_folder.h"

using namespace mia;
using namespace mia::scenes;

namespace {

Scene plainScene(Quadrant quadrant, Backdrop backdrop) {
  return {Shape::kDisc, Hue::kRed, quadrant, backdrop, 7};
}

/// Mean red-over-blue of one quarter of the picture: high where the red disc is.
double redness(const imaging::Picture& picture, int quadrant) {
  const int half = kSceneSize / 2;
  const cv::Rect part(quadrant % 2 * half, quadrant / 2 * half, half, half);
  const cv::Scalar mean = cv::mean(asMat(picture)(part));
  return mean[0] - mean[2];
}

}  // namespace

TEST_CASE("the object stands in the quadrant that the scene names") {
  for (int quadrant = 0; quadrant < kQuadrants; ++quadrant) {
    const imaging::Picture picture =
        draw(plainScene(static_cast<Quadrant>(quadrant), Backdrop::kGray));
    for (int other = 0; other < kQuadrants; ++other) {
      CHECK((redness(picture, other) > 20) == (other == quadrant));
    }
  }
}

TEST_CASE("the same scene gives the same pixels, on every machine") {
  const imaging::Picture picture = draw(plainScene(Quadrant::kTopLeft, Backdrop::kPink));
  const std::string_view bytes(reinterpret_cast<const char*>(picture.rgb.data()),
                               picture.rgb.size());
  CHECK(contentHash(bytes) == "4cd7504200c3a1df56e8fbec0a98bdad");
}

TEST_CASE("attributes are uniform and independent of the seed's neighbours") {
  std::array<int, kHues> hues{};
  std::set<std::uint64_t> seeds;
  for (std::uint64_t i = 0; i < 6000; ++i) {
    const Scene scene = sceneOf("train", 1, i);
    ++hues[static_cast<std::size_t>(scene.hue)];
    seeds.insert(scene.seed);
  }
  CHECK(seeds.size() == 6000);
  // 1000 expected, standard deviation sqrt(6000 * 1/6 * 5/6) = 29; five of them.
  for (const int count : hues) CHECK(std::abs(count - 1000) < 145);
  CHECK(sceneOf("train", 1, 0).seed != sceneOf("held-out", 1, 0).seed);
}

TEST_CASE("every topic has one answer, a sentence") {
  const Scene scene{Shape::kRing, Hue::kOrange, Quadrant::kBottomRight, Backdrop::kBlack, 1};
  CHECK(ask(scene, Topic::kHue).answer == "The object is orange.");
  CHECK(ask(scene, Topic::kShape).answer == "The object is a ring.");
  CHECK(ask(scene, Topic::kQuadrant).answer == "The object is at the bottom right.");
  CHECK(ask(scene, Topic::kBackdrop).answer == "The background is black.");
  CHECK(ask(scene, Topic::kWhole).answer ==
        "An orange ring at the bottom right on a black background.");
}

TEST_CASE("a data set is an ordinary one: PNG files and LLaVA rows") {
  const TemporaryFolder folder;
  const DataSet set = writeDataSet(folder.path(), "train", 3, 5);
  CHECK(set.questions == 15);
  const Json rows = readJsonFile(set.rows);
  REQUIRE(rows.size() == 15);
  std::set<std::string> ids;
  for (const Json& row : rows) {
    ids.insert(row["id"].get<std::string>());
    CHECK(row["conversations"][0]["value"].get<std::string>().starts_with("<image>\n"));
    const auto picture = imaging::decode(set.root / row["image"].get<std::string>());
    CHECK(picture.size() == layout::Size{kSceneSize, kSceneSize});
  }
  CHECK(ids.size() == 15);
}

TEST_CASE("the demo's plan holds together") {
  const DemoPlan plan = demoPlan();
  for (const DemoLayout& layout : plan.layouts) {
    CHECK_NOTHROW(layout.recipe.check());
    CHECK(demoLayout(plan, layout.name).heldOut == layout.heldOut);
  }
  CHECK(plan.trainPrompts() == 3500);
  // No question is asked twice in a multi-image context.
  CHECK(plan.trainScenes * kTopics >= plan.trainPrompts());
  CHECK(plan.heldOutScenes * kTopics >= plan.heldOutPrompts());
  CHECK_THROWS_AS(demoLayout(plan, "spiral"), Error);
}
