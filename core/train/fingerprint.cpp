// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/fingerprint.h"

#include <array>
#include <cstdio>

namespace mia::train {
namespace {

class Fnv1a {
 public:
  void add(std::uint64_t value) {
    for (int byte = 0; byte < 8; ++byte) addByte(static_cast<unsigned char>(value >> (8 * byte)));
  }
  void add(const std::string& text) {
    for (const char c : text) addByte(static_cast<unsigned char>(c));
  }
  // With its length, so that neighbouring lists cannot be mistaken for others.
  template <class T>
  void add(const std::vector<T>& values) {
    add(static_cast<std::uint64_t>(values.size()));
    for (const T value : values) add(static_cast<std::uint64_t>(value));
  }
  std::string hex() const {
    std::array<char, 17> text{};
    std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(state_));
    return text.data();
  }

 private:
  void addByte(unsigned char byte) { state_ = (state_ ^ byte) * 0x100000001b3ULL; }

  std::uint64_t state_ = 0xcbf29ce484222325ULL;
};

}  // namespace

std::string fingerprint(const Json& what, const std::vector<TokenPair>& pairs) {
  Fnv1a hash;
  hash.add(what.dump());
  for (const TokenPair& pair : pairs) {
    hash.add(static_cast<std::uint64_t>(pair.id));
    hash.add(pair.prompt);
    hash.add(pair.chosen);
    hash.add(pair.rejected);
    hash.add(pair.pictures);
  }
  return hash.hex();
}

}  // namespace mia::train
