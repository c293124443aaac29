// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/pretrain/question_rows.h"

namespace mia::train {
namespace {

constexpr std::int64_t kPrefix = 0;  // segment of the prefix; questions count from 1

std::int64_t size(const std::vector<std::int64_t>& tokens) {
  return static_cast<std::int64_t>(tokens.size());
}

// The last token of an answer predicts nothing and is left out.
std::int64_t packedLength(const QuestionRow& row) {
  std::int64_t length = size(row.prefix);
  for (const RowQuestion& question : row.questions) {
    length += size(question.text) + size(question.answer) - 1;
  }
  return length;
}

// All rows under construction, flat: row r begins at r * length.
struct Builder {
  std::int64_t length;
  std::vector<std::int64_t> ids, positions, segments;
  std::vector<std::int64_t> predictors, targets, answers;
  std::int64_t questions = 0;

  void append(std::int64_t id, std::int64_t position, std::int64_t segment) {
    ids.push_back(id);
    positions.push_back(position);
    segments.push_back(segment);
  }

  void append(const RowQuestion& question, std::int64_t start, std::int64_t segment) {
    std::int64_t position = start;
    for (const std::int64_t id : question.text) append(id, position++, segment);
    for (std::int64_t i = 0; i < size(question.answer); ++i) {
      predictors.push_back(size(ids) - 1);
      targets.push_back(question.answer[static_cast<std::size_t>(i)]);
      answers.push_back(questions);
      if (i + 1 < size(question.answer)) append(targets.back(), position++, segment);
    }
    ++questions;
  }

  void append(const QuestionRow& row, std::int64_t rowEnd) {
    for (std::int64_t i = 0; i < size(row.prefix); ++i) {
      append(row.prefix[static_cast<std::size_t>(i)], i, kPrefix);
    }
    std::int64_t segment = kPrefix;
    for (const RowQuestion& question : row.questions) {
      append(question, size(row.prefix), ++segment);
    }
    // Padding comes last, where the causal mask hides it from everything that counts.
    while (size(ids) < rowEnd) append(0, 0, kPrefix);
  }
};

// segments [rows, length] -> [rows, 1, length, length].
torch::Tensor maskOf(const torch::Tensor& segments) {
  const std::int64_t length = segments.size(1);
  const torch::Tensor causal = torch::ones({length, length}, torch::kBool).tril();
  const torch::Tensor keys = segments.unsqueeze(1);
  const torch::Tensor together = (keys == kPrefix) | (keys == segments.unsqueeze(2));
  return (causal & together).unsqueeze(1);
}

}  // namespace

PackedQuestions packQuestions(const std::vector<QuestionRow>& rows) {
  Builder builder{};
  for (const QuestionRow& row : rows) {
    builder.length = std::max(builder.length, packedLength(row));
  }
  std::vector<torch::Tensor> features;
  for (const QuestionRow& row : rows) {
    features.push_back(row.features);
    builder.append(row, builder.length * static_cast<std::int64_t>(features.size()));
  }
  const std::vector<std::int64_t> shape = {static_cast<std::int64_t>(rows.size()), builder.length};
  PackedQuestions packed;
  packed.ids = torch::tensor(builder.ids, torch::kInt64).view(shape);
  packed.positions = torch::tensor(builder.positions, torch::kInt64).view(shape);
  packed.mask = maskOf(torch::tensor(builder.segments, torch::kInt64).view(shape));
  packed.features = torch::cat(features);
  packed.predictors = torch::tensor(builder.predictors, torch::kInt64);
  packed.targets = torch::tensor(builder.targets, torch::kInt64);
  packed.answers = torch::tensor(builder.answers, torch::kInt64);
  packed.questions = builder.questions;
  return packed;
}

torch::Tensor exactAnswers(const PackedQuestions& packed, const torch::Tensor& predicted) {
  const torch::Tensor misses = (predicted != packed.targets).to(torch::kInt64);
  return torch::zeros({packed.questions}, torch::kInt64).index_add_(0, packed.answers, misses) == 0;
}

}  // namespace mia::train
