// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/selections.h"

namespace mia::storage {
namespace {

const std::string kSelectSelections = "SELECT id, created, rule, parameters FROM selections";
const std::string kPairs =
    "SELECT p.id, p.selection_id, p.sample_id, p.candidate_id, p.chosen, p.rejected, p.status, "
    "p.rule, p.reason, p.share, p.threshold, p.perplexity, p.length_ratio, p.edit_distance "
    "FROM pairs p";

Selection selectionFrom(const Statement& row) {
  return {row.id<SelectionId>(0), row.string(1), row.string(2),
          parseJson(row.text(3), "selection " + row.string(0))};
}

Pair readPair(const Statement& row) {
  Pair pair;
  pair.id = row.id<PairId>(0);
  pair.selection = row.id<SelectionId>(1);
  pair.sample = row.id<SampleId>(2);
  pair.candidate = row.id<CandidateId>(3);
  pair.chosen = row.string(4);
  pair.rejected = row.string(5);
  pair.status = pairStatusFromString(row.string(6));
  pair.rule = row.string(7);
  pair.reason = row.string(8);
  pair.share = row.real(9);
  pair.threshold = row.real(10);
  pair.perplexity = row.real(11);
  pair.lengthRatio = row.real(12);
  pair.editDistance = row.real(13);
  return pair;
}

Conditions conditionsOf(const PairFilter& filter) {
  Conditions conditions;
  if (filter.selection) conditions.add("p.selection_id = ?", filter.selection.value);
  if (filter.status) conditions.add("p.status = ?", toString(*filter.status));
  if (filter.rule) conditions.add("p.rule = ?", *filter.rule);
  if (filter.layout) {
    conditions.add("(SELECT layout FROM samples s WHERE s.id = p.sample_id) = ?",
                   toString(*filter.layout));
  }
  return conditions;
}

}  // namespace

std::vector<Selection> SelectionReader::all() {
  std::vector<Selection> selections;
  Statement rows(database_, kSelectSelections + " ORDER BY id");
  while (rows.step()) selections.push_back(selectionFrom(rows));
  return selections;
}

std::optional<Selection> SelectionReader::latest() {
  Statement row(database_, kSelectSelections + " ORDER BY id DESC LIMIT 1");
  if (!row.step()) return std::nullopt;
  return selectionFrom(row);
}

Selection SelectionReader::get(SelectionId id) {
  Statement row(database_, kSelectSelections + " WHERE id = ?1");
  if (!row.bind(id).step()) {
    throw Error(ErrorKind::kNotFound, "The project has no selection " + std::to_string(id.value));
  }
  return selectionFrom(row);
}

std::vector<std::string> SelectionReader::runsOf(SelectionId selection) {
  std::vector<std::string> runs;
  Statement rows(database_,
                 "SELECT DISTINCT c.run_id FROM pairs p JOIN candidates c ON c.id = p.candidate_id "
                 "WHERE p.selection_id = ?1 ORDER BY c.run_id");
  rows.bind(selection);
  while (rows.step()) runs.push_back(rows.string(0));
  return runs;
}

Pair SelectionReader::pair(PairId id) { return PairLookup(database_).get(id); }

std::int64_t SelectionReader::countPairs(const PairFilter& filter) {
  const Conditions conditions = conditionsOf(filter);
  Statement row(database_, "SELECT count(*) FROM pairs p" + conditions.sql());
  row.bind(conditions).step();
  return row.integer(0);
}

std::vector<PairCount> SelectionReader::counts(SelectionId selection) {
  std::vector<PairCount> counts;
  Statement rows(database_,
                 "SELECT s.layout, p.status, p.rule, count(*) FROM pairs p "
                 "JOIN samples s ON s.id = p.sample_id WHERE p.selection_id = ?1 GROUP BY 1, 2, 3");
  rows.bind(selection);
  while (rows.step()) {
    counts.push_back({layoutKindFromString(rows.string(0)), pairStatusFromString(rows.string(1)),
                      rows.string(2), rows.integer(3)});
  }
  return counts;
}

std::vector<Pair> SelectionReader::page(const PairFilter& filter, PairId after, int limit) {
  Conditions conditions = conditionsOf(filter);
  conditions.add("p.id > ?", after.value);
  Statement rows(database_,
                 kPairs + conditions.sql() + " ORDER BY p.id LIMIT " + std::to_string(limit));
  rows.bind(conditions);
  std::vector<Pair> pairs;
  while (rows.step()) pairs.push_back(readPair(rows));
  return pairs;
}

PairLookup::PairLookup(Database& database) : pair_(database, kPairs + " WHERE p.id = ?1") {}

Pair PairLookup::get(PairId id) {
  if (!pair_.bind(id).step()) {
    throw Error(ErrorKind::kNotFound, "The project has no pair " + std::to_string(id.value));
  }
  return readPair(pair_);
}

void SelectionReader::forEachPair(const PairFilter& filter,
                                  const std::function<void(Pair&&)>& take) {
  const Conditions conditions = conditionsOf(filter);
  Statement rows(database_, kPairs + conditions.sql() + " ORDER BY p.id");
  rows.bind(conditions);
  while (rows.step()) take(readPair(rows));
}

void SelectionReader::forEachJudged(SelectionId selection,
                                    const std::function<void(const JudgedAnswer&)>& take) {
  // A selection is written in one go: its rows lie together, and are read in their order.
  Statement rows(
      database_,
      "SELECT p.id, p.sample_id, p.candidate_id, s.layout, s.image_count, p.status, "
      "p.rule, p.chosen, p.rejected, p.share, p.threshold, p.perplexity, "
      "p.length_ratio, p.edit_distance FROM pairs p JOIN samples s ON s.id = p.sample_id "
      "WHERE p.id BETWEEN (SELECT min(id) FROM pairs WHERE selection_id = ?1) "
      "AND (SELECT max(id) FROM pairs WHERE selection_id = ?1) "
      "AND +p.selection_id = ?1 ORDER BY p.id");
  rows.bind(selection);
  while (rows.step()) {
    take({rows.id<PairId>(0), rows.id<SampleId>(1), rows.id<CandidateId>(2),
          layoutKindFromString(rows.string(3)), static_cast<int>(rows.integer(4)),
          pairStatusFromString(rows.string(5)), rows.text(6), rows.text(7), rows.text(8),
          rows.real(9), rows.real(10), rows.real(11), rows.real(12), rows.real(13)});
  }
}

SelectionWriter::SelectionWriter(Database& database)
    : database_(database),
      insertPair_(
          database,
          "INSERT INTO pairs (selection_id, sample_id, candidate_id, chosen, rejected, "
          "status, rule, reason, share, threshold, perplexity, length_ratio, "
          "edit_distance) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)") {}

SelectionId SelectionWriter::add(const Selection& selection) {
  Statement insert(database_,
                   "INSERT INTO selections (created, rule, parameters) VALUES (?1, ?2, ?3)");
  insert.bind(selection.created, selection.rule, selection.parameters.dump());
  return *insert.insert<SelectionId>();
}

PairId SelectionWriter::add(const Pair& pair) {
  insertPair_.bind(pair.selection, pair.sample, pair.candidate, pair.chosen, pair.rejected,
                   toString(pair.status), pair.rule, pair.reason, pair.share, pair.threshold,
                   pair.perplexity, pair.lengthRatio, pair.editDistance);
  return *insertPair_.insert<PairId>();
}

void SelectionWriter::remove(SelectionId id) {
  Statement(database_, "DELETE FROM selections WHERE id = ?1").bind(id).run();
}

}  // namespace mia::storage
