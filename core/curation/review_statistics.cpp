// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/review_statistics.h"

#include <array>
#include <map>
#include <tuple>

#include "curation/review_rows.h"

namespace mia::curation {
namespace {

/// The groups of a row in the order they are shown: 0 all, 1 rules, 2 layouts with their numbers
/// of images.
using GroupKey = std::tuple<int, int, int, std::string>;

std::vector<GroupKey> groupsOf(const ReviewRows& rows, std::size_t row) {
  const int layout = rows.layouts[row];
  const std::string name = toString(rows.layout(row));
  return {{0, 0, 0, "all"},
          {1, 0, 0, rows.ruleNames[rows.rules[row]]},
          {2, layout, 0, name},
          {2, layout, rows.images[row], name + " " + std::to_string(rows.images[row])}};
}

/// Sums something over all groups; what a layout with one number of images would say twice is left
/// out.
template <class Sum>
class Groups {
 public:
  template <class Add>
  void add(const ReviewRows& rows, std::size_t row, Add&& add) {
    for (const GroupKey& key : groupsOf(rows, row)) add(sums_[key]);
  }
  template <class Take>
  void forEach(Take&& take) const {
    std::map<int, int> sizes;
    for (const auto& [key, sum] : sums_) {
      if (std::get<0>(key) == 2 && std::get<2>(key) > 0) ++sizes[std::get<1>(key)];
    }
    for (const auto& [key, sum] : sums_) {
      const bool detail = std::get<0>(key) == 2 && std::get<2>(key) > 0;
      if (!detail || sizes[std::get<1>(key)] > 1) take(std::get<3>(key), sum);
    }
  }

 private:
  std::map<GroupKey, Sum> sums_;
};

struct Counted {
  std::int64_t accepted = 0;
  std::int64_t decided = 0;
};

constexpr std::size_t kCategories = 3;
using Table = std::array<std::int64_t, kCategories * kCategories>;

/// 0 accepted as it is, 1 accepted with sides swapped, 2 rejected.
std::size_t categoryOf(const Opinion& opinion) {
  if (opinion.verdict == Verdict::kRejected) return 2;
  return opinion.swapped ? 1 : 0;
}

}  // namespace

std::vector<AcceptanceRow> acceptance(const ReviewBook& book, const std::optional<Review>& review) {
  const ReviewRows& rows = book.rows();
  const auto* voice = review ? rows.voiceOf(*review) : nullptr;
  Groups<Counted> groups;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const Verdict verdict = review ? opinionOf(voice, row).verdict : rows.heard(row).verdict;
    if (verdict == Verdict::kUndecided) continue;
    groups.add(rows, row, [&](Counted& counted) {
      counted.accepted += verdict == Verdict::kAccepted;
      ++counted.decided;
    });
  }
  std::vector<AcceptanceRow> table;
  groups.forEach([&](const std::string& name, const Counted& counted) {
    table.push_back({name, counted.accepted, counted.decided,
                     evaluation::wilson(counted.accepted, counted.decided)});
  });
  return table;
}

std::vector<AgreementRow> agreement(const ReviewBook& book, const Review& first,
                                    const Review& second) {
  const ReviewRows& rows = book.rows();
  const auto* a = rows.voiceOf(first);
  const auto* b = rows.voiceOf(second);
  Groups<Table> groups;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const Opinion left = opinionOf(a, row), right = opinionOf(b, row);
    if (left.verdict == Verdict::kUndecided || right.verdict == Verdict::kUndecided) continue;
    const std::size_t cell = categoryOf(left) * kCategories + categoryOf(right);
    groups.add(rows, row, [&](Table& table) { ++table[cell]; });
  }
  std::vector<AgreementRow> agreements;
  groups.forEach([&](const std::string& name, const Table& table) {
    agreements.push_back({name, selection::agreementOf(table, kCategories)});
  });
  return agreements;
}

}  // namespace mia::curation
