// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <torch/torch.h>

#include "base/error.h"
#include "model/weights/llava_files.h"
#include "train/pretrain/decoder.h"
#include "train/pretrain/initialise.h"
#include "train/pretrain/vision.h"

using namespace mia;
using namespace mia::train;

namespace {

constexpr std::int64_t kImage = 19, kEnd = 2, kPatches = 4, kClasses = 4;

model::LlavaConfig tinyConfig() {
  model::LlavaConfig config;
  config.vision.hiddenSize = 32;
  config.vision.intermediateSize = 64;
  config.vision.layers = 2;
  config.vision.heads = 2;
  config.vision.imageSize = 8;
  config.vision.patchSize = 4;
  config.text.vocabularySize = 20;
  config.text.hiddenSize = 32;
  config.text.intermediateSize = 64;
  config.text.layers = 2;
  config.text.heads = 2;
  config.text.kvHeads = 2;
  config.text.headSize = 16;
  config.text.maxPositions = 64;
  config.imageTokenId = kImage;
  return config;
}

std::shared_ptr<model::Llava> tinyModel(std::uint64_t seed) {
  torch::set_num_threads(1);
  auto llava = std::make_shared<model::Llava>(tinyConfig(), torch::kFloat, torch::kCPU);
  initialiseForBinding(*llava, 2, 2, seed);
  return llava;
}

// A picture of class c shows c in the first channels of every patch; "5 6" asks, "8+c 1" answers.
QuestionRow classRow(const std::string&, int questions, Random& random) {
  const auto c = static_cast<std::int64_t>(random.below(kClasses));
  QuestionRow row;
  row.prefix = {1, kImage, kImage, kImage, kImage};
  row.features = torch::zeros({kPatches, 32});
  row.features.select(1, c).fill_(2);
  for (int i = 0; i < questions; ++i) row.questions.push_back({{5, 6}, {8 + c, 1, kEnd}});
  return row;
}

DecoderStage stageOf(int steps) {
  DecoderStage stage;
  stage.name = "test";
  stage.mix = {{"single", 1}};
  stage.steps = steps;
  stage.rate = 3e-3;
  stage.warmup = 5;
  stage.microBatches = 1;
  stage.questions = 1;
  return stage;
}

torch::Tensor logitsOf(model::Llava& llava, const PackedQuestions& packed) {
  const torch::NoGradGuard noGradients;
  model::DecodeInput input;
  input.embeddings = llava.embed(packed.ids, llava.project(packed.features));
  input.positions = packed.positions;
  input.mask = packed.mask;
  return llava.head(llava.decode(input).flatten(0, 1).index_select(0, packed.predictors));
}

DensePictures classPictures(int count, std::uint64_t seed) {
  Random random(seed);
  DensePictures pictures{torch::zeros({count, 3, 8, 8}), torch::zeros({count, kPatches, 1}), {2}};
  pictures.labels = pictures.labels.to(torch::kInt64);
  for (int i = 0; i < count; ++i) {
    const auto c = static_cast<std::int64_t>(random.below(2));
    // Only the first patch shows the class: the others must look there.
    pictures.pixels[i].narrow(1, 0, 4).narrow(2, 0, 4).fill_(c == 0 ? -1.5 : 1.5);
    pictures.labels[i].fill_(c);
  }
  return pictures;
}

}  // namespace

TEST_CASE("questions of a row do not see one another") {
  const auto llava = tinyModel(3);
  QuestionRow row;
  row.prefix = {1, kImage, kImage, kImage, kImage};
  row.features = torch::linspace(-1, 1, kPatches * 32).view({kPatches, 32});
  const RowQuestion first{{5, 6, 7}, {9, 10, kEnd}};
  const RowQuestion second{{7, 5}, {11, kEnd}};
  row.questions = {first, second};
  QuestionRow longer = row;
  longer.questions = {second, first, second};
  const torch::Tensor together = logitsOf(*llava, packQuestions({row, longer}));
  row.questions = {first};
  const torch::Tensor alone = logitsOf(*llava, packQuestions({row}));
  row.questions = {second};
  const torch::Tensor other = logitsOf(*llava, packQuestions({row}));
  // The same sums in another order: float32 rounding.
  const auto same = [](const torch::Tensor& a, const torch::Tensor& b) {
    return torch::allclose(a, b, 1e-5, 1e-5);
  };
  CHECK(same(together.narrow(0, 0, 3), alone));
  CHECK(same(together.narrow(0, 3, 2), other));
  CHECK(same(together.narrow(0, 5, 2), other));
  CHECK(same(together.narrow(0, 7, 3), alone));
}

TEST_CASE("an answer is exact when all of its tokens are") {
  QuestionRow row;
  row.prefix = {1};
  row.features = torch::zeros({0, 32});
  row.questions = {{{5}, {9, 10, kEnd}}, {{5}, {11, kEnd}}};
  const PackedQuestions packed = packQuestions({row});
  const torch::Tensor exact = exactAnswers(packed, torch::tensor({9, 4, 2, 11, 2}));
  CHECK_FALSE(exact[0].item<bool>());
  CHECK(exact[1].item<bool>());
}

TEST_CASE("the rate warms up linearly and falls by a cosine to its floor") {
  CHECK(rateAt(0, 100, 1.0, 10, 0.1) == doctest::Approx(0.1));
  CHECK(rateAt(9, 100, 1.0, 10, 0.1) == doctest::Approx(1.0));
  CHECK(rateAt(55, 100, 1.0, 10, 0.1) == doctest::Approx(0.55));  // half way: (1 + floor) / 2
  CHECK(rateAt(100, 100, 1.0, 10, 0.1) == doctest::Approx(0.1));
  CHECK(rateAt(70, 100, 1.0, 10, 1) == doctest::Approx(1.0));
}

TEST_CASE("keys start equal to queries in the decoder, and only there") {
  const auto llava = tinyModel(3);
  const auto parameters = model::namedParameters(*llava);
  const auto at = [&](const std::string& name) { return parameters.at("model." + name); };
  const std::string layer = "language_model.layers.1.self_attn.";
  CHECK(torch::equal(at(layer + "k_proj.weight"), at(layer + "q_proj.weight")));
  CHECK_FALSE(torch::equal(at(layer + "v_proj.weight"), at(layer + "q_proj.weight")));
  CHECK(torch::equal(parameters.at("lm_head.weight"),
                     model::namedParameters(*tinyModel(3)).at("lm_head.weight")));
}

TEST_CASE("a short stage learns to answer, and stops when it can") {
  const auto llava = tinyModel(5);
  const auto quiet = [](const StageReport&) {};
  CHECK(accuracyOf(*llava, classRow, "single", 80, 1) < 0.5);
  DecoderStage stage = stageOf(400);
  stage.until = "single";
  stage.untilAccuracy = 0.97;
  double firstLoss = 0;
  const StageReport report =
      trainDecoder(*llava, classRow, stage, 1, {}, [&](const StageReport& now) {
        if (now.steps == 1) firstLoss = now.loss;
      });
  CHECK(report.steps < 400);
  CHECK(report.loss < 0.5 * firstLoss);
  CHECK(accuracyOf(*llava, classRow, "single", 80, 1) > 0.95);

  stage.steps = 6;
  stage.untilAccuracy = 1.1;
  CHECK_THROWS_AS(trainDecoder(*llava, classRow, stage, 1, {}, quiet), Error);
}

TEST_CASE("a stage stops when asked") {
  const auto llava = tinyModel(5);
  std::stop_source source;
  source.request_stop();
  try {
    trainDecoder(*llava, classRow, stageOf(3), 1, source.get_token(), [](const StageReport&) {});
    FAIL("not stopped");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kStopped);
  }
}

TEST_CASE("the vision tower learns what a patch's image holds") {
  const auto llava = tinyModel(7);
  VisionStage stage;
  stage.steps = 60;
  stage.batch = 16;
  stage.rate = 5e-3;
  stage.warmup = 5;
  const auto accuracy =
      trainVision(*llava, classPictures(64, 1), classPictures(64, 2), stage, 1, {});
  REQUIRE(accuracy.size() == 1);
  CHECK(accuracy[0] > 0.95);
  CHECK(frozenFeatures(*llava, torch::zeros({70, 3, 8, 8})).sizes() ==
        torch::IntArrayRef({70, kPatches, 32}));
}
