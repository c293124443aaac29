// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/run_answer.h"

#include <cmath>
#include <numeric>
#include <utility>

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
    if (id < tokenizer.size()) {
      known.push_back(static_cast<int>(id));
      candidate.tokens.push_back(tokenizer.piece(known.back()));
    } else {
      candidate.tokens.push_back("<unused " + std::to_string(id) + ">");
    }
  }
  candidate.text = tokenizer.decode(known);
}

void addMaps(const generate::LayerReading& reading, const ReadSample& sample,
             std::vector<AttentionMap>& maps) {
  const auto patches = static_cast<std::ptrdiff_t>(sample.rows) * sample.columns;
  const std::ptrdiff_t classTokens = sample.tokensPerPicture - patches;
  for (std::size_t picture = 0; picture < sample.pictures.size(); ++picture) {
    const auto begin = reading.map.begin() + classTokens +
                       static_cast<std::ptrdiff_t>(picture) * sample.tokensPerPicture;
    maps.push_back({reading.layer,
                    static_cast<int>(picture),
                    sample.rows,
                    sample.columns,
                    {begin, begin + patches}});
  }
}

}  // namespace

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
    if (maps) addMaps(reading, sample, result.maps);
  }
  return result;
}

}  // namespace mia::engine
