// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <cmath>

#include "base/error.h"
#include "base/files.h"
#include "base/json.h"
#include "model/lora/peft_files.h"
#include "support/temporary_folder.h"
#include "unit/model/tiny.h"

using namespace mia;
using namespace mia::model;

namespace {

NamedTensors firstCase(Llava& model) { return inspectCase(model, goldens(), 1); }

torch::Tensor lastLogits(Llava& model) {
  return named(firstCase(model), "logits").narrow(0, 35, 4);
}

// Copies the golden adapter with its keys renamed and its config changed.
void copyAdapter(const std::filesystem::path& folder, const std::string& from,
                 const std::string& to, const Json& changes = Json::object()) {
  const SafeTensors file = SafeTensors::open(adapterFolder() / "adapter_model.safetensors");
  NamedTensors tensors;
  for (std::string name : file.names()) {
    const torch::Tensor value = file.tensor(name);
    if (name.starts_with(from)) name = to + name.substr(from.size());
    tensors.emplace_back(name, value);
  }
  writeSafeTensors(folder / "adapter_model.safetensors", tensors);
  Json config = readJsonFile(adapterFolder() / "adapter_config.json");
  config.update(changes);
  writeFileAtomically(folder / "adapter_config.json", config.dump());
}

}  // namespace

TEST_CASE("an adapter written by PEFT gives PEFT's logits and tokens, and off it is the base") {
  const auto model = loadTiny();
  const torch::Tensor base = lastLogits(*model);
  const LoraReport report = loadPeft(*model, adapterFolder());
  CHECK(report.modules.size() == 21);  // 7 linear maps in 3 layers
  CHECK(report.total == 21);
  CHECK(report.config.alpha == 6);
  const NamedTensors result = firstCase(*model);
  CHECK(distance(named(result, "logits").narrow(0, 35, 4), goldens().tensor("adapter.logits")) <
        1e-4);
  CHECK(torch::equal(named(result, "greedy_ids"), goldens().tensor("adapter.greedy")));
  {
    const AdaptersOff reference(*model);
    CHECK(torch::equal(lastLogits(*model), base));
  }
  mergeLora(*model);
  CHECK(distance(lastLogits(*model), goldens().tensor("adapter.logits")) < 1e-4);
  CHECK(trainableParameters(*model).empty());
}

TEST_CASE("the three module trees of adapters load alike") {
  const std::string written = "base_model.model.model.language_model.";
  const auto expected = loadTiny();
  loadPeft(*expected, adapterFolder());
  for (const std::string tree :
       {"base_model.model.language_model.model.", "base_model.model.model."}) {
    CAPTURE(tree);
    TemporaryFolder folder;
    copyAdapter(folder.path(), written, tree);
    const auto model = loadTiny();
    CHECK(loadPeft(*model, folder.path()).modules.size() == 21);
    CHECK(torch::equal(lastLogits(*model), lastLogits(*expected)));
  }
}

TEST_CASE("what we write is what we read, and the vision tower stays out of it") {
  const auto model = loadTiny();
  LoraConfig config;
  config.r = 3;
  config.alpha = 7.5;
  config.useRslora = true;
  config.targetModules = {"q_proj", "down_proj"};
  CHECK(attachLora(*model, config, 9).size() == 6);
  for (auto& [name, parameter] : trainableParameters(*model)) {
    const torch::NoGradGuard noGradients;
    parameter.add_(0.1);
  }
  TemporaryFolder folder;
  savePeft(*model, config, folder.path(), "");
  const auto again = loadTiny();
  const LoraReport report = loadPeft(*again, folder.path());
  CHECK(report.total == 6);
  CHECK(report.config.scale() == doctest::Approx(7.5 / std::sqrt(3.0)));
  CHECK(torch::equal(lastLogits(*again), lastLogits(*model)));
  const Json json = readJsonFile(folder / "adapter_config.json");
  CHECK(json["target_modules"] == ".*language_model.*\\.(q_proj|down_proj)");
}

TEST_CASE("a fresh adapter changes nothing, starts as PEFT's does, and alone takes gradients") {
  const auto model = loadTiny();
  const torch::Tensor before = lastLogits(*model);
  LoraConfig config;
  config.r = 16;
  CHECK(attachLora(*model, config, 4).size() == 21);
  CHECK(torch::equal(lastLogits(*model), before));
  const auto trainable = trainableParameters(*model);
  CHECK(trainable.size() == 42);
  // U(-1/sqrt(32), 1/sqrt(32)): the largest of 512 draws lies within 3 % of the bound.
  const double bound = 1 / std::sqrt(32.0);
  const double largest = trainable[0].second.abs().max().item<double>();
  CHECK(trainable[0].first == "model.language_model.layers.0.self_attn.q_proj.lora_A.weight");
  CHECK(largest <= bound);
  CHECK(largest > 0.97 * bound);
  DecodeInput input;
  input.embeddings = model->embed(torch::tensor({1, 5, 9}, torch::kLong).view({1, 3}), {});
  model->head(model->decode(input)).square().sum().backward();
  CHECK(trainable[1].second.grad().abs().sum().item<double>() > 0);
  CHECK_FALSE(model->decoder->embedTokens.requires_grad());
}

TEST_CASE("the same seed gives the same start, another one another") {
  const auto start = [](std::uint64_t seed) {
    const auto model = loadTiny();
    attachLora(*model, LoraConfig{}, seed);
    return trainableParameters(*model)[0].second;
  };
  CHECK(torch::equal(start(1), start(1)));
  CHECK_FALSE(torch::equal(start(1), start(2)));
}

TEST_CASE("adapters that would not mean the same here are refused") {
  const std::string tree = "base_model.model.model.language_model.";
  const auto kindOf = [&](const std::string& to, const Json& changes) {
    TemporaryFolder folder;
    copyAdapter(folder.path(), tree, to, changes);
    const auto model = loadTiny();
    try {
      loadPeft(*model, folder.path());
    } catch (const Error& error) {
      CHECK(trainableParameters(*model).size() > 42);  // nothing attached, nothing frozen
      return error.kind();
    }
    return ErrorKind::kInternal;
  };
  CHECK(kindOf(tree, {{"use_dora", true}}) == ErrorKind::kUnsupported);
  CHECK(kindOf(tree, {{"rank_pattern", {{"q_proj", 2}}}}) == ErrorKind::kUnsupported);
  CHECK(kindOf(tree, {{"modules_to_save", {"lm_head"}}}) == ErrorKind::kUnsupported);
  CHECK(kindOf(tree, {{"r", 8}}) == ErrorKind::kBadInput);
  CHECK(kindOf("base_model.model.model.another_model.", Json::object()) == ErrorKind::kBadInput);
  CHECK(kindOf("module.", Json::object()) == ErrorKind::kBadInput);
}

TEST_CASE("a target that matches nothing is an error and leaves no adapter behind") {
  const auto model = loadTiny();
  LoraConfig config;
  config.targetModules = {"q_proj", "wqkv"};
  CHECK_THROWS_AS(attachLora(*model, config, 1), Error);
  config.targetModules = {"q_proj"};
  CHECK(attachLora(*model, config, 1).size() == 3);
  CHECK_THROWS_AS(attachLora(*model, config, 1), Error);
}
