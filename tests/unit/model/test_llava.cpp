// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "base/error.h"
#include "base/files.h"
#include "base/json.h"
#include "model/weights/key_names.h"
#include "support/temporary_folder.h"
#include "unit/model/tiny.h"

using namespace mia;
using namespace mia::model;

namespace {

// Saves the tiny model's tensors under other names.
void saveRenamed(const std::filesystem::path& folder,
                 const std::function<std::string(const std::string&)>& rename) {
  const SafeTensors file = SafeTensors::openFolder(tinyFolder());
  NamedTensors tensors;
  for (const std::string& name : file.names()) {
    tensors.emplace_back(rename(canonicalName(name)), file.tensor(name));
  }
  writeSafeTensors(folder / "model.safetensors", tensors);
  std::filesystem::copy_file(tinyFolder() / "config.json", folder / "config.json");
}

std::string replacePrefix(const std::string& name, const std::string& from, const std::string& to) {
  return name.starts_with(from) ? to + name.substr(from.size()) : name;
}

std::string original(const std::string& canonical) {
  std::string name = canonical;
  name = replacePrefix(name, "model.language_model.", "model.");
  name =
      replacePrefix(name, "model.vision_tower.", "model.vision_tower.vision_tower.vision_model.");
  name = replacePrefix(name, "model.multi_modal_projector.linear_1.", "model.mm_projector.0.");
  return replacePrefix(name, "model.multi_modal_projector.linear_2.", "model.mm_projector.2.");
}

std::string withVisionModel(const std::string& canonical) {
  return replacePrefix(canonical, "model.vision_tower.", "model.vision_tower.vision_model.");
}

void checkSameModel(const std::filesystem::path& folder) {
  const auto expected = namedParameters(*loadTiny());
  const auto actual = namedParameters(*loadLlava(folder));
  REQUIRE(expected.size() == actual.size());
  for (const auto& [name, parameter] : expected) CHECK(torch::equal(parameter, actual.at(name)));
}

std::string failureOf(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE(
    "one to five pictures: ids, hidden states, attention, logits and 48 greedy tokens are "
    "transformers'") {
  const auto model = loadTiny();
  const SafeTensors golden = goldens();
  for (std::int64_t pictures = 1; pictures <= 5; ++pictures) {
    CAPTURE(pictures);
    const std::string prefix = "c" + std::to_string(pictures) + ".";
    const NamedTensors result = inspectCase(*model, golden, pictures);
    CHECK(torch::equal(named(result, "input_ids"), golden.tensor(prefix + "ids")));
    CHECK(torch::equal(named(result, "greedy_ids"), golden.tensor(prefix + "greedy")));
    // Float32 sums in another order: measured below 1e-5 for logits of size 10.
    const torch::Tensor logits = golden.tensor(prefix + "logits");
    const std::int64_t rows = logits.size(0);
    const auto last = [&](const torch::Tensor& x, std::int64_t dimension) {
      return x.narrow(dimension, x.size(dimension) - rows, rows);
    };
    CHECK(distance(last(named(result, "logits"), 0), logits) < 1e-4);
    for (int k = 0; k <= 3; ++k) {
      const std::string name = "hidden." + std::to_string(k);
      CHECK(distance(last(named(result, name), 0), golden.tensor(prefix + name)) < 1e-4);
    }
    for (int k = 0; k < 3; ++k) {
      const std::string name = "attention." + std::to_string(k);
      CHECK(distance(last(named(result, name), 1), golden.tensor(prefix + name)) < 1e-5);
    }
  }
}

TEST_CASE("one id per picture is expanded to one per visual token") {
  const auto model = loadTiny();
  const SafeTensors golden = goldens();
  const std::int64_t image = model->config().imageTokenId;
  InspectRequest request;
  request.ids = torch::tensor({std::int64_t{1}, image, std::int64_t{5}});
  request.pixels = golden.tensor("pixels").narrow(0, 0, 1);
  CHECK(named(inspect(*model, request), "input_ids").size(0) == 2 + 16);
}

TEST_CASE("places for pictures and pictures must agree in number") {
  const auto model = loadTiny();
  InspectRequest request;
  request.ids = goldens().tensor("c2.ids");
  request.pixels = goldens().tensor("pixels").narrow(0, 0, 1);
  CHECK(failureOf([&] { inspect(*model, request); }) ==
        "The text has places for 32 visual tokens, but the pictures give 16");
}

TEST_CASE("a model that emits the picture's mark goes on, meaning no picture by it") {
  const auto model = loadTiny();
  InspectRequest request;
  request.ids = torch::tensor({1, 5, 9}, torch::kLong);
  const torch::Tensor last = named(inspect(*model, request), "hidden.3")[2];
  const torch::NoGradGuard noGradients;
  model->headWeight().zero_();
  model->headWeight()[model->config().imageTokenId] = last;  // the only positive logit
  request.newTokens = 3;
  const torch::Tensor greedy = named(inspect(*model, request), "greedy_ids");
  CHECK(greedy.size(0) == 3);
  CHECK(greedy[0].item<std::int64_t>() == model->config().imageTokenId);
}

TEST_CASE("all four spellings of the tensors' names load") {
  const std::function<std::string(const std::string&)> spellings[] = {
      original, savedName, withVisionModel, [](const std::string& name) { return name; }};
  for (const auto& spelling : spellings) {
    TemporaryFolder folder;
    saveRenamed(folder.path(), spelling);
    checkSameModel(folder.path());
  }
}

TEST_CASE("a checkpoint in shards loads as one in a single file") {
  TemporaryFolder folder;
  const SafeTensors file = SafeTensors::openFolder(tinyFolder());
  NamedTensors shards[2];
  Json map = Json::object();
  for (const std::string& name : file.names()) {
    const std::size_t shard = map.size() % 2;
    shards[shard].emplace_back(name, file.tensor(name));
    map[name] = "part-" + std::to_string(shard) + ".safetensors";
  }
  writeSafeTensors(folder / "part-0.safetensors", shards[0]);
  writeSafeTensors(folder / "part-1.safetensors", shards[1]);
  writeFileAtomically(folder / "model.safetensors.index.json", Json{{"weight_map", map}}.dump());
  std::filesystem::copy_file(tinyFolder() / "config.json", folder / "config.json");
  checkSameModel(folder.path());

  map["model.language_model.extra"] = "part-1.safetensors";
  writeFileAtomically(folder / "model.safetensors.index.json", Json{{"weight_map", map}}.dump());
  CHECK(failureOf([&] { loadLlava(folder.path()); }).find("no shard does") != std::string::npos);
}

TEST_CASE("what we save loads again, bit by bit in the same type") {
  TemporaryFolder folder;
  saveLlava(*loadTiny(), folder.path(), torch::kHalf);
  checkSameModel(folder.path());
  CHECK(LlavaConfig::load(folder.path()).dtype == "float16");
}

TEST_CASE("missing, unexpected and misshapen tensors are named") {
  const SafeTensors file = SafeTensors::openFolder(tinyFolder());
  const auto failure = [&](const std::function<void(NamedTensors&)>& spoil) {
    TemporaryFolder folder;
    NamedTensors tensors;
    for (const std::string& name : file.names()) tensors.emplace_back(name, file.tensor(name));
    spoil(tensors);
    writeSafeTensors(folder / "model.safetensors", tensors);
    std::filesystem::copy_file(tinyFolder() / "config.json", folder / "config.json");
    return failureOf([&] { loadLlava(folder.path()); });
  };
  const auto isNorm = [](const auto& item) {
    return item.first == "language_model.model.norm.weight";
  };
  CHECK(failure([&](NamedTensors& t) {
          std::erase_if(t, isNorm);
        }).find("lacks the tensors model.language_model.norm.weight") != std::string::npos);
  CHECK(failure([](NamedTensors& t) { t.emplace_back("stray", torch::zeros(1)); }).find("stray") !=
        std::string::npos);
  CHECK(failure([&](NamedTensors& t) {
          std::find_if(t.begin(), t.end(), isNorm)->second = torch::zeros(31);
        }).find("has the shape [31]") != std::string::npos);
  CHECK(failure([](NamedTensors& t) {
          t.emplace_back("vision_tower.embeddings.position_ids", torch::zeros(1));
          std::erase_if(
              t, [](const auto& i) { return i.first.find("post_layernorm") != std::string::npos; });
        }) == "");
}

TEST_CASE("tied embeddings need no head in the file and save none") {
  LlavaConfig config = LlavaConfig::load(tinyFolder());
  config.tieWordEmbeddings = true;
  Llava tied(config, torch::kFloat, torch::kCPU);
  initialise(tied, 1);
  TemporaryFolder folder;
  saveLlava(tied, folder.path(), torch::kFloat);
  CHECK_FALSE(SafeTensors::openFolder(folder.path()).contains("language_model.lm_head.weight"));
  const auto again = loadLlava(folder.path());
  CHECK(torch::equal(again->headWeight(), tied.decoder->embedTokens));
}
