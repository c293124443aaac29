// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "app/engine/image_store.h"
#include "imaging/image_processor.h"
#include "layout/canvas.h"
#include "model/lvlm/llava_config.h"
#include "run/bundle.h"
#include "tokenizer/prompt.h"
#include "tokenizer/tokenizer.h"

namespace mia::engine {

/// A sample as a model gets it, without pixels. G regions (the recipe's images), V visual tokens of
/// all its pictures.
struct ReadSample {
  std::vector<std::int64_t> ids;      ///< the asked prompt, one image token per visual token
  std::vector<std::string> pictures;  ///< a key per picture: equal keys, equal pixels
  int rows = 0;                       ///< patches of a picture, from top to bottom
  int columns = 0;
  int tokensPerPicture = 0;  ///< rows * columns, and one in front for a kept class token
  int regions = 0;
  std::vector<float> coverage;  ///< [G, V], exact; 0 for a class token
  std::vector<float> paper;     ///< [V], the paper's weights of the target
};

/// Turns samples of a bundle into what one model gets: ids, pixels and the map from regions to
/// visual tokens. For one thread at a time.
class SampleReader {
 public:
  /// Reads tokenizer, prompt template and image processor of a model folder. Error kNotFound or
  /// kBadInput when they are missing or do not fit `config`.
  SampleReader(const std::filesystem::path& modelDir, const model::LlavaConfig& config);

  const tokenizer::Tokenizer& tokenizer() const { return tokenizer_; }

  /// The whole text of a prompt as it is asked.
  std::string promptText(const std::string& prompt) const;

  /// The ids of a prompt as it is asked, each `<image>` one image token per visual token.
  std::vector<std::int64_t> promptIds(const std::string& prompt) const;

  /// Errors in words about this sample alone: a file that is gone or changed (kNotFound,
  /// kBadInput), a prompt whose marks are not its pictures (kBadInput), an impossible recipe.
  ReadSample read(const run::BundleSample& entry);

  /// The pixels of one picture as the model's processor makes them, [3, size, size].
  std::vector<float> pixels(const run::BundleSample& entry, std::size_t picture);

  /// The pictures of a sample, and how the model's processor sees one of this size.
  std::vector<layout::Canvas> plan(const run::BundleSample& entry);
  layout::ViewTransform view(layout::Size picture) const { return processor_.view(picture); }

  /// The content hash of an image file as it is now. Error kNotFound.
  const std::string& hash(const std::string& file) { return images_.hash(file); }

 private:
  void addMaps(const run::BundleSample& entry, const std::vector<layout::Canvas>& canvases,
               ReadSample& sample) const;

  model::LlavaConfig config_;
  tokenizer::Tokenizer tokenizer_;
  tokenizer::PromptTemplate template_;
  imaging::ImageProcessor processor_;
  ImageStore images_;
};

}  // namespace mia::engine
