// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/evaluate.h"

#include <unordered_map>

#include "curation/model_identity.h"
#include "run/answers.h"

namespace mia::curation {
namespace {

ArmComparison compareArm(const run::Bundle& bundle, const std::vector<std::optional<bool>>& before,
                         const std::vector<std::optional<bool>>& after) {
  ArmComparison comparison;
  std::vector<evaluation::Outcome> outcomes;
  for (std::size_t i = 0; i < bundle.samples.size(); ++i) {
    if (!before[i] || !after[i]) {
      ++comparison.unanswered;
      continue;
    }
    const LayoutRecipe& recipe = bundle.samples[i].sample.recipe;
    outcomes.push_back({recipe.kind, recipe.imageCount, *before[i], *after[i]});
  }
  comparison.rows = evaluation::compare(outcomes);
  return comparison;
}

}  // namespace

Verdicts judgeArms(const run::RunDirectory& run, const run::Bundle& bundle, WrongRule rule) {
  std::unordered_map<SampleId, std::size_t> places;
  for (std::size_t i = 0; i < bundle.samples.size(); ++i) places[bundle.samples[i].sample.id] = i;
  Verdicts arms;
  for (const run::Arm& arm : run.manifest().arms) arms[arm.name].resize(bundle.samples.size());
  run::readAnswers(run.answers(), run.attention(), false, [&](run::Answer&& answer) {
    const auto place = places.find(answer.candidate.sample);
    const auto arm = arms.find(answer.arm);
    if (place == places.end() || arm == arms.end()) {
      throw Error(ErrorKind::kBadInput,
                  run.answers().string() + " holds an answer that its run did not ask for");
    }
    const std::string& truth = bundle.samples[place->second].sample.answer;
    arm->second[place->second] = !isWrong(rule, answer.candidate.text, truth);
  });
  return arms;
}

PreparedRun prepareEvaluate(Project& project, const EvaluateRequest& request) {
  run::check(request.config);
  if (request.arms.size() < 2)
    throw Error(ErrorKind::kUsage, "An evaluation compares at least two models");
  const std::vector<SampleId> samples =
      storage::SampleReader(project.database()).ids(request.samples);
  if (samples.empty()) {
    throw Error(ErrorKind::kUsage, "This project has no held-out samples",
                "Make some with `mia compose --split held-out`");
  }
  run::RunManifest manifest = manifestFor(project, run::RunKind::kEvaluate, request.model, "");
  manifest.arms = request.arms;
  for (run::Arm& arm : manifest.arms) {
    if (arm.adapter.empty()) continue;
    arm.adapter = std::filesystem::absolute(arm.adapter).lexically_normal().string();
    manifest.modelHash += "+" + modelHash(arm.adapter, project.cacheFolder());
  }
  manifest.config = run::configToJson(request.config);
  return prepare(project, manifest, bundleOf(project, samples));
}

std::vector<ArmComparison> compareArms(const run::RunDirectory& run, WrongRule rule) {
  const run::Bundle bundle = run::readBundle(run.bundle());
  const Verdicts verdicts = judgeArms(run, bundle, rule);
  const std::vector<run::Arm>& arms = run.manifest().arms;
  std::vector<ArmComparison> comparisons;
  for (std::size_t i = 1; i < arms.size(); ++i) {
    ArmComparison comparison =
        compareArm(bundle, verdicts.at(arms.front().name), verdicts.at(arms[i].name));
    comparison.before = arms.front().name;
    comparison.after = arms[i].name;
    comparisons.push_back(std::move(comparison));
  }
  return comparisons;
}

}  // namespace mia::curation
