// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/packing.h"

namespace mia::train {
namespace {

constexpr std::int64_t kPrompt = 0;
constexpr std::int64_t kChosen = 1;
constexpr std::int64_t kRejected = 2;

std::int64_t size(const std::vector<std::int64_t>& tokens) {
  return static_cast<std::int64_t>(tokens.size());
}

// One row under construction.
struct Row {
  std::vector<std::int64_t> ids;
  std::vector<std::int64_t> positions;
  std::vector<std::int64_t> segments;

  void append(const std::vector<std::int64_t>& tokens, std::int64_t count, std::int64_t position,
              std::int64_t segment) {
    for (std::int64_t i = 0; i < count; ++i) {
      ids.push_back(tokens[static_cast<std::size_t>(i)]);
      positions.push_back(position + i);
      segments.push_back(segment);
    }
  }

  // Padding comes last, where the causal mask hides it from everything that counts.
  void pad(std::int64_t length, std::int64_t token) {
    ids.resize(static_cast<std::size_t>(length), token);
    positions.resize(static_cast<std::size_t>(length), 0);
    segments.resize(static_cast<std::size_t>(length), kPrompt);
  }
};

// The answer tokens of a micro-batch under construction.
struct Predictions {
  std::vector<std::int64_t> predictors;
  std::vector<std::int64_t> targets;
  std::vector<std::int64_t> answers;

  // The first token is predicted by the prompt's last position, each other by the one before it.
  void append(const std::vector<std::int64_t>& tokens, std::int64_t promptEnd,
              std::int64_t answerStart, std::int64_t answer) {
    for (std::int64_t i = 0; i < size(tokens); ++i) {
      predictors.push_back(i == 0 ? promptEnd : answerStart + i - 1);
      targets.push_back(tokens[static_cast<std::size_t>(i)]);
      answers.push_back(answer);
    }
  }
};

// segments [rows, length] -> [rows, 1, length, length].
torch::Tensor maskOf(const torch::Tensor& segments) {
  const std::int64_t length = segments.size(1);
  const torch::Tensor causal =
      torch::ones({length, length}, torch::kBool).tril();  // [queries, keys]
  const torch::Tensor hidden =
      (segments == kRejected).unsqueeze(2) & (segments == kChosen).unsqueeze(1);
  return (causal & ~hidden).unsqueeze(1);
}

torch::Tensor stack(const std::vector<Row>& rows, std::vector<std::int64_t> Row::*field) {
  std::vector<torch::Tensor> tensors;
  for (const Row& row : rows) tensors.push_back(torch::tensor(row.*field, torch::kInt64));
  return torch::stack(tensors);
}

}  // namespace

std::int64_t packedLength(const TokenPair& pair, Answers answers) {
  const std::int64_t withChosen = size(pair.prompt) + size(pair.chosen) - 1;
  return answers == Answers::kBoth ? withChosen + size(pair.rejected) - 1 : withChosen;
}

PackedPairs packPairs(const std::vector<const TokenPair*>& pairs, Answers answers) {
  PackedPairs packed;
  packed.rows = static_cast<std::int64_t>(pairs.size());
  std::int64_t length = 0;
  for (const TokenPair* pair : pairs) length = std::max(length, packedLength(*pair, answers));

  std::vector<Row> rows(pairs.size());
  Predictions predictions;
  for (std::int64_t r = 0; r < packed.rows; ++r) {
    const TokenPair& pair = *pairs[static_cast<std::size_t>(r)];
    Row& row = rows[static_cast<std::size_t>(r)];
    const std::int64_t prompt = size(pair.prompt);
    row.append(pair.prompt, prompt, 0, kPrompt);
    row.append(pair.chosen, size(pair.chosen) - 1, prompt, kChosen);
    if (answers == Answers::kBoth) {
      row.append(pair.rejected, size(pair.rejected) - 1, prompt, kRejected);
    }
    row.pad(length, pair.chosen.back());
    predictions.append(pair.chosen, r * length + prompt - 1, r * length + prompt, r);
  }
  packed.chosenTokens = size(predictions.targets);
  for (std::int64_t r = 0; answers == Answers::kBoth && r < packed.rows; ++r) {
    const TokenPair& pair = *pairs[static_cast<std::size_t>(r)];
    const std::int64_t prompt = size(pair.prompt);
    predictions.append(pair.rejected, r * length + prompt - 1,
                       r * length + prompt + size(pair.chosen) - 1, packed.rows + r);
  }

  packed.ids = stack(rows, &Row::ids);
  packed.positions = stack(rows, &Row::positions);
  packed.mask = maskOf(stack(rows, &Row::segments));
  packed.predictors = torch::tensor(predictions.predictors, torch::kInt64);
  packed.targets = torch::tensor(predictions.targets, torch::kInt64);
  packed.answers = torch::tensor(predictions.answers, torch::kInt64);
  return packed;
}

}  // namespace mia::train
