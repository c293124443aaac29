// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/text_index.h"

#include <doctest/doctest.h>

#include <set>

#include "unit/storage/storage_helpers.h"

using namespace mia;
using storage::TextKind;

namespace {

std::set<std::int64_t> found(StoreFixture& store, TextKind kind, const std::string& word) {
  std::set<std::int64_t> ids;
  storage::TextIndexReader(store.database)
      .find(kind, storage::tokensOf(word), [&](std::int64_t id) {
        ids.insert(id);
        return true;
      });
  return ids;
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
    CHECK(found(store, TextKind::kSample, "").empty());
    // A beginning of one or two letters has a list of its own, a longer one has not.
    for (const char* beginning : {"b", "be", "bec", "becaus", "because", "IMAGE2.b"}) {
      CHECK(found(store, TextKind::kSample, beginning) == std::set{sample.value});
    }
    CHECK(found(store, TextKind::kSample, "becausen").empty());
    CHECK(found(store, TextKind::kSample, "2").empty());  // the middle of a word
    CHECK(writer.state().indexed == indexed);
    CHECK(writer.state().isComplete() == (indexed == 4));
    writer.advance(1);
  }
}

TEST_CASE("a word is found with every word that it begins, be they few or very many") {
  StoreFixture store;
  storage::ImageWriter images(store.database);
  std::set<std::int64_t> all, withOne;
  for (int i = 0; i < 700; ++i) {
    const std::string number = std::to_string(i);
    const auto id = images.add(StoreFixture::anImage("pool" + number + ".png", number)).value;
    all.insert(id);
    if (number[0] == '1') withOne.insert(id);
  }
  const auto bare = images.add(StoreFixture::anImage("pool.png", "bare")).value;
  const auto accent = images.add(StoreFixture::anImage("pool\u00e9s.png", "accent")).value;
  images.add(StoreFixture::anImage("poom.png", "poom"));
  images.add(StoreFixture::anImage("poo.png", "poo"));
  storage::TextIndexWriter(store.database).advance(10'000);
  CHECK(found(store, TextKind::kImage, "pool1") == withOne);
  CHECK(found(store, TextKind::kImage, "poole") == std::set{accent});  // as FTS5 writes it
  CHECK(found(store, TextKind::kImage, "pool\u00e9") == std::set{accent});
  CHECK(found(store, TextKind::kImage, "pool.p").size() == 1);
  all.insert({bare, accent});
  CHECK(found(store, TextKind::kImage, "pool") == all);
}

TEST_CASE("a search ends when it has enough") {
  StoreFixture store;
  storage::TextIndexReader reader(store.database);
  for (const bool indexed : {false, true}) {
    if (indexed) storage::TextIndexWriter(store.database).advance(10);
    for (const storage::SearchWord& word :
         {storage::SearchWord{"jpg"}, storage::SearchWord{"jp"}}) {
      int taken = 0;
      reader.find(TextKind::kImage, word, [&](std::int64_t) { return ++taken < 1; });
      CHECK(taken == 1);
    }
  }
}
