// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/generate.h"

#include <unordered_set>

#include "run/answers.h"
#include "storage/candidates.h"
#include "storage/marks.h"
#include "storage/runs.h"

namespace mia::curation {
namespace {

constexpr std::int64_t kAnswersAtOnce = 256;  // answers per transaction

// Samples that a finished or stopped run of the same work has answered.
std::unordered_set<SampleId> answered(Project& project, const run::RunManifest& manifest) {
  std::unordered_set<SampleId> samples;
  storage::CandidateReader reader(project.database());
  for (const run::RunDirectory& run : run::listRuns(project.runsFolder())) {
    if (!sameWork(run.manifest(), manifest)) continue;
    for (const SampleId sample : reader.samplesOfRun(run.manifest().id)) samples.insert(sample);
  }
  return samples;
}

// A finished run of this work whose answers were not all taken in: a kill came between.
std::optional<run::RunDirectory> findWaiting(Project& project, const run::RunManifest& manifest) {
  storage::RunReader runs(project.database());
  for (const run::RunDirectory& run : run::listRuns(project.runsFolder())) {
    if (!sameWork(run.manifest(), manifest)) continue;
    const std::optional<Json> summary = run.summary();
    if (!summary) continue;
    const std::string where = run.events().string();
    const auto each = require<std::int64_t>(run.manifest().config, "samples", where) + 1;
    const auto known = runs.find(run.manifest().id);
    if ((known ? known->ingested : 0) < require<std::int64_t>(*summary, "answered", where) * each)
      return run;
  }
  return std::nullopt;
}

class Ingest {
 public:
  Ingest(Project& project, const run::RunDirectory& run, const WorkContext& work)
      : project_(project),
        runs_(project.database()),
        run_(run),
        work_(work),
        id_(run.manifest().id) {
    const auto known = storage::RunReader(project.database()).find(id_);
    ingested_ = known ? known->ingested : 0;
    if (!known) {
      const run::RunManifest& m = run.manifest();
      runs_.add({m.id, run::toString(m.kind), m.created, m.model, m.modelHash, m.adapter, 0});
    }
  }

  IngestResult run() {
    run::readAnswers(run_.answers(), run_.attention(), true, [this](run::Answer&& answer) {
      if (result_.answers++ < ingested_) return;
      batch_.push_back(std::move(answer));
      if (static_cast<std::int64_t>(batch_.size()) >= kAnswersAtOnce) store();
    });
    store();
    return result_;
  }

 private:
  void store() {
    if (batch_.empty()) return;
    storage::Transaction transaction(project_.database());
    storage::CandidateWriter writer(project_.database());
    for (run::Answer& answer : batch_) {
      answer.candidate.run = id_;
      if (writer.add(answer.candidate, answer.arm, answer.maps)) ++result_.added;
    }
    ingested_ += static_cast<std::int64_t>(batch_.size());
    runs_.setIngested(id_, ingested_);
    transaction.commit();
    batch_.clear();
    work_.progress({"ingest", ingested_, 0, "answers"});
    if (work_.stop.stop_requested()) {
      throw Error(ErrorKind::kStopped, "Stopped while taking in answers",
                  "The same command goes on from here");
    }
  }

  Project& project_;
  storage::RunWriter runs_;
  const run::RunDirectory& run_;
  const WorkContext& work_;
  std::string id_;
  std::int64_t ingested_ = 0;
  IngestResult result_;
  std::vector<run::Answer> batch_;
};

run::RunManifest manifestOf(Project& project, const GenerateRequest& request) {
  run::check(request.config);
  run::RunManifest manifest =
      manifestFor(project, run::RunKind::kGenerate, request.model, request.adapter);
  manifest.config = run::configToJson(request.config);
  return manifest;
}

}  // namespace

run::RunDirectory finishedGenerate(Project& project, const GenerateRequest& request) {
  const run::RunManifest manifest = manifestOf(project, request);
  std::vector<run::RunDirectory> runs = run::listRuns(project.runsFolder());
  for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
    if (sameWork(run->manifest(), manifest) && run->state() == run::RunState::kFinished)
      return *run;
  }
  throw Error(ErrorKind::kNotFound, "This model has not answered this project's samples",
              "Run `mia generate` first");
}

std::optional<PreparedRun> prepareGenerate(Project& project, const GenerateRequest& request) {
  const run::RunManifest manifest = manifestOf(project, request);
  const auto goingOn = [](const run::RunDirectory& run, bool finished) {
    const auto samples = static_cast<std::int64_t>(run::readBundle(run.bundle()).samples.size());
    return PreparedRun{run, true, finished, samples, 0};
  };
  if (const auto waiting = findWaiting(project, manifest)) return goingOn(*waiting, true);
  if (const auto unfinished = findUnfinished(project, manifest)) return goingOn(*unfinished, false);
  std::unordered_set<SampleId> done = answered(project, manifest);
  done.merge(storage::MarkReader(project.database()).samplesOut());
  std::vector<SampleId> open;
  for (const SampleId sample : storage::SampleReader(project.database()).ids(request.samples)) {
    if (request.limit > 0 && static_cast<std::int64_t>(open.size()) == request.limit) break;
    if (!done.contains(sample)) open.push_back(sample);
  }
  if (open.empty()) return std::nullopt;
  return prepare(project, manifest, bundleOf(project, open));
}

IngestResult ingest(Project& project, const run::RunDirectory& run, const WorkContext& work) {
  return Ingest(project, run, work).run();
}

}  // namespace mia::curation
