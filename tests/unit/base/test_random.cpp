// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "base/random.h"

using mia::Random;

TEST_CASE("the engine is the standard's mt19937_64") {
  Random random(5489);  // [rand.predef] gives the 10,000th value for this seed
  std::uint64_t value = 0;
  for (int i = 0; i < 10000; ++i) value = random.bits();
  CHECK(value == 9981545732273789042ULL);
}

TEST_CASE("a stream depends on seed, purpose and index, and on nothing else") {
  const auto first = [](Random random) { return random.bits(); };
  const std::uint64_t value = first(Random::stream(1, "layout", 2));
  CHECK(first(Random::stream(1, "layout", 2)) == value);
  CHECK(first(Random::stream(2, "layout", 2)) != value);
  CHECK(first(Random::stream(1, "layouts", 2)) != value);
  CHECK(first(Random::stream(1, "layout", 3)) != value);
}

TEST_CASE("first bits of many streams are those that each stream gives first") {
  std::vector<std::uint64_t> indices;
  for (std::uint64_t i = 0; i < 70; ++i) indices.push_back(i * 0x123456789abcdefULL);
  const std::vector<std::uint64_t> bits = Random::firstBits(9, "layout", indices);
  REQUIRE(bits.size() == indices.size());
  for (std::size_t i = 0; i < bits.size(); ++i) {
    CHECK(bits[i] == Random::stream(9, "layout", indices[i]).bits());
  }
}

TEST_CASE("below() hits every value about equally often and none outside") {
  Random random = Random::stream(3, "below");
  std::vector<int> counts(7);
  for (int i = 0; i < 70000; ++i) ++counts.at(random.below(7));
  // Expected 10,000 each with standard deviation 93; five of those are a miss in two million.
  for (const int count : counts) CHECK(std::abs(count - 10000) < 465);
}

TEST_CASE("uniform() and normal() have the moments of their distributions") {
  Random random = Random::stream(4, "moments");
  constexpr int kCount = 100000;
  double uniform = 0, normal = 0, squares = 0;
  for (int i = 0; i < kCount; ++i) {
    const double u = random.uniform();
    CHECK_MESSAGE((u >= 0 && u < 1), u);
    uniform += u;
    const double n = random.normal();
    normal += n;
    squares += n * n;
  }
  // Five standard errors: 0.289, 1 and 1.414 over the root of the count.
  CHECK(uniform / kCount == doctest::Approx(0.5).epsilon(0.01));
  CHECK(std::abs(normal / kCount) < 0.016);
  CHECK(std::abs(squares / kCount - 1) < 0.023);
}

TEST_CASE("shuffle() keeps every element") {
  std::vector<int> values(100);
  std::iota(values.begin(), values.end(), 0);
  std::vector<int> shuffled = values;
  Random::stream(5, "shuffle").shuffle(shuffled);
  CHECK(shuffled != values);
  std::sort(shuffled.begin(), shuffled.end());
  CHECK(shuffled == values);
}
