// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <limits>

#include "unit/storage/storage_helpers.h"

using namespace mia;

namespace {

Candidate aCandidate(SampleId sample) {
  Candidate candidate;
  candidate.sample = sample;
  candidate.run = "generate-1";
  candidate.index = 2;
  candidate.origin = CandidateOrigin::kSampled;
  candidate.temperature = 0.5;
  candidate.text = "an owl";
  candidate.tokenIds = {5, 2};
  candidate.tokens = {"an", " owl"};
  candidate.logProbs = {-0.5f, -0.125f};
  candidate.perplexity = 1.25;
  candidate.maxPerplexity = std::numeric_limits<double>::quiet_NaN();
  candidate.complete = false;
  candidate.attention = {{0, {0.25, 0.5}, 0.25, {{0.1f, 0.2f}, {0.3f, 0.4f}}, 0.75},
                         {3, {0.5, 0.125}, 0.375, {{0.5f, 0.6f}, {0.7f, 0.8f}}, 0.625}};
  return candidate;
}

CandidateId addCandidate(StoreFixture& store, SampleId sample) {
  storage::RunRecord run;
  run.id = "generate-1";
  run.kind = "generate";
  storage::RunWriter(store.database).add(run);
  const AttentionMap map{3, 0, 1, 2, {1.5f, 0.5f}};
  return *storage::CandidateWriter(store.database).add(aCandidate(sample), "", {map});
}

}  // namespace

TEST_CASE("a sample comes back as it was written, its images in order") {
  StoreFixture store;
  const SampleId id = *storage::SampleWriter(store.database).add(store.aSample(11));
  const Sample sample = storage::SampleReader(store.database).get(id);
  CHECK(sample.recipe == store.aSample(11).recipe);
  CHECK(sample.images == std::vector<ImageId>{store.owl, store.hen});
  CHECK(sample.turn == 1);
  CHECK(sample.prompt == store.aSample(11).prompt);
}

TEST_CASE("composing the same sample again adds nothing; another seed is another sample") {
  StoreFixture store;
  storage::SampleWriter writer(store.database);
  CHECK(writer.add(store.aSample(1)));
  CHECK_FALSE(writer.add(store.aSample(1)));
  CHECK(writer.add(store.aSample(2)));
  CHECK(storage::SampleReader(store.database).count() == 2);
}

TEST_CASE("samples are filtered, paged and counted") {
  StoreFixture store;
  storage::SampleWriter writer(store.database);
  Sample held = store.aSample(1);
  held.split = Split::kHeldOut;
  writer.add(held);
  for (std::uint64_t seed = 2; seed < 7; ++seed) writer.add(store.aSample(seed));
  storage::SampleReader reader(store.database);
  CHECK(reader.count({.split = Split::kHeldOut, .layout = {}, .imageCount = {}}) == 1);
  CHECK(reader.count({.split = {}, .layout = LayoutKind::kSequence, .imageCount = {}}) == 0);
  const storage::SampleFilter train{.split = Split::kTrain, .layout = {}, .imageCount = 2};
  const auto first = reader.page(train, {}, 3);
  REQUIRE(first.size() == 3);
  const auto rest = reader.page(train, first.back().id, 3);
  REQUIRE(rest.size() == 2);
  CHECK(rest.back().images.size() == 2);
  CHECK(reader.ids(train).size() == 5);
  REQUIRE(reader.counts().size() == 2);
}

TEST_CASE("a sample's answer comes back whole, with its maps") {
  StoreFixture store;
  const SampleId sample = *storage::SampleWriter(store.database).add(store.aSample(1));
  const CandidateId id = addCandidate(store, sample);
  storage::CandidateReader reader(store.database);
  const Candidate candidate = reader.get(id);
  const Candidate expected = aCandidate(sample);
  CHECK(candidate.tokens == expected.tokens);
  CHECK(candidate.tokenIds == expected.tokenIds);
  CHECK(candidate.logProbs == expected.logProbs);
  CHECK(candidate.perplexity == 1.25);
  CHECK(std::isnan(candidate.maxPerplexity));
  CHECK_FALSE(candidate.complete);
  REQUIRE(candidate.attention.size() == 2);
  CHECK(candidate.attention[1].layer == 3);
  CHECK(candidate.attention[1].shares == expected.attention[1].shares);
  CHECK(candidate.attention[1].elsewhere == 0.375);
  CHECK(candidate.attention[1].paperShare == 0.625);
  CHECK(candidate.attention[1].tokenShares == expected.attention[1].tokenShares);
  const auto maps = reader.maps(id, 3);
  REQUIRE(maps.size() == 1);
  CHECK(maps[0].values == std::vector<float>{1.5f, 0.5f});
  CHECK(reader.maps(id, 0).empty());
  const auto figures = reader.ofSample(sample, storage::CandidateParts::kFigures);
  CHECK(figures.at(0).attention[0].shares == expected.attention[0].shares);
  CHECK(figures.at(0).tokens.empty());
}

TEST_CASE("an answer that is there already is not stored again") {
  StoreFixture store;
  const SampleId sample = *storage::SampleWriter(store.database).add(store.aSample(1));
  addCandidate(store, sample);
  storage::CandidateWriter writer(store.database);
  CHECK_FALSE(writer.add(aCandidate(sample), "", {}));
  CHECK(writer.add(aCandidate(sample), "after", {}));
  storage::CandidateReader reader(store.database);
  CHECK(reader.count({.run = "generate-1", .arm = "after", .sample = {}}) == 1);
  CHECK(reader.count() == 2);
}

TEST_CASE("attention that does not fit together is refused in words") {
  StoreFixture store;
  const SampleId sample = *storage::SampleWriter(store.database).add(store.aSample(1));
  Candidate uneven = aCandidate(sample);
  uneven.attention[1].shares.push_back(0.1);
  CHECK_THROWS_AS(storage::CandidateWriter(store.database).add(uneven, "", {}), Error);
}

TEST_CASE("the index of runs remembers how many answers were taken over") {
  StoreFixture store;
  const SampleId sample = *storage::SampleWriter(store.database).add(store.aSample(1));
  addCandidate(store, sample);
  storage::RunWriter(store.database).setIngested("generate-1", 41);
  CHECK(storage::RunReader(store.database).find("generate-1")->ingested == 41);
  CHECK_FALSE(storage::RunReader(store.database).find("generate-2"));
}

TEST_CASE("a selection keeps its parameters and every pair, near misses too") {
  StoreFixture store;
  const SampleId sample = *storage::SampleWriter(store.database).add(store.aSample(1));
  const CandidateId candidate = addCandidate(store, sample);
  storage::SelectionWriter writer(store.database);
  Selection selection;
  selection.rule = "attention";
  selection.parameters = {{"grid", {{"2", 0.6}}}};
  const SelectionId id = writer.add(selection);
  Pair pair;
  pair.selection = id;
  pair.sample = sample;
  pair.candidate = candidate;
  pair.chosen = "a hen";
  pair.rejected = "an owl";
  pair.status = PairStatus::kNearMiss;
  pair.rule = "perplexity";
  pair.reason = "the perplexity was 1.05, at most 1.10";
  pair.share = 0.31;
  pair.perplexity = 1.05;
  const PairId pairId = writer.add(pair);

  storage::SelectionReader reader(store.database);
  CHECK(reader.latest()->parameters == selection.parameters);
  const Pair stored = reader.pair(pairId);
  CHECK(stored.status == PairStatus::kNearMiss);
  CHECK(stored.share == 0.31);
  CHECK(stored.reason == pair.reason);
  const auto counts = reader.counts(id);
  REQUIRE(counts.size() == 1);
  CHECK(counts[0].layout == LayoutKind::kGrid);
  CHECK(counts[0].rule == "perplexity");
  storage::PairFilter filter;
  filter.selection = id;
  filter.layout = LayoutKind::kGrid;
  CHECK(reader.countPairs(filter) == 1);
  CHECK(reader.page(filter, {}, 5).size() == 1);
  filter.status = PairStatus::kSelected;
  CHECK(reader.countPairs(filter) == 0);
  CHECK_THROWS_AS(writer.add(pair), Error);
  writer.remove(id);
  CHECK_FALSE(reader.latest());
}
