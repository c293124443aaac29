// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

#include "base/json.h"

namespace mia::run {

/// What a form, a command line and a reader of JSON need to know about one field of a config.
struct FieldInfo {
  const char* name;  ///< the JSON key; the command line writes it with dashes
  const char* unit;  ///< "" when there is none
  double low;        ///< numbers: the smallest value allowed
  double high;       ///< numbers: the largest value allowed
  const char* help;  ///< one sentence
};

/// How `mia generate` asks the engine.
struct GenerateConfig {
  int maxNewTokens = 512;
  int samples = 0;           ///< answers drawn per prompt besides the greedy one
  double temperature = 1.0;  ///< of the drawn answers
  int batchSize = 16;        ///< prompts answered together
  bool maps = true;
  std::uint64_t seed = 1;

  template <class Self, class Visitor>
  static void visit(Self& self, Visitor&& field) {
    field(FieldInfo{"max_new_tokens", "tokens", 1, 32768, "where an answer is cut"},
          self.maxNewTokens);
    field(FieldInfo{"samples", "answers", 0, 64, "answers drawn per prompt besides the greedy one"},
          self.samples);
    field(FieldInfo{"temperature", "", 0.01, 10, "of the drawn answers"}, self.temperature);
    field(FieldInfo{"batch_size", "prompts", 1, 4096, "prompts answered together"}, self.batchSize);
    field(FieldInfo{"maps", "", 0, 1, "keep a mean attention map per picture and layer"},
          self.maps);
    field(FieldInfo{"seed", "", 0, 9e15, "of the drawn answers"}, self.seed);
  }
};

/// How `mia train` runs DPO; names are TRL's and PEFT's.
struct TrainConfig {
  double beta = 0.1;
  double gamma = 0.1;  ///< weight of CE(chosen), mean over the answer's tokens
  double learningRate = 5e-5;
  double warmupRatio = 0.1;
  double weightDecay = 0;
  double maxGradNorm = 1.0;
  double epochs = 1;
  int maxSteps = 0;        ///< 0: by epochs
  int batchSize = 64;      ///< pairs per optimiser step
  int microBatchSize = 8;  ///< pairs per forward
  int maxLength = 4096;    ///< tokens, images included; longer pairs are dropped and counted
  int loraR = 128;
  double loraAlpha = 256;
  double loraDropout = 0.05;  ///< has no effect when disableDropout, as in TRL
  bool disableDropout = true;
  int saveSteps = 50;
  int evalSteps = 0;              ///< 0: no held-out pairs are scored while training
  std::string objective = "dpo";  ///< "dpo" or "sft": fine-tuning on the chosen answers alone
  std::uint64_t seed = 42;

  template <class Self, class Visitor>
  static void visit(Self& self, Visitor&& field) {
    field(FieldInfo{"beta", "", 1e-6, 10, "how strongly the policy is held to the reference"},
          self.beta);
    field(FieldInfo{"gamma", "", 0, 100, "weight of the cross-entropy of the chosen answer"},
          self.gamma);
    field(FieldInfo{"learning_rate", "", 0, 1, "peak learning rate"}, self.learningRate);
    field(FieldInfo{"warmup_ratio", "", 0, 1, "share of the steps that warm up, linearly"},
          self.warmupRatio);
    field(FieldInfo{"weight_decay", "", 0, 10, "AdamW's weight decay"}, self.weightDecay);
    field(FieldInfo{"max_grad_norm", "", 0, 1e6, "gradients are clipped to this norm; 0 never"},
          self.maxGradNorm);
    field(FieldInfo{"num_train_epochs", "epochs", 0, 1000, "how often each pair is seen"},
          self.epochs);
    field(FieldInfo{"max_steps", "steps", 0, 1e9, "stop after so many steps; 0: by epochs"},
          self.maxSteps);
    field(FieldInfo{"batch_size", "pairs", 1, 1e6, "pairs per optimiser step"}, self.batchSize);
    field(FieldInfo{"micro_batch_size", "pairs", 1, 1e6, "pairs per forward pass"},
          self.microBatchSize);
    field(FieldInfo{"max_length", "tokens", 8, 1e6, "longer pairs are dropped, and counted"},
          self.maxLength);
    field(FieldInfo{"lora_r", "", 1, 4096, "LoRA rank"}, self.loraR);
    field(FieldInfo{"lora_alpha", "", 1e-6, 1e6, "LoRA scale is alpha / r"}, self.loraAlpha);
    field(FieldInfo{"lora_dropout", "", 0, 0.99, "LoRA dropout; off while disable_dropout is on"},
          self.loraDropout);
    field(FieldInfo{"disable_dropout", "", 0, 1, "as TRL: no dropout in policy and reference"},
          self.disableDropout);
    field(FieldInfo{"save_steps", "steps", 1, 1e9, "a checkpoint every so many steps"},
          self.saveSteps);
    field(FieldInfo{"eval_steps", "steps", 0, 1e9,
                    "score held-out pairs every so many steps; 0: never"},
          self.evalSteps);
    field(FieldInfo{"objective", "", 0, 0, "dpo, or sft: fine-tuning on the chosen answers alone"},
          self.objective);
    field(FieldInfo{"seed", "", 0, 9e15, "of LoRA's start and the order of the pairs"}, self.seed);
  }
};

/// One model to be compared: the base alone, or the base with an adapter.
struct Arm {
  std::string name;     ///< "before", "after", or the user's word
  std::string adapter;  ///< folder of a PEFT adapter; "" for the base
};

/// How `mia evaluate` asks the engine: greedy answers of every arm to the same samples.
struct EvaluateConfig {
  int maxNewTokens = 512;
  int batchSize = 16;
  bool attention = true;

  template <class Self, class Visitor>
  static void visit(Self& self, Visitor&& field) {
    field(FieldInfo{"max_new_tokens", "tokens", 1, 32768, "where an answer is cut"},
          self.maxNewTokens);
    field(FieldInfo{"batch_size", "prompts", 1, 4096, "prompts answered together"}, self.batchSize);
    field(FieldInfo{"attention", "", 0, 1, "record where each model looked"}, self.attention);
  }
};

namespace detail {

template <class T>
void checkRange(const FieldInfo& info, const T& value) {
  if constexpr (std::is_arithmetic_v<T> && !std::is_same_v<T, bool>) {
    const auto number = static_cast<double>(value);
    if (!(number >= info.low && number <= info.high)) {
      throw Error(ErrorKind::kUsage, std::string(info.name) + " is " + std::to_string(number) +
                                         ", outside " + std::to_string(info.low) + " to " +
                                         std::to_string(info.high));
    }
  }
}

}  // namespace detail

/// Error kUsage when a field is outside its range.
template <class Config>
void check(const Config& config) {
  Config::visit(config,
                [](const FieldInfo& info, const auto& value) { detail::checkRange(info, value); });
}

template <class Config>
Json configToJson(const Config& config) {
  Json json = Json::object();
  Config::visit(config, [&](const FieldInfo& info, const auto& value) { json[info.name] = value; });
  return json;
}

/// Absent fields keep their defaults; an unknown field, a wrong type or a value out of range is an
/// Error that names it.
template <class Config>
Config configFromJson(const Json& json, const std::string& where) {
  Config config;
  std::vector<std::string> known;
  Config::visit(config, [&](const FieldInfo& info, auto& value) {
    known.emplace_back(info.name);
    value = valueOr(json, info.name, value, where);
  });
  for (const auto& [key, value] : json.items()) {
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      throw Error(ErrorKind::kBadInput, where + ": \"" + key + "\" is not a field of this config");
    }
  }
  check(config);
  return config;
}

}  // namespace mia::run
