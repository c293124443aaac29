// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/run_answer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mia::engine {
namespace {

double perplexityOf(const std::vector<float>& logProbs) {
  const double sum = std::accumulate(logProbs.begin(), logProbs.end(), 0.0);
  return std::exp(-sum / static_cast<double>(logProbs.size()));
}

void addText(const std::vector<std::int64_t>& ids, const tokenizer::Tokenizer& tokenizer,
             Candidate& candidate) {
  std::vector<int> known;
  for (const std::int64_t id : ids) {
    candidate.tokenIds.push_back(static_cast<std::int32_t>(id));
    candidate.tokens.push_back(pieceOf(id, tokenizer));
    if (id < tokenizer.size()) known.push_back(static_cast<int>(id));
  }
  candidate.text = tokenizer.decode(known);
}

}  // namespace

generate::Prompt promptOf(const ReadSample& sample, const VisionCache& vision,
                          const std::string& stream) {
  const auto visual = static_cast<std::int64_t>(sample.paper.size());
  generate::Prompt prompt;
  prompt.ids = sample.ids;
  prompt.imageRows = vision.rows(sample.pictures);
  prompt.coverage = torch::tensor(sample.coverage).view({sample.regions, visual});
  prompt.paper = torch::tensor(sample.paper);
  prompt.stream = stream;
  return prompt;
}

std::vector<std::int64_t> endIdsOf(const model::Llava& model,
                                   const tokenizer::Tokenizer& tokenizer) {
  std::vector<std::int64_t> ids = model.config().text.eosTokenIds;
  const int eos = tokenizer.eosId();
  if (eos >= 0 && std::find(ids.begin(), ids.end(), eos) == ids.end()) ids.push_back(eos);
  return ids;
}

std::string pieceOf(std::int64_t id, const tokenizer::Tokenizer& tokenizer) {
  return id < tokenizer.size() ? tokenizer.piece(static_cast<int>(id))
                               : "<unused " + std::to_string(id) + ">";
}

AttentionMap mapOf(const std::vector<float>& row, const ReadSample& sample, int layer,
                   std::size_t picture) {
  const auto patches = static_cast<std::ptrdiff_t>(sample.rows) * sample.columns;
  const std::ptrdiff_t classTokens = sample.tokensPerPicture - patches;
  const auto begin =
      row.begin() + classTokens + static_cast<std::ptrdiff_t>(picture) * sample.tokensPerPicture;
  return {layer, static_cast<int>(picture), sample.rows, sample.columns, {begin, begin + patches}};
}

run::Answer runAnswer(const generate::TokenAnswer& answer, const ReadSample& sample,
                      const tokenizer::Tokenizer& tokenizer, bool maps) {
  run::Answer result;
  Candidate& candidate = result.candidate;
  addText(answer.ids, tokenizer, candidate);
  candidate.logProbs = answer.logProbs;
  candidate.perplexity = perplexityOf(answer.logProbs);
  candidate.maxPerplexity = perplexityOf(answer.maxLogProbs);
  candidate.complete = answer.complete;
  for (const generate::LayerReading& reading : answer.layers) {
    candidate.attention.push_back({reading.layer, reading.shares, reading.elsewhere,
                                   reading.tokenShares, reading.paperShare});
    for (std::size_t picture = 0; maps && picture < sample.pictures.size(); ++picture) {
      result.maps.push_back(mapOf(reading.map, sample, reading.layer, picture));
    }
  }
  return result;
}

}  // namespace mia::engine
