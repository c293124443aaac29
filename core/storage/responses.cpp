// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/responses.h"

namespace mia::storage {
namespace {

const std::string kNewestPair =
    "EXISTS (SELECT 1 FROM pairs p WHERE p.sample_id = s.id AND p.selection_id = "
    "(SELECT max(id) FROM selections)";

/// The word as a LIKE pattern that means just itself.
std::string answeredPattern(const std::string& word) {
  std::string pattern = "%";
  for (const char c : word) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

}  // namespace

std::vector<std::int64_t> AnsweredReader::samples(const AnsweredFilter& filter) {
  Conditions conditions;
  // The marker stands for nothing: conditions carry a value each.
  conditions.add("EXISTS (SELECT 1 FROM candidates c WHERE c.sample_id = s.id LIMIT ?)",
                 std::int64_t{1});
  if (filter.layout) conditions.add("s.layout = ?", std::string(toString(*filter.layout)));
  if (filter.rule) {
    conditions.add(kNewestPair + " AND p.rule = ?)", *filter.rule);
  } else if (filter.status) {
    conditions.add(kNewestPair + " AND p.status = ?)", std::string(toString(*filter.status)));
  }
  for (const std::string& word : filter.words) {
    conditions.add("(s.prompt || ' ' || s.answer) LIKE ? ESCAPE '\\'", answeredPattern(word));
  }
  std::vector<std::int64_t> ids;
  Statement rows(database_, "SELECT s.id FROM samples s" + conditions.sql() + " ORDER BY s.id");
  rows.bind(conditions);
  while (rows.step()) ids.push_back(rows.integer(0));
  return ids;
}

std::map<std::int64_t, std::string> AnsweredReader::armsByCandidate(SampleId sample) {
  std::map<std::int64_t, std::string> arms;
  Statement rows(database_, "SELECT id, arm FROM candidates WHERE sample_id = ?1");
  rows.bind(sample);
  while (rows.step()) arms[rows.integer(0)] = rows.string(1);
  return arms;
}

void AnsweredReader::forEachOfRun(const std::string& run,
                                  const std::function<void(ArmAnswer&&)>& take) {
  Statement rows(database_,
                 "SELECT c.sample_id, c.arm, c.text, s.answer FROM candidates c "
                 "JOIN samples s ON s.id = c.sample_id WHERE c.run_id = ?1 ORDER BY c.sample_id");
  rows.bind(run);
  while (rows.step()) {
    take({rows.id<SampleId>(0), rows.string(1), rows.string(2), rows.string(3)});
  }
}

bool AnsweredReader::hasPair(SampleId sample) {
  Statement row(database_,
                "SELECT 1 FROM pairs WHERE sample_id = ?1 AND status = ?2 AND selection_id = "
                "(SELECT max(id) FROM selections)");
  return row.bind(sample, toString(PairStatus::kSelected)).step();
}

}  // namespace mia::storage
