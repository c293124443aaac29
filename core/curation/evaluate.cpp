// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/evaluate.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <unordered_map>

#include "curation/model_identity.h"
#include "run/answers.h"
#include "run/events.h"
#include "run/progress_meter.h"

namespace mia::curation {
namespace {

constexpr std::array<const char*, 4> kChanges = {"better", "worse", "both-right", "both-wrong"};

/// arm -> one text per sample of the bundle, nothing where the arm gave no answer.
using ArmTexts = std::map<std::string, std::vector<std::optional<std::string>>>;

ArmTexts readTexts(const run::RunDirectory& run, const run::Bundle& bundle) {
  std::unordered_map<SampleId, std::size_t> places;
  for (std::size_t i = 0; i < bundle.samples.size(); ++i) places[bundle.samples[i].sample.id] = i;
  ArmTexts arms;
  for (const run::Arm& arm : run.manifest().arms) arms[arm.name].resize(bundle.samples.size());
  run::readAnswers(run.answers(), run.attention(), false, [&](run::Answer&& answer) {
    const auto place = places.find(answer.candidate.sample);
    const auto arm = arms.find(answer.arm);
    if (place == places.end() || arm == arms.end()) {
      throw Error(ErrorKind::kBadInput,
                  run.answers().string() + " holds an answer that its run did not ask for");
    }
    arm->second[place->second] = std::move(answer.candidate.text);
  });
  return arms;
}

Change changeOf(bool before, bool after) {
  if (before == after) return before ? Change::kBothRight : Change::kBothWrong;
  return after ? Change::kBetter : Change::kWorse;
}

/// What is asked behind the pictures: the prompt's last line that names none.
std::string askedIn(const std::string& prompt) {
  std::istringstream lines(prompt);
  std::string asked;
  for (std::string line; std::getline(lines, line);) {
    const bool words = line.find_first_not_of(" \r\t") != std::string::npos;
    if (words && line.find("<image>") == std::string::npos) asked = line;
  }
  return asked.empty() ? prompt : asked;
}

using ArmAnswers = std::vector<std::optional<std::string>>;

ArmComparison compareArm(const run::Bundle& bundle, const ArmAnswers& before,
                         const ArmAnswers& after, WrongRule rule) {
  ArmComparison comparison;
  std::vector<evaluation::Outcome> outcomes;
  for (std::size_t i = 0; i < bundle.samples.size(); ++i) {
    if (!before[i] || !after[i]) {
      ++comparison.unanswered;
      continue;
    }
    const Sample& sample = bundle.samples[i].sample;
    const LayoutRecipe& recipe = sample.recipe;
    const bool was = !isWrong(rule, *before[i], sample.answer);
    const bool is = !isWrong(rule, *after[i], sample.answer);
    outcomes.push_back({recipe.kind, recipe.imageCount, was, is});
    comparison.samples.push_back({sample.id, recipe.kind, recipe.imageCount, askedIn(sample.prompt),
                                  sample.answer, *before[i], *after[i], changeOf(was, is)});
  }
  comparison.rows = evaluation::compare(outcomes);
  return comparison;
}

/// So many samples, one of each layout and number of images in turn.
std::vector<SampleId> spread(Project& project, const storage::SampleFilter& filter,
                             std::int64_t limit) {
  storage::SampleReader reader(project.database());
  if (limit <= 0) return reader.ids(filter);
  std::vector<std::vector<SampleId>> groups;
  for (const storage::SampleCount& count : reader.counts()) {
    storage::SampleFilter part = filter;
    const bool asked = (!filter.split || *filter.split == count.split) &&
                       (!filter.layout || *filter.layout == count.layout) &&
                       (!filter.imageCount || *filter.imageCount == count.imageCount);
    if (!asked) continue;
    part.split = count.split;
    part.layout = count.layout;
    part.imageCount = count.imageCount;
    groups.push_back(reader.ids(part));
  }
  std::vector<SampleId> chosen;
  const auto wanted = static_cast<std::size_t>(limit);
  for (std::size_t round = 0; chosen.size() < wanted; ++round) {
    const std::size_t before = chosen.size();
    for (const auto& group : groups) {
      if (round < group.size() && chosen.size() < wanted) chosen.push_back(group[round]);
    }
    if (chosen.size() == before) break;
  }
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

EvaluationStatus evaluationStatus(const run::RunDirectory& run) {
  EvaluationStatus status;
  status.manifest = run.manifest();
  status.state = run.state();
  run::ProgressMeter meter;
  for (const run::Event& event : run::EventReader(run.events()).poll()) {
    const std::string where = run.events().string();
    if (event.type == "started") meter = {};
    if (event.type == "progress") {
      meter.add({valueOr<std::string>(event.fields, "what", "", where),
                 valueOr<std::int64_t>(event.fields, "done", 0, where),
                 valueOr<std::int64_t>(event.fields, "total", 0, where),
                 valueOr<std::string>(event.fields, "unit", "", where)},
                event.time);
    }
    if (event.type == "failed")
      status.problem = valueOr<std::string>(event.fields, "words", "", where);
  }
  status.progress = meter.last();
  status.secondsLeft = meter.secondsLeft();
  if (status.state == run::RunState::kDied)
    status.problem = "The engine ended without a word: it was killed, or the machine went off.";
  if (status.state != run::RunState::kFailed && status.state != run::RunState::kDied)
    status.problem.clear();
  std::ifstream bundle(run.bundle());
  std::string header;
  if (std::getline(bundle, header)) {
    const std::string where = run.bundle().string();
    status.samples = valueOr<std::int64_t>(parseJson(header, where), "samples", 0, where);
  }
  return status;
}

}  // namespace

const char* toString(Change change) { return kChanges[static_cast<std::size_t>(change)]; }

Change changeFromString(const std::string& name) {
  const auto found = std::find(kChanges.begin(), kChanges.end(), name);
  if (found == kChanges.end()) {
    throw Error(ErrorKind::kUsage, "\"" + name + "\" is not what becomes of an answer",
                "Known: better, worse, both-right, both-wrong");
  }
  return static_cast<Change>(found - kChanges.begin());
}

Verdicts judgeArms(const run::RunDirectory& run, const run::Bundle& bundle, WrongRule rule) {
  Verdicts verdicts;
  for (const auto& [arm, texts] : readTexts(run, bundle)) {
    auto& judged = verdicts[arm];
    judged.resize(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (texts[i]) judged[i] = !isWrong(rule, *texts[i], bundle.samples[i].sample.answer);
    }
  }
  return verdicts;
}

PreparedRun prepareEvaluate(Project& project, const EvaluateRequest& request) {
  run::check(request.config);
  if (request.arms.size() < 2)
    throw Error(ErrorKind::kUsage, "An evaluation compares at least two models");
  const std::vector<SampleId> samples = spread(project, request.samples, request.limit);
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
  const ArmTexts texts = readTexts(run, bundle);
  const std::vector<run::Arm>& arms = run.manifest().arms;
  std::vector<ArmComparison> comparisons;
  for (std::size_t i = 1; i < arms.size(); ++i) {
    ArmComparison comparison =
        compareArm(bundle, texts.at(arms.front().name), texts.at(arms[i].name), rule);
    comparison.before = arms.front().name;
    comparison.after = arms[i].name;
    comparisons.push_back(std::move(comparison));
  }
  return comparisons;
}

std::vector<std::size_t> samplesBehind(const ArmComparison& comparison,
                                       const evaluation::ComparisonRow& row,
                                       std::optional<Change> change) {
  const std::vector<ComparedSample>& all = comparison.samples;
  std::vector<std::size_t> behind;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (row.holds(all[i].layout, all[i].images) && (!change || *change == all[i].change))
      behind.push_back(i);
  }
  std::stable_sort(behind.begin(), behind.end(),
                   [&all](std::size_t a, std::size_t b) { return all[a].change < all[b].change; });
  return behind;
}

std::vector<EvaluationStatus> evaluations(const std::filesystem::path& project) {
  std::vector<EvaluationStatus> all;
  for (const run::RunDirectory& run : run::listRuns(project / "runs")) {
    if (run.manifest().kind == run::RunKind::kEvaluate) all.push_back(evaluationStatus(run));
  }
  std::reverse(all.begin(), all.end());
  return all;
}

run::RunDirectory findEvaluation(const std::filesystem::path& project, const std::string& id) {
  std::vector<run::RunDirectory> runs = run::listRuns(project / "runs");
  for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
    const bool asked =
        id.empty() ? run->state() == run::RunState::kFinished : run->manifest().id == id;
    if (asked && run->manifest().kind == run::RunKind::kEvaluate) return *run;
  }
  if (id.empty()) {
    throw Error(ErrorKind::kNotFound, "This project has no finished evaluation",
                "Run `mia evaluate` first");
  }
  throw Error(ErrorKind::kNotFound, "This project has no evaluation " + id,
              "`mia compare --list` names them");
}

std::string trainingOf(const std::filesystem::path& project, const run::Arm& arm) {
  // By the run's name, which is its own: a project may have been moved since.
  const std::filesystem::path adapter(arm.adapter);
  if (adapter.filename() != "adapter") return {};
  const std::string id = adapter.parent_path().filename().string();
  for (const run::RunDirectory& run : run::listRuns(project / "runs")) {
    const bool made = run.manifest().kind == run::RunKind::kTrain && run.manifest().id == id;
    if (made && std::filesystem::exists(run.adapter())) return id;
  }
  return {};
}

}  // namespace mia::curation
