// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/questions.h"

#include <algorithm>

#include "base/content_hash.h"
#include "base/json.h"
#include "storage/blob.h"

namespace mia::storage {
namespace {

const std::string kSelectQuestions =
    "SELECT id, source_id, row, record_id, image_id, turns FROM questions";

bool needsEscape(char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; }

// Written by hand: an import writes a gigabyte of these, and text comes in as checked UTF-8.
void appendQuoted(std::string& json, std::string_view text) {
  constexpr char kHex[] = "0123456789abcdef";
  json.push_back('"');
  while (true) {
    const auto special = std::find_if(text.begin(), text.end(), needsEscape);
    json.append(text.begin(), special);
    if (special == text.end()) break;
    if (*special == '"' || *special == '\\') {
      json.push_back('\\');
      json.push_back(*special);
    } else {
      json += "\\u00";
      json.push_back(kHex[static_cast<unsigned>(*special) >> 4]);
      json.push_back(kHex[static_cast<unsigned>(*special) & 15]);
    }
    text.remove_prefix(static_cast<std::size_t>(special - text.begin()) + 1);
  }
  json.push_back('"');
}

std::string toJsonText(const std::vector<Turn>& turns) {
  std::string json = "[";
  for (const Turn& turn : turns) {
    json += json.size() == 1 ? "[" : ",[";
    appendQuoted(json, turn.question);
    json.push_back(',');
    appendQuoted(json, turn.answer);
    json.push_back(']');
  }
  json.push_back(']');
  return json;
}

Question questionFrom(const Statement& row) {
  Question question;
  question.id = row.id<QuestionId>(0);
  question.source = row.id<SourceId>(1);
  question.row = row.integer(2);
  question.recordId = row.string(3);
  question.image = row.id<ImageId>(4);
  const std::string where = "question " + std::to_string(question.id.value);
  for (const Json& turn : parseJson(row.text(5), where)) {
    question.turns.push_back({turn.at(0).get<std::string>(), turn.at(1).get<std::string>()});
  }
  return question;
}

}  // namespace

Question QuestionReader::get(QuestionId id) {
  Statement row(database_, kSelectQuestions + " WHERE id = ?1");
  if (!row.bind(id).step()) {
    throw Error(ErrorKind::kNotFound, "The project has no question " + std::to_string(id.value));
  }
  return questionFrom(row);
}

std::int64_t QuestionReader::count(SourceId source) {
  Conditions conditions;
  if (source) conditions.add("source_id = ?", source.value);
  Statement row(database_, "SELECT count(*) FROM questions" + conditions.sql());
  row.bind(conditions).step();
  return row.integer(0);
}

std::vector<Question> QuestionReader::page(QuestionId after, int limit) {
  std::vector<Question> questions;
  Statement rows(database_, kSelectQuestions + " WHERE id > ?1 ORDER BY id LIMIT ?2");
  rows.bind(after, limit);
  while (rows.step()) questions.push_back(questionFrom(rows));
  return questions;
}

std::vector<Question> QuestionReader::ofImage(ImageId image) {
  std::vector<Question> questions;
  Statement rows(database_, kSelectQuestions + " WHERE image_id = ?1 ORDER BY id");
  rows.bind(image);
  while (rows.step()) questions.push_back(questionFrom(rows));
  return questions;
}

void QuestionReader::forEach(const std::function<void(Question&&)>& take) {
  Statement rows(database_, kSelectQuestions + " ORDER BY id");
  while (rows.step()) take(questionFrom(rows));
}

QuestionWriter::QuestionWriter(Database& database)
    : insert_(database,
              "INSERT INTO questions (source_id, row, record_id, image_id, fingerprint, turns) "
              "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (fingerprint) DO NOTHING"),
      find_(database,
            "SELECT s.file, q.row FROM questions q JOIN sources s ON s.id = q.source_id "
            "WHERE q.fingerprint = ?1") {}

StoredTurns storedTurns(const std::vector<Turn>& turns, std::string_view imageHash) {
  StoredTurns stored{toJsonText(turns), {}};
  stored.fingerprint = bytesOfHash(contentHash(std::string(imageHash) + stored.json));
  return stored;
}

std::optional<QuestionId> QuestionWriter::add(const Question& question,
                                              std::string_view imageHash) {
  return add(question, storedTurns(question.turns, imageHash));
}

std::optional<QuestionId> QuestionWriter::add(const Question& question, const StoredTurns& turns) {
  fingerprint_ = turns.fingerprint;
  insert_.bind(question.source, question.row, question.recordId, question.image, turns.fingerprint,
               turns.json);
  return insert_.insert<QuestionId>();
}

QuestionWriter::Place QuestionWriter::duplicateOf() {
  find_.bind(fingerprint_).step();
  Place place{find_.string(0), find_.integer(1)};
  find_.step();
  return place;
}

}  // namespace mia::storage
