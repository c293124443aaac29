// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "storage/blob.h"

using namespace mia;

TEST_CASE("arrays go through bytes and back, and a torn one is refused") {
  const std::vector<float> values = {1.5f, -0.25f};
  const auto bytes = storage::bytesOf(values);
  const std::string_view blob(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  CHECK(storage::arrayFrom<float>(blob) == values);
  CHECK(storage::arrayFrom<float>({}).empty());
  CHECK_THROWS_AS(storage::arrayFrom<float>(blob.substr(1)), Error);
}

TEST_CASE("a hash's hex digits become its bytes") {
  CHECK(storage::bytesOfHash("00ff7a") ==
        std::vector<std::byte>{std::byte{0x00}, std::byte{0xff}, std::byte{0x7a}});
}
