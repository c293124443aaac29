// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>

#include "base/json.h"
#include "imaging/image_processor.h"
#include "layout/wording.h"
#include "model/weights/llava_files.h"
#include "scenes/data_set.h"
#include "scenes/draw.h"
#include "support/engine_process.h"
#include "support/temporary_folder.h"
#include "tokenizer/prompt.h"
#include "tokenizer/tokenizer.h"

using namespace mia;

namespace {

/// A model folder, asked about one picture at a time, greedily and without a cache.
class Asked {
 public:
  explicit Asked(const std::filesystem::path& folder)
      : model_(model::loadLlava(folder)),
        tokenizer_(tokenizer::Tokenizer::load(folder)),
        processor_(imaging::ImageProcessor::load(folder)) {}

  std::string answer(const imaging::Picture& picture, const std::string& question) {
    const torch::NoGradGuard noGradients;
    imaging::ModelInput input = processor_.process(picture);
    const torch::Tensor pixels =
        torch::from_blob(input.values.data(), {1, 3, input.height, input.width});
    const torch::Tensor rows = model_->project(model_->visionFeatures(pixels)).flatten(0, 1);
    std::vector<std::int64_t> ids = promptIds(question, rows.size(0));
    std::vector<int> said;
    while (said.size() < 20 && (said.empty() || said.back() != tokenizer_.eosId())) {
      model::DecodeInput step;
      step.embeddings = model_->embed(torch::tensor(ids).view({1, -1}), rows);
      const torch::Tensor last = model_->decode(step).select(1, -1);
      said.push_back(static_cast<int>(model_->head(last).argmax(-1).item<std::int64_t>()));
      ids.push_back(said.back());
    }
    return tokenizer_.decode(said);
  }

 private:
  std::vector<std::int64_t> promptIds(const std::string& question, std::int64_t visualTokens) {
    const std::string prompt = tokenizer::promptText(tokenizer::PromptTemplate::kLlavaHf,
                                                     layout::wordPrompt(LayoutRecipe{}, question));
    std::vector<std::int64_t> ids;
    for (const int id : tokenizer_.encode(prompt)) {
      const auto copies = id == tokenizer_.imageId() ? visualTokens : 1;
      ids.insert(ids.end(), static_cast<std::size_t>(copies), id);
    }
    return ids;
  }

  std::shared_ptr<model::Llava> model_;
  tokenizer::Tokenizer tokenizer_;
  imaging::ImageProcessor processor_;
};

}  // namespace

TEST_CASE("the demo model answers about scenes that it has never seen") {
  Asked model(std::filesystem::path(MIA_SOURCE_DIR) / "resources" / "demo" / "model");
  int right = 0;
  for (std::uint64_t i = 0; i < 40; ++i) {
    const scenes::Scene scene = scenes::sceneOf("contract test", 1, i);
    const Turn turn = ask(scene, scenes::kAllTopics[i % scenes::kTopics]);
    right += model.answer(scenes::draw(scene), turn.question) == turn.answer;
  }
  CHECK(right >= 38);
}

TEST_CASE("a short piece of the demo model's recipe learns") {
  const TemporaryFolder folder;
  EngineProcess engine({"pretrain", "--out", folder.path().string(), "--quick", "--threads", "1"});
  REQUIRE(engine.wait() == 0);
  const Json log = readJsonFile(folder / "recipe.json");
  const Json& stages = log.at("stages");
  REQUIRE(stages.size() == 4);
  // An untrained model of 512 tokens is at log 512 = 6.2 per token.
  CHECK(stages[1].at("loss").get<double>() < 2);
  CHECK(log.at("vision").at("backdrop").get<double>() > 0.5);  // chance: 0.25
  CHECK(model::loadLlava(folder.path())->config().text.vocabularySize == 512);
  CHECK(std::filesystem::file_size(folder / "model.safetensors") < 8'000'000);
}
