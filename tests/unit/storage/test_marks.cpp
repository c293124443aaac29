// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/marks.h"

#include <doctest/doctest.h>

#include "unit/storage/storage_helpers.h"

using namespace mia;
using storage::Marked;
using Ids = std::vector<std::int64_t>;

TEST_CASE("a tag is put on, told and taken off, and goes with its last item") {
  StoreFixture store;
  storage::MarkReader reader(store.database);
  storage::MarkWriter writer(store.database);
  const Ids both{store.hen.value, store.owl.value};
  CHECK(writer.setTag(Marked::kImage, "bird", {store.owl.value}, true) == Ids{store.owl.value});
  CHECK(writer.setTag(Marked::kImage, "bird", both, true) == Ids{store.hen.value});
  CHECK(reader.tagsOf(Marked::kImage, store.hen.value) == std::vector<std::string>{"bird"});
  std::vector<std::pair<std::string, std::int64_t>> tagged;
  reader.forEachTagged(
      Marked::kImage, [&](std::string_view tag, std::int64_t id) { tagged.emplace_back(tag, id); });
  CHECK(tagged.size() == 2);
  CHECK(writer.setTag(Marked::kImage, "bird", both, false) == both);
  CHECK(reader.tags().empty());
  CHECK(writer.setTag(Marked::kImage, "bird", both, false).empty());
}

TEST_CASE("excluding tells what it changed; an image takes the samples along that use it") {
  StoreFixture store;
  const SampleId sample = *storage::SampleWriter(store.database).add(store.aSample(1));
  storage::MarkReader reader(store.database);
  storage::MarkWriter writer(store.database);
  CHECK(reader.samplesOut().empty());
  CHECK(writer.setExcluded(Marked::kImage, {store.owl.value}, true) == Ids{store.owl.value});
  CHECK(writer.setExcluded(Marked::kImage, {store.owl.value}, true).empty());
  CHECK(reader.isExcluded(Marked::kImage, store.owl.value));
  CHECK_FALSE(reader.isExcluded(Marked::kSample, sample.value));
  CHECK(reader.samplesOut().contains(sample));
  writer.setExcluded(Marked::kImage, {store.owl.value}, false);
  writer.setExcluded(Marked::kSample, {sample.value}, true);
  CHECK(reader.excluded(Marked::kImage).empty());
  CHECK(reader.samplesOut().contains(sample));
}

TEST_CASE("a view is kept under its name, the newest in place of an earlier one") {
  StoreFixture store;
  storage::MarkReader reader(store.database);
  storage::MarkWriter writer(store.database);
  writer.setView({"wrong", "{}"});
  writer.setView({"all", "{\"a\":1}"});
  writer.setView({"wrong", "{\"b\":2}"});
  CHECK(reader.views() ==
        std::vector<storage::SavedView>{{"all", "{\"a\":1}"}, {"wrong", "{\"b\":2}"}});
  writer.removeView("all");
  CHECK(reader.views().size() == 1);
}
