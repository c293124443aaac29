// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace mia {
namespace {

// SplitMix64's finalizer: spreads nearby seeds far apart.
std::uint64_t mix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

std::uint64_t stateOf(std::uint64_t seed, std::string_view purpose) {
  std::uint64_t state = mix(seed);
  for (const char c : purpose) state = mix(state ^ static_cast<unsigned char>(c));
  return state;
}

std::uint64_t seedOf(std::uint64_t state, std::uint64_t index) { return mix(state ^ mix(index)); }

constexpr std::size_t kAtOnce = 32;  // chains of multiplications that do not wait for each other
using Lanes = std::array<std::uint64_t, kAtOnce>;

// The first number of an std::mt19937_64 depends on words 0, 1 and m of its state alone.
[[gnu::always_inline]] inline Lanes firstOf(const Lanes& seeds) {
  using Engine = std::mt19937_64;
  constexpr std::uint64_t kLower = (std::uint64_t{1} << Engine::mask_bits) - 1;
  Lanes words = seeds, second{};
  for (std::size_t i = 1; i <= Engine::shift_size; ++i) {
    for (std::uint64_t& word : words) {
      word = Engine::initialization_multiplier * (word ^ (word >> (Engine::word_size - 2))) + i;
    }
    if (i == 1) second = words;
  }
  for (std::size_t lane = 0; lane < kAtOnce; ++lane) {
    const std::uint64_t mixed = (seeds[lane] & ~kLower) | (second[lane] & kLower);
    std::uint64_t x = words[lane] ^ (mixed >> 1) ^ (mixed & 1 ? Engine::xor_mask : 0);
    x ^= (x >> Engine::tempering_u) & Engine::tempering_d;
    x ^= (x << Engine::tempering_s) & Engine::tempering_b;
    x ^= (x << Engine::tempering_t) & Engine::tempering_c;
    words[lane] = x ^ (x >> Engine::tempering_l);
  }
  return words;
}

using FirstOf = Lanes(const Lanes&);

Lanes firstAnywhere(const Lanes& seeds) { return firstOf(seeds); }

#if defined(__x86_64__)

[[gnu::target("avx2")]] Lanes firstAvx2(const Lanes& seeds) { return firstOf(seeds); }

FirstOf* fastest() { return __builtin_cpu_supports("avx2") ? firstAvx2 : firstAnywhere; }

#else

FirstOf* fastest() { return firstAnywhere; }

#endif

}  // namespace

Random Random::stream(std::uint64_t seed, std::string_view purpose, std::uint64_t index) {
  return Random(seedOf(stateOf(seed, purpose), index));
}

std::vector<std::uint64_t> Random::firstBits(std::uint64_t seed, std::string_view purpose,
                                             std::span<const std::uint64_t> indices) {
  const std::uint64_t state = stateOf(seed, purpose);
  FirstOf* const firstOfAll = fastest();
  std::vector<std::uint64_t> bits(indices.size());
  for (std::size_t first = 0; first < bits.size(); first += kAtOnce) {
    const std::size_t count = std::min(kAtOnce, bits.size() - first);
    Lanes seeds{};
    for (std::size_t lane = 0; lane < count; ++lane) {
      seeds[lane] = seedOf(state, indices[first + lane]);
    }
    const Lanes found = firstOfAll(seeds);
    std::copy_n(found.begin(), count, bits.begin() + static_cast<std::ptrdiff_t>(first));
  }
  return bits;
}

std::uint64_t Random::below(std::uint64_t n) {
  // Rejects the top remainder so that every residue is equally likely.
  const std::uint64_t limit = UINT64_MAX - UINT64_MAX % n;
  std::uint64_t x = engine_();
  while (x >= limit) x = engine_();
  return x % n;
}

double Random::normal() {
  const double u = 1.0 - uniform();
  return std::sqrt(-2.0 * std::log(u)) * std::cos(2.0 * std::numbers::pi * uniform());
}

}  // namespace mia
