// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "app/cli/audit.h"
#include "app/cli/work.h"
#include "curation/review.h"
#include "curation/review_statistics.h"

namespace mia::cli {
namespace {

std::string shareOf(double share) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f %%", share * 100);
  return text;
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

Json reviewJson(const Review& review) {
  return {{"reviewer", review.reviewer}, {"round", review.round}};
}

struct ProgressOptions : ReviewOptions {
  std::int64_t selection = 0;
};

Json acceptanceJson(const std::vector<curation::AcceptanceRow>& rows) {
  Json json = Json::array();
  for (const auto& row : rows) {
    json.push_back({{"group", row.group},
                    {"accepted", row.accepted},
                    {"decided", row.decided},
                    {"low", row.interval.low},
                    {"high", row.interval.high}});
  }
  return json;
}

std::string acceptanceWords(const std::vector<curation::AcceptanceRow>& rows) {
  std::string words;
  for (const auto& row : rows) {
    words += "  " + padded(row.group, 14) + withGroups(row.accepted) + " of " +
             withGroups(row.decided) + "  " +
             shareOf(static_cast<double>(row.accepted) / static_cast<double>(row.decided)) + " (" +
             shareOf(row.interval.low) + " to " + shareOf(row.interval.high) + ")\n";
  }
  return words;
}

void progress(const Context& context, const ProgressOptions& options) {
  curation::Project project = openProject(context);
  const Review review = options.review();
  const curation::ReviewBook book(project.database(), SelectionId{options.selection});
  const curation::ReviewProgress done = book.progress(review);
  const auto rows = curation::acceptance(book, review);
  Json json = reviewJson(review);
  json.update({{"selection", book.selection().value},
               {"pairs", done.pairs},
               {"done", done.done()},
               {"left", done.left()},
               {"accepted", done.accepted},
               {"rejected", done.rejected},
               {"swapped", done.swapped},
               {"edited", done.edited},
               {"flagged", done.flagged},
               {"per_minute", done.perMinute},
               {"acceptance", acceptanceJson(rows)}});
  std::string words = toString(review) + ": " + withGroups(done.done()) + " of " +
                      withGroups(done.pairs) + " pairs decided, " + withGroups(done.accepted) +
                      " accepted, " + withGroups(done.rejected) + " rejected, " +
                      withGroups(done.flagged) + " flagged.\n";
  if (const auto left = done.secondsLeft()) {
    char pace[32];
    std::snprintf(pace, sizeof pace, "%.1f", done.perMinute);
    words += std::string(pace) + " pairs a minute; " + duration(*left) + " of work left.\n";
  }
  if (!rows.empty()) words += "Accepted (95 % interval):\n" + acceptanceWords(rows);
  report(context, json, words);
}

struct AgreementOptions {
  std::string first, second;
  std::int64_t selection = 0;
};

Json numberOrNull(double value) { return std::isnan(value) ? Json() : Json(value); }

void agreementOf(const Context& context, const AgreementOptions& options) {
  curation::Project project = openProject(context);
  const curation::ReviewBook book(project.database(), SelectionId{options.selection});
  const std::vector<Review> reviews = book.reviews();
  const bool named = !options.first.empty() && !options.second.empty();
  if (!named && reviews.size() != 2) {
    throw Error(ErrorKind::kUsage,
                "The selection has " + std::to_string(reviews.size()) +
                    " reviews; which two are to be compared",
                "Write --first anna --second ben, or anna:2 for a second round");
  }
  const Review first = named ? readReview(options.first) : reviews[0];
  const Review second = named ? readReview(options.second) : reviews[1];
  Json groups = Json::array();
  std::string words = toString(first) + " and " + toString(second) + ":\n";
  for (const auto& [group, found] : curation::agreement(book, first, second)) {
    groups.push_back({{"group", group},
                      {"both_decided", found.items},
                      {"same", found.same},
                      {"kappa", numberOrNull(found.kappa)},
                      {"low", numberOrNull(found.low)},
                      {"high", numberOrNull(found.high)}});
    char kappa[64] = "no kappa: only one verdict was ever given";
    if (!std::isnan(found.kappa)) {
      std::snprintf(kappa, sizeof kappa, "kappa %.2f (%.2f to %.2f)", found.kappa, found.low,
                    found.high);
    }
    words += "  " + padded(group, 14) + withGroups(found.same) + " of " + withGroups(found.items) +
             " the same, " + kappa + "\n";
  }
  if (groups.empty()) words += "  no pair was decided by both\n";
  report(context,
         {{"first", reviewJson(first)}, {"second", reviewJson(second)}, {"groups", groups}}, words);
}

struct DisputeOptions {
  std::int64_t selection = 0;
};

void disputes(const Context& context, const DisputeOptions& options) {
  curation::Project project = openProject(context);
  const curation::ReviewBook book(project.database(), SelectionId{options.selection});
  curation::QueueQuery query;
  query.show = curation::QueueFilter::kDisputed;
  query.nearMisses = true;
  Json pairs = Json::array();
  std::string words;
  for (const PairId id : book.queue(query)) {
    Json opinions = Json::array();
    words += "pair " + std::to_string(id.value) + "\n";
    for (const auto& [review, state] : book.opinions(id)) {
      Json opinion = reviewJson(review);
      opinion["state"] = toJson(state);
      opinions.push_back(opinion);
      words += "  " + padded(toString(review), 14) + toString(state.verdict) +
               (state.swapped ? ", swapped" : "") + (state.isEdited() ? ", edited" : "") + "\n";
    }
    pairs.push_back({{"pair", id.value}, {"opinions", opinions}});
  }
  const auto count = static_cast<std::int64_t>(pairs.size());
  report(context, {{"count", count}, {"pairs", pairs}},
         withGroups(count) + " pairs on which reviews disagree.\n" + words);
}

struct ResolveOptions {
  std::string reviewer, take, verdict;
  std::int64_t pair = 0;
};

/// What is to hold: the state of the review that was right, or the automatic pair with a verdict.
ReviewState resolution(curation::Project& project, const ResolveOptions& options) {
  if (options.take.empty() == options.verdict.empty()) {
    throw Error(ErrorKind::kUsage, "Either --take a review's opinion or give a --verdict");
  }
  ReviewState state;
  if (!options.verdict.empty()) {
    state.verdict = verdictFromString(options.verdict);
    return state;
  }
  const auto history =
      curation::historyOf(project.database(), PairId{options.pair}, readReview(options.take));
  if (history.empty()) {
    throw Error(ErrorKind::kNotFound,
                options.take + " has decided nothing about pair " + std::to_string(options.pair));
  }
  return history.back().after;
}

void resolvePair(const Context& context, const ResolveOptions& options) {
  curation::Project project = openProject(context);
  const std::string reviewer =
      options.reviewer.empty() ? curation::defaultReviewer() : options.reviewer;
  const Decision decision =
      curation::resolve(project, reviewer, PairId{options.pair}, resolution(project, options));
  report(context,
         {{"pair", options.pair}, {"reviewer", reviewer}, {"state", toJson(decision.after)}},
         "Pair " + std::to_string(options.pair) + " is " + toString(decision.after.verdict) +
             ", whatever the reviews say.");
}

}  // namespace

void addReports(CLI::App& audit, Context& context) {
  CLI::App* verb = addVerb(audit, context, "progress",
                           "Done, left and pace of a review; how often each rule was right",
                           "mia audit progress --reviewer anna");
  const auto going = std::make_shared<ProgressOptions>();
  addReviewOptions(*verb, *going);
  addSelectionOption(*verb, going->selection);
  verb->callback([&context, going] { progress(context, *going); });

  verb = addVerb(audit, context, "agreement",
                 "How far two reviews agree, by rule and layout: Cohen's kappa",
                 "mia audit agreement --first anna --second ben");
  const auto agreeing = std::make_shared<AgreementOptions>();
  verb->add_option("--first", agreeing->first, "a review: anna, or anna:2 for the second round");
  verb->add_option("--second", agreeing->second, "the other (default: the only two)");
  addSelectionOption(*verb, agreeing->selection);
  verb->callback([&context, agreeing] { agreementOf(context, *agreeing); });

  verb = addVerb(audit, context, "disputes", "Pairs on which reviews disagree, and who says what",
                 "mia audit disputes");
  const auto disputing = std::make_shared<DisputeOptions>();
  addSelectionOption(*verb, disputing->selection);
  verb->callback([&context, disputing] { disputes(context, *disputing); });

  verb = addVerb(audit, context, "resolve", "Settles a pair on which reviews disagree",
                 "mia audit resolve 12 --take anna\n  mia audit resolve 12 --verdict rejected");
  const auto resolving = std::make_shared<ResolveOptions>();
  verb->add_option("pair", resolving->pair, "the pair's number in `mia audit disputes`")
      ->required();
  verb->add_option("--take", resolving->take, "what this review says: anna or anna:2");
  verb->add_option("--verdict", resolving->verdict, "accepted or rejected, without edits");
  verb->add_option("--reviewer", resolving->reviewer, "who settles it");
  verb->callback([&context, resolving] { resolvePair(context, *resolving); });
}

}  // namespace mia::cli
