// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/run_preparation.h"

#include <algorithm>
#include <unordered_map>

#include "base/file_lock.h"
#include "base/files.h"
#include "curation/model_identity.h"
#include "storage/images.h"
#include "storage/samples.h"

namespace mia::curation {
namespace {

// The newest run of this work that satisfies `fits`.
template <class Fits>
std::optional<run::RunDirectory> findRun(Project& project, const run::RunManifest& manifest,
                                         Fits&& fits) {
  std::vector<run::RunDirectory> runs = run::listRuns(project.runsFolder());
  for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
    if (sameWork(run->manifest(), manifest) && fits(*run)) return *run;
  }
  return std::nullopt;
}

bool isFinished(const run::RunDirectory& run) { return run.state() == run::RunState::kFinished; }

}  // namespace

run::Bundle bundleOf(Project& project, const std::vector<SampleId>& samples) {
  storage::SampleReader sampleReader(project.database());
  storage::ImageReader imageReader(project.database());
  std::unordered_map<ImageId, Image> images;
  run::Bundle bundle;
  bundle.samples.reserve(samples.size());
  for (const SampleId id : samples) {
    run::BundleSample entry{sampleReader.get(id), {}, {}};
    for (const ImageId image : entry.sample.images) {
      auto known = images.find(image);
      if (known == images.end()) known = images.emplace(image, imageReader.get(image)).first;
      entry.files.push_back(known->second.file().string());
      entry.hashes.push_back(known->second.contentHash);
    }
    bundle.samples.push_back(std::move(entry));
  }
  return bundle;
}

run::RunManifest manifestFor(Project& project, run::RunKind kind,
                             const std::filesystem::path& model, const std::string& adapter) {
  run::RunManifest manifest;
  manifest.kind = kind;
  manifest.model = std::filesystem::absolute(model).lexically_normal().string();
  manifest.modelHash = modelHash(model, project.cacheFolder());
  if (!adapter.empty()) {
    manifest.adapter = std::filesystem::absolute(adapter).lexically_normal().string();
    manifest.modelHash += "+" + modelHash(adapter, project.cacheFolder());
  }
  return manifest;
}

bool sameWork(const run::RunManifest& a, const run::RunManifest& b) {
  const auto sameArm = [](const run::Arm& x, const run::Arm& y) {
    return x.name == y.name && x.adapter == y.adapter;
  };
  return a.kind == b.kind && a.modelHash == b.modelHash && a.config == b.config &&
         std::equal(a.arms.begin(), a.arms.end(), b.arms.begin(), b.arms.end(), sameArm);
}

std::optional<run::RunDirectory> findUnfinished(Project& project,
                                                const run::RunManifest& manifest) {
  return findRun(project, manifest, [](const run::RunDirectory& run) { return !isFinished(run); });
}

PreparedRun prepare(Project& project, const run::RunManifest& manifest, const run::Bundle& bundle) {
  const std::string text = run::bundleText(bundle);
  const auto sameBundle = [&text](const run::RunDirectory& run) {
    return readFile(run.bundle()) == text;
  };
  // Two commands that ask for the same work at the same moment share one run.
  std::error_code error;
  std::filesystem::create_directories(project.runsFolder(), error);  // without it, the lock tells
  const FileLock alone = FileLock::wait(project.runsFolder() / ".prepare.lock");
  const auto known = findRun(project, manifest, sameBundle);
  const run::RunDirectory run =
      known ? *known : run::RunDirectory::create(project.runsFolder(), manifest, bundle);
  return {run, known.has_value(), known && isFinished(run),
          static_cast<std::int64_t>(bundle.samples.size()),
          static_cast<std::int64_t>(bundle.pairs.size())};
}

}  // namespace mia::curation
