// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/engine/served_model.h"
#include "generate/force.h"

namespace mia::engine {

/// Turns the tokens of one answer, as they are emitted, into what is told about them.
class TokenStream {
 public:
  /// `sample` and `tokenizer` must outlive it; `maps` names the layers whose maps come along.
  TokenStream(const PreparedSample& sample, const tokenizer::Tokenizer& tokenizer,
              std::optional<run::LayerRange> maps);

  run::ServeToken next(const generate::EmittedToken& token);

 private:
  std::string growth(std::int64_t id);

  const PreparedSample& sample_;
  const tokenizer::Tokenizer& tokenizer_;
  std::optional<run::LayerRange> maps_;
  int index_ = 0;
  std::vector<int> known_;  ///< ids so far that the tokenizer knows
  std::string told_;        ///< the text so far
};

/// Looks at an answer's tokens as they are sent.
run::ServeAttention attentionOf(const generate::Looks& looks, const std::vector<std::int64_t>& ids,
                                const run::LayerRange& layers, const ReadSample& sample,
                                const tokenizer::Tokenizer& tokenizer);

}  // namespace mia::engine
