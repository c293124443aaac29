// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/kv_cache.h"

#include "base/error.h"

namespace mia::model {

KvCache::KvCache(std::int64_t layers, std::int64_t capacity)
    : capacity_(capacity),
      keys_(static_cast<std::size_t>(layers)),
      values_(static_cast<std::size_t>(layers)) {}

std::pair<torch::Tensor, torch::Tensor> KvCache::append(std::int64_t layer,
                                                        const torch::Tensor& keys,
                                                        const torch::Tensor& values) {
  torch::Tensor& allKeys = keys_.at(static_cast<std::size_t>(layer));
  torch::Tensor& allValues = values_.at(static_cast<std::size_t>(layer));
  const std::int64_t tokens = keys.size(2), end = length_ + tokens;
  if (end > capacity_) {
    throw Error(ErrorKind::kInternal, "A KV cache for " + std::to_string(capacity_) +
                                          " tokens was given " + std::to_string(end));
  }
  if (!allKeys.defined()) {
    allKeys = torch::empty({keys.size(0), keys.size(1), capacity_, keys.size(3)}, keys.options());
    allValues = torch::empty_like(allKeys);
  }
  allKeys.narrow(2, length_, tokens).copy_(keys);
  allValues.narrow(2, length_, tokens).copy_(values);
  return {allKeys.narrow(2, 0, end), allValues.narrow(2, 0, end)};
}

void KvCache::truncate(std::int64_t length) {
  if (length < 0 || length > length_) {
    throw Error(ErrorKind::kInternal, "A KV cache cannot be cut to a length that it never had");
  }
  length_ = length;
}

void KvCache::reserve(std::int64_t capacity) {
  if (capacity <= capacity_) return;
  capacity_ = capacity;
  for (auto* tensors : {&keys_, &values_}) {
    for (torch::Tensor& held : *tensors) {
      if (!held.defined()) continue;
      torch::Tensor wider =
          torch::empty({held.size(0), held.size(1), capacity, held.size(3)}, held.options());
      wider.narrow(2, 0, length_).copy_(held.narrow(2, 0, length_));
      held = wider;
    }
  }
}

KvCache KvCache::select(const torch::Tensor& rows) const {
  KvCache chosen(static_cast<std::int64_t>(keys_.size()), capacity_);
  chosen.length_ = length_;
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (!keys_[i].defined()) continue;
    chosen.keys_[i] = keys_[i].index_select(0, rows);
    chosen.values_[i] = values_[i].index_select(0, rows);
  }
  return chosen;
}

}  // namespace mia::model
