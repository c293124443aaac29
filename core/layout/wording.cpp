// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/wording.h"

#include <map>

#include "layout/canvas.h"

namespace mia::layout {
namespace {

std::vector<std::string> makePicInPicPhrases() {
  const char* openings[] = {"For",         "Regarding",        "Concerning",      "Pertaining to",
                            "Focusing on", "In relation to",   "With respect to", "With regards to",
                            "As for",      "When it comes to", "About",           "In terms of",
                            "Referring to"};
  const char* places[] = {"the central {}", "the middle {}", "the {} in the center",
                          "the {} in the middle", "the {} at the center"};
  const char* nouns[] = {"image", "picture", "subplot", "plot"};
  std::vector<std::string> phrases;
  for (const char* noun : nouns) {
    for (const std::string place : places) {
      const auto gap = place.find("{}");
      for (const char* opening : openings) {
        phrases.push_back(std::string(opening) + " " + place.substr(0, gap) + noun +
                          place.substr(gap + 2) + ", {question}");
      }
    }
  }
  return phrases;
}

std::string announce(const LayoutRecipe& recipe) {
  if (recipe.kind != LayoutKind::kSequence) return std::string(kImageMark) + "\n";
  std::string lines;
  for (int i = 1; i <= recipe.imageCount; ++i) {
    lines += "Image" + std::to_string(i) + ":" + kImageMark + "\n";
  }
  return lines;
}

std::string marks(const LayoutRecipe& recipe) {
  std::string text;
  for (int i = 0; i < pictureCount(recipe); ++i) text += kImageMark;
  return text;
}

std::string lowerFirst(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = char(text[0] - 'A' + 'a');
  return text;
}

bool contains(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

int countMarks(const std::string& text) {
  int count = 0;
  for (auto at = text.find(kImageMark); at != std::string::npos;
       at = text.find(kImageMark, at + 1)) {
    ++count;
  }
  return count;
}

std::string fill(const std::string& wording, const std::map<std::string, std::string>& places) {
  std::string text;
  std::size_t at = 0;
  while (at < wording.size()) {
    const auto open = wording.find('{', at);
    text += wording.substr(at, open - at);
    if (open == std::string::npos) break;
    const auto close = wording.find('}', open);
    const std::string name =
        close == std::string::npos ? "" : wording.substr(open + 1, close - open - 1);
    const auto place = places.find(name);
    if (place == places.end()) {
      throw Error(ErrorKind::kUsage,
                  "The wording \"" + wording + "\" has an unknown place at \"" +
                      wording.substr(open, 20) + "\"",
                  "Known are {images}, {marks}, {k}, {question} and {Question}");
    }
    text += place->second;
    at = close + 1;
  }
  return text;
}

}  // namespace

const std::vector<std::string>& picInPicPhrases() {
  static const std::vector<std::string> phrases = makePicInPicPhrases();
  return phrases;
}

std::string defaultWording(LayoutKind kind) {
  if (kind == LayoutKind::kSingle) return "{images}{Question}";
  if (kind == LayoutKind::kPicInPic) return "{images}" + picInPicPhrases().front();
  return "{images}In Image{k}, {question}";
}

std::string wordPrompt(const LayoutRecipe& recipe, const std::string& question) {
  std::string wording = recipe.wording.empty() ? defaultWording(recipe.kind) : recipe.wording;
  if (!contains(wording, "{question}") && !contains(wording, "{Question}")) {
    throw Error(ErrorKind::kUsage, "The wording \"" + wording + "\" does not hold the question",
                "Put {question} or {Question} where it belongs");
  }
  if (!contains(wording, "{images}") && !contains(wording, "{marks}")) {
    wording = "{images}" + wording;
  }
  const std::string prompt = fill(wording, {{"images", announce(recipe)},
                                            {"marks", marks(recipe)},
                                            {"k", std::to_string(recipe.targetIndex + 1)},
                                            {"question", lowerFirst(question)},
                                            {"Question", question}});
  if (countMarks(prompt) != pictureCount(recipe)) {
    throw Error(ErrorKind::kUsage, "The wording \"" + wording + "\" makes " +
                                       std::to_string(countMarks(prompt)) +
                                       " image marks for a layout of " +
                                       std::to_string(pictureCount(recipe)) + " pictures");
  }
  return prompt;
}

}  // namespace mia::layout
