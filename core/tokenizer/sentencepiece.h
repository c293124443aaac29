// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace mia::tokenizer {

/// What a SentencePiece `tokenizer.model` says, as far as an encoder needs it.
struct SentencePieceVocabulary {
  std::vector<std::string> pieces;  ///< by id
  std::vector<int> control;         ///< ids never made from plain text, such as <s>
  int unknownId = 0;
  int bosId = -1;  ///< -1: the model has none
  int eosId = -1;
};

/// Error kNotFound, or kBadInput for what is not a SentencePiece model.
SentencePieceVocabulary readSentencePiece(const std::filesystem::path& file);

/// How a small vocabulary of our own is made. Ids 0, 1, 2 are <unk>, <s>, </s>.
struct SentencePieceTraining {
  int vocabSize = 512;       ///< an upper bound: fewer when the text does not hold as many
  bool byteFallback = true;  ///< 256 byte pieces, so that no text is unknown
  bool splitDigits = true;   ///< every digit a token of its own
};

/// Trains byte-pair encoding on `sentences` (one thread, so that the same text gives the same model
/// everywhere) and writes it as a `tokenizer.model` that transformers and SentencePiece load.
void trainSentencePiece(const SentencePieceTraining& options,
                        const std::vector<std::string>& sentences,
                        const std::filesystem::path& outFile);

}  // namespace mia::tokenizer
