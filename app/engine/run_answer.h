// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/sample_reader.h"
#include "app/engine/vision_cache.h"
#include "generate/answer.h"
#include "run/answers.h"
#include "tokenizer/tokenizer.h"

namespace mia::engine {

/// What the model is asked for a sample whose pictures `vision` holds; `stream` names the random
/// streams of its answers.
generate::Prompt promptOf(const ReadSample& sample, const VisionCache& vision,
                          const std::string& stream);

/// The tokens that end an answer: the model's and its tokenizer's.
std::vector<std::int64_t> endIdsOf(const model::Llava& model,
                                   const tokenizer::Tokenizer& tokenizer);

/// A token as one shows it; `<unused ID>` for an id that the model has and its tokenizer has not.
std::string pieceOf(std::int64_t id, const tokenizer::Tokenizer& tokenizer);

/// The map of one picture out of a row over all visual tokens [V] of a sample, without class token.
AttentionMap mapOf(const std::vector<float>& row, const ReadSample& sample, int layer,
                   std::size_t picture);

/// An answer's tokens as text, with perplexities, attention and (when `maps`) a mean attention map
/// per layer and picture. Ids that the model has and its tokenizer has not (padding of the
/// vocabulary) show as `<unused ID>` among the tokens and are left out of the text.
run::Answer runAnswer(const generate::TokenAnswer& answer, const ReadSample& sample,
                      const tokenizer::Tokenizer& tokenizer, bool maps);

}  // namespace mia::engine
