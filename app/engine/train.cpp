// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/device.h"
#include "app/engine/pair_reader.h"
#include "app/engine/run_options.h"
#include "app/engine/verb.h"
#include "model/weights/llava_files.h"
#include "run/config.h"
#include "train/dpo.h"

namespace mia::engine {
namespace {

train::Objective objectiveFromString(const std::string& name) {
  if (name == "dpo") return train::Objective::kDpo;
  if (name == "sft") return train::Objective::kSft;
  throw Error(ErrorKind::kUsage, "The objective \"" + name + "\" is neither dpo nor sft");
}

train::DpoOptions optionsOf(const run::TrainConfig& config) {
  train::DpoOptions options;
  options.objective = objectiveFromString(config.objective);
  options.beta = config.beta;
  options.gamma = config.gamma;
  options.learningRate = config.learningRate;
  options.warmupRatio = config.warmupRatio;
  options.weightDecay = config.weightDecay;
  options.maxGradNorm = config.maxGradNorm;
  options.epochs = config.epochs;
  options.maxSteps = config.maxSteps;
  options.batchSize = config.batchSize;
  options.microBatchSize = config.microBatchSize;
  options.maxLength = config.maxLength;
  options.loraR = config.loraR;
  options.loraAlpha = config.loraAlpha;
  options.loraDropout = config.loraDropout;
  options.disableDropout = config.disableDropout;
  options.saveSteps = config.saveSteps;
  options.evalSteps = config.evalSteps;
  options.seed = config.seed;
  return options;
}

Json trainRun(RunSession& session, torch::Device device, int threads) {
  const run::RunDirectory& run = session.run();
  const run::RunManifest& manifest = run.manifest();
  const auto options =
      optionsOf(run::configFromJson<run::TrainConfig>(manifest.config, "run.json"));
  const train::DpoFolders folders{run.checkpoints(), run.folder() / "reference.jsonl",
                                  run.adapter()};
  const std::int64_t resumedAt = train::resumableStep(folders);
  session.events().takeBackAfter(resumedAt);
  session.started(device.str(), resumedAt);

  const run::Bundle bundle = run::readBundle(run.bundle());
  const auto model = model::loadLlava(manifest.model, computeType(device), device);
  useThreads(threads, *model);
  SampleReader samples(manifest.model, model->config());
  PairReader pairs(session, bundle, samples);
  train::DpoData data = pairs.read();
  data.model = manifest.modelHash;
  data.baseModel = manifest.model;
  Json summary = train::runDpo(
      *model, data, options, folders, session.context(),
      [&](const std::string& type, const Json& fields) { session.events().write(type, fields); });
  summary["skipped_pairs"] = pairs.skipped();
  return summary;
}

}  // namespace

void declareTrain(CLI::App& verb) {
  verb.footer("Example: mia-engine train --run project/runs/train-20261122-090000-ab12");
  const auto options = addRunOptions(verb);
  verb.callback([options] {
    const torch::Device device = deviceFromString(options->device);
    workOnRun(options->run, run::RunKind::kTrain,
              [&](RunSession& session) { return trainRun(session, device, options->threads); });
  });
}

}  // namespace mia::engine
