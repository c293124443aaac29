// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/json.h"

namespace mia::train {

/// kDpo prefers the chosen to the rejected answers; kSft fine-tunes on the chosen ones alone.
enum class Objective { kDpo, kSft };

/// Everything that decides what a run gives; names as TRL's where it has one.
struct DpoOptions {
  Objective objective = Objective::kDpo;
  double beta = 0.1;                ///< how strongly the policy is held to the reference
  double gamma = 0.1;               ///< weight of CE(chosen), mean per token; of kDpo
  double learningRate = 5e-5;       ///< the peak
  double warmupRatio = 0.1;         ///< share of the steps that warm up
  double weightDecay = 0;           ///< AdamW's
  double maxGradNorm = 1.0;         ///< gradients are clipped to this norm; 0: never
  double epochs = 1;                ///< how often each pair is seen
  std::int64_t maxSteps = 0;        ///< 0: by epochs
  std::int64_t batchSize = 64;      ///< pairs per optimiser step
  std::int64_t microBatchSize = 8;  ///< pairs per forward pass
  std::int64_t maxLength = 4096;    ///< tokens; longer pairs are left out, counted and told
  std::int64_t loraR = 128;
  double loraAlpha = 256;
  double loraDropout = 0.05;
  bool disableDropout = true;        ///< as TRL: no dropout in policy and reference
  bool shuffle = true;               ///< false: each epoch takes the pairs as they stand
  std::int64_t saveSteps = 50;       ///< a checkpoint every so many steps, and at the end
  std::int64_t evalSteps = 0;        ///< held-out pairs are scored so often; 0: never
  std::int64_t keepCheckpoints = 2;  ///< older ones are removed
  std::uint64_t seed = 42;           ///< of LoRA's start, of the order of the pairs, of dropout
  /// Bytes of vision features that are kept; pictures beyond it are seen anew at each use.
  std::int64_t featureMemory = std::int64_t{4} << 30;
  /// A PEFT adapter to start from; empty: a fresh one by the four lora fields. The reference is the
  /// model without any adapter either way.
  std::filesystem::path startAdapter;

  /// Error kUsage, in words, for values that make no sense.
  void check() const;
};

/// What makes two runs the same: every field, by name.
Json toJson(const DpoOptions& options);

}  // namespace mia::train
