// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenizer/sentencepiece.h"

#include <sentencepiece_processor.h>
#include <sentencepiece_trainer.h>

#include <unordered_map>

#include "base/error.h"
#include "base/files.h"

namespace mia::tokenizer {
namespace {

// Hands the sentences to the trainer without a file between.
class Sentences : public sentencepiece::SentenceIterator {
 public:
  explicit Sentences(const std::vector<std::string>& sentences) : sentences_(sentences) {}
  bool done() const override { return at_ >= sentences_.size(); }
  void Next() override { ++at_; }
  const std::string& value() const override { return sentences_[at_]; }
  sentencepiece::util::Status status() const override { return {}; }

 private:
  const std::vector<std::string>& sentences_;
  std::size_t at_ = 0;
};

}  // namespace

SentencePieceVocabulary readSentencePiece(const std::filesystem::path& file) {
  sentencepiece::SentencePieceProcessor model;
  if (const auto status = model.LoadFromSerializedProto(readFile(file)); !status.ok()) {
    throw Error(ErrorKind::kBadInput, file.string() + " is not a SentencePiece model");
  }
  SentencePieceVocabulary vocabulary;
  for (int id = 0; id < model.GetPieceSize(); ++id) {
    vocabulary.pieces.push_back(model.IdToPiece(id));
    if (model.IsControl(id)) vocabulary.control.push_back(id);
  }
  vocabulary.unknownId = model.unk_id();
  vocabulary.bosId = model.bos_id();
  vocabulary.eosId = model.eos_id();
  return vocabulary;
}

void trainSentencePiece(const SentencePieceTraining& options,
                        const std::vector<std::string>& sentences,
                        const std::filesystem::path& outFile) {
  const std::unordered_map<std::string, std::string> arguments = {
      {"model_type", "bpe"},
      {"vocab_size", std::to_string(options.vocabSize)},
      {"hard_vocab_limit", "false"},
      {"byte_fallback", options.byteFallback ? "true" : "false"},
      {"split_digits", options.splitDigits ? "true" : "false"},
      {"character_coverage", "1.0"},
      {"normalization_rule_name", "identity"},
      {"remove_extra_whitespaces", "false"},
      {"num_threads", "1"},
      {"minloglevel", "2"},
  };
  Sentences iterator(sentences);
  std::string model;
  const auto status = sentencepiece::SentencePieceTrainer::Train(arguments, &iterator, &model);
  if (!status.ok()) {
    throw Error(ErrorKind::kBadInput,
                "no vocabulary can be made of this text: " + status.ToString());
  }
  writeFileAtomically(outFile, model);
}

}  // namespace mia::tokenizer
