// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "base/base64.h"
#include "base/error.h"

using namespace mia;

TEST_CASE("base64 is that of RFC 4648 and comes back") {
  const std::pair<const char*, const char*> examples[] = {{"", ""},
                                                          {"f", "Zg=="},
                                                          {"fo", "Zm8="},
                                                          {"foo", "Zm9v"},
                                                          {"foob", "Zm9vYg=="},
                                                          {"fooba", "Zm9vYmE="},
                                                          {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : examples) {
    CHECK(toBase64(bytes) == text);
    CHECK(fromBase64(text, "it") == bytes);
  }
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  CHECK(fromBase64(toBase64(all), "it") == all);
}

TEST_CASE("what is not base64 is refused") {
  for (const char* text : {"Zg=", "Zm9v\n", "Z===", "=g==", "Zm9*", "Zm=v"}) {
    CHECK_THROWS_AS(fromBase64(text, "it"), Error);
  }
}
