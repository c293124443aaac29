// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/answer_samples.h"
#include "app/engine/device.h"
#include "app/engine/run_options.h"
#include "app/engine/verb.h"

namespace mia::engine {
namespace {

Json generateRun(RunSession& session, torch::Device device, int threads) {
  const run::RunManifest& manifest = session.run().manifest();
  const auto config = run::configFromJson<run::GenerateConfig>(manifest.config, "run.json");
  AnswerJob job;
  job.arms = {{"", manifest.adapter}};
  job.options.maxNewTokens = config.maxNewTokens;
  job.options.samples = config.samples;
  job.options.temperature = config.temperature;
  job.options.seed = config.seed;
  job.batchSize = config.batchSize;
  job.maps = config.maps;
  job.threads = threads;
  return answerSamples(session, job, device);
}

}  // namespace

void declareGenerate(CLI::App& verb) {
  verb.footer("Example: mia-engine generate --run project/runs/generate-20261122-090000-ab12");
  const auto options = addRunOptions(verb);
  verb.callback([options] {
    const torch::Device device = deviceFromString(options->device);
    workOnRun(options->run, run::RunKind::kGenerate,
              [&](RunSession& session) { return generateRun(session, device, options->threads); });
  });
}

}  // namespace mia::engine
