// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "curation/layout_preview.h"
#include "imaging/image_processor.h"
#include "layout/canvas.h"
#include "tokenizer/prompt.h"
#include "tokenizer/tokenizer.h"

namespace mia::curation {

/// What a model makes of a picture and a prompt before any weight is used, read from its folder.
class ModelLens {
 public:
  /// Error kNotFound, kBadInput or kUnsupported in words.
  explicit ModelLens(const std::string& folder);

  const ModelFacts& facts() const { return facts_; }
  /// Tokens of a prompt with those of its pictures.
  int promptTokens(const std::string& prompt) const;
  /// Tokens of an answer, the end token included.
  int answerTokens(const std::string& answer) const {
    return static_cast<int>(tokenizer_.encodeAnswer(answer).size());
  }
  /// Fills picture.seen; with kModel also makes the picture what the model is given, its regions
  /// included. `regions`: images of the sample.
  void look(int regions, PreviewLook look, PreviewPicture& picture) const;

 private:
  ModelFacts facts_;
  int patchSize_ = 1;
  imaging::ImageProcessor processor_;
  tokenizer::Tokenizer tokenizer_;
  tokenizer::PromptTemplate template_;
};

/// The side of a patch, px: from config.json, or, in the original LLaVA's, from the name of its
/// vision tower. Error kNotFound, kBadInput, kUnsupported.
int patchSizeOf(const std::filesystem::path& model);

}  // namespace mia::curation
