// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/gallery.h"

#include <doctest/doctest.h>

#include "unit/storage/storage_helpers.h"

using namespace mia;

TEST_CASE("what a gallery lists comes by id, and quarantined rows as numbers of their place") {
  StoreFixture store;
  const SampleId id = *storage::SampleWriter(store.database).add(store.aSample(1));
  const QuarantinedRow row{store.source, 12, "0012", QuarantineReason::kNoAnswer, "no answer"};
  storage::SourceWriter(store.database).quarantine(row);
  storage::GalleryReader reader(store.database);
  CHECK(reader.images() == std::vector<std::int64_t>{store.hen.value, store.owl.value});
  CHECK(reader.samples() == std::vector<std::int64_t>{id.value});
  CHECK(reader.samplesOf(store.owl) == std::vector<SampleId>{id});
  CHECK(reader.samplesOf(ImageId{99}).empty());
  REQUIRE(reader.quarantine().size() == 1);
  CHECK(reader.quarantined(reader.quarantine()[0]).row == 12);
  CHECK(reader.quarantined(reader.quarantine()[0]).words == "no answer");
  CHECK_THROWS_AS(reader.quarantined(reader.quarantine()[0] + 1), Error);
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
