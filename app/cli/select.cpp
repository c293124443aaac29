// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/select.h"

#include <cstdio>

#include "app/cli/rule_options.h"
#include "app/cli/verbs.h"
#include "app/cli/work.h"

namespace mia::cli {
namespace {

struct SelectOptions {
  selection::Rule rule;
  std::string criterion = "attention";
  std::string wrong = "normalised";
  std::string layers;
  std::vector<std::string> thresholds;
  std::string run;
  bool explain = false;
};

// "2" or "10-20".
void readLayers(const std::string& text, selection::Rule& rule) {
  if (text.empty()) return;
  int first = 0, last = 0;
  char rest = 0;
  if (std::sscanf(text.c_str(), "%d-%d%c", &first, &last, &rest) != 2) {
    if (std::sscanf(text.c_str(), "%d%c", &first, &rest) != 1) {
      throw Error(ErrorKind::kUsage, "\"" + text + "\" is not a layer or a range of layers",
                  "Write 16 or 10-20");
    }
    last = first;
  }
  rule.firstLayer = first;
  rule.lastLayer = last;
}

curation::SelectRequest requestFrom(const SelectOptions& options) {
  curation::SelectRequest request;
  request.rule = options.rule;
  request.rule.criterion = selection::criterionFromString(options.criterion);
  request.rule.wrong = wrongRuleFromString(options.wrong);
  readLayers(options.layers, request.rule);
  for (const std::string& threshold : options.thresholds) readThreshold(threshold, request.rule);
  if (!options.run.empty()) request.run = options.run;
  return request;
}

std::string nameOf(const std::pair<LayoutKind, int>& group) {
  return std::string(toString(group.first)) + " " + std::to_string(group.second);
}

void select(const Context& context, const SelectOptions& options) {
  curation::Project project = openProject(context);
  ProgressLine line;
  const auto summary = curation::select(project, requestFrom(options), workContext(line));
  line.finish();
  Json layouts = Json::array();
  std::string words = "Selection " + std::to_string(summary.id.value) + ": " +
                      withGroups(summary.selected) + " pairs from " +
                      withGroups(summary.candidates) + " answers.\n";
  for (const auto& [group, counts] : summary.byLayout) {
    layouts.push_back({{"layout", toString(group.first)},
                       {"images", group.second},
                       {"selected", counts.first},
                       {"answers", counts.second}});
    words += "  " + nameOf(group) + ": " + withGroups(counts.first) + " of " +
             withGroups(counts.second) + "\n";
  }
  words += "By verdict:\n";
  for (const auto& [rule, count] : summary.byRule)
    words += "  " + rule + ": " + withGroups(count) + "\n";
  report(context,
         {{"selection", summary.id.value},
          {"answers", summary.candidates},
          {"selected", summary.selected},
          {"by_verdict", summary.byRule},
          {"by_layout", layouts}},
         words);
}

Json toJson(const selection::Auc& auc) {
  return {{"auc", auc.value},
          {"low", auc.low},
          {"high", auc.high},
          {"wrong", auc.positives},
          {"right", auc.negatives}};
}

std::string toText(const selection::Auc& auc) {
  char text[64];
  std::snprintf(text, sizeof text, "%.3f (%.3f to %.3f)", auc.value, auc.low, auc.high);
  return text;
}

void explain(const Context& context, const SelectOptions& options) {
  curation::Project project = openProject(context);
  ProgressLine line;
  const auto request = requestFrom(options);
  const auto reports =
      curation::explainLayers(project, request.rule.wrong, request.run, workContext(line));
  line.finish();
  if (reports.empty())
    throw Error(ErrorKind::kNotFound, "There are no answers with attention",
                "Run `mia generate` first");
  Json json = Json::array();
  std::string words =
      "How well a low share on the target predicts a wrong answer: AUC (95 % interval);\n"
      "0.5 is chance. All layouts, each ranked within itself:\n";
  for (const auto& layer : reports) {
    Json groups = Json::array();
    words += "  layer " + std::to_string(layer.layer) + "  " + toText(layer.all) + "\n";
    for (const auto& [group, auc] : layer.byLayout) {
      Json entry = toJson(auc);
      entry["layout"] = toString(group.first);
      entry["images"] = group.second;
      groups.push_back(entry);
      words += "      " + nameOf(group) + "  " + toText(auc) + "  (" +
               withGroups(static_cast<std::int64_t>(auc.positives)) + " wrong, " +
               withGroups(static_cast<std::int64_t>(auc.negatives)) + " right)\n";
    }
    Json entry = toJson(layer.all);
    entry["layer"] = layer.layer;
    entry["by_layout"] = groups;
    json.push_back(entry);
  }
  report(context, {{"layers", json}}, words);
}

}  // namespace

void addSelect(CLI::App& app, Context& context) {
  CLI::App* verb = addVerb(app, context, "select",
                           "Makes pairs of the answers by the attention-aware rule; needs no "
                           "inference, may be done again",
                           "mia select --layers 16 --threshold sequence:3=0.65 --wrong string");
  const auto options = std::make_shared<SelectOptions>();
  selection::Rule& rule = options->rule;
  verb->add_option("--rule", options->criterion, "attention, any-wrong or distractor")
      ->capture_default_str();
  verb->add_option(
          "--wrong", options->wrong,
          "normalised (case, punctuation and articles do not count) or string (the paper's)")
      ->capture_default_str();
  verb->add_option("--layers", options->layers,
                   "the deciding layer, or a range such as 10-20 (default: the middle one)");
  verb->add_option("--threshold", options->thresholds,
                   "LAYOUT[:IMAGES]=SHARE, may be repeated (default: the paper's)");
  verb->add_flag("--paper-share", rule.paperShare,
                 "shares by the paper's approximate regions instead of the exact ones");
  verb->add_option("--min-perplexity", rule.minPerplexity, "perplexity must be above this")
      ->capture_default_str();
  verb->add_option("--max-length-ratio", rule.maxLengthRatio, "longer / shorter answer at most")
      ->capture_default_str();
  verb->add_option("--min-edit-distance", rule.minEditDistance,
                   "share of characters that must differ")
      ->capture_default_str();
  verb->add_option("--max-ground-truth", rule.maxGroundTruth,
                   "ground truths of so many characters are left out")
      ->capture_default_str();
  verb->add_option("--per-sample", rule.perSample, "pairs a sample may give")
      ->capture_default_str();
  verb->add_option("--max-pairs", rule.maxPairs, "draw so many; 0: all")->capture_default_str();
  verb->add_option("--seed", rule.seed, "of that draw")->capture_default_str();
  verb->add_option("--run", options->run, "only the answers of this generate run");
  verb->add_flag("--explain", options->explain,
                 "show how well each layer's share predicts a wrong answer, select nothing");
  verb->callback([&context, options] {
    options->explain ? explain(context, *options) : select(context, *options);
  });
}

}  // namespace mia::cli
