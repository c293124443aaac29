// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training.h"

#include <cmath>

#include "base/error.h"
#include "model/lora/lora.h"
#include "train/log_probs.h"
#include "train/loss/preference.h"
#include "train/packing.h"

namespace mia::bench {
namespace {

struct Batch {
  std::vector<train::TokenPair> pairs;
  train::PackedPairs packed;
  torch::Tensor imageRows;
};

std::vector<std::int64_t> randomWords(const model::LlavaConfig& config, std::int64_t count) {
  const std::int64_t bound = std::min<std::int64_t>(config.text.vocabularySize, 32000) - 16;
  const torch::Tensor ids = torch::randint(3, bound, {count}, torch::kLong);
  return {ids.data_ptr<std::int64_t>(), ids.data_ptr<std::int64_t>() + count};
}

Batch makeBatch(model::Llava& model, const TrainingShape& shape) {
  Batch batch;
  std::vector<torch::Tensor> rows;
  for (std::int64_t i = 0; i < shape.pairs; ++i) {
    train::TokenPair pair;
    pair.id = i;
    pair.prompt = randomPrompt(model.config(), shape.pictures, shape.textTokens);
    pair.chosen = randomWords(model.config(), shape.answerTokens);
    pair.rejected = randomWords(model.config(), shape.answerTokens);
    batch.pairs.push_back(std::move(pair));
    if (shape.pictures > 0) rows.push_back(randomImageRows(model, shape.pictures));
  }
  std::vector<const train::TokenPair*> pointers;
  for (const auto& pair : batch.pairs) pointers.push_back(&pair);
  batch.packed = train::packPairs(pointers, train::Answers::kBoth);
  if (!rows.empty()) batch.imageRows = torch::cat(rows);
  return batch;
}

train::AnswerLogProbs logProbs(model::Llava& model, const Batch& batch) {
  const torch::Device device = model.device();
  const train::PackedPairs& packed = batch.packed;
  model::DecodeInput input;
  input.embeddings = model.embed(packed.ids.to(device), batch.imageRows);
  input.positions = packed.positions.to(device);
  input.mask = packed.mask.to(device);
  const torch::Tensor hidden = model.decode(input).flatten(0, 1);
  const torch::Tensor logits = model.head(hidden.index_select(0, packed.predictors.to(device)));
  const torch::Tensor tokens = train::tokenLogProbs(logits, packed.targets.to(device));
  const torch::Tensor sums = train::sumByAnswer(tokens, packed.answers.to(device), 2 * packed.rows);
  return {sums.narrow(0, 0, packed.rows), sums.narrow(0, packed.rows, packed.rows)};
}

}  // namespace

std::vector<std::int64_t> randomPrompt(const model::LlavaConfig& config, std::int64_t pictures,
                                       std::int64_t textTokens) {
  std::vector<std::int64_t> ids = randomWords(config, textTokens);
  for (std::int64_t i = 0; i < pictures; ++i) {
    ids.insert(ids.begin() + 1, static_cast<std::size_t>(config.tokensPerImage()),
               config.imageTokenId);
  }
  return ids;
}

torch::Tensor randomImageRows(model::Llava& model, std::int64_t pictures) {
  const torch::NoGradGuard noGradients;
  const std::int64_t side = model.config().vision.imageSize;
  const torch::Tensor pixels = torch::randn({pictures, model.config().vision.channels, side, side});
  return model.project(model.visionFeatures(pixels)).flatten(0, 1);
}

std::vector<double> trainRandomPairs(model::Llava& model, const TrainingShape& shape) {
  torch::manual_seed(1);
  model::LoraConfig lora;
  lora.r = shape.rank;
  lora.alpha = 2.0 * static_cast<double>(shape.rank);
  model::attachLora(model, lora, 1);
  const Batch batch = makeBatch(model, shape);
  train::AnswerLogProbs reference;
  {
    const torch::NoGradGuard noGradients;
    const model::AdaptersOff off(model);
    reference = logProbs(model, batch);
  }
  std::vector<torch::Tensor> parameters;
  for (const auto& [name, parameter] : model::trainableParameters(model)) {
    parameters.push_back(parameter);
  }
  torch::optim::AdamW optimizer(parameters, torch::optim::AdamWOptions(5e-5).weight_decay(0));
  std::vector<double> losses;
  for (int step = 0; step < shape.steps; ++step) {
    optimizer.zero_grad();
    const torch::Tensor loss =
        train::sigmoidLoss(logProbs(model, batch), reference, 0.1).losses.mean();
    loss.backward();
    torch::nn::utils::clip_grad_norm_(parameters, 1.0);
    optimizer.step();
    losses.push_back(loss.item<double>());
    if (!std::isfinite(losses.back())) {
      throw Error(ErrorKind::kInternal,
                  "The loss of step " + std::to_string(step + 1) + " is not a number");
    }
  }
  return losses;
}

}  // namespace mia::bench
