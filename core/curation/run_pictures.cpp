// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/run_pictures.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>

#include "base/figures.h"
#include "imaging/encode.h"
#include "imaging/image_processor.h"
#include "imaging/plot.h"
#include "imaging/render.h"
#include "imaging/sheet.h"
#include "run/answers.h"
#include "run/bundle.h"
#include "run/events.h"

namespace mia::curation {
namespace {

struct Answered {
  std::map<std::string, run::Answer> byArm;
};

// A metric over the steps; what is missing or not finite is a gap.
imaging::Series seriesOf(const std::vector<run::Event>& events, const char* metric) {
  imaging::Series series;
  // "rewards/margins" stands under the title "Rewards".
  series.name = std::string(metric).substr(std::string(metric).rfind('/') + 1);
  for (const run::Event& event : events) {
    if (event.type != "metrics") continue;
    series.x.push_back(require<double>(event.fields, "step", "a metrics event"));
    const auto value = event.fields.find(metric);
    const bool known = value != event.fields.end() && value->is_number();
    series.y.push_back(known ? value->get<double>() : std::numeric_limits<double>::quiet_NaN());
  }
  return series;
}

imaging::Plot plotOf(const std::vector<run::Event>& events, const char* title, const char* unit,
                     const std::vector<const char*>& metrics) {
  imaging::Plot plot;
  plot.title = title;
  plot.xLabel = "step";
  plot.yLabel = unit;
  for (const char* metric : metrics) plot.series.push_back(seriesOf(events, metric));
  return plot;
}

std::string verdict(const run::BundleSample& entry, const selection::Rule& rule, double share) {
  const LayoutRecipe& recipe = entry.sample.recipe;
  if (recipe.kind == LayoutKind::kSingle) return "one image: nowhere else to look";
  const double threshold = rule.threshold(recipe.kind, recipe.imageCount);
  const int decimals = decimalsApart(share * 100, threshold * 100);
  return percent(share, decimals) + " on the target, threshold " + percent(threshold, decimals) +
         (missedTarget(recipe.kind, share, threshold) ? ": looked elsewhere" : ": looked at it");
}

/// Draws the answers of one sample.
class SampleSheet {
 public:
  SampleSheet(const std::filesystem::path& model, const selection::Rule& rule)
      : processor_(imaging::ImageProcessor::load(model)),
        patchSize_(patchSizeOf(model)),
        rule_(rule) {}

  imaging::SheetSample of(const run::BundleSample& entry, const std::vector<run::Arm>& arms,
                          Answered& answered, const imaging::HeatScale& scale) const {
    const Sample& sample = entry.sample;
    imaging::SheetSample sheet;
    sheet.title = std::string(mia::toString(sample.recipe.kind)) + " of " +
                  std::to_string(sample.recipe.imageCount) + ", sample " +
                  std::to_string(sample.id.value);
    const std::size_t question = sample.prompt.rfind('\n');
    sheet.question =
        question == std::string::npos ? sample.prompt : sample.prompt.substr(question + 1);
    sheet.truth = sample.answer;
    sheet.target = sample.recipe.targetIndex;
    const std::vector<std::filesystem::path> files(entry.files.begin(), entry.files.end());
    const imaging::RenderedSample rendered = imaging::renderSample(sample.recipe, files);
    for (std::size_t i = 0; i < 2; ++i) {
      sheet.answers.push_back(
          answerOf(entry, arms[i].name, answered.byArm.at(arms[i].name), rendered, scale));
    }
    return sheet;
  }

 private:
  static int patchSizeOf(const std::filesystem::path& model) {
    const std::filesystem::path file = model / "config.json";
    const Json vision = require<Json>(readJsonFile(file), "vision_config", file.string());
    return require<int>(vision, "patch_size", file.string());
  }

  imaging::SheetAnswer answerOf(const run::BundleSample& entry, const std::string& arm,
                                const run::Answer& answer, const imaging::RenderedSample& rendered,
                                const imaging::HeatScale& scale) const {
    const Candidate& candidate = answer.candidate;
    imaging::SheetAnswer sheet;
    sheet.model = arm;
    sheet.text = candidate.text;
    sheet.right = !isWrong(rule_.wrong, candidate.text, entry.sample.answer);
    const double share = selection::targetShare(rule_, entry.sample, candidate);
    for (const LayerAttention& layer : candidate.attention) {
      if (layer.layer != rule_.firstLayer) continue;
      sheet.shares = layer.shares;
      sheet.elsewhere = layer.elsewhere;
    }
    const LayoutRecipe& recipe = entry.sample.recipe;
    if (recipe.kind != LayoutKind::kSingle)
      sheet.threshold = rule_.threshold(recipe.kind, recipe.imageCount);
    sheet.verdict = verdict(entry, rule_, share);
    for (std::size_t i = 0; i < rendered.pictures.size(); ++i) {
      sheet.pictures.push_back(rendered.pictures[i]);
      for (const AttentionMap& map : answer.maps) {
        if (map.layer != rule_.firstLayer || map.picture != static_cast<int>(i)) continue;
        const auto view = processor_.view(rendered.canvases[i].size);
        sheet.pictures.back() =
            imaging::overlayHeatmap(rendered.pictures[i], map, view, patchSize_, scale);
      }
    }
    return sheet;
  }

  imaging::ImageProcessor processor_;
  int patchSize_;
  const selection::Rule& rule_;
};

// The samples to show: per layout and number of images those that got better first.
std::vector<std::size_t> choose(const run::Bundle& bundle, const std::vector<run::Arm>& arms,
                                const std::map<std::int64_t, Answered>& answers, WrongRule wrong,
                                int perLayout) {
  std::map<std::pair<LayoutKind, int>, std::vector<std::pair<bool, std::size_t>>> groups;
  for (std::size_t i = 0; i < bundle.samples.size(); ++i) {
    const Sample& sample = bundle.samples[i].sample;
    const auto known = answers.find(sample.id.value);
    if (sample.recipe.kind == LayoutKind::kSingle || known == answers.end() ||
        known->second.byArm.size() < 2)
      continue;
    const auto wrongBy = [&](const run::Arm& arm) {
      const auto answer = known->second.byArm.find(arm.name);
      return answer != known->second.byArm.end() &&
             isWrong(wrong, answer->second.candidate.text, sample.answer);
    };
    const bool better = wrongBy(arms[0]) && !wrongBy(arms[1]);
    groups[{sample.recipe.kind, sample.recipe.imageCount}].push_back({!better, i});
  }
  std::vector<std::size_t> chosen;
  for (auto& [group, samples] : groups) {
    std::stable_sort(samples.begin(), samples.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < samples.size() && i < static_cast<std::size_t>(perLayout); ++i) {
      chosen.push_back(samples[i].second);
    }
  }
  return chosen;
}

std::map<std::int64_t, Answered> readArms(const run::RunDirectory& run, const run::Arm& first,
                                          const run::Arm& second) {
  std::map<std::int64_t, Answered> answers;
  run::readAnswers(run.answers(), run.attention(), true, [&](run::Answer&& answer) {
    if (answer.arm != first.name && answer.arm != second.name) return;
    answers[answer.candidate.sample.value].byArm[answer.arm] = std::move(answer);
  });
  return answers;
}

imaging::HeatScale commonScale(const run::Bundle& bundle, const std::vector<std::size_t>& chosen,
                               const std::map<std::int64_t, Answered>& answers, int layer) {
  std::vector<AttentionMap> maps;
  for (const std::size_t i : chosen) {
    for (const auto& [arm, answer] : answers.at(bundle.samples[i].sample.id.value).byArm) {
      std::copy_if(answer.maps.begin(), answer.maps.end(), std::back_inserter(maps),
                   [layer](const AttentionMap& map) { return map.layer == layer; });
    }
  }
  return imaging::sharedScale(maps);
}

}  // namespace

void drawTraining(const run::RunDirectory& training, const std::filesystem::path& png) {
  const std::vector<run::Event> events = run::EventReader(training.events()).poll();
  imaging::writePicture(
      png,
      imaging::drawPlots({plotOf(events, "Loss", "", {"loss", "nll_loss"}),
                          plotOf(events, "Rewards", "beta x log-ratio",
                                 {"rewards/chosen", "rewards/rejected", "rewards/margins"}),
                          plotOf(events, "Accuracy of the preference", "", {"rewards/accuracies"})},
                         560, 420));
}

void drawComparison(const run::RunDirectory& evaluation, const selection::Rule& rule, int perLayout,
                    const std::filesystem::path& png) {
  const std::vector<run::Arm>& arms = evaluation.manifest().arms;
  const run::Bundle bundle = run::readBundle(evaluation.bundle());
  std::map<std::int64_t, Answered> answers = readArms(evaluation, arms.at(0), arms.at(1));
  const std::vector<std::size_t> chosen = choose(bundle, arms, answers, rule.wrong, perLayout);
  const imaging::HeatScale scale = commonScale(bundle, chosen, answers, rule.firstLayer);
  const SampleSheet sheet(evaluation.manifest().model, rule);
  std::vector<imaging::SheetSample> samples;
  for (const std::size_t i : chosen) {
    const run::BundleSample& entry = bundle.samples[i];
    samples.push_back(sheet.of(entry, arms, answers.at(entry.sample.id.value), scale));
  }
  imaging::writePicture(
      png, imaging::drawSheet("Where the model looked, " + arms[0].name + " and " + arms[1].name +
                                  " training, layer " + std::to_string(rule.firstLayer),
                              samples, scale));
}

}  // namespace mia::curation
