// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/evaluate.h"

#include <map>
#include <unordered_map>

#include "curation/model_identity.h"
#include "run/answers.h"

namespace mia::curation {
namespace {

using Verdicts = std::unordered_map<SampleId, bool>;  // sample -> answered rightly

std::map<std::string, Verdicts> judgeAnswers(const run::RunDirectory& run,
                                             const run::Bundle& bundle, WrongRule rule) {
  std::unordered_map<SampleId, const std::string*> truth;
  for (const run::BundleSample& entry : bundle.samples)
    truth[entry.sample.id] = &entry.sample.answer;
  std::map<std::string, Verdicts> arms;
  run::readAnswers(run.answers(), run.attention(), false, [&](run::Answer&& answer) {
    const auto known = truth.find(answer.candidate.sample);
    if (known == truth.end()) {
      throw Error(ErrorKind::kBadInput,
                  run.answers().string() + " answers a sample that is not in its bundle");
    }
    arms[answer.arm][known->first] = !isWrong(rule, answer.candidate.text, *known->second);
  });
  return arms;
}

ArmComparison compareArm(const run::Bundle& bundle, const Verdicts& before, const Verdicts& after) {
  ArmComparison comparison;
  std::vector<evaluation::Outcome> outcomes;
  for (const run::BundleSample& entry : bundle.samples) {
    const auto first = before.find(entry.sample.id);
    const auto second = after.find(entry.sample.id);
    if (first == before.end() || second == after.end()) {
      ++comparison.unanswered;
      continue;
    }
    const LayoutRecipe& recipe = entry.sample.recipe;
    outcomes.push_back({recipe.kind, recipe.imageCount, first->second, second->second});
  }
  comparison.rows = evaluation::compare(outcomes);
  return comparison;
}

}  // namespace

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
  std::map<std::string, Verdicts> verdicts = judgeAnswers(run, bundle, rule);
  const std::vector<run::Arm>& arms = run.manifest().arms;
  std::vector<ArmComparison> comparisons;
  for (std::size_t i = 1; i < arms.size(); ++i) {
    ArmComparison comparison =
        compareArm(bundle, verdicts[arms.front().name], verdicts[arms[i].name]);
    comparison.before = arms.front().name;
    comparison.after = arms[i].name;
    comparisons.push_back(std::move(comparison));
  }
  return comparisons;
}

}  // namespace mia::curation
