// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/audit.h"

#include <charconv>

#include "base/error.h"
#include "curation/review.h"

namespace mia::cli {

Review ReviewOptions::review() const {
  return {reviewer.empty() ? curation::defaultReviewer() : reviewer, round};
}

void addReviewOptions(CLI::App& verb, ReviewOptions& options) {
  verb.add_option("--reviewer", options.reviewer,
                  "who decides (default: MIA_REVIEWER, else the login name)");
  verb.add_option("--round", options.round, "1, or a later, blind review by the same person")
      ->capture_default_str();
}

Review readReview(const std::string& text) {
  const auto colon = text.rfind(':');
  if (colon == std::string::npos) return {text, 1};
  Review review{text.substr(0, colon), 0};
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data() + colon + 1, end, review.round);
  if (error != std::errc() || rest != end || review.round < 1 || colon == 0) {
    throw Error(ErrorKind::kUsage, "\"" + text + "\" is not a review", "Write anna or anna:2");
  }
  return review;
}

curation::QueueQuery QueueOptions::query(const Review& review) const {
  curation::QueueQuery query;
  query.review = review;
  query.order = curation::queueOrderFromString(order);
  query.show = curation::queueFilterFromString(show);
  if (!layout.empty()) query.layout = layoutKindFromString(layout);
  if (images > 0) query.images = images;
  if (!rule.empty()) query.rule = rule;
  if (!decidedBy.empty()) query.decidedBy = readReview(decidedBy);
  query.sample = sample;
  query.seed = seed;
  query.nearMisses = nearMisses;
  return query;
}

void addSelectionOption(CLI::App& verb, std::int64_t& selection) {
  verb.add_option("--selection", selection, "of this selection (default: the newest)");
}

void addQueueOptions(CLI::App& verb, QueueOptions& options) {
  addSelectionOption(verb, options.selection);
  verb.add_option("--show", options.show,
                  "all, undecided, decided, accepted, rejected, flagged or disputed")
      ->capture_default_str();
  verb.add_option("--order", options.order, "least-certain, rule, layout or random")
      ->capture_default_str();
  verb.add_option("--layout", options.layout, "only sequence, grid or pip");
  verb.add_option("--images", options.images, "only with so many images");
  verb.add_option("--rule", options.rule, "only what this rule decided, such as attention");
  verb.add_option("--decided-by", options.decidedBy,
                  "only what this other review decided, such as anna or anna:2; not how");
  verb.add_option("--sample", options.sample,
                  "draw so many over layouts and numbers of images; 0: all")
      ->capture_default_str();
  verb.add_option("--seed", options.seed, "of that draw and of the random order")
      ->capture_default_str();
  verb.add_flag("--near-misses", options.nearMisses, "answers that the rule left out as well");
}

void addAudit(CLI::App& app, Context& context) {
  CLI::App* audit =
      addVerb(app, context, "audit",
              "A person's judgement over the automatic pairs: lists, decides, compares, exports",
              "mia audit list --order least-certain\n  mia audit decide 12 accept\n"
              "  mia audit export --out audited");
  audit->require_subcommand(1);
  addDeciding(*audit, context);
  addReports(*audit, context);
  addAuditFiles(*audit, context);
}

}  // namespace mia::cli
