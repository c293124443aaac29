// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/wording.h"

#include <doctest/doctest.h>

#include <set>

using namespace mia;
using namespace mia::layout;

namespace {

LayoutRecipe recipeOf(LayoutKind kind, int images, int target, const std::string& wording = {}) {
  LayoutRecipe recipe;
  recipe.kind = kind;
  recipe.imageCount = images;
  recipe.targetIndex = target;
  recipe.wording = wording;
  return recipe;
}

}  // namespace

TEST_CASE("prompts are worded as the paper words them") {
  CHECK(wordPrompt(recipeOf(LayoutKind::kSequence, 3, 1), "What is it?") ==
        "Image1:<image>\nImage2:<image>\nImage3:<image>\nIn Image2, what is it?");
  CHECK(wordPrompt(recipeOf(LayoutKind::kGrid, 4, 3), "What is it?") ==
        "<image>\nIn Image4, what is it?");
  CHECK(wordPrompt(recipeOf(LayoutKind::kPicInPic, 2, 1), "What is it?") ==
        "<image>\nFor the central image, what is it?");
  CHECK(wordPrompt(recipeOf(LayoutKind::kSingle, 1, 0), "What is it?") == "<image>\nWhat is it?");
}

TEST_CASE("a wording of one's own finds its places") {
  const auto sequence = recipeOf(LayoutKind::kSequence, 2, 0, "{marks}in image {k} , {question}");
  CHECK(wordPrompt(sequence, "which color ?") == "<image><image>in image 1 , which color ?");
  CHECK(wordPrompt(recipeOf(LayoutKind::kGrid, 2, 0, "Look at {k}. {Question}"), "Why?") ==
        "<image>\nLook at 1. Why?");
}

TEST_CASE("a wording that cannot make a sound prompt is refused") {
  const auto word = [](const std::string& wording) {
    return wordPrompt(recipeOf(LayoutKind::kGrid, 2, 0, wording), "Why?");
  };
  CHECK_THROWS_AS(word("In Image{k}"), Error);
  CHECK_THROWS_AS(word("In Image{n}, {question}"), Error);
  CHECK_THROWS_AS(word("In Image{k, {question}"), Error);
  CHECK_THROWS_AS(word("{images}{marks}{question}"), Error);
}

TEST_CASE("the phrases for pic-in-pic are distinct and hold the question") {
  const auto& phrases = picInPicPhrases();
  CHECK(std::set<std::string>(phrases.begin(), phrases.end()).size() == phrases.size());
  CHECK(phrases.size() >= 93);
  for (const auto& phrase : phrases) {
    CHECK(wordPrompt(recipeOf(LayoutKind::kPicInPic, 2, 1, phrase), "Why?").find(", why?") !=
          std::string::npos);
  }
}
