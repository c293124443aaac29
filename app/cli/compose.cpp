// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/compose.h"

#include <cstdio>
#include <memory>

#include "app/cli/verbs.h"
#include "app/cli/work.h"

namespace mia::cli {
namespace {

struct ComposeOptions {
  curation::ComposeRequest request;
  std::string layout;
  std::string images;
  std::string split = "train";
  std::string distractors = "same-collection";
  std::string turn = "1";
  std::string cell = "448x448";
  std::string fit = "contain-top-left";
  std::string background = "#ffffff";
  std::string position = "0.5,0.5";
  std::string borderColour = "#ffffff";
  std::int64_t source = 0;
  bool noLabels = false;
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

void readGrid(const ComposeOptions& options, GridParameters& grid) {
  char rest = 0;
  if (std::sscanf(options.cell.c_str(), "%dx%d%c", &grid.cellWidth, &grid.cellHeight, &rest) != 2) {
    throw malformed(options.cell, "the size of a cell", "448x448");
  }
  grid.labels = !options.noLabels;
  grid.fit = fitFromString(options.fit);
  grid.background = readColour(options.background);
}

void readInset(const ComposeOptions& options, PicInPicParameters& inset) {
  char rest = 0;
  if (std::sscanf(options.position.c_str(), "%lf,%lf%c", &inset.centreX, &inset.centreY, &rest) !=
      2) {
    throw malformed(options.position, "a position", "0.5,0.5 (the middle)");
  }
  inset.borderColour = readColour(options.borderColour);
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
  curation::ComposeRequest request = options.request;
  request.layout = layoutKindFromString(options.layout);
  request.imageCounts = readCounts(options.images);
  request.split = splitFromString(options.split);
  request.distractors = curation::distractorsFromString(options.distractors);
  request.turn = readTurn(options.turn);
  readGrid(options, request.grid);
  readInset(options, request.picInPic);
  if (options.source > 0) request.source = SourceId{options.source};
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

void addGridOptions(CLI::App& verb, ComposeOptions& options) {
  auto& grid = options.request.grid;
  const char* group = "Grid";
  verb.add_option("--columns", options.request.gridColumns, "columns (default: most square)")
      ->check(CLI::Range(1, 64))
      ->group(group);
  verb.add_option("--cell", options.cell, "size of a cell in px")
      ->capture_default_str()
      ->group(group);
  verb.add_option("--margin", grid.margin, "px above each row and between columns")
      ->capture_default_str()
      ->group(group);
  verb.add_option("--label", grid.labelText, "text above a cell; {i} is its number")
      ->capture_default_str()
      ->group(group);
  verb.add_flag("--no-labels", options.noLabels, "leave the strips above the cells empty")
      ->group(group);
  verb.add_option("--fit", options.fit, "contain-top-left, contain-centre, cover or stretch")
      ->capture_default_str()
      ->group(group);
  verb.add_option("--background", options.background, "colour around the cells")
      ->capture_default_str()
      ->group(group);
}

void addInsetOptions(CLI::App& verb, ComposeOptions& options) {
  auto& inset = options.request.picInPic;
  const char* group = "Pic-in-pic";
  verb.add_option("--scale", inset.scale, "share of the background's sides that the inset may take")
      ->capture_default_str()
      ->group(group);
  verb.add_option("--position", options.position, "centre of the inset, shares of width and height")
      ->capture_default_str()
      ->group(group);
  verb.add_option("--border", inset.border, "px of frame around the inset")
      ->capture_default_str()
      ->group(group);
  verb.add_option("--border-colour", options.borderColour, "colour of that frame")
      ->capture_default_str()
      ->group(group);
}

}  // namespace

void addCompose(CLI::App& app, Context& context) {
  CLI::App* verb = addVerb(
      app, context, "compose",
      "Makes multi-image samples of the imported questions. The same seed makes the same samples "
      "on any machine; what is there already is not added again",
      "mia compose --layout grid --images 4,9 --samples 500 --seed 7 --project birds");
  const auto options = std::make_shared<ComposeOptions>();
  auto& request = options->request;
  verb->add_option("--layout", options->layout, "single, sequence, grid or pip")->required();
  verb->add_option(
      "--images", options->images,
      "how many images, each sample draws one: 3, 2-5 or 2,4,9 (default: the paper's)");
  verb->add_option("--samples", request.limit, "at most so many (default: one per question)")
      ->check(CLI::NonNegativeNumber);
  verb->add_option("--seed", request.seed, "of all that is drawn")->capture_default_str();
  verb->add_option("--split", options->split, "train or held-out")->capture_default_str();
  verb->add_option("--held-out-share", request.heldOutShare,
                   "share of the images whose questions never train; 0: no division")
      ->capture_default_str();
  verb->add_option("--distractors", options->distractors,
                   "any image, or same-collection: those whose path starts with the same folder")
      ->capture_default_str();
  verb->add_option("--turn", options->turn, "which turn of a conversation asks: 1, 2, ... or all")
      ->capture_default_str();
  verb->add_option("--max-answer", request.maxAnswer,
                   "longer ground truths are skipped, characters")
      ->capture_default_str();
  verb->add_option("--wording", request.wording,
                   "template with {images} or {marks}, {k}, {question} or {Question} (default: the "
                   "paper's)");
  verb->add_option("--source", options->source, "only questions of this source (see mia status)");
  addGridOptions(*verb, *options);
  addInsetOptions(*verb, *options);
  verb->callback([&context, options] { compose(context, *options); });
}

}  // namespace mia::cli
