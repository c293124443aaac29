// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "domain/question.h"
#include "storage/statement.h"

namespace mia::storage {

/// Reads questions.
class QuestionReader {
 public:
  explicit QuestionReader(Database& database) : database_(database) {}

  /// Error kNotFound when there is none.
  Question get(QuestionId id);
  std::int64_t count(SourceId source = {});
  /// Up to `limit` questions behind `after` ({} starts), by id.
  std::vector<Question> page(QuestionId after, int limit);
  std::vector<Question> ofImage(ImageId image);
  /// Every question, by id, without holding them all. Questions must not be written meanwhile.
  void forEach(const std::function<void(Question&&)>& take);

 private:
  Database& database_;
};

/// The turns of a question as they are stored, with the fingerprint that a duplicate shares.
struct StoredTurns {
  std::string json;
  std::vector<std::byte> fingerprint;
};

/// `imageHash` is the content hash of the question's image. Touches no database: large imports do
/// this on another thread.
StoredTurns storedTurns(const std::vector<Turn>& turns, std::string_view imageHash);

/// Writes questions. The same conversation about the same picture is stored once per project.
class QuestionWriter {
 public:
  explicit QuestionWriter(Database& database);

  /// Stores a question (its `id` is ignored); `imageHash` is the content hash of its image. Nothing
  /// when the same conversation about the same content is there already: duplicateOf() names it.
  std::optional<QuestionId> add(const Question& question, std::string_view imageHash);
  /// The same with the turns that storedTurns() made; `question.turns` is not read.
  std::optional<QuestionId> add(const Question& question, const StoredTurns& turns);

  struct Place {
    std::string file;
    std::int64_t row = 0;
  };
  /// Where the question stands that the last add() met.
  Place duplicateOf();

 private:
  Statement insert_;
  Statement find_;
  std::vector<std::byte> fingerprint_;
};

}  // namespace mia::storage
