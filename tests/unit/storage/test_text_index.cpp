// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/text_index.h"

#include <doctest/doctest.h>

#include <set>

#include "unit/storage/storage_helpers.h"

using namespace mia;
using storage::TextKind;

namespace {

std::set<std::int64_t> found(StoreFixture& store, TextKind kind,
                             const std::vector<storage::SearchWord>& words) {
  std::set<std::int64_t> ids;
  storage::TextIndexReader(store.database).find(kind, words, [&](std::int64_t id) {
    ids.insert(id);
    return true;
  });
  return ids;
}

std::set<std::int64_t> found(StoreFixture& store, TextKind kind, const std::string& word) {
  return found(store, kind, std::vector<storage::SearchWord>{storage::tokensOf(word)});
}

}  // namespace

TEST_CASE("a text falls into words at signs of ASCII and of typography") {
  using Words = std::vector<std::string>;
  CHECK(storage::tokensOf("Object-10.png") == Words{"object", "10", "png"});
  CHECK(storage::tokensOf("\u201cWhy\u2014caf\u00e9\u2019s?\u201d") ==
        Words{"why", "caf\u00e9", "s"});
  CHECK(storage::tokensOf(" %_ ").empty());
}

TEST_CASE("words are found in the same rows before, while and after they are indexed") {
  StoreFixture store;
  const SampleId sample = *storage::SampleWriter(store.database).add(store.aSample(1));
  storage::TextIndexWriter writer(store.database);
  for (int indexed = 0; indexed <= 4; ++indexed) {
    CAPTURE(indexed);
    CHECK(found(store, TextKind::kImage, "owl") == std::set{store.owl.value});
    CHECK(found(store, TextKind::kImage, "HEN.j") == std::set{store.hen.value});
    CHECK(found(store, TextKind::kImage, "he.jpg").empty());  // only the last may be a beginning
    // An escape of JSON stands between words, not within them.
    CHECK(found(store, TextKind::kQuestion, "say a hen rooster caf\u00e9").size() == 1);
    CHECK(found(store, TextKind::kQuestion, "nsay").empty());
    CHECK(found(store, TextKind::kSample, "image2 because") == std::set{sample.value});
    CHECK(found(store, TextKind::kSample, std::vector<storage::SearchWord>{}).empty());
    // Each of several words may be a beginning.
    CHECK(found(store, TextKind::kSample, {{"ima"}, {"beca"}}) == std::set{sample.value});
    CHECK(found(store, TextKind::kSample, {{"ima"}, {"heron"}}).empty());
    CHECK(writer.state().indexed == indexed);
    CHECK(writer.state().isComplete() == (indexed == 4));
    writer.advance(1);
  }
}

TEST_CASE("a search ends when it has enough") {
  StoreFixture store;
  int taken = 0;
  storage::TextIndexReader(store.database).find(TextKind::kImage, {{"jpg"}}, [&](std::int64_t) {
    return ++taken < 1;
  });
  CHECK(taken == 1);
}
