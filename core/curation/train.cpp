// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/train.h"

#include <unordered_map>

#include "storage/selections.h"

namespace mia::curation {
namespace {

SelectionId chosenSelection(storage::SelectionReader& reader, SelectionId asked) {
  if (asked) return reader.get(asked).id;
  const auto latest = reader.latest();
  if (!latest) {
    throw Error(ErrorKind::kNotFound, "There are no pairs to train on", "Run `mia select` first");
  }
  return latest->id;
}

run::RunManifest trainManifest(Project& project, const TrainRequest& request) {
  run::check(request.config);
  run::RunManifest manifest = manifestFor(project, run::RunKind::kTrain, request.model, "");
  manifest.config = run::configToJson(request.config);
  return manifest;
}

run::Bundle trainBundle(Project& project, const TrainRequest& request) {
  storage::SelectionReader reader(project.database());
  const SelectionId selection = chosenSelection(reader, request.selection);
  std::vector<SampleId> samples;
  std::unordered_map<SampleId, std::size_t> places;
  std::vector<run::BundlePair> pairs;
  reader.forEachPair({.selection = selection, .status = PairStatus::kSelected}, [&](Pair&& pair) {
    const auto [place, fresh] = places.emplace(pair.sample, samples.size());
    if (fresh) samples.push_back(pair.sample);
    pairs.push_back(
        {pair.id.value, place->second, std::move(pair.chosen), std::move(pair.rejected)});
  });
  if (pairs.empty()) {
    throw Error(
        ErrorKind::kUsage, "Selection " + std::to_string(selection.value) + " selected no pair",
        "`mia status` shows what its rule left out; try other thresholds with `mia select`");
  }
  run::Bundle bundle = bundleOf(project, samples);
  bundle.pairs = std::move(pairs);
  return bundle;
}

}  // namespace

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
