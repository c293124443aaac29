// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <utility>
#include <vector>

namespace mia::model {

/// Keys and values of every decoder layer for a batch of texts that grow together, in memory taken
/// once. Not for gradients.
class KvCache {
 public:
  /// Room for `capacity` tokens; memory is taken at the first append, in the keys' type.
  KvCache(std::int64_t layers, std::int64_t capacity);

  std::int64_t length() const { return length_; }  ///< tokens that every layer holds
  std::int64_t capacity() const { return capacity_; }

  /// Adds keys and values [B, Hkv, T, d] of one layer behind length(); returns views of all,
  /// [B, Hkv, length() + T, d]. Error kInternal when the capacity does not suffice.
  std::pair<torch::Tensor, torch::Tensor> append(std::int64_t layer, const torch::Tensor& keys,
                                                 const torch::Tensor& values);
  /// Counts T tokens as held, once all layers appended theirs; decode() calls it.
  void advance(std::int64_t tokens) { length_ += tokens; }
  /// Forgets all tokens from `length` on.
  void truncate(std::int64_t length);
  /// Makes room for `capacity` tokens in all, keeping what is held; never less than there was.
  void reserve(std::int64_t capacity);
  /// A cache of the texts `rows` [B'] int64 (repeats allowed), with its own memory.
  KvCache select(const torch::Tensor& rows) const;

 private:
  std::int64_t capacity_;
  std::int64_t length_ = 0;
  std::vector<torch::Tensor> keys_;
  std::vector<torch::Tensor> values_;
};

}  // namespace mia::model
