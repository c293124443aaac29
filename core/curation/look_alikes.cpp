// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/look_alikes.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <unordered_map>

#include "base/error.h"

namespace mia::curation {
namespace {

constexpr int kParts = 4, kPartBits = 16;

std::uint32_t partOf(std::uint64_t hash, int part) {
  return static_cast<std::uint32_t>(hash >> part * kPartBits & 0xffff);
}

/// Disjoint sets; the root of each is its lowest member.
class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), 0u);
  }
  std::uint32_t root(std::uint32_t member) {
    while (parent_[member] != member) member = parent_[member] = parent_[parent_[member]];
    return member;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

/// The hashes by each of their parts.
class PartIndex {
 public:
  PartIndex() : buckets_(kParts, std::vector<std::vector<std::uint32_t>>(1u << kPartBits)) {}
  void add(std::uint64_t hash, std::uint32_t member) {
    for (int part = 0; part < kParts; ++part) {
      buckets_[static_cast<std::size_t>(part)][partOf(hash, part)].push_back(member);
    }
  }
  /// Members of which one part differs by at most `bits` (0 or 1) bits; some come twice.
  template <class Take>
  void near(std::uint64_t hash, int bits, Take&& take) const {
    for (int part = 0; part < kParts; ++part) {
      const auto& buckets = buckets_[static_cast<std::size_t>(part)];
      const std::uint32_t own = partOf(hash, part);
      for (const std::uint32_t member : buckets[own]) take(member);
      for (int bit = 0; bits > 0 && bit < kPartBits; ++bit) {
        for (const std::uint32_t member : buckets[own ^ 1u << bit]) take(member);
      }
    }
  }

 private:
  std::vector<std::vector<std::vector<std::uint32_t>>> buckets_;
};

}  // namespace

std::vector<std::uint32_t> groupLookAlikes(const std::vector<std::uint64_t>& hashes, int bits) {
  if (bits < 0 || bits > kMostLookAlikeBits) {
    throw Error(ErrorKind::kUsage, "Look-alikes differ in 0 to " +
                                       std::to_string(kMostLookAlikeBits) + " bits, not " +
                                       std::to_string(bits));
  }
  Groups groups(hashes.size());
  std::unordered_map<std::uint64_t, std::uint32_t> firsts;
  PartIndex index;
  // Bits that differ are spread over the parts: in one of them there are at most a fourth.
  const int perPart = bits / kParts;
  for (std::uint32_t i = 0; i < hashes.size(); ++i) {
    if (hashes[i] == 0) continue;
    const auto [first, isNew] = firsts.try_emplace(hashes[i], i);
    if (!isNew) {
      groups.join(first->second, i);
      continue;
    }
    index.near(hashes[i], perPart, [&](std::uint32_t other) {
      if (std::popcount(hashes[i] ^ hashes[other]) <= bits) groups.join(i, other);
    });
    index.add(hashes[i], i);
  }
  std::vector<std::uint32_t> roots(hashes.size());
  for (std::uint32_t i = 0; i < hashes.size(); ++i) roots[i] = groups.root(i);
  return roots;
}

}  // namespace mia::curation
