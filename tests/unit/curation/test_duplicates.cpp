// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/duplicates.h"

#include <doctest/doctest.h>

#include <bit>
#include <set>

#include "base/content_hash.h"
#include "base/error.h"
#include "base/random.h"
#include "curation/browse.h"
#include "curation/look_alikes.h"
#include "imaging/encode.h"
#include "imaging/perceptual_hash.h"
#include "imaging/resize.h"
#include "storage/images.h"
#include "support/temporary_folder.h"

using namespace mia;
using namespace mia::curation;

namespace {

/// A picture of random blocks; another seed is another picture.
imaging::Picture blocks(std::uint64_t seed, int side = 160) {
  Random random = Random::stream(seed, "blocks");
  imaging::Picture picture(side, side, {120, 120, 120});
  for (int i = 0; i < 12; ++i) {
    const auto at = [&] {
      return static_cast<int>(random.below(static_cast<std::uint64_t>(side)));
    };
    const auto shade = [&] { return static_cast<std::uint8_t>(random.below(256)); };
    imaging::fillRect(picture, {at(), at(), side / 3, side / 3}, {shade(), shade(), shade()});
  }
  return picture;
}

int bitsBetween(const imaging::Picture& a, const imaging::Picture& b) {
  return std::popcount(imaging::perceptualHash(a) ^ imaging::perceptualHash(b));
}

struct Photos {
  TemporaryFolder folder;
  Project project = Project::create(folder / "project");

  ImageId add(const std::string& name, const imaging::Picture& picture) {
    imaging::writePicture(folder / name, picture);
    return storage::ImageWriter(project.database())
        .add({{},
              folder.path().string(),
              name,
              contentHashOfFile(folder / name),
              picture.width,
              picture.height});
  }
};

}  // namespace

TEST_CASE("looks survive shrinking and brightening, and tell pictures apart") {
  const imaging::Picture one = blocks(1);
  imaging::Picture brighter = one;
  for (std::uint8_t& value : brighter.rgb) value = static_cast<std::uint8_t>(value * 9 / 10 + 20);
  CHECK(bitsBetween(one, imaging::shrinkToFit(one, 70)) <= 4);
  CHECK(bitsBetween(one, brighter) <= 4);
  CHECK(bitsBetween(one, blocks(2)) > kMostLookAlikeBits);
  CHECK(imaging::perceptualHash(imaging::Picture(50, 40, {9, 99, 200})) == 0);
}

TEST_CASE("look-alikes are those that comparing each with each finds") {
  Random random = Random::stream(3, "hashes");
  std::vector<std::uint64_t> hashes{0, 0};
  for (int i = 0; i < 60; ++i) {
    hashes.push_back(random.bits());
    std::uint64_t near = hashes.back();
    for (int bit = 0; bit < i % 10; ++bit) near ^= std::uint64_t{1} << random.below(64);
    hashes.push_back(near);
  }
  for (const int bits : {0, 3, 4, kMostLookAlikeBits}) {
    CAPTURE(bits);
    const auto roots = groupLookAlikes(hashes, bits);
    for (std::size_t a = 0; a < hashes.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        const bool near = hashes[a] != 0 && std::popcount(hashes[a] ^ hashes[b]) <= bits;
        CHECK((roots[a] == roots[b]) == near);
      }
    }
  }
  // One leads to the next.
  CHECK(groupLookAlikes({0xf0, 0xf1, 0xf3}, 1) == std::vector<std::uint32_t>{0, 0, 0});
  CHECK_THROWS_AS(groupLookAlikes({}, kMostLookAlikeBits + 1), Error);
}

TEST_CASE("copies and look-alikes become groups, which the gallery shows together") {
  Photos photos;
  const ImageId one = photos.add("one.png", blocks(1));
  const ImageId other = photos.add("other.png", blocks(2));
  const ImageId small = photos.add("small.png", imaging::shrinkToFit(blocks(1), 120));
  const ImageId copy = photos.add("copy.png", blocks(1));
  photos.add("flat.png", imaging::Picture(20, 20, {1, 2, 3}));
  photos.add("also flat.png", imaging::Picture(20, 20, {200, 2, 3}));
  photos.add("gone.png", blocks(5));
  std::filesystem::remove(photos.folder / "gone.png");
  const DuplicateSummary summary = findDuplicates(photos.project, {});
  CHECK(summary.images == 7);
  CHECK(summary.looked == 6);  // a copy is not looked at again
  CHECK(summary.unreadable == 1);
  CHECK(summary.groups == 1);
  CHECK(summary.copies == 1);
  const auto groups = duplicateGroups(photos.project);
  REQUIRE(groups.size() == 1);
  std::set<std::int64_t> members;
  for (const auto& member : groups[0].members) members.insert(member.image.id.value);
  CHECK(members == std::set{one.value, small.value, copy.value});

  CHECK(findDuplicates(photos.project, {}).looked == 1);  // what was gone may be back
  Browser browser(photos.folder / "project");
  BrowseQuery query;
  query.sort = SortKey::kAlike;
  const auto listed = browser.find(query);
  CHECK(listed.front() == one.value);
  CHECK(std::set(listed.begin(), listed.begin() + 3) == members);
  query.choices[Facet::kStatus] = {"alike"};
  CHECK(browser.find(query).size() == 3);
  CHECK(browser.items(Shelf::kImages, {copy.value}).at(0).group == 1);
  CHECK(browser.items(Shelf::kImages, {other.value}).at(0).group == 0);
  CHECK(browser.image(copy).alike.size() == 2);
}

TEST_CASE("a stopped search keeps what it has seen") {
  Photos photos;
  photos.add("one.png", blocks(1));
  std::stop_source stop;
  stop.request_stop();
  WorkContext work;
  work.stop = stop.get_token();
  CHECK_THROWS_AS(findDuplicates(photos.project, {}, work), Error);
  CHECK(findDuplicates(photos.project, {}).looked == 0);
}
