// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include <torch/torch.h>

#include "model/lvlm/llava.h"

namespace mia::engine {

/// What the decoder is given for each picture, by the picture's key: computed once for as long as
/// the memory given to it lasts. Vision tower and projector are frozen, so that adapters on the
/// decoder change nothing here.
class VisionCache {
 public:
  /// The model must outlive this.
  explicit VisionCache(model::Llava& model, std::size_t maxBytes = std::size_t{2} << 30)
      : model_(model), maxBytes_(maxBytes) {}

  bool holds(const std::string& key) const { return rows_.contains(key); }

  /// Makes sure that all of `keys` are held: `pixels` has those that were not, [3, S, S] each. What
  /// was used longest ago is forgotten when memory is short, but none of `keys`.
  void provide(const std::vector<std::string>& keys,
               const std::unordered_map<std::string, std::vector<float>>& pixels);

  /// The projected rows of these pictures, one after the other: [keys * tokensPerImage, D].
  torch::Tensor rows(const std::vector<std::string>& keys) const;

 private:
  struct Entry {
    torch::Tensor rows;  ///< [tokensPerImage, D]
    std::int64_t lastUse = 0;
  };
  void compute(const std::vector<std::string>& keys,
               const std::unordered_map<std::string, std::vector<float>>& pixels);
  void forget();

  model::Llava& model_;
  std::size_t maxBytes_;
  std::int64_t use_ = 0;
  std::unordered_map<std::string, Entry> rows_;
};

}  // namespace mia::engine
