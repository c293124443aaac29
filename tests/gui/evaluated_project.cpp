// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/evaluated_project.h"

#include <map>

#include "base/files.h"
#include "curation/generate.h"
#include "layout/canvas.h"
#include "run/answers.h"
#include "run/events.h"
#include "storage/samples.h"

namespace mia::test {

namespace {

namespace fs = std::filesystem;

constexpr int kEvaluatedLayers = 4;
constexpr int kEvaluatedPatches = 4;

run::RunManifest manifestOf(const fs::path& project, run::RunKind kind) {
  run::RunManifest manifest;
  manifest.kind = kind;
  manifest.model = (project / "model").string();
  manifest.modelHash = "0";
  return manifest;
}

/// What becomes of the answers to the n-th sample of its layout: before, after.
std::pair<bool, bool> rightness(int number) {
  static constexpr std::pair<bool, bool> kEnds[] = {{false, true},  {true, false}, {true, true},
                                                    {false, false}, {false, true}, {false, true}};
  return kEnds[number % 6];
}

std::string wrongAnswer(int number) {
  if (number % 2 == 1) return "זהו מגדלור אדום בקצה הים, ולא מה שנשאל עליו.";
  return "The main object is a lighthouse at the edge of a very wide sea, painted in red and "
         "white, "
         "with a keeper's house beside it that nobody has lived in for a hundred years.";
}

run::Answer answerOf(const Sample& sample, const std::string& arm, bool right, int number) {
  run::Answer answer;
  answer.arm = arm;
  Candidate& candidate = answer.candidate;
  candidate.sample = sample.id;
  candidate.text = right ? sample.answer : wrongAnswer(number);
  candidate.tokenIds = {7, 8, 2};
  candidate.tokens = {"The", " answer", "</s>"};
  candidate.logProbs = {-0.2f, -0.6f, -0.1f};
  candidate.perplexity = candidate.maxPerplexity = 1.35;
  const double target = arm == "after" ? 0.8 : 0.3;
  for (int layer = 0; layer < kEvaluatedLayers; ++layer) {
    LayerAttention attention;
    attention.layer = layer;
    for (int region = 0; region < sample.recipe.imageCount; ++region) {
      attention.shares.push_back(region == sample.recipe.targetIndex
                                     ? target
                                     : (1 - target) / (sample.recipe.imageCount - 1));
    }
    attention.tokenShares.assign(
        candidate.tokens.size(),
        std::vector<float>(attention.shares.begin(), attention.shares.end()));
    candidate.attention.push_back(attention);
    for (int picture = 0; picture < layout::pictureCount(sample.recipe); ++picture) {
      AttentionMap map{layer, picture, kEvaluatedPatches, kEvaluatedPatches, {}};
      const bool aims = picture == sample.recipe.targetIndex;
      for (int patch = 0; patch < kEvaluatedPatches * kEvaluatedPatches; ++patch) {
        map.values.push_back(static_cast<float>((aims ? 2 * target : 1 - target) *
                                                (patch % kEvaluatedPatches == layer ? 2 : 0.5)));
      }
      answer.maps.push_back(std::move(map));
    }
  }
  return answer;
}

}  // namespace

std::string addTraining(const fs::path& project) {
  const auto run =
      run::RunDirectory::create(project / "runs", manifestOf(project, run::RunKind::kTrain), {});
  fs::create_directories(run.adapter());
  writeFileAtomically(run.adapter() / "adapter_config.json", "{}");
  // What the engine reads of a model; nothing here loads it.
  writeFileAtomically(project / "model" / "config.json", R"({"vision_config":{"patch_size":16}})");
  run::EventLog(run.events()).write("finished", {{"summary", Json::object()}});
  return run.manifest().id;
}

run::RunDirectory addEvaluation(const fs::path& folder, const std::string& training,
                                EvaluationEnd end) {
  curation::Project project = curation::Project::open(folder);
  const auto samples = storage::SampleReader(project.database()).ids();
  const run::Bundle bundle = curation::bundleOf(project, samples);
  run::RunManifest manifest = manifestOf(folder, run::RunKind::kEvaluate);
  manifest.arms = {{"before", ""}, {"after", (folder / "runs" / training / "adapter").string()}};
  manifest.config = run::configToJson(run::EvaluateConfig{});
  const auto run = run::RunDirectory::create(folder / "runs", manifest, bundle);
  run::EventLog events(run.events());
  events.write("started", {{"pid", 1}, {"device", "cpu"}, {"resumed_at", 0}});
  {
    run::AnswerWriter writer(run.answers(), run.attention());
    for (const std::string arm : {"before", "after"}) {
      if (arm == "after" && end != EvaluationEnd::kFinished) break;
      std::map<LayoutKind, int> numbers;
      for (const run::BundleSample& entry : bundle.samples) {
        const int number = numbers[entry.sample.recipe.kind]++;
        const auto [before, after] = rightness(number);
        writer.write(answerOf(entry.sample, arm, arm == "before" ? before : after, number));
      }
    }
  }
  const auto total = static_cast<std::int64_t>(2 * samples.size());
  const auto done = end == EvaluationEnd::kFinished ? total : total / 2;
  events.write("progress",
               {{"what", "evaluate"}, {"done", done}, {"total", total}, {"unit", "samples"}});
  if (end == EvaluationEnd::kFinished) {
    events.write("finished", {{"summary", Json::object()}});
    curation::ingest(project, run, {});
  }
  if (end == EvaluationEnd::kFailed) {
    events.write("failed", {{"kind", "resource"}, {"words", "The device has no memory left"}});
    writeFileAtomically(run.log(), "allocating 12 GiB\nno memory left\n");
  }
  return run;
}

}  // namespace mia::test
