// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/comparison.h"

#include <cstdio>
#include <functional>
#include <set>

namespace mia::evaluation {
namespace {

ComparisonRow count(const std::string& group, const std::vector<Outcome>& outcomes,
                    const std::function<bool(const Outcome&)>& belongs) {
  ComparisonRow row{group, {}, {}};
  for (const Outcome& outcome : outcomes) {
    if (!belongs(outcome)) continue;
    if (outcome.before && outcome.after) ++row.counts.both;
    if (outcome.before && !outcome.after) ++row.counts.onlyBefore;
    if (!outcome.before && outcome.after) ++row.counts.onlyAfter;
    if (!outcome.before && !outcome.after) ++row.counts.neither;
  }
  row.difference = pairedDifference(row.counts);
  return row;
}

// "sequence 3" stands indented under "sequence".
bool hasCount(const std::string& group) { return group.back() >= '0' && group.back() <= '9'; }

}  // namespace

std::vector<ComparisonRow> compare(const std::vector<Outcome>& outcomes) {
  std::vector<ComparisonRow> rows;
  const auto add = [&](const std::string& group,
                       const std::function<bool(const Outcome&)>& belongs) {
    ComparisonRow row = count(group, outcomes, belongs);
    if (row.counts.trials() > 0) rows.push_back(std::move(row));
  };
  for (const LayoutKind kind :
       {LayoutKind::kSingle, LayoutKind::kSequence, LayoutKind::kGrid, LayoutKind::kPicInPic}) {
    const auto ofKind = [kind](const Outcome& o) { return o.layout == kind; };
    add(mia::toString(kind), ofKind);
    std::set<int> sizes;
    for (const Outcome& outcome : outcomes) {
      if (outcome.layout == kind) sizes.insert(outcome.images);
    }
    if (sizes.size() < 2) continue;
    for (const int images : sizes) {
      add(std::string(mia::toString(kind)) + " " + std::to_string(images),
          [=](const Outcome& o) { return o.layout == kind && o.images == images; });
    }
  }
  add("all multi-image", [](const Outcome& o) { return o.layout != LayoutKind::kSingle; });
  return rows;
}

Json toJson(const std::vector<ComparisonRow>& rows) {
  Json json = Json::array();
  for (const ComparisonRow& row : rows) {
    const PairedCounts& c = row.counts;
    json.push_back({{"group", row.group},
                    {"samples", c.trials()},
                    {"before", c.before()},
                    {"after", c.after()},
                    {"difference", c.difference()},
                    {"difference_low", row.difference.low},
                    {"difference_high", row.difference.high},
                    {"right_both", c.both},
                    {"got_better", c.onlyAfter},
                    {"got_worse", c.onlyBefore},
                    {"wrong_both", c.neither}});
  }
  return json;
}

std::string toText(const std::vector<ComparisonRow>& rows) {
  std::string text =
      "                   samples   before    after   difference (95 % interval)   better  worse\n";
  for (const ComparisonRow& row : rows) {
    const PairedCounts& c = row.counts;
    char line[160];
    std::snprintf(line, sizeof line,
                  "%-18s %8lld  %5.1f %%  %5.1f %%   %+6.1f  (%+.1f to %+.1f) %*s %6lld %6lld\n",
                  ((hasCount(row.group) ? "  " : "") + row.group).c_str(),
                  static_cast<long long>(c.trials()), c.before() * 100, c.after() * 100,
                  c.difference() * 100, row.difference.low * 100, row.difference.high * 100, 3, "",
                  static_cast<long long>(c.onlyAfter), static_cast<long long>(c.onlyBefore));
    text += line;
  }
  return text;
}

}  // namespace mia::evaluation
