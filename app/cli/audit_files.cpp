// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/audit.h"
#include "app/cli/export.h"
#include "app/cli/rule_options.h"
#include "app/cli/work.h"
#include "curation/journal_file.h"
#include "curation/review_merge.h"
#include "curation/review_thresholds.h"

namespace mia::cli {
namespace {

struct MergeOptions {
  std::string other;
};

void merge(const Context& context, const MergeOptions& options) {
  curation::Project project = openProject(context);
  ProgressLine line;
  const auto summary = curation::mergeJournal(project, options.other, workContext(line));
  line.finish();
  std::string words = withGroups(summary.added) + " decisions were taken over, " +
                      withGroups(summary.known) + " were known.";
  if (summary.unmatched > 0) {
    words +=
        " " + withGroups(summary.unmatched) + " are about answers that this project does not have.";
  }
  if (summary.disputed > 0) {
    words +=
        " Reviews disagree on " + withGroups(summary.disputed) + " pairs: `mia audit disputes`.";
  }
  report(context,
         {{"entries", summary.entries},
          {"added", summary.added},
          {"known", summary.known},
          {"unmatched", summary.unmatched},
          {"disputed", summary.disputed}},
         words);
}

struct WhatIfOptions {
  std::int64_t selection = 0;
  std::vector<std::string> thresholds;
  std::optional<double> minPerplexity, maxLengthRatio, minEditDistance;
  std::size_t examples = 12;
  bool apply = false;
};

selection::Rule changedRule(const curation::ThresholdLens& lens, const WhatIfOptions& options) {
  selection::Rule rule = lens.rule();
  for (const std::string& threshold : options.thresholds) readThreshold(threshold, rule);
  rule.minPerplexity = options.minPerplexity.value_or(rule.minPerplexity);
  rule.maxLengthRatio = options.maxLengthRatio.value_or(rule.maxLengthRatio);
  rule.minEditDistance = options.minEditDistance.value_or(rule.minEditDistance);
  return rule;
}

Json idsOf(const std::vector<PairId>& pairs) {
  Json ids = Json::array();
  for (const PairId pair : pairs) ids.push_back(pair.value);
  return ids;
}

void whatIf(const Context& context, const WhatIfOptions& options) {
  curation::Project project = openProject(context);
  const curation::ThresholdLens lens(project.database(), SelectionId{options.selection});
  const selection::Rule rule = changedRule(lens, options);
  const curation::WhatIf result = lens.ask(rule, options.examples);
  Json json = {{"selection", lens.selection().value},
               {"selected", result.selected},
               {"added", result.added},
               {"removed", result.removed},
               {"added_examples", idsOf(result.addedExamples)},
               {"removed_examples", idsOf(result.removedExamples)},
               {"by_layout", Json::array()}};
  std::string words = withGroups(result.selected) + " pairs: " + withGroups(result.added) +
                      " more, " + withGroups(result.removed) + " fewer.\n";
  for (const auto& [group, flips] : result.byGroup) {
    json["by_layout"].push_back({{"layout", toString(group.first)},
                                 {"images", group.second},
                                 {"added", flips.first},
                                 {"removed", flips.second}});
    words += "  " + std::string(toString(group.first)) + " " + std::to_string(group.second) +
             ": +" + withGroups(flips.first) + " -" + withGroups(flips.second) + "\n";
  }
  if (options.apply) {
    ProgressLine line;
    const auto made = curation::select(project, lens.request(rule), workContext(line));
    line.finish();
    json["applied"] = made.id.value;
    words += "It is selection " + std::to_string(made.id.value) +
             " now; decisions hold where it judges the same answers.\n";
  }
  report(context, json, words);
}

struct AuditExportOptions {
  std::string format = "mia-dpo";
  std::string out;
  std::int64_t selection = 0;
  std::string review;
};

void exportAccepted(const Context& context, const AuditExportOptions& options) {
  curation::ExportRequest request{curation::pairFormatFromString(options.format),
                                  options.out,
                                  SelectionId{options.selection},
                                  curation::PairSource::kAccepted,
                                  {}};
  if (!options.review.empty()) request.review = readReview(options.review);
  exportPairs(context, request);
}

struct JournalOptions {
  std::string out;
};

void sendJournal(const Context& context, const JournalOptions& options) {
  curation::Project project = openProject(context);
  ProgressLine line;
  const std::int64_t written = curation::writeJournal(project, options.out, workContext(line));
  line.finish();
  report(context, {{"file", options.out}, {"decisions", written}},
         withGroups(written) + " decisions are in " + options.out +
             "; `mia audit merge` takes them over in another copy of the project.");
}

}  // namespace

void addAuditFiles(CLI::App& audit, Context& context) {
  CLI::App* verb = addVerb(audit, context, "merge",
                           "Takes over the decisions of another copy of the project; repeatable",
                           "mia audit merge ../project-of-ben\n  mia audit merge ben.jsonl");
  const auto merging = std::make_shared<MergeOptions>();
  verb->add_option("other", merging->other,
                   "the other project's folder, or a file of `mia audit journal`; it is only read")
      ->required();
  verb->callback([&context, merging] { merge(context, *merging); });

  verb = addVerb(audit, context, "journal",
                 "Writes every decision to a file that another copy of the project can take over",
                 "mia audit journal --out anna.jsonl");
  const auto sending = std::make_shared<JournalOptions>();
  verb->add_option("--out", sending->out, "the file to write; one that is there is replaced")
      ->required();
  verb->callback([&context, sending] { sendJournal(context, *sending); });

  verb = addVerb(audit, context, "what-if",
                 "Which pairs other thresholds would add and remove, from the stored answers",
                 "mia audit what-if --threshold sequence:3=0.65 --min-perplexity 1.2 --apply");
  const auto asking = std::make_shared<WhatIfOptions>();
  addSelectionOption(*verb, asking->selection);
  verb->add_option("--threshold", asking->thresholds,
                   "LAYOUT[:IMAGES]=SHARE, may be repeated (default: the selection's)");
  verb->add_option("--min-perplexity", asking->minPerplexity, "perplexity must be above this");
  verb->add_option("--max-length-ratio", asking->maxLengthRatio, "longer / shorter answer at most");
  verb->add_option("--min-edit-distance", asking->minEditDistance,
                   "share of characters that must differ");
  verb->add_option("--examples", asking->examples, "name so many pairs of each kind")
      ->capture_default_str();
  verb->add_flag("--apply", asking->apply, "make it a new selection; decisions stay");
  verb->callback([&context, asking] { whatIf(context, *asking); });

  verb = addVerb(audit, context, "export",
                 "Writes the accepted pairs, edits and swaps applied, with a data card",
                 "mia audit export --format llama-factory --out audited");
  const auto exporting = std::make_shared<AuditExportOptions>();
  verb->add_option("--format", exporting->format, "mia-dpo or llama-factory")
      ->capture_default_str();
  verb->add_option("--out", exporting->out, "the folder to write; is made")->required();
  addSelectionOption(*verb, exporting->selection);
  verb->add_option("--review", exporting->review,
                   "what this review accepted, such as anna:2 (default: what all reviews together "
                   "accepted)");
  verb->callback([&context, exporting] { exportAccepted(context, *exporting); });
}

}  // namespace mia::cli
