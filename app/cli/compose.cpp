// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/compose.h"

#include <cstdio>
#include <functional>
#include <memory>

#include "app/cli/verbs.h"
#include "app/cli/work.h"

namespace mia::cli {
namespace {

/// An option, and what it changes in a request when it was given.
struct GivenOption {
  CLI::Option* option = nullptr;
  std::function<void(curation::ComposeRequest&)> apply;
};

struct ComposeOptions {
  std::string recipe;
  std::vector<GivenOption> given;
};

Error malformed(const std::string& text, const std::string& what, const std::string& example) {
  return Error(ErrorKind::kUsage, "\"" + text + "\" is not " + what, "Write " + example);
}

// "3", "2-5" or "2,3,6".
std::vector<int> readCounts(const std::string& text) {
  std::vector<int> counts;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto comma = std::min(text.find(',', at), text.size());
    const std::string part = text.substr(at, comma - at);
    int first = 0, last = 0, length = 0;
    if (std::sscanf(part.c_str(), "%d%n-%d%n", &first, &length, &last, &length) == 1) last = first;
    if (length != static_cast<int>(part.size()) || first < 1 || last < first || last > 64) {
      throw malformed(text, "a number of images", "3, 2-5 or 2,4,9");
    }
    for (int count = first; count <= last; ++count) counts.push_back(count);
    at = comma + 1;
  }
  return counts;
}

Colour readColour(const std::string& text) {
  unsigned red = 0, green = 0, blue = 0;
  char rest = 0;
  if (text.size() != 7 ||
      std::sscanf(text.c_str(), "#%2x%2x%2x%c", &red, &green, &blue, &rest) != 3) {
    throw malformed(text, "a colour", "#rrggbb");
  }
  return {static_cast<std::uint8_t>(red), static_cast<std::uint8_t>(green),
          static_cast<std::uint8_t>(blue)};
}

void readCell(const std::string& text, GridParameters& grid) {
  char rest = 0;
  if (std::sscanf(text.c_str(), "%dx%d%c", &grid.cellWidth, &grid.cellHeight, &rest) != 2) {
    throw malformed(text, "the size of a cell", "448x448");
  }
}

void readPosition(const std::string& text, PicInPicParameters& inset) {
  char rest = 0;
  if (std::sscanf(text.c_str(), "%lf,%lf%c", &inset.centreX, &inset.centreY, &rest) != 2) {
    throw malformed(text, "a position", "0.5,0.5 (the middle)");
  }
}

// "random", or a place counted from 1.
std::optional<int> readTarget(const std::string& text) {
  if (text == "random") return std::nullopt;
  int place = 0;
  char rest = 0;
  if (std::sscanf(text.c_str(), "%d%c", &place, &rest) != 1 || place < 1) {
    throw malformed(text, "a place for the target", "1 for the first, or random");
  }
  return place - 1;
}

std::optional<int> readTurn(const std::string& text) {
  if (text == "all") return std::nullopt;
  int turn = 0;
  char rest = 0;
  if (std::sscanf(text.c_str(), "%d%c", &turn, &rest) != 1 || turn < 1) {
    throw malformed(text, "a turn", "1 for the first, or all");
  }
  return turn - 1;
}

curation::ComposeRequest requestFrom(const ComposeOptions& options) {
  curation::ComposeRequest request;
  bool hasLayout = !options.recipe.empty();
  if (hasLayout) {
    request = curation::composeRequestFromJson(readJsonFile(options.recipe), options.recipe);
  }
  for (const GivenOption& given : options.given) {
    if (given.option->count() == 0) continue;
    given.apply(request);
    hasLayout = hasLayout || given.option->get_name() == "--layout";
  }
  if (!hasLayout) {
    throw Error(ErrorKind::kUsage, "No layout was named",
                "Add --layout sequence, grid, pip or single, or --recipe FILE");
  }
  return request;
}

void compose(const Context& context, const ComposeOptions& options) {
  const curation::ComposeRequest request = requestFrom(options);
  curation::Project project = openProject(context);
  ProgressLine line;
  const auto result = curation::compose(project, request, workContext(line));
  line.finish();
  std::string words = withGroups(result.added) + " new samples (" + toString(request.layout) +
                      ", " + toString(request.split) + ") from " + withGroups(result.turns) +
                      " questions; " + withGroups(result.present) + " were there already.\n";
  for (const auto& [reason, count] : result.skipped) {
    words += "  skipped, " + reason + ": " + withGroups(count) + "\n";
  }
  report(context,
         {{"layout", toString(request.layout)},
          {"split", toString(request.split)},
          {"questions", result.turns},
          {"chosen", result.chosen},
          {"added", result.added},
          {"present", result.present},
          {"skipped", result.skipped}},
         words);
}

/// Adds options that each change one thing of a request.
class OptionAdder {
 public:
  OptionAdder(CLI::App& verb, ComposeOptions& options) : verb_(verb), options_(options) {}

  void group(const char* name) { group_ = name; }

  /// `apply(request, value)` takes over the option's value, a T.
  template <class T, class Apply>
  void add(const char* name, const char* help, Apply apply) {
    const auto value = std::make_shared<T>();
    CLI::Option* option = verb_.add_option(name, *value, help);
    if (group_) option->group(group_);
    options_.given.push_back(
        {option, [value, apply](curation::ComposeRequest& request) { apply(request, *value); }});
  }

 private:
  CLI::App& verb_;
  ComposeOptions& options_;
  const char* group_ = nullptr;
};

using Request = curation::ComposeRequest;
using Text = const std::string&;

void addGeneralOptions(OptionAdder& adder) {
  adder.add<std::string>("--layout", "single, sequence, grid or pip",
                         [](Request& r, Text value) { r.layout = layoutKindFromString(value); });
  adder.add<std::string>(
      "--images", "how many images, each sample draws one: 3, 2-5 or 2,4,9 (default: the paper's)",
      [](Request& r, Text value) { r.imageCounts = readCounts(value); });
  adder.add<std::int64_t>("--samples", "at most so many (default: one per question)",
                          [](Request& r, std::int64_t value) { r.limit = value; });
  adder.add<std::uint64_t>("--seed", "of all that is drawn (default: 1)",
                           [](Request& r, std::uint64_t value) { r.seed = value; });
  adder.add<std::string>("--split", "train (default) or held-out",
                         [](Request& r, Text value) { r.split = splitFromString(value); });
  adder.add<double>(
      "--held-out-share",
      "share of the images whose questions never train; 0: no division (default: 0.1)",
      [](Request& r, double value) { r.heldOutShare = value; });
  adder.add<std::string>(
      "--distractors",
      "any image; same-collection (default): those whose path starts with the same folder; "
      "look-alike or unlike: the most or least like the target of some hundreds",
      [](Request& r, Text value) { r.distractors = curation::distractorsFromString(value); });
  adder.add<std::string>("--target", "place of the target: random (default), 1, 2, ...",
                         [](Request& r, Text value) { r.target = readTarget(value); });
  adder.add<std::string>("--turn", "which turn of a conversation asks: 1 (default), 2, ... or all",
                         [](Request& r, Text value) { r.turn = readTurn(value); });
  adder.add<int>("--max-answer", "longer ground truths are skipped, characters (default: 511)",
                 [](Request& r, int value) { r.maxAnswer = value; });
  adder.add<std::string>("--wording",
                         "template with {images} or {marks}, {k}, {question} or {Question} "
                         "(default: the paper's)",
                         [](Request& r, Text value) { r.wording = value; });
  adder.add<std::int64_t>("--source", "only questions of this source (see mia status)",
                          [](Request& r, std::int64_t value) { r.source = SourceId{value}; });
}

void addGridOptions(OptionAdder& adder) {
  adder.group("Grid");
  adder.add<int>("--columns", "columns (default: most square)",
                 [](Request& r, int value) { r.gridColumns = value; });
  adder.add<std::string>("--order", "cells are filled by rows (default) or columns",
                         [](Request& r, Text value) { r.grid.order = cellOrderFromString(value); });
  adder.add<std::string>("--cell", "size of a cell in px (default: 448x448)",
                         [](Request& r, Text value) { readCell(value, r.grid); });
  adder.add<int>("--margin", "px of each row's label strip and between columns (default: 40)",
                 [](Request& r, int value) { r.grid.margin = value; });
  adder.add<std::string>("--label", "text of a cell; {i} is its number (default: Image{i})",
                         [](Request& r, Text value) { r.grid.labelText = value; });
  adder.add<bool>("--labels", "true (default), or false: the strips stay empty",
                  [](Request& r, bool value) { r.grid.labels = value; });
  adder.add<double>("--label-size", "a capital's share of the strip's height (default: 0.6)",
                    [](Request& r, double value) { r.grid.labelScale = value; });
  adder.add<std::string>(
      "--label-side", "strips lie above (default) or below their row",
      [](Request& r, Text value) { r.grid.labelSide = labelSideFromString(value); });
  adder.add<std::string>(
      "--label-align", "left (default), centre or right",
      [](Request& r, Text value) { r.grid.labelAlign = labelAlignFromString(value); });
  adder.add<std::string>("--label-colour", "colour of the labels (default: #000000)",
                         [](Request& r, Text value) { r.grid.labelColour = readColour(value); });
  adder.add<std::string>("--fit", "contain-top-left (default), contain-centre, cover or stretch",
                         [](Request& r, Text value) { r.grid.fit = fitFromString(value); });
  adder.add<std::string>("--background", "colour around the cells (default: #ffffff)",
                         [](Request& r, Text value) { r.grid.background = readColour(value); });
  adder.add<int>("--cell-border", "px of frame around each picture (default: 0)",
                 [](Request& r, int value) { r.grid.border = value; });
  adder.add<std::string>("--cell-border-colour", "colour of that frame (default: #000000)",
                         [](Request& r, Text value) { r.grid.borderColour = readColour(value); });
}

void addInsetOptions(OptionAdder& adder) {
  adder.group("Pic-in-pic");
  adder.add<double>("--scale",
                    "share of the background's sides that the inset may take (default: 0.7)",
                    [](Request& r, double value) { r.picInPic.scale = value; });
  adder.add<std::string>("--position",
                         "centre of the inset, shares of width and height (default: 0.5,0.5)",
                         [](Request& r, Text value) { readPosition(value, r.picInPic); });
  adder.add<int>("--border", "px of frame around the inset (default: 0)",
                 [](Request& r, int value) { r.picInPic.border = value; });
  adder.add<std::string>(
      "--border-colour", "colour of that frame (default: #ffffff)",
      [](Request& r, Text value) { r.picInPic.borderColour = readColour(value); });
}

}  // namespace

void addCompose(CLI::App& app, Context& context) {
  CLI::App* verb = addVerb(
      app, context, "compose",
      "Makes multi-image samples of the imported questions. The same seed makes the same samples "
      "on any machine; what is there already is not added again",
      "mia compose --layout grid --images 4,9 --samples 500 --seed 7 --project birds");
  const auto options = std::make_shared<ComposeOptions>();
  verb->add_option("--recipe", options->recipe,
                   "a file that the studio's Compose page saved; options given beside it win");
  OptionAdder adder(*verb, *options);
  addGeneralOptions(adder);
  addGridOptions(adder);
  addInsetOptions(adder);
  verb->callback([&context, options] { compose(context, *options); });
}

}  // namespace mia::cli
