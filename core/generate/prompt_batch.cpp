// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generate/prompt_batch.h"

#include <algorithm>

#include "base/error.h"

namespace mia::generate {
namespace {

void checkPrompt(const Prompt& prompt, std::int64_t imageTokens) {
  const auto sizeOf = [](const torch::Tensor& tensor, std::int64_t dimension) {
    return tensor.defined() ? tensor.size(dimension) : 0;
  };
  if (prompt.ids.empty()) throw Error(ErrorKind::kUsage, "A prompt without a token was given");
  if (sizeOf(prompt.imageRows, 0) != imageTokens || sizeOf(prompt.coverage, 1) != imageTokens ||
      sizeOf(prompt.paper, 0) != imageTokens) {
    throw Error(ErrorKind::kUsage, "A prompt marks " + std::to_string(imageTokens) +
                                       " visual tokens, which is not what its pictures have");
  }
}

std::vector<std::int64_t> imagePositions(const Prompt& prompt, std::int64_t imageTokenId) {
  std::vector<std::int64_t> positions;
  for (std::size_t i = 0; i < prompt.ids.size(); ++i) {
    if (prompt.ids[i] == imageTokenId) positions.push_back(static_cast<std::int64_t>(i));
  }
  checkPrompt(prompt, static_cast<std::int64_t>(positions.size()));
  return positions;
}

// The visual tokens of all prompts, padded to the largest numbers of tokens and regions.
VisualTokens padVisual(const std::vector<Prompt>& prompts,
                       const std::vector<std::vector<std::int64_t>>& positions,
                       std::int64_t length) {
  VisualTokens visual;
  std::int64_t most = 0, regions = 0;
  for (std::size_t p = 0; p < prompts.size(); ++p) {
    visual.visualCounts.push_back(static_cast<std::int64_t>(positions[p].size()));
    visual.regionCounts.push_back(prompts[p].coverage.defined() ? prompts[p].coverage.size(0) : 0);
    most = std::max(most, visual.visualCounts.back());
    regions = std::max(regions, visual.regionCounts.back());
  }
  const auto count = static_cast<std::int64_t>(prompts.size());
  visual.columns = torch::zeros({count, most}, torch::kInt64);
  visual.present = torch::zeros({count, most});
  visual.coverage = torch::zeros({count, regions, most});
  visual.paper = torch::zeros({count, most});
  for (std::size_t p = 0; p < prompts.size(); ++p) {
    const std::int64_t tokens = visual.visualCounts[p];
    if (tokens == 0) continue;
    const auto row = static_cast<std::int64_t>(p);
    const std::int64_t shift = length - static_cast<std::int64_t>(prompts[p].ids.size());
    visual.columns[row].narrow(0, 0, tokens).copy_(torch::tensor(positions[p]) + shift);
    visual.present[row].narrow(0, 0, tokens).fill_(1);
    visual.coverage[row]
        .narrow(0, 0, visual.regionCounts[p])
        .narrow(1, 0, tokens)
        .copy_(prompts[p].coverage);
    visual.paper[row].narrow(0, 0, tokens).copy_(prompts[p].paper);
  }
  return visual;
}

}  // namespace

PromptBatch padPrompts(const std::vector<Prompt>& prompts, std::int64_t imageTokenId,
                       torch::Device device) {
  PromptBatch batch;
  std::vector<std::vector<std::int64_t>> positions;
  std::vector<std::int64_t> lengths;
  std::vector<torch::Tensor> imageRows;
  for (const Prompt& prompt : prompts) {
    positions.push_back(imagePositions(prompt, imageTokenId));
    lengths.push_back(static_cast<std::int64_t>(prompt.ids.size()));
    if (!positions.back().empty()) imageRows.push_back(prompt.imageRows);
  }
  batch.length = *std::max_element(lengths.begin(), lengths.end());
  batch.padded = *std::min_element(lengths.begin(), lengths.end()) < batch.length;
  const auto count = static_cast<std::int64_t>(prompts.size());
  const std::int64_t padding = imageTokenId == 0 ? 1 : 0;
  batch.ids = torch::full({count, batch.length}, padding, torch::kInt64);
  batch.mask = torch::zeros({count, batch.length}, torch::kBool);
  for (std::int64_t p = 0; p < count; ++p) {
    const auto& ids = prompts[static_cast<std::size_t>(p)].ids;
    const std::int64_t begin = batch.length - lengths[static_cast<std::size_t>(p)];
    batch.ids[p].slice(0, begin).copy_(torch::tensor(ids, torch::kInt64));
    batch.mask[p].slice(0, begin).fill_(true);
  }
  batch.ids = batch.ids.to(device);
  batch.mask = batch.mask.to(device);
  batch.lengths = torch::tensor(lengths, torch::kInt64).to(device);
  if (!imageRows.empty()) batch.imageRows = torch::cat(imageRows);
  batch.visual = padVisual(prompts, positions, batch.length);
  for (torch::Tensor* tensor : {&batch.visual.columns, &batch.visual.present,
                                &batch.visual.coverage, &batch.visual.paper}) {
    *tensor = tensor->to(device);
  }
  return batch;
}

}  // namespace mia::generate
