// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/answer_samples.h"
#include "app/engine/device.h"
#include "app/engine/run_options.h"
#include "app/engine/verb.h"

namespace mia::engine {
namespace {

Json evaluateRun(RunSession& session, torch::Device device, int threads) {
  const run::RunManifest& manifest = session.run().manifest();
  const auto config = run::configFromJson<run::EvaluateConfig>(manifest.config, "run.json");
  if (manifest.arms.empty()) {
    throw Error(ErrorKind::kBadInput, "run.json names no model to evaluate (\"arms\")");
  }
  AnswerJob job;
  job.arms = manifest.arms;
  job.options.maxNewTokens = config.maxNewTokens;
  job.options.attention = job.maps = config.attention;
  job.batchSize = config.batchSize;
  job.threads = threads;
  return answerSamples(session, job, device);
}

}  // namespace

void declareEvaluate(CLI::App& verb) {
  verb.footer("Example: mia-engine evaluate --run project/runs/evaluate-20261122-090000-ab12");
  const auto options = addRunOptions(verb);
  verb.callback([options] {
    const torch::Device device = deviceFromString(options->device);
    workOnRun(options->run, run::RunKind::kEvaluate,
              [&](RunSession& session) { return evaluateRun(session, device, options->threads); });
  });
}

}  // namespace mia::engine
