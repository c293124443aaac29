// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "base/content_hash.h"
#include "base/error.h"
#include "curation/image_checker.h"
#include "imaging/encode.h"
#include "support/temporary_folder.h"

using namespace mia;

TEST_CASE("pictures are looked at once and answered in the order of the question") {
  TemporaryFolder folder;
  imaging::writePicture(folder / "a.png", imaging::Picture(4, 3, {9, 9, 9}));
  imaging::writePicture(folder / "b.png", imaging::Picture(2, 5, {7, 7, 7}));
  curation::ImageChecker checker(folder.path());
  const auto first = checker.check({"b.png", "a.png", "b.png"});
  REQUIRE(first.size() == 3);
  CHECK(first[0] == first[2]);
  CHECK(first[0]->image.width == 2);
  CHECK(first[1]->image.height == 3);
  CHECK(first[1]->image.contentHash == contentHashOfFile(folder / "a.png"));
  std::filesystem::remove(folder / "a.png");
  CHECK(checker.check({"a.png"}).at(0) == first[1]);
}

TEST_CASE("a path that comes back below the root is no escape") {
  TemporaryFolder folder;
  std::filesystem::create_directories(folder / "sub");
  imaging::writePicture(folder / "a.png", imaging::Picture(4, 3, {9, 9, 9}));
  curation::ImageChecker checker(folder.path());
  const auto answers = checker.check({"sub/../a.png", "sub/../../a.png", "sub", "."});
  CHECK_FALSE(answers[0]->problem);
  CHECK(answers[1]->problem == QuarantineReason::kPathEscapesRoot);
  CHECK(answers[2]->problem == QuarantineReason::kUnreadableImage);
  CHECK(answers[3]->problem == QuarantineReason::kUnreadableImage);
}
