// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/comparison.h"
#include "app/cli/verbs.h"
#include "app/cli/work.h"
#include "curation/report.h"

namespace mia::cli {
namespace {

struct CompareOptions {
  std::string run;
  std::string arm;
  std::string wrong = "normalised";
  std::string group;
  std::string change;
  std::int64_t limit = 20;
  std::string report;
  bool list = false;
};

void listEvaluations(const Context& context) {
  Json list = Json::array();
  std::string words;
  for (const auto& status : curation::evaluations(context.project)) {
    std::string arms;
    for (const run::Arm& arm : status.manifest.arms) {
      arms += (arms.empty() ? "" : " | ") + arm.name;
    }
    list.push_back({{"run", status.manifest.id},
                    {"created", status.manifest.created},
                    {"state", toString(status.state)},
                    {"arms", arms},
                    {"samples", status.samples},
                    {"problem", status.problem}});
    words += status.manifest.id + "  " + arms + "  " + withGroups(status.samples) + " samples  " +
             toString(status.state) + (status.problem.empty() ? "" : ": " + status.problem) + "\n";
  }
  report(context, {{"evaluations", list}},
         words.empty() ? "No evaluations yet; `mia evaluate` makes one." : words);
}

const curation::ArmComparison& chosenArm(const std::vector<curation::ArmComparison>& all,
                                         const std::string& name) {
  std::string known;
  for (const auto& comparison : all) {
    if (name.empty() || comparison.after == name) return comparison;
    known += (known.empty() ? "" : ", ") + comparison.after;
  }
  throw Error(ErrorKind::kUsage, "The evaluation has no arm \"" + name + "\"", "Known: " + known);
}

const evaluation::ComparisonRow& chosenRow(const curation::ArmComparison& comparison,
                                           const std::string& group) {
  std::string known;
  for (const auto& row : comparison.rows) {
    if (row.group == group) return row;
    known += (known.empty() ? "" : ", ") + row.group;
  }
  throw Error(ErrorKind::kUsage, "The table has no line \"" + group + "\"", "Known: " + known);
}

void showSamples(const Context& context, const run::RunDirectory& run,
                 const CompareOptions& options) {
  const auto all = curation::compareArms(run, wrongRuleFromString(options.wrong));
  const curation::ArmComparison& comparison = chosenArm(all, options.arm);
  const evaluation::ComparisonRow& row =
      chosenRow(comparison, options.group.empty() ? "all multi-image" : options.group);
  std::optional<curation::Change> change;
  if (!options.change.empty()) change = curation::changeFromString(options.change);
  const auto behind = curation::samplesBehind(comparison, row, change);
  Json samples = Json::array();
  std::string words = withGroups(static_cast<std::int64_t>(behind.size())) + " samples of " +
                      row.group + (change ? ", " + options.change : "") + "\n";
  for (const std::size_t index : behind) {
    const curation::ComparedSample& sample = comparison.samples[index];
    if (options.limit > 0 && static_cast<std::int64_t>(samples.size()) == options.limit) {
      words += "… --limit 0 lists all of them.\n";
      break;
    }
    samples.push_back({{"sample", sample.sample.value},
                       {"layout", mia::toString(sample.layout)},
                       {"images", sample.images},
                       {"question", sample.question},
                       {"ground_truth", sample.truth},
                       {"before", sample.before},
                       {"after", sample.after},
                       {"change", curation::toString(sample.change)}});
    words += "\n" + std::to_string(sample.sample.value) + "  " + curation::toString(sample.change) +
             "  " + sample.question + "\n  truth   " + sample.truth + "\n  before  " +
             sample.before + "\n  after   " + sample.after + "\n";
  }
  report(context,
         {{"run", run.manifest().id},
          {"group", row.group},
          {"in_all", behind.size()},
          {"samples", std::move(samples)}},
         words);
}

void compare(const Context& context, const CompareOptions& options) {
  if (options.list) {
    listEvaluations(context);
    return;
  }
  curation::Project project = openProject(context);
  const WrongRule wrong = wrongRuleFromString(options.wrong);
  const curation::ReportSource source =
      curation::reportSource(project.database(), project.folder(), options.run);
  if (!options.report.empty()) {
    ProgressLine line;
    curation::writeReport(source, {.wrong = wrong}, options.report, workContext(line));
  }
  if (!options.group.empty() || !options.change.empty()) {
    showSamples(context, source.run, options);
    return;
  }
  const Comparison comparison = comparisonOf(source.run, wrong);
  report(context, comparison.json, comparison.words);
}

}  // namespace

Comparison comparisonOf(const run::RunDirectory& evaluation, WrongRule wrong) {
  Comparison shown;
  shown.json = {{"run", evaluation.manifest().id}, {"comparisons", Json::array()}};
  for (const auto& comparison : curation::compareArms(evaluation, wrong)) {
    shown.json["comparisons"].push_back({{"before", comparison.before},
                                         {"after", comparison.after},
                                         {"unanswered", comparison.unanswered},
                                         {"rows", evaluation::toJson(comparison.rows)}});
    shown.words +=
        comparison.before + " | " + comparison.after + "\n" + evaluation::toText(comparison.rows);
    if (comparison.unanswered > 0)
      shown.words += withGroups(comparison.unanswered) + " samples went unanswered.\n";
  }
  return shown;
}

void addCompare(CLI::App& app, Context& context) {
  CLI::App* verb = addVerb(
      app, context, "compare",
      "Shows an evaluation again: its table, the samples behind a line of it, a report",
      "mia compare --group 'sequence 3' --change worse\n  mia compare --report before-after.html");
  const auto options = std::make_shared<CompareOptions>();
  verb->add_flag("--list", options->list, "list the evaluations of the project");
  verb->add_option("--run", options->run, "of this evaluation (default: the newest finished one)");
  verb->add_option("--arm", options->arm, "samples: of this arm (default: the second)");
  verb->add_option("--wrong", options->wrong,
                   "normalised or string: when an answer counts as wrong")
      ->capture_default_str();
  verb->add_option("--group", options->group,
                   "list the samples behind this line of the table, such as 'sequence 3'");
  verb->add_option("--change", options->change,
                   "only those that got better or worse, or are both-right or both-wrong");
  verb->add_option("--limit", options->limit, "list at most so many samples; 0: all")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  verb->add_option("--report", options->report,
                   "write the table and samples with pictures to this file, FILE.html");
  verb->callback([&context, options] { compare(context, *options); });
}

}  // namespace mia::cli
