// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/blob.h"

namespace mia::storage {
namespace {

unsigned valueOf(char digit) {
  return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

}  // namespace

std::vector<std::byte> bytesOfHash(std::string_view hex) {
  std::vector<std::byte> bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes.push_back(static_cast<std::byte>(valueOf(hex[i]) * 16 + valueOf(hex[i + 1])));
  }
  return bytes;
}

}  // namespace mia::storage
