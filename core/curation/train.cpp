// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/train.h"

#include <unordered_map>

namespace mia::curation {
namespace {

Json toJson(const TrainSource& source) {
  Json json{{"selection", source.selection.value}, {"pairs", toString(source.pairs)}};
  if (source.review) {
    json["reviewer"] = source.review->reviewer;
    json["round"] = source.review->round;
  }
  return json;
}

run::RunManifest trainManifest(Project& project, const TrainRequest& request) {
  run::check(request.config);
  run::RunManifest manifest = manifestFor(project, run::RunKind::kTrain, request.model, "");
  manifest.config = run::configToJson(request.config);
  manifest.source =
      toJson({selectionOf(project, request.selection), request.pairs, request.review});
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

std::optional<TrainSource> trainSource(const run::RunManifest& manifest) {
  if (!manifest.source.is_object()) return std::nullopt;
  const std::string where = "the source of " + manifest.id;
  TrainSource source;
  source.selection = SelectionId{require<std::int64_t>(manifest.source, "selection", where)};
  source.pairs = pairSourceFromString(require<std::string>(manifest.source, "pairs", where));
  if (const auto reviewer = valueOr<std::string>(manifest.source, "reviewer", "", where);
      !reviewer.empty()) {
    source.review = Review{reviewer, require<int>(manifest.source, "round", where)};
  }
  return source;
}

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
