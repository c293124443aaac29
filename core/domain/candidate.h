// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/ids.h"

namespace mia {

/// Where an answer came from.
enum class CandidateOrigin { kGreedy, kSampled };

const char* toString(CandidateOrigin origin);  ///< "greedy", "sampled"
CandidateOrigin candidateOriginFromString(const std::string& name);

/// Attention of one decoder layer, mean over heads, over the visual tokens only: for each region
/// (image, or cell / inset / background of a canvas) its share of all visual attention, and what
/// fell on patches of no region (padding, margins, labels). regions + elsewhere sum to 1.
struct LayerAttention {
  int layer = 0;               ///< 0-based decoder layer
  std::vector<double> shares;  ///< [regions], mean over the rows that emit the answer's tokens
  double elsewhere = 0;
  std::vector<std::vector<float>> tokenShares;  ///< [tokens][regions], one row per answer token
  double paperShare = 0;  ///< the target's share by the paper's approximation (preset "paper")
};

/// A mean attention map of one picture given to the model, for one layer; values are in units of
/// times uniform (1.0 = an equal share for every visual token of the sample).
struct AttentionMap {
  int layer = 0;
  int picture = 0;  ///< 0-based among the pictures the model was given (1 for grid and pic-in-pic)
  int rows = 0;
  int columns = 0;
  std::vector<float> values;  ///< [rows * columns], row-major
};

/// One answer of a model to a sample, with everything that selection needs; never re-computed.
struct Candidate {
  CandidateId id;
  SampleId sample;
  std::string run;  ///< id of the run directory it came from
  int index = 0;    ///< among the sample's candidates in that run
  CandidateOrigin origin = CandidateOrigin::kGreedy;
  double temperature = 0;
  std::string text;
  std::vector<std::int32_t> tokenIds;  ///< with the end token when the model emitted one
  std::vector<std::string> tokens;     ///< their text, piece by piece
  std::vector<float> logProbs;         ///< of each token that was emitted
  double perplexity = 0;               ///< exp(-mean log p(emitted token))
  double maxPerplexity = 0;            ///< exp(-mean log max p): the paper's
  bool complete = true;                ///< false: cut by the token limit
  std::vector<LayerAttention> attention;
};

}  // namespace mia
