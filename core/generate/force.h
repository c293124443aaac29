// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include <torch/torch.h>

#include "generate/answer.h"

namespace mia::generate {

/// Teacher forcing: what the model makes of a given answer. The same figures, of the same rows, as
/// answerBatch() has for an answer of its own, up to the rounding of matrix products of another
/// shape; all in one pass over prompt and answer. `ids` ends with an end token if the answer has
/// one. Of the options, attention, endIds, stop (heeded between layers) and watch count.
/// Error kBadInput for ids that the model does not have, kStopped, and as answerBatch().
TokenAnswer forceAnswer(model::Llava& model, const Prompt& prompt,
                        const std::vector<std::int64_t>& ids, const AnswerOptions& options);

/// Which rows of attention are wanted of the answer's tokens: the mean over these layers (0-based,
/// both included), for each head or as the mean over all.
struct LookRequest {
  std::int64_t firstLayer = 0;
  std::int64_t lastLayer = 0;
  bool eachHead = false;
};

/// Where the rows looked that emit T tokens. H heads, or 1.
struct Looks {
  torch::Tensor maps;  ///< [T, H, V] float32 on the host, in units of times uniform
  torch::Tensor mass;  ///< [T, H] the share of each row that fell on visual tokens
};

/// Reads them in one pass as forceAnswer() makes it; only the answer's rows are ever computed, and
/// of them only what fell on visual tokens is kept. Error kUsage for layers that are not there or
/// a prompt without pictures.
Looks looksOf(model::Llava& model, const Prompt& prompt, const std::vector<std::int64_t>& ids,
              const LookRequest& request, const std::stop_token& stop);

}  // namespace mia::generate
