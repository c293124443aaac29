// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <iostream>
#include <sstream>

#include "app/cli/audit.h"
#include "app/cli/stop.h"
#include "app/cli/work.h"
#include "curation/review.h"
#include "curation/review_items.h"

namespace mia::cli {
namespace {

struct ListOptions : ReviewOptions, QueueOptions {
  std::int64_t limit = 20;
};

std::string shareWords(double share, double threshold) {
  char text[64];
  std::snprintf(text, sizeof text, "%.2f of %.2f", share, threshold);
  return text;
}

std::string stateWords(const ReviewState& state) {
  std::string words = toString(state.verdict);
  if (state.swapped) words += ", swapped";
  if (state.isEdited()) words += ", edited";
  if (state.flag) words += ", flagged: " + *state.flag;
  if (!state.note.empty()) words += ", note: " + state.note;
  return words;
}

Json itemJson(const curation::ReviewPair& item) {
  return {{"pair", item.pair.id.value},
          {"sample", item.pair.sample.value},
          {"layout", toString(item.sample.recipe.kind)},
          {"images", item.sample.recipe.imageCount},
          {"question", item.question},
          {"chosen", item.current.chosen},
          {"rejected", item.current.rejected},
          {"rule", item.pair.rule},
          {"reason", item.pair.reason},
          {"share", item.pair.share},
          {"threshold", item.pair.threshold},
          {"perplexity", item.pair.perplexity},
          {"length_ratio", item.pair.lengthRatio},
          {"edit_distance", item.pair.editDistance},
          {"state", toJson(item.state)}};
}

std::string itemWords(const curation::ReviewPair& item) {
  return "pair " + std::to_string(item.pair.id.value) + "  " + toString(item.sample.recipe.kind) +
         " " + std::to_string(item.sample.recipe.imageCount) + "  " + item.pair.rule + "  " +
         shareWords(item.pair.share, item.pair.threshold) + "  " + stateWords(item.state) +
         "\n    " + item.question + "\n    + " + item.current.chosen + "\n    - " +
         item.current.rejected + "\n";
}

void list(const Context& context, const ListOptions& options) {
  curation::Project project = openProject(context);
  curation::Browser browser(project.folder());
  const Review review = options.review();
  const curation::ReviewBook book(project.database(), SelectionId{options.selection});
  const std::vector<PairId> queue = book.queue(options.query(review));
  Json pairs = Json::array();
  std::string words;
  for (const PairId id : queue) {
    if (options.limit > 0 && static_cast<std::int64_t>(pairs.size()) >= options.limit) break;
    const auto item = curation::reviewPair(browser, review, id);
    pairs.push_back(itemJson(item));
    words += itemWords(item);
  }
  const auto shown = static_cast<std::int64_t>(pairs.size());
  const auto all = static_cast<std::int64_t>(queue.size());
  report(context,
         {{"selection", book.selection().value},
          {"reviewer", review.reviewer},
          {"round", review.round},
          {"count", all},
          {"pairs", std::move(pairs)}},
         withGroups(all) + " pairs" + (shown < all ? ", the first " + withGroups(shown) : "") +
             ":\n" + words);
}

Json decisionJson(const Decision& decision) {
  return {{"key", decision.key},
          {"time_ms", decision.time},
          {"reviewer", decision.review.reviewer},
          {"round", decision.review.round},
          {"kind", toString(decision.kind)},
          {"batch", decision.batch},
          {"undoes", decision.undoes},
          {"before", toJson(decision.before)},
          {"after", toJson(decision.after)}};
}

struct ShowOptions : ReviewOptions {
  std::int64_t pair = 0;
};

/// One review's history alone: what others decided would spoil a blind review.
void show(const Context& context, const ShowOptions& options) {
  curation::Project project = openProject(context);
  curation::Browser browser(project.folder());
  const auto item = curation::reviewPair(browser, options.review(), PairId{options.pair});
  Json json = itemJson(item);
  json["history"] = Json::array();
  std::string words = itemWords(item) + "    " + item.pair.reason + "\n";
  for (const Decision& decision :
       curation::historyOf(project.database(), PairId{options.pair}, options.review())) {
    json["history"].push_back(decisionJson(decision));
    words +=
        "    " + std::string(toString(decision.kind)) + " -> " + stateWords(decision.after) + "\n";
  }
  report(context, json, words);
}

struct DecideOptions : ReviewOptions {
  std::int64_t pair = 0;
  std::string act;
  std::vector<std::string> text;
  std::string from;
};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// Decides what lines of a file say, "12 accept" or "13 note too blurred", and tells each as soon
/// as it is stored.
void decideLines(const Context& context, const DecideOptions& options, std::istream& lines) {
  curation::Project project = openProject(context);
  const Review review = options.review();
  std::int64_t written = 0, unchanged = 0, number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (stopToken().stop_requested()) {
      throw Error(ErrorKind::kStopped, "Stopped; what was told as saved is saved");
    }
    std::istringstream words(line);
    std::int64_t pair = 0;
    std::string act;
    if (!(words >> pair >> act)) {
      throw Error(ErrorKind::kBadInput,
                  "Line " + std::to_string(number) + " is not a decision: \"" + line + "\"",
                  "Write a pair and an act, such as \"12 accept\"");
    }
    std::string text;
    std::getline(words >> std::ws, text);
    const auto decision =
        curation::decide(project, review, PairId{pair}, {decisionKindFromString(act), text});
    ++(decision ? written : unchanged);
    if (context.json || !decision) continue;
    std::cout << "saved " << pair << ' ' << act << ' ' << decision->key << std::endl;
  }
  report(context, {{"written", written}, {"unchanged", unchanged}},
         withGroups(written) + " decisions were saved, " + withGroups(unchanged) +
             " changed nothing.");
}

void decide(const Context& context, const DecideOptions& options) {
  if (options.from == "-") return decideLines(context, options, std::cin);
  if (!options.from.empty()) {
    std::ifstream file(options.from);
    if (!file) throw Error(ErrorKind::kNotFound, "There is no file " + options.from);
    return decideLines(context, options, file);
  }
  if (options.pair == 0 || options.act.empty()) {
    throw Error(ErrorKind::kUsage, "Which pair, and what about it",
                "Write `mia audit decide 12 accept`, or give a file with --from");
  }
  curation::Project project = openProject(context);
  const auto decision =
      curation::decide(project, options.review(), PairId{options.pair},
                       {decisionKindFromString(options.act), joined(options.text)});
  const std::string name = "Pair " + std::to_string(options.pair);
  if (!decision) {
    report(context, {{"written", 0}, {"unchanged", 1}}, name + " is so already.");
    return;
  }
  report(context, {{"written", 1}, {"unchanged", 0}, {"decision", decisionJson(*decision)}},
         name + ": " + stateWords(decision->after) + ".");
}

void stepBack(const Context& context, const ReviewOptions& options, bool redo) {
  curation::Project project = openProject(context);
  const auto written =
      redo ? curation::redo(project, options.review()) : curation::undo(project, options.review());
  const auto state = curation::undoState(project.database(), options.review());
  Json entries = Json::array();
  for (const Decision& decision : written) entries.push_back(decisionJson(decision));
  const char* what = redo ? "done again" : "taken back";
  report(
      context,
      {{"decisions", std::move(entries)}, {"can_undo", state.canUndo}, {"can_redo", state.canRedo}},
      written.empty() ? std::string("There is nothing that could be ") + what + "."
                      : withGroups(static_cast<std::int64_t>(written.size())) + " decisions were " +
                            what + ".");
}

struct BatchOptions : ReviewOptions, QueueOptions {
  std::string act;
  std::vector<std::string> text;
  bool yes = false;
};

void batch(const Context& context, const BatchOptions& options) {
  curation::Project project = openProject(context);
  const Review review = options.review();
  const Act act{decisionKindFromString(options.act), joined(options.text)};
  const curation::ReviewBook book(project.database(), SelectionId{options.selection});
  const std::vector<PairId> pairs = book.queue(options.query(review));
  const auto count = static_cast<std::int64_t>(pairs.size());
  if (!options.yes) {
    report(context, {{"pairs", count}, {"written", 0}},
           "It would " + options.act + " " + withGroups(count) +
               " pairs; --yes does it. Nothing was changed.");
    return;
  }
  ProgressLine line;
  const auto written = curation::decideAll(project, review, pairs, act, workContext(line));
  line.finish();
  const auto changed = static_cast<std::int64_t>(written.size());
  report(context,
         {{"pairs", count},
          {"written", changed},
          {"batch", written.empty() ? "" : written.front().batch}},
         withGroups(changed) + " of " + withGroups(count) +
             " pairs were changed; `mia audit undo` takes all of it back.");
}

constexpr const char* kActs =
    "accept, reject, clear, swap, edit-chosen, edit-rejected, flag or note";

template <class Options>
std::shared_ptr<Options> reviewVerb(CLI::App& verb) {
  const auto options = std::make_shared<Options>();
  addReviewOptions(verb, *options);
  return options;
}

}  // namespace

void addDeciding(CLI::App& audit, Context& context) {
  CLI::App* verb = addVerb(audit, context, "list", "The queue of pairs, with what was decided",
                           "mia audit list --order random --seed 7 --sample 100 --layout grid");
  const auto listing = reviewVerb<ListOptions>(*verb);
  addQueueOptions(*verb, *listing);
  verb->add_option("--limit", listing->limit, "show so many; 0: all")->capture_default_str();
  verb->callback([&context, listing] { list(context, *listing); });

  verb = addVerb(audit, context, "show", "One pair, its verdict in words and its history",
                 "mia audit show 12");
  const auto showing = reviewVerb<ShowOptions>(*verb);
  verb->add_option("pair", showing->pair, "the pair's number in `mia audit list`")->required();
  verb->callback([&context, showing] { show(context, *showing); });

  verb = addVerb(audit, context, "decide", "Decides about a pair; saved when it returns",
                 "mia audit decide 12 accept\n  mia audit decide 13 edit-rejected It is a cat.\n"
                 "  mia audit decide --from decisions.txt");
  const auto deciding = reviewVerb<DecideOptions>(*verb);
  verb->add_option("pair", deciding->pair, "the pair's number in `mia audit list`");
  verb->add_option("act", deciding->act, kActs);
  verb->add_option("text", deciding->text, "of an edit, a flag or a note");
  verb->add_option("--from", deciding->from,
                   "a file (- is standard input) with a pair and an act a line; each is told when "
                   "it is saved");
  verb->callback([&context, deciding] { decide(context, *deciding); });

  verb = addVerb(audit, context, "undo", "Takes back the newest decision or batch of a review",
                 "mia audit undo");
  const auto undoing = reviewVerb<ReviewOptions>(*verb);
  verb->callback([&context, undoing] { stepBack(context, *undoing, false); });

  verb = addVerb(audit, context, "redo", "Does again what was taken back last", "mia audit redo");
  const auto redoing = reviewVerb<ReviewOptions>(*verb);
  verb->callback([&context, redoing] { stepBack(context, *redoing, true); });

  verb = addVerb(audit, context, "batch",
                 "The same act on every pair of a filter; tells how many before --yes does it",
                 "mia audit batch reject --layout pip --yes");
  const auto batching = reviewVerb<BatchOptions>(*verb);
  verb->add_option("act", batching->act, kActs)->required();
  verb->add_option("text", batching->text, "of an edit, a flag or a note");
  addQueueOptions(*verb, *batching);
  verb->add_flag("--yes", batching->yes, "do it");
  verb->callback([&context, batching] { batch(context, *batching); });
}

}  // namespace mia::cli
