// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/gallery.h"

#include <doctest/doctest.h>

#include "unit/storage/storage_helpers.h"

using namespace mia;

TEST_CASE("images are found by path and by what is said about them, every word of it") {
  StoreFixture store;
  storage::GalleryReader reader(store.database);
  CHECK(reader.images({}).size() == 2);
  CHECK(reader.images({"OWL"}) == std::vector<std::int64_t>{store.owl.value});
  CHECK(reader.images({"rooster"}) == std::vector<std::int64_t>{store.hen.value});
  CHECK(reader.images({"rooster", "owl"}).empty());
  CHECK(reader.images({"%"}).empty());  // a sign of LIKE means itself
}

TEST_CASE("samples are found by words and by an image that they use") {
  StoreFixture store;
  const SampleId id = *storage::SampleWriter(store.database).add(store.aSample(1));
  storage::GalleryReader reader(store.database);
  CHECK(reader.samples({"because", "image2"}) == std::vector<std::int64_t>{id.value});
  CHECK(reader.samples({"owl.jpg"}, store.owl).size() == 1);
  CHECK(reader.samples({"nowhere"}).empty());
  CHECK(reader.samples({}, ImageId{99}).empty());
}

TEST_CASE("a candidate's pair is the newest selection's") {
  StoreFixture store;
  const SampleId sample = *storage::SampleWriter(store.database).add(store.aSample(1));
  storage::RunRecord run;
  run.id = "generate-1";
  run.kind = "generate";
  storage::RunWriter(store.database).add(run);
  Candidate candidate;
  candidate.sample = sample;
  candidate.run = run.id;
  const CandidateId id = *storage::CandidateWriter(store.database).add(candidate, "", {});
  storage::GalleryReader reader(store.database);
  CHECK_FALSE(reader.newestPair(id));

  storage::SelectionWriter writer(store.database);
  Pair pair;
  pair.selection = writer.add(Selection{});
  pair.sample = sample;
  pair.candidate = id;
  const PairId first = writer.add(pair);
  CHECK(reader.newestPair(id) == first);
  writer.add(Selection{});  // one that left the candidate out
  CHECK_FALSE(reader.newestPair(id));
}
