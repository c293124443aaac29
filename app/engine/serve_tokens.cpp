// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/serve_tokens.h"

namespace mia::engine {
namespace {

constexpr std::string_view kUnfinished = "\xef\xbf\xbd";  // U+FFFD

std::vector<float> floatsOf(const torch::Tensor& values) {
  const torch::Tensor dense = values.contiguous();
  return {dense.data_ptr<float>(), dense.data_ptr<float>() + dense.numel()};
}

// What each region gets of every layer's row, [layers][G].
std::vector<std::vector<float>> sharesOf(const torch::Tensor& rows, const torch::Tensor& coverage) {
  const torch::Tensor shares =
      torch::matmul(generate::timesUniform(rows), coverage.t()) / static_cast<double>(rows.size(1));
  std::vector<std::vector<float>> layers;
  for (std::int64_t layer = 0; layer < shares.size(0); ++layer) {
    layers.push_back(floatsOf(shares[layer]));
  }
  return layers;
}

}  // namespace

TokenStream::TokenStream(const PreparedSample& sample, const tokenizer::Tokenizer& tokenizer,
                         std::optional<run::LayerRange> maps)
    : sample_(sample), tokenizer_(tokenizer), maps_(maps) {}

run::ServeToken TokenStream::next(const generate::EmittedToken& token) {
  run::ServeToken told;
  told.index = index_++;
  told.id = static_cast<std::int32_t>(token.id);
  told.piece = pieceOf(token.id, tokenizer_);
  told.text = growth(token.id);
  told.logProb = token.logProb;
  told.maxLogProb = token.maxLogProb;
  if (!token.rows.defined()) return told;
  told.shares = sharesOf(token.rows, sample_.prompt.coverage);
  if (!maps_) return told;
  const torch::Tensor mean = token.rows.slice(0, maps_->first, maps_->last + 1).mean(0);
  const std::vector<float> row = floatsOf(generate::timesUniform(mean));
  for (std::size_t picture = 0; picture < sample_.read.pictures.size(); ++picture) {
    told.maps.push_back(mapOf(row, sample_.read, maps_->first, picture));
  }
  return told;
}

// A character of several byte tokens decodes to U+FFFD until its last one has come.
std::string TokenStream::growth(std::int64_t id) {
  if (id < tokenizer_.size()) known_.push_back(static_cast<int>(id));
  std::string text = tokenizer_.decode(known_);
  while (text.ends_with(kUnfinished)) text.resize(text.size() - kUnfinished.size());
  if (!text.starts_with(told_)) return {};
  std::string grown = text.substr(told_.size());
  told_ = std::move(text);
  return grown;
}

run::ServeAttention attentionOf(const generate::Looks& looks, const std::vector<std::int64_t>& ids,
                                const run::LayerRange& layers, const ReadSample& sample,
                                const tokenizer::Tokenizer& tokenizer) {
  run::ServeAttention attention;
  attention.layers = layers;
  attention.tokens = static_cast<int>(looks.maps.size(0));
  attention.heads = static_cast<int>(looks.maps.size(1));
  attention.pictures = static_cast<int>(sample.pictures.size());
  attention.rows = sample.rows;
  attention.columns = sample.columns;
  for (const std::int64_t id : ids) attention.pieces.push_back(pieceOf(id, tokenizer));
  const auto patches = static_cast<std::int64_t>(sample.rows) * sample.columns;
  const torch::Tensor byPicture = looks.maps.view(
      {looks.maps.size(0), looks.maps.size(1), attention.pictures, sample.tokensPerPicture});
  attention.values = floatsOf(byPicture.slice(3, sample.tokensPerPicture - patches));
  attention.mass = floatsOf(looks.mass);
  return attention;
}

}  // namespace mia::engine
