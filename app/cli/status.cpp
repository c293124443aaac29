// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/status.h"

#include <iostream>

#include "app/cli/verbs.h"
#include "app/cli/work.h"

namespace mia::cli {
namespace {

using curation::ProjectStatus;

std::string toText(const ProjectStatus::SourceStatus& status) {
  const Source& source = status.source;
  std::string words = "  " + source.file + " (" + toString(source.state) +
                      "): " + withGroups(source.rowsDone) + " rows, " +
                      withGroups(status.questions) + " questions";
  for (const auto& [reason, rows] : status.quarantined) {
    words += ", " + withGroups(rows) + " " + toString(reason);
  }
  if (!source.words.empty()) words += "\n    " + source.words;
  return words + "\n";
}

std::string toText(const ProjectStatus::SelectionStatus& status) {
  std::int64_t selected = 0, all = 0;
  for (const auto& count : status.counts) {
    all += count.pairs;
    if (count.status == PairStatus::kSelected) selected += count.pairs;
  }
  return "  " + std::to_string(status.selection.id.value) + " by " + status.selection.rule + ", " +
         status.selection.created + ": " + withGroups(selected) + " pairs of " + withGroups(all) +
         " answers\n";
}

std::string toText(const ProjectStatus::AuditStatus& audit) {
  const curation::OutcomeCounts& counts = audit.outcomes;
  std::string words = "Audit\n  " + withGroups(counts.reviewed()) + " of " +
                      withGroups(counts.pairs) + " pairs of selection " +
                      std::to_string(audit.selection.value) +
                      " reviewed: " + withGroups(counts.accepted) + " accepted, " +
                      withGroups(counts.rejected) + " rejected, " + withGroups(counts.disputed) +
                      " disputed; " + withGroups(counts.left()) + " left\n";
  for (const auto& [review, progress] : audit.reviews) {
    words += "  " + toString(review) + ": " + withGroups(progress.done()) + " reviewed, " +
             withGroups(progress.accepted) + " accepted, " + withGroups(progress.rejected) +
             " rejected\n";
  }
  return words;
}

std::string toText(const ProjectStatus& status) {
  std::string words = "Sources\n";
  for (const auto& source : status.sources) words += toText(source);
  words += withGroups(status.images) + " images, " + withGroups(status.questions) +
           " questions\nSamples\n";
  for (const auto& count : status.samples) {
    words += "  " + std::string(toString(count.layout)) + " of " +
             std::to_string(count.imageCount) + ", " + toString(count.split) + ": " +
             withGroups(count.samples) + "\n";
  }
  words += "Runs\n";
  for (const auto& run : status.runs) {
    words += "  " + run.manifest.id + ": " + toString(run.state);
    if (run.answers > 0) words += ", " + withGroups(run.answers) + " answers";
    words += "\n";
  }
  words += "Selections\n";
  for (const auto& selection : status.selections) words += toText(selection);
  if (status.audit) words += toText(*status.audit);
  const std::string next = nextStep(status);
  return words + (next.empty() ? "" : "Next: " + next + "\n");
}

void listQuarantine(const Context& context, const std::string& reasonCode) {
  curation::Project project = openProject(context);
  std::optional<QuarantineReason> reason;
  if (!reasonCode.empty()) reason = quarantineReasonFromString(reasonCode);
  Json rows = Json::array();
  curation::forEachQuarantined(
      project, reason, [&](const QuarantinedRow& row, const std::string& file) {
        if (context.json) {
          rows.push_back({{"file", file},
                          {"row", row.row},
                          {"id", row.recordId},
                          {"reason", toString(row.reason)},
                          {"words", row.words}});
        } else {
          std::cout << file << ", row " << row.row << " (id \"" << row.recordId
                    << "\"): " << toString(row.reason) << ": " << row.words << '\n';
        }
      });
  if (context.json) report(context, {{"quarantined", rows}}, "");
}

void status(const Context& context) {
  curation::Project project = openProject(context);
  const ProjectStatus found = statusOf(project);
  report(context, toJson(found), toText(found));
}

}  // namespace

void addStatus(CLI::App& app, Context& context) {
  struct Options {
    bool quarantine = false;
    std::string reason;
  };
  CLI::App* verb = addVerb(app, context, "status", "Tells where a project stands",
                           "mia status --quarantine --reason missing-image");
  const auto options = std::make_shared<Options>();
  auto* quarantine =
      verb->add_flag("--quarantine", options->quarantine,
                     "list the rows that could not be used, with file, row (from 0) and reason");
  verb->add_option("--reason", options->reason, "only this reason, such as missing-image")
      ->needs(quarantine);
  verb->callback([&context, options] {
    options->quarantine ? listQuarantine(context, options->reason) : status(context);
  });
}

}  // namespace mia::cli
