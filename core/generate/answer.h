// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include <torch/torch.h>

#include "generate/attention_recorder.h"
#include "model/lvlm/llava.h"

namespace mia::generate {

/// A prompt as the model gets it. V visual tokens (of all its pictures), G regions, D the decoder's
/// width.
struct Prompt {
  std::vector<std::int64_t> ids;  ///< with one image token per visual token
  torch::Tensor imageRows;        ///< [V, D], projected, in the order of the image tokens
  torch::Tensor coverage;         ///< [G, V] float32 on the host: share of each patch per region
  torch::Tensor paper;            ///< [V] float32 on the host: the paper's weights of the target
  std::string stream;             ///< names its random streams, so that its answers are its own
};

/// A token at the moment that it is emitted, for those who watch an answer grow. L layers.
struct EmittedToken {
  std::size_t prompt = 0;  ///< index into the batch
  std::size_t answer = 0;  ///< index among the prompt's answers
  std::int64_t id = 0;
  float logProb = 0;
  float maxLogProb = 0;
  torch::Tensor rows;  ///< [L, V] float32 on the host: attention of the row that emits it, mean
                       ///< over heads, at the visual tokens; undefined where none is read
};

struct AnswerOptions {
  int maxNewTokens = 512;
  int firstAnswer = 0;       ///< 0: begin with the greedy answer; k: with the k-th drawn one
  int samples = 0;           ///< answers drawn besides the greedy one
  double temperature = 1.0;  ///< of the drawn answers
  std::uint64_t seed = 1;
  bool attention = true;             ///< read where each answer looked
  std::vector<std::int64_t> endIds;  ///< any of them ends an answer
  std::stop_token stop;              ///< looked at before every token
  bool keepStopped = false;          ///< a stop behind the first token ends the answers as they are
  std::function<void(const EmittedToken&)> watch;
};

/// One answer: its tokens with the end token when the model emitted one.
struct TokenAnswer {
  std::vector<std::int64_t> ids;
  std::vector<float> logProbs;     ///< of each token that was emitted, before any temperature
  std::vector<float> maxLogProbs;  ///< of the likeliest token in its place
  bool complete = false;           ///< false: cut by maxNewTokens
  std::vector<LayerReading> layers;
};

/// Answers a batch of prompts: for each the greedy answer, then the drawn ones. Prompts of unequal
/// lengths are padded on the left. The answers of a prompt share its keys and values: a step feeds
/// one token of each answer, which sees the prompt and its own answer only. An answer does not
/// depend on its batch, up to the rounding of matrix products of another shape.
/// Error kStopped when a stop is asked for (see keepStopped), kBadInput when the model computes
/// not-a-number.
std::vector<std::vector<TokenAnswer>> answerBatch(model::Llava& model,
                                                  const std::vector<Prompt>& prompts,
                                                  const AnswerOptions& options);

/// Rows of attention [..., V] in units of times uniform: the mean of each is 1, or all is 0.
torch::Tensor timesUniform(const torch::Tensor& rows);

/// Error kBadInput when a log-prob of the answer is not a number.
void requireNumbers(const TokenAnswer& answer);

}  // namespace mia::generate
