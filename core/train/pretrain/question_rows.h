// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace mia::train {

/// One question about the pictures of a row: what follows the last visual token, and the answer.
struct RowQuestion {
  std::vector<std::int64_t> text;    ///< from behind the pictures up to "ASSISTANT:"
  std::vector<std::int64_t> answer;  ///< the end token last
};

/// Pictures with several questions that do not see one another: the pictures, which are most of the
/// tokens, are computed once for all of them.
struct QuestionRow {
  std::vector<std::int64_t> prefix;  ///< up to the last visual token, the image token for each
  torch::Tensor features;            ///< [visual tokens, vision width], in the prefix's order
  std::vector<RowQuestion> questions;
};

/// Rows as one forward pass: [prefix | question 1 | question 2 | … | padding]. Every question
/// starts at the position behind the prefix and sees the prefix and itself.
struct PackedQuestions {
  torch::Tensor ids;         ///< [rows, length] int64; padding is token 0
  torch::Tensor positions;   ///< [rows, length] int64
  torch::Tensor mask;        ///< [rows, 1, length, length] bool: true where a query sees a key
  torch::Tensor features;    ///< [visual tokens of all rows, vision width], rows in order
  torch::Tensor predictors;  ///< [answer tokens] int64: positions in [rows * length]
  torch::Tensor targets;     ///< [answer tokens] int64: what each of them should predict
  torch::Tensor answers;     ///< [answer tokens] int64: the question, counted through all rows
  std::int64_t questions = 0;
};

PackedQuestions packQuestions(const std::vector<QuestionRow>& rows);

/// Which questions are answered exactly, as greedy decoding would: every token of the answer is the
/// most likely one after those before it. predicted [answer tokens] int64 -> [questions] bool.
torch::Tensor exactAnswers(const PackedQuestions& packed, const torch::Tensor& predicted);

}  // namespace mia::train
