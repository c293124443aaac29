// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/train.h"

#include <unordered_map>

namespace mia::curation {
namespace {

run::RunManifest trainManifest(Project& project, const TrainRequest& request) {
  run::check(request.config);
  run::RunManifest manifest = manifestFor(project, run::RunKind::kTrain, request.model, "");
  manifest.config = run::configToJson(request.config);
  return manifest;
}

run::Bundle trainBundle(Project& project, const TrainRequest& request) {
  ChosenPairs chosen(project, {request.selection, request.pairs, request.review});
  std::vector<SampleId> samples;
  std::unordered_map<SampleId, std::size_t> places;
  std::vector<run::BundlePair> pairs;
  chosen.forEach([&](Pair&& pair) {
    const auto [place, fresh] = places.emplace(pair.sample, samples.size());
    if (fresh) samples.push_back(pair.sample);
    pairs.push_back(
        {pair.id.value, place->second, std::move(pair.chosen), std::move(pair.rejected)});
  });
  run::Bundle bundle = bundleOf(project, samples);
  bundle.pairs = std::move(pairs);
  return bundle;
}

}  // namespace

PreparedRun resumeTraining(Project& project, const std::string& id) {
  for (const run::RunDirectory& run : run::listRuns(project.runsFolder())) {
    if (run.manifest().id != id || run.manifest().kind != run::RunKind::kTrain) continue;
    const run::Bundle bundle = run::readBundle(run.bundle());
    return {run, true, run.state() == run::RunState::kFinished, std::ssize(bundle.samples),
            std::ssize(bundle.pairs)};
  }
  throw Error(ErrorKind::kNotFound, "This project has no training run " + id,
              "`mia runs` lists them");
}

PreparedRun prepareTrain(Project& project, const TrainRequest& request) {
  const run::RunManifest manifest = trainManifest(project, request);
  return prepare(project, manifest, trainBundle(project, request));
}

run::RunDirectory latestTraining(Project& project) {
  std::vector<run::RunDirectory> runs = run::listRuns(project.runsFolder());
  for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
    if (run->manifest().kind == run::RunKind::kTrain && run->state() == run::RunState::kFinished)
      return *run;
  }
  throw Error(ErrorKind::kNotFound, "This project has no finished training run",
              "Run `mia train` first");
}

}  // namespace mia::curation
