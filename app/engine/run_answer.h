// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/sample_reader.h"
#include "generate/answer.h"
#include "run/answers.h"
#include "tokenizer/tokenizer.h"

namespace mia::engine {

/// An answer's tokens as text, with perplexities, attention and (when `maps`) a mean attention map
/// per layer and picture. Ids that the model has and its tokenizer has not (padding of the
/// vocabulary) show as `<unused ID>` among the tokens and are left out of the text.
run::Answer runAnswer(const generate::TokenAnswer& answer, const ReadSample& sample,
                      const tokenizer::Tokenizer& tokenizer, bool maps);

}  // namespace mia::engine
