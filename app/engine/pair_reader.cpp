// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/pair_reader.h"

#include <cmath>

namespace mia::engine {
namespace {

std::vector<std::int64_t> wide(const std::vector<int>& ids) { return {ids.begin(), ids.end()}; }

}  // namespace

train::DpoData PairReader::read() {
  train::DpoData data;
  for (const run::BundlePair& pair : bundle_.pairs) {
    const bool heldOut = bundle_.samples.at(pair.sample).sample.split == Split::kHeldOut;
    try {
      (heldOut ? data.heldOut : data.pairs).push_back(tokens(pair));
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::kResource || error.kind() == ErrorKind::kInternal) throw;
      ++skipped_;
      session_.warn("pair-skipped",
                    "Pair " + std::to_string(pair.pairId) + " is left out: " + error.what(),
                    {{"pair", pair.pairId}});
    }
  }
  data.pictures = pictures_.size();
  data.pixels = [this](std::size_t number) { return pixels(number); };
  return data;
}

train::TokenPair PairReader::tokens(const run::BundlePair& pair) {
  const ReadSample sample = samples_.read(bundle_.samples[pair.sample]);
  train::TokenPair result{.id = pair.pairId,
                          .prompt = sample.ids,
                          .chosen = wide(samples_.tokenizer().encodeAnswer(pair.chosen)),
                          .rejected = wide(samples_.tokenizer().encodeAnswer(pair.rejected)),
                          .pictures = {}};
  for (std::size_t i = 0; i < sample.pictures.size(); ++i) {
    result.pictures.push_back(numberOf(sample.pictures[i], {pair.sample, i}));
  }
  return result;
}

std::size_t PairReader::numberOf(const std::string& key, const Picture& picture) {
  const auto [entry, isNew] = numbers_.emplace(key, pictures_.size());
  if (isNew) pictures_.push_back(picture);
  return entry->second;
}

torch::Tensor PairReader::pixels(std::size_t number) {
  const Picture& picture = pictures_.at(number);
  const std::vector<float> values =
      samples_.pixels(bundle_.samples[picture.sample], picture.picture);
  // [3, side, side]: what the processor makes is square.
  const auto side =
      static_cast<std::int64_t>(std::lround(std::sqrt(static_cast<double>(values.size()) / 3)));
  return torch::tensor(values).view({3, side, side});
}

}  // namespace mia::engine
