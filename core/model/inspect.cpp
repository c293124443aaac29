// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inspect.h"

#include <algorithm>

#include "base/error.h"

namespace mia::model {
namespace {

torch::Tensor onHost(const torch::Tensor& x) {
  return x.to(torch::kCPU, torch::kFloat).contiguous();
}

torch::Tensor expandedIds(const Llava& model, const InspectRequest& request) {
  const LlavaConfig& config = model.config();
  const torch::Tensor ids = request.ids.to(torch::kCPU, torch::kLong).contiguous().view({-1});
  std::vector<std::int64_t> list(ids.data_ptr<std::int64_t>(),
                                 ids.data_ptr<std::int64_t>() + ids.numel());
  if (list.empty()) throw Error(ErrorKind::kBadInput, "There is no token to inspect");
  for (const std::int64_t id : list) {
    if (id != config.imageTokenId && (id < 0 || id >= config.text.vocabularySize)) {
      throw Error(ErrorKind::kBadInput,
                  "The token id " + std::to_string(id) + " is outside the model's vocabulary");
    }
  }
  const std::int64_t pictures = request.pixels.defined() ? request.pixels.size(0) : 0;
  if (std::count(list.begin(), list.end(), config.imageTokenId) == pictures) {
    list = expandImages(list, config);
  }
  return torch::tensor(list, torch::kLong);
}

// Greedy tokens behind the text, the first from the prompt's own logits.
torch::Tensor continueGreedily(Llava& model, KvCache& cache, torch::Tensor logits,
                               std::int64_t count) {
  const std::vector<std::int64_t>& ends = model.config().text.eosTokenIds;
  std::vector<std::int64_t> tokens;
  while (true) {
    const torch::Tensor next = logits.argmax(-1).view({1, 1});
    tokens.push_back(next.item<std::int64_t>());
    const bool ended = std::find(ends.begin(), ends.end(), tokens.back()) != ends.end();
    if (ended || static_cast<std::int64_t>(tokens.size()) >= count) break;
    DecodeInput step;
    // Plain words: a model that emits the image's mark means no picture by it.
    step.embeddings = torch::embedding(model.decoder->embedTokens, next);
    step.cache = &cache;
    logits = model.head(model.decode(step));
  }
  return torch::tensor(tokens, torch::kLong);
}

}  // namespace

InspectRequest readInspectInputs(const std::filesystem::path& file) {
  const SafeTensors tensors = SafeTensors::open(file);
  InspectRequest request;
  request.ids = tensors.tensor("input_ids");
  if (request.ids.dim() == 2 && request.ids.size(0) == 1) request.ids = request.ids[0];
  if (request.ids.dim() != 1) {
    throw Error(ErrorKind::kBadInput, file.string() + ": input_ids is not one text's [tokens]");
  }
  if (tensors.contains("pixel_values")) request.pixels = tensors.tensor("pixel_values");
  return request;
}

std::vector<std::int64_t> expandImages(const std::vector<std::int64_t>& ids,
                                       const LlavaConfig& config) {
  std::vector<std::int64_t> expanded;
  for (const std::int64_t id : ids) {
    const std::int64_t copies = id == config.imageTokenId ? config.tokensPerImage() : 1;
    expanded.insert(expanded.end(), static_cast<std::size_t>(copies), id);
  }
  return expanded;
}

NamedTensors inspect(Llava& model, const InspectRequest& request) {
  const torch::NoGradGuard noGradients;
  const torch::Tensor ids = expandedIds(model, request);
  NamedTensors result = {{"input_ids", ids}};
  torch::Tensor rows;
  if (request.pixels.defined()) {
    const torch::Tensor projected = model.project(model.visionFeatures(request.pixels));
    rows = projected.flatten(0, 1);
    result.emplace_back("pixel_values", onHost(request.pixels));
    result.emplace_back("image_features", onHost(projected));
  }
  KvCache cache = model.makeCache(ids.size(0) + request.newTokens);
  std::vector<torch::Tensor> hidden;
  AttentionTap tap;
  tap.take = [&](std::int64_t layer, const torch::Tensor& attention) {
    result.emplace_back("attention." + std::to_string(layer), onHost(attention[0]));
  };
  DecodeInput input;
  input.embeddings = model.embed(ids.view({1, -1}).to(model.device()), rows);
  input.cache = &cache;
  input.hidden = &hidden;
  input.attention = request.attentions ? &tap : nullptr;
  const torch::Tensor logits = model.head(model.decode(input))[0];
  result.emplace_back("logits", onHost(logits));
  for (std::size_t k = 0; k < hidden.size(); ++k) {
    result.emplace_back("hidden." + std::to_string(k), onHost(hidden[k][0]));
  }
  if (request.newTokens > 0) {
    result.emplace_back("greedy_ids",
                        continueGreedily(model, cache, logits[-1], request.newTokens));
  }
  return result;
}

}  // namespace mia::model
