// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/browse.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/error.h"
#include "curation/generate.h"
#include "curation/marks.h"
#include "curation/row_order.h"
#include "curation/row_set.h"
#include "curation/select.h"
#include "unit/curation/small_project.h"

using namespace mia;
using namespace mia::curation;
using Ids = std::vector<std::int64_t>;

namespace {

/// Samples 1, 3, 5 are of training, about red, green, blue; 2, 4, 6 held out. 1 was answered with
/// little attention and became a pair, 3 with much, 5 rightly.
struct Browsed : SmallProject {
  Browsed() {
    const auto prepared = prepareGenerate(project, {.model = model()});
    answer(prepared->run, "", [](const Sample& sample) {
      if (sample.answer == "it is red") return candidate("it is green", 0.2);
      if (sample.answer == "it is green") return candidate("it is blue, surely", 0.95);
      return candidate(sample.answer, 0.9);
    });
    finish(prepared->run);
    ingest(project, prepared->run, {});
    selection::Rule rule;
    rule.criterion = selection::Criterion::kAnyWrong;
    select(project, {rule, {}}, {});
    storage::SourceWriter writer(project.database());
    writer.quarantine({SourceId{1}, 7, "r7", QuarantineReason::kNoAnswer, "nobody answered"});
    writer.quarantine({SourceId{1}, 9, "r9", QuarantineReason::kTextOnly, "it has no image"});
    writer.quarantine({SourceId{1}, 8, "r8", QuarantineReason::kNoAnswer, "nobody answered"});
  }

  static BrowseQuery samples() { return {Shelf::kSamples}; }
  Ids find(const BrowseQuery& query) { return browser.find(query); }
  std::int64_t count(const BrowseQuery& query, Facet facet, const std::string& value) {
    const FacetCounts counts = browser.facets(query);
    for (const FacetChoice& choice : counts.at(facet)) {
      if (choice.value == value) return choice.rows;
    }
    return -1;
  }

  Browser browser{folder / "project"};
};

}  // namespace

TEST_CASE("every row is listed before and after the columns are read, in either direction") {
  Browsed made;
  const Ids all{1, 2, 3, 4, 5, 6};
  CHECK(made.find(made.samples()) == all);
  while (!made.browser.prepare(std::chrono::milliseconds(1))) {
  }
  CHECK(made.find(made.samples()) == all);
  BrowseQuery query = made.samples();
  query.descending = true;
  CHECK(made.find(query) == Ids{6, 5, 4, 3, 2, 1});
}

TEST_CASE("choices of a facet add up, facets narrow one another, and counts leave their own out") {
  Browsed made;
  BrowseQuery query = made.samples();
  query.choices[Facet::kSplit] = {"train"};
  CHECK(made.find(query) == Ids{1, 3, 5});
  query.choices[Facet::kStatus] = {"pair"};
  CHECK(made.find(query) == Ids{1, 3});
  CHECK(made.count(query, Facet::kSplit, "train") == 2);
  CHECK(made.count(query, Facet::kSplit, "held-out") == 0);
  CHECK(made.count(query, Facet::kStatus, "answered") == 3);
  CHECK(made.count(query, Facet::kLayout, "sequence") == 2);
  CHECK(made.count(query, Facet::kImageCount, "2") == 2);
  CHECK(made.count(query, Facet::kSource, "1") == 2);
  query.choices[Facet::kStatus] = {"pair", "unanswered"};
  query.choices.erase(Facet::kSplit);
  CHECK(made.find(query) == Ids{1, 2, 3, 4, 6});
}

TEST_CASE("one and the same answer must be within every range, and orders by what it is") {
  Browsed made;
  BrowseQuery query = made.samples();
  query.sort = SortKey::kLength;
  query.descending = true;
  // "it is blue, surely", "it is green", "it is blue"; those without an answer come last.
  CHECK(made.find(query) == Ids{3, 1, 5, 2, 4, 6});
  query.ranges[Score::kLength] = {11, 18};
  CHECK(made.find(query) == Ids{3, 1});
  query.ranges[Score::kPerplexity] = {2, Range{}.high};  // every answer's is 1.5
  CHECK(made.find(query).empty());
  query.ranges.erase(Score::kPerplexity);
  const std::string run = made.browser.facets(query).at(Facet::kRun).at(0).value;
  CHECK(made.count(query, Facet::kRun, run) == 2);
  CHECK(made.count(query, Facet::kModel, made.model().string()) == 2);
  query.choices[Facet::kRun] = {"another"};
  CHECK(made.find(query).empty());
  CHECK(made.count(query, Facet::kRun, run) == 2);
}

TEST_CASE("words are found in what is said about a photo, in its path, and in a sample's prompt") {
  Browsed made;
  BrowseQuery images{Shelf::kImages, "gree"};
  CHECK(made.find(images) == Ids{2});
  images.text = "color image2.png";  // the words may stand in the question and in the path
  CHECK(made.find(images) == Ids{3});
  images.text = "col it";  // each word may be a beginning
  CHECK(made.find(images) == Ids{1, 2, 3});
  images.text = "col it heron";
  CHECK(made.find(images).empty());
  images.text = "%";
  CHECK(made.find(images).empty());
  BrowseQuery samples = made.samples();
  samples.text = "it blue";
  CHECK(made.find(samples) == Ids{5, 6});
  samples.text = "image1.png";  // the target's photo
  CHECK(made.find(samples) == Ids{3, 4});
  while (!indexText(made.project, 2).isComplete()) {
  }
  CHECK(made.find(samples) == Ids{3, 4});
  // What a word found is remembered on its shelf alone, and not beyond what others write.
  images.text = "image1.png";
  CHECK(made.find(images) == Ids{2});
  setTag(made.project, Shelf::kSamples, "seen", {3}, true);
  samples.choices[Facet::kTag] = {"seen"};
  CHECK(made.find(samples) == Ids{3});
}

TEST_CASE("samples that use an image, and images by how much they are used") {
  Browsed made;
  BrowseQuery query = made.samples();
  query.uses = ImageId{1};  // the target of 1 and 2, a distractor of 5 and 6
  CHECK(made.find(query) == Ids{1, 2, 5, 6});
  BrowseQuery images;
  images.choices[Facet::kStatus] = {"used"};
  CHECK(made.find(images).size() == 3);
  images.sort = SortKey::kName;
  images.descending = true;
  CHECK(made.find(images) == Ids{3, 2, 1});
}

TEST_CASE("what others write is seen: tags, exclusions and new rows") {
  Browsed made;
  BrowseQuery query = made.samples();
  query.choices[Facet::kTag] = {"odd"};
  CHECK(made.find(query).empty());
  CHECK(setTag(made.project, Shelf::kSamples, "odd", {2, 5}, true) == Ids{2, 5});
  CHECK(made.find(query) == Ids{2, 5});
  CHECK(made.count(query, Facet::kStatus, "tagged") == 2);
  setExcluded(made.project, Shelf::kSamples, {5}, true);
  query.choices[Facet::kStatus] = {"excluded"};
  CHECK(made.find(query) == Ids{5});
  CHECK(made.browser.items(Shelf::kSamples, {5}).at(0).excluded);
  CHECK(made.browser.items(Shelf::kSamples, {5}).at(0).tags == std::vector<std::string>{"odd"});
  Sample more = made.browser.sample(SampleId{1}).sample;
  more.recipe.seed = 99;
  storage::SampleWriter(made.project.database()).add(more);
  CHECK(made.find(made.samples()).size() == 7);
  query = made.samples();
  query.sort = SortKey::kShare;
  CHECK(made.find(query).size() == 7);
}

TEST_CASE("quarantined rows are listed in the order of their file, by reason, with their words") {
  Browsed made;
  BrowseQuery query{Shelf::kQuarantine};
  const Ids all = made.find(query);
  REQUIRE(all.size() == 3);
  CHECK(made.browser.quarantined(all[1]).row.row == 8);
  CHECK(made.browser.quarantined(all[2]).row.words == "it has no image");
  query.choices[Facet::kReason] = {"no-answer"};
  CHECK(made.find(query) == Ids{all[0], all[1]});
  CHECK(made.count(query, Facet::kReason, "text-only") == 1);
  CHECK(made.browser.items(Shelf::kQuarantine, all).at(0).row == 7);
}

TEST_CASE("a search that is not wanted any more ends") {
  Browsed made;
  std::stop_source stop;
  stop.request_stop();
  BrowseQuery query = made.samples();
  query.text = "color";
  CHECK_THROWS_AS(made.browser.find(query, stop.get_token()), Error);
  CHECK_THROWS_AS(made.browser.facets(query, stop.get_token()), Error);
}

TEST_CASE("a query is kept as a view, and what a newer program wrote is passed over") {
  Browsed made;
  BrowseQuery query = made.samples();
  query.text = "blue";
  query.choices[Facet::kStatus] = {"pair"};
  query.ranges[Score::kShare] = {Range{}.low, 0.3};
  query.sort = SortKey::kShare;
  query.descending = true;
  saveView(made.project, "blue pairs", query);
  CHECK(made.browser.views() == std::vector<SavedQuery>{{"blue pairs", query}});
  const Json newer = parseJson(
      R"({"shelf": "samples", "sort": "beauty", "choices": {"mood": ["gay"], "layout": ["grid", 3]},
          "ranges": {"share": [0.5, null], "length": 3}})",
      "here");
  BrowseQuery known = made.samples();
  known.choices[Facet::kLayout] = {"grid"};
  known.ranges[Score::kShare] = {0.5, Range{}.high};
  known.ranges[Score::kLength] = {};
  CHECK(browseQueryFromJson(newer) == known);
}

TEST_CASE("rows are sorted by any figure, the unknown last, equals in their order") {
  const float unknown = std::numeric_limits<float>::quiet_NaN();
  const std::vector<float> figures{3, -1, unknown, 0.5f, -1, 1e30f};
  for (const bool descending : {false, true}) {
    std::vector<std::uint32_t> keys, rows{0, 1, 2, 3, 4, 5};
    for (const float figure : figures) keys.push_back(keyOf(figure, descending));
    sortRows(rows, keys);
    CHECK(rows == (descending ? std::vector<std::uint32_t>{5, 0, 3, 1, 4, 2}
                              : std::vector<std::uint32_t>{1, 4, 3, 0, 5, 2}));
  }
}

TEST_CASE("rows keep their order through every part of their keys") {
  // Keys that differ in the lowest, the middle and the highest bits, each shared by several rows.
  const std::vector<std::uint32_t> parts{7, 7u << 11 | 3, 5u << 22 | 3, 3, kLastKey};
  std::vector<std::uint32_t> keys, rows;
  for (std::uint32_t row = 0; row < 3000; ++row) {
    keys.push_back(parts[row * 7 % parts.size()]);
    if (row % 3 != 0) rows.push_back(row);
  }
  std::vector<std::uint32_t> expected = rows;
  std::stable_sort(expected.begin(), expected.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
  sortRows(rows, keys);
  CHECK(rows == expected);
  const std::vector<std::uint32_t> same(3000, 9);
  sortRows(rows, same);
  CHECK(rows == expected);  // nothing to do
  std::vector<std::uint32_t> none;
  sortRows(none, keys);
  CHECK(none.empty());
}

TEST_CASE("a set of rows knows its rows beyond one word") {
  RowSet rows(130, true);
  CHECK(rows.count() == 130);
  RowSet few(130);
  few.add(0);
  few.add(64);
  few.add(129);
  CHECK(rows.countWith(few) == 3);
  rows &= few;
  std::vector<std::size_t> listed;
  rows.forEach([&](std::size_t row) { listed.push_back(row); });
  CHECK(listed == std::vector<std::size_t>{0, 64, 129});
  CHECK_FALSE(rows.has(65));
}
