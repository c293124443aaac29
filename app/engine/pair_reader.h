// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/engine/run_session.h"
#include "app/engine/sample_reader.h"
#include "run/bundle.h"
#include "train/data.h"

namespace mia::engine {

/// Turns the pairs of a bundle into what training takes: token ids, and pictures numbered so that
/// equal ones are one. Pairs of held-out samples are only scored. For one thread at a time.
class PairReader {
 public:
  /// All must outlive it and the data that it gives.
  PairReader(RunSession& session, const run::Bundle& bundle, SampleReader& samples)
      : session_(session), bundle_(bundle), samples_(samples) {}

  /// A pair whose sample cannot be read (a picture that is gone or changed, say) is left out with
  /// the warning `pair-skipped`.
  train::DpoData read();
  std::int64_t skipped() const { return skipped_; }

 private:
  struct Picture {
    std::size_t sample = 0;
    std::size_t picture = 0;
  };
  train::TokenPair tokens(const run::BundlePair& pair);
  std::size_t numberOf(const std::string& key, const Picture& picture);
  torch::Tensor pixels(std::size_t number);

  RunSession& session_;
  const run::Bundle& bundle_;
  SampleReader& samples_;
  std::map<std::string, std::size_t> numbers_;
  std::vector<Picture> pictures_;
  std::int64_t skipped_ = 0;
};

}  // namespace mia::engine
