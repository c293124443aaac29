// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/review_queue.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/error.h"
#include "curation/review_rows.h"
#include "curation/row_order.h"

namespace mia::curation {
namespace {

constexpr std::array kQueueOrders = {"least-certain", "rule", "layout", "random"};
constexpr std::array kQueueFilters = {"all",      "undecided", "decided", "accepted",
                                      "rejected", "flagged",   "disputed"};

template <class Enum, std::size_t n>
Enum fromQueueName(const std::array<const char*, n>& names, const std::string& name,
                   const char* what) {
  std::string known;
  for (std::size_t i = 0; i < n; ++i) {
    if (name == names[i]) return static_cast<Enum>(i);
    known += (i == 0 ? "" : ", ") + std::string(names[i]);
  }
  throw Error(ErrorKind::kUsage, "\"" + name + "\" is not a " + what, "Known: " + known);
}

/// Evenly spread bits that belong to an answer under a seed (SplitMix64's finaliser): they stay the
/// same whatever other answers there are.
std::uint64_t lotOf(std::uint64_t seed, std::int64_t candidate) {
  std::uint64_t x = seed * 0x9e3779b97f4a7c15ULL + static_cast<std::uint64_t>(candidate);
  for (int i = 0; i < 2; ++i) {
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    x ^= x >> 31;
  }
  return x;
}

using Rows = std::vector<std::uint32_t>;

/// The pairs that the query means, whatever was decided about them.
Rows scopeOf(const ReviewRows& all, const QueueQuery& query) {
  const auto* other = query.decidedBy ? all.voiceOf(*query.decidedBy) : nullptr;
  Rows rows;
  for (std::uint32_t row = 0; row < all.size(); ++row) {
    if (!all.selected[row] && !query.nearMisses) continue;
    if (query.layout && all.layout(row) != *query.layout) continue;
    if (query.images && all.images[row] != *query.images) continue;
    if (query.rule && all.ruleNames[all.rules[row]] != *query.rule) continue;
    if (query.decidedBy && opinionOf(other, row).verdict == Verdict::kUndecided) continue;
    rows.push_back(row);
  }
  return rows;
}

/// How many of each group a sample of `wanted` takes: in proportion, the largest remainders first,
/// and one of each group as far as it reaches.
std::vector<std::size_t> quotas(const std::vector<std::size_t>& sizes, std::size_t wanted) {
  std::size_t total = 0;
  for (const std::size_t size : sizes) total += size;
  std::vector<std::size_t> quota(sizes.size(), 0), order(sizes.size());
  std::vector<double> exact(sizes.size());
  std::size_t given = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    order[i] = i;
    exact[i] =
        static_cast<double>(wanted) * static_cast<double>(sizes[i]) / static_cast<double>(total);
    quota[i] = std::min(sizes[i], std::max<std::size_t>(1, static_cast<std::size_t>(exact[i])));
    given += quota[i];
  }
  // Whoever is furthest below its share gets the next one, whoever is furthest above gives one.
  const auto above = [&](std::size_t i) { return static_cast<double>(quota[i]) - exact[i]; };
  const auto byAbove = [&](std::size_t a, std::size_t b) { return above(a) < above(b); };
  for (; given < wanted; ++given) {
    std::sort(order.begin(), order.end(), byAbove);
    ++quota[*std::find_if(order.begin(), order.end(),
                          [&](std::size_t i) { return quota[i] < sizes[i]; })];
  }
  for (; given > wanted; --given) {
    std::sort(order.begin(), order.end(), byAbove);
    // From a group that keeps one, unless there are more groups than are wanted.
    const auto rich =
        std::find_if(order.rbegin(), order.rend(), [&](std::size_t i) { return quota[i] > 1; });
    --quota[rich != order.rend() ? *rich : order.back()];
  }
  return quota;
}

Rows sampleOf(const ReviewRows& all, const Rows& scope, const QueueQuery& query) {
  const auto wanted = static_cast<std::size_t>(query.sample);
  if (wanted == 0 || wanted >= scope.size()) return scope;
  std::map<std::pair<std::uint8_t, std::uint16_t>, Rows> groups;
  for (const std::uint32_t row : scope) groups[{all.layouts[row], all.images[row]}].push_back(row);
  std::vector<std::size_t> sizes;
  for (const auto& [group, rows] : groups) sizes.push_back(rows.size());
  const std::vector<std::size_t> quota = quotas(sizes, wanted);
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    return lotOf(query.seed, all.candidates[a]) < lotOf(query.seed, all.candidates[b]);
  };
  Rows sample;
  std::size_t group = 0;
  for (auto& [key, rows] : groups) {
    const std::size_t take = quota[group++];
    std::nth_element(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(take), rows.end(),
                     before);
    sample.insert(sample.end(), rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(take));
  }
  std::sort(sample.begin(), sample.end());
  return sample;
}

void order(const ReviewRows& all, const QueueQuery& query, Rows& rows) {
  std::vector<std::uint32_t> keys(all.size());
  const auto sortBy = [&](auto&& keyOfRow) {
    for (const std::uint32_t row : rows) keys[row] = keyOfRow(row);
    sortRows(rows, keys);
  };
  if (query.order == QueueOrder::kRandom) {
    sortBy([&](std::uint32_t row) {
      return static_cast<std::uint32_t>(lotOf(query.seed, all.candidates[row]) >> 32);
    });
    return;
  }
  sortBy([&](std::uint32_t row) { return keyOf(all.certainty[row], false); });
  if (query.order == QueueOrder::kByRule) {
    std::vector<std::uint32_t> rank(all.ruleNames.size());
    for (std::size_t i = 0; i < rank.size(); ++i) {
      rank[i] = static_cast<std::uint32_t>(
          std::count_if(all.ruleNames.begin(), all.ruleNames.end(),
                        [&](const std::string& name) { return name < all.ruleNames[i]; }));
    }
    sortBy([&](std::uint32_t row) { return rank[all.rules[row]]; });
  } else if (query.order == QueueOrder::kByLayout) {
    sortBy([&](std::uint32_t row) {
      return static_cast<std::uint32_t>(all.layouts[row]) << 16 | all.images[row];
    });
  }
}

bool shows(QueueFilter filter, const Opinion& opinion) {
  switch (filter) {
    case QueueFilter::kUndecided: return opinion.verdict == Verdict::kUndecided;
    case QueueFilter::kDecided: return opinion.verdict != Verdict::kUndecided;
    case QueueFilter::kAccepted: return opinion.verdict == Verdict::kAccepted;
    case QueueFilter::kRejected: return opinion.verdict == Verdict::kRejected;
    case QueueFilter::kFlagged: return opinion.flagged;
    default: return true;
  }
}

}  // namespace

const char* toString(QueueOrder order) { return kQueueOrders[static_cast<std::size_t>(order)]; }
QueueOrder queueOrderFromString(const std::string& name) {
  return fromQueueName<QueueOrder>(kQueueOrders, name, "order of the queue");
}

const char* toString(QueueFilter filter) { return kQueueFilters[static_cast<std::size_t>(filter)]; }
QueueFilter queueFilterFromString(const std::string& name) {
  return fromQueueName<QueueFilter>(kQueueFilters, name, "filter of the queue");
}

QueueChoices queueChoices(const ReviewRows& rows) {
  QueueChoices choices;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (!rows.selected[row]) continue;
    ++choices.layouts[rows.layout(row)];
    ++choices.images[rows.images[row]];
    ++choices.rules[rows.ruleNames[rows.rules[row]]];
  }
  return choices;
}

std::vector<std::uint32_t> queueRows(const ReviewRows& all, const QueueQuery& query) {
  if (query.sample < 0) throw Error(ErrorKind::kUsage, "A sample cannot have fewer than 0 pairs");
  Rows rows = sampleOf(all, scopeOf(all, query), query);
  order(all, query, rows);
  const auto* voice = all.voiceOf(query.review);
  std::erase_if(rows, [&](std::uint32_t row) {
    return query.show == QueueFilter::kDisputed ? !all.heard(row).disputed
                                                : !shows(query.show, opinionOf(voice, row));
  });
  return rows;
}

}  // namespace mia::curation
