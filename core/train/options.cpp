// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/options.h"

#include <cmath>

namespace mia::train {
namespace {

void demand(bool holds, const std::string& words) {
  if (!holds) throw Error(ErrorKind::kUsage, words);
}

// False for NaN as well.
bool within(double value, double low, double high) { return value >= low && value <= high; }

}  // namespace

void DpoOptions::check() const {
  constexpr double kHuge = 1e9;
  demand(within(beta, 1e-9, kHuge), "beta must be greater than 0");
  demand(within(gamma, 0, kHuge), "gamma must not be negative");
  demand(within(learningRate, 0, 1), "the learning rate must lie in 0 to 1");
  demand(within(warmupRatio, 0, 1), "the warm-up must be a share of the steps, 0 to 1");
  demand(within(weightDecay, 0, kHuge), "the weight decay must not be negative");
  demand(within(maxGradNorm, 0, kHuge), "the largest gradient norm must not be negative");
  demand(maxSteps >= 0, "the number of steps must not be negative");
  demand(maxSteps > 0 || within(epochs, 1e-9, kHuge), "epochs must be greater than 0");
  demand(batchSize >= 1 && microBatchSize >= 1, "a batch needs at least one pair");
  demand(maxLength >= 2, "the largest length must leave room for a prompt and an answer");
  demand(!startAdapter.empty() || loraR >= 1, "LoRA's rank must be at least 1");
  demand(!startAdapter.empty() || within(loraAlpha, 1e-9, kHuge),
         "LoRA's alpha must be greater than 0");
  demand(within(loraDropout, 0, 0.999), "LoRA's dropout must lie in 0 to 1, 1 excluded");
  demand(saveSteps >= 1, "checkpoints must be at least one step apart");
  demand(evalSteps >= 0, "the steps between evaluations must not be negative");
  demand(keepCheckpoints >= 1, "at least one checkpoint must be kept");
}

Json toJson(const DpoOptions& options) {
  return {{"objective", options.objective == Objective::kDpo ? "dpo" : "sft"},
          {"beta", options.beta},
          {"gamma", options.gamma},
          {"learning_rate", options.learningRate},
          {"warmup_ratio", options.warmupRatio},
          {"weight_decay", options.weightDecay},
          {"max_grad_norm", options.maxGradNorm},
          {"num_train_epochs", options.epochs},
          {"max_steps", options.maxSteps},
          {"batch_size", options.batchSize},
          {"micro_batch_size", options.microBatchSize},
          {"max_length", options.maxLength},
          {"lora_r", options.loraR},
          {"lora_alpha", options.loraAlpha},
          {"lora_dropout", options.loraDropout},
          {"disable_dropout", options.disableDropout},
          {"shuffle", options.shuffle},
          {"seed", options.seed},
          {"start_adapter", options.startAdapter.string()}};
}

}  // namespace mia::train
