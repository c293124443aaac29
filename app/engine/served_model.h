// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/engine/run_answer.h"
#include "app/engine/sample_reader.h"
#include "app/engine/vision_cache.h"
#include "run/serve_reply.h"

namespace mia::engine {

/// What a sample came to: what the model gets, and what is told about it.
struct PreparedSample {
  run::BundleSample entry;  ///< with its prompt worded and its hashes known
  ReadSample read;
  generate::Prompt prompt;
};

/// The one model that `serve` keeps loaded, with at most one adapter, its tokenizer, and the
/// pictures that it has seen. A folder whose files have changed is read again.
class ServedModel {
 public:
  ServedModel(torch::Device device, int threads) : device_(device), threads_(threads) {}

  /// Loads what is not there yet: the model, or only an adapter. Asking for the model alone again
  /// keeps the adapter at hand. Errors as loadLlava() and loadPeft(); a folder without a model
  /// leaves the loaded one alone.
  void use(const std::filesystem::path& model, const std::string& adapter);

  model::Llava& model() { return *model_; }
  const tokenizer::Tokenizer& tokenizer() const { return reader_->tokenizer(); }
  /// `seconds`: how long use() took.
  run::ServeLoaded facts(double seconds) const;

  /// Reads a sample's files and computes what the vision tower makes of them, where that is not
  /// known. Errors as SampleReader::read().
  PreparedSample prepare(const run::BundleSample& entry);
  run::ServeStarted describe(const PreparedSample& sample);

 private:
  void load(const std::filesystem::path& folder);
  void useAdapter(const std::string& folder);

  torch::Device device_;
  int threads_;
  std::string folder_;
  std::string stamp_;  ///< of the model's files when they were read
  std::string adapter_;
  std::string adapterStamp_;
  bool adapterOn_ = false;
  std::shared_ptr<model::Llava> model_;
  std::unique_ptr<SampleReader> reader_;
  std::unique_ptr<VisionCache> vision_;
};

}  // namespace mia::engine
