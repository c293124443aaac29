// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/comparison.h"

#include <cstdio>
#include <set>

namespace mia::evaluation {
namespace {

ComparisonRow emptyRow(std::optional<LayoutKind> layout, int images) {
  ComparisonRow row;
  row.layout = layout;
  row.images = images;
  row.group = layout ? mia::toString(*layout) : "all multi-image";
  if (images > 0) row.group += " " + std::to_string(images);
  return row;
}

void count(ComparisonRow& row, const std::vector<Outcome>& outcomes) {
  for (const Outcome& outcome : outcomes) {
    if (!row.holds(outcome.layout, outcome.images)) continue;
    if (outcome.before && outcome.after) ++row.counts.both;
    if (outcome.before && !outcome.after) ++row.counts.onlyBefore;
    if (!outcome.before && outcome.after) ++row.counts.onlyAfter;
    if (!outcome.before && !outcome.after) ++row.counts.neither;
  }
  row.difference = pairedDifference(row.counts);
}

std::string formatted(const char* format, double a, double b = 0) {
  char text[64];
  std::snprintf(text, sizeof text, format, a, b);
  return text;
}

std::string rightAligned(const std::string& text, std::size_t width) {
  return std::string(text.size() < width ? width - text.size() : 0, ' ') + text;
}

std::string leftAligned(const std::string& text, std::size_t width) {
  return text + std::string(text.size() < width ? width - text.size() : 0, ' ');
}

}  // namespace

bool ComparisonRow::holds(LayoutKind kind, int imageCount) const {
  if (!layout) return kind != LayoutKind::kSingle;
  return kind == *layout && (images == 0 || images == imageCount);
}

std::vector<ComparisonRow> compare(const std::vector<Outcome>& outcomes) {
  std::vector<ComparisonRow> rows;
  const auto add = [&](ComparisonRow row) {
    count(row, outcomes);
    if (row.counts.trials() > 0) rows.push_back(std::move(row));
  };
  for (const LayoutKind kind :
       {LayoutKind::kSingle, LayoutKind::kSequence, LayoutKind::kGrid, LayoutKind::kPicInPic}) {
    add(emptyRow(kind, 0));
    std::set<int> sizes;
    for (const Outcome& outcome : outcomes) {
      if (outcome.layout == kind) sizes.insert(outcome.images);
    }
    if (sizes.size() < 2) continue;
    for (const int images : sizes) add(emptyRow(kind, images));
  }
  add(emptyRow(std::nullopt, 0));
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

std::string shareText(double share) { return formatted("%.1f %%", share * 100); }
std::string pointsText(double difference) { return formatted("%+.1f", difference * 100); }
std::string intervalText(const Interval& difference) {
  return formatted("(%+.1f to %+.1f)", difference.low * 100, difference.high * 100);
}

std::string toText(const std::vector<ComparisonRow>& rows) {
  std::string text =
      "                   samples   before    after   difference (95 % interval)   better  worse\n";
  for (const ComparisonRow& row : rows) {
    const PairedCounts& c = row.counts;
    text += leftAligned((row.isPart() ? "  " : "") + row.group, 18) +
            rightAligned(std::to_string(c.trials()), 9) + rightAligned(shareText(c.before()), 9) +
            rightAligned(shareText(c.after()), 9) + rightAligned(pointsText(c.difference()), 9) +
            "  " + leftAligned(intervalText(row.difference), 18) +
            rightAligned(std::to_string(c.onlyAfter), 7) +
            rightAligned(std::to_string(c.onlyBefore), 7) + "\n";
  }
  return text;
}

}  // namespace mia::evaluation
