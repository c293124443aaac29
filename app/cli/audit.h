// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "app/cli/verbs.h"
#include "curation/review_book.h"

namespace mia::cli {

/// Who reviews, and in which round.
struct ReviewOptions {
  std::string reviewer;  ///< "": defaultReviewer()
  int round = 1;
  Review review() const;
};

void addReviewOptions(CLI::App& verb, ReviewOptions& options);

/// "anna" or "anna:2". Error kUsage.
Review readReview(const std::string& text);

/// Which pairs, in which order.
struct QueueOptions {
  std::int64_t selection = 0;
  std::string order = "least-certain";
  std::string show = "undecided";
  std::string layout;
  int images = 0;
  std::string rule;
  std::string decidedBy;
  std::int64_t sample = 0;
  std::uint64_t seed = 1;
  bool nearMisses = false;
  curation::QueueQuery query(const Review& review) const;
};

void addQueueOptions(CLI::App& verb, QueueOptions& options);

/// The option --selection, 0 for the newest.
void addSelectionOption(CLI::App& verb, std::int64_t& selection);

// The parts of `mia audit`, each with its subverbs.
void addDeciding(CLI::App& audit, Context& context);
void addReports(CLI::App& audit, Context& context);
void addAuditFiles(CLI::App& audit, Context& context);

}  // namespace mia::cli
