// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/generate.h"

#include "app/cli/config_options.h"
#include "app/cli/engine_process.h"
#include "app/cli/verbs.h"
#include "app/cli/work.h"

namespace mia::cli {
namespace {

struct GenerateOptions {
  std::string model;
  std::string adapter;
  std::string layout;
  std::string split = "train";
  std::int64_t limit = 0;
  run::GenerateConfig config;
};

curation::GenerateRequest requestFrom(const GenerateOptions& options) {
  curation::GenerateRequest request;
  request.model = modelFolder(options.model);
  request.adapter = options.adapter;
  request.config = options.config;
  request.limit = options.limit;
  if (options.split == "all") {
    request.samples.split.reset();
  } else {
    request.samples.split = splitFromString(options.split);
  }
  if (!options.layout.empty()) request.samples.layout = layoutKindFromString(options.layout);
  return request;
}

// What the engine finished before it stopped or failed is taken in, whatever happened.
Json runAndIngest(curation::Project& project, const curation::PreparedRun& prepared,
                  curation::IngestResult& taken) {
  ProgressLine line;
  const WorkContext work = workContext(line);
  Json summary;
  try {
    summary = runEngine(prepared.run, work);
  } catch (const Error&) {
    taken = curation::ingest(project, prepared.run, {{}, work.progress});
    throw;
  }
  taken = curation::ingest(project, prepared.run, work);
  return summary;
}

void generate(const Context& context, const GenerateOptions& options) {
  curation::Project project = openProject(context);
  const auto prepared = curation::prepareGenerate(project, requestFrom(options));
  if (!prepared) {
    report(context, {{"run", nullptr}, {"answers", 0}, {"added", 0}},
           "Every sample has its answers from this model with these options.");
    return;
  }
  curation::IngestResult taken;
  const Json summary = runAndIngest(project, *prepared, taken);
  const std::string& id = prepared->run.manifest().id;
  report(context,
         {{"run", id},
          {"resumed", prepared->resumed},
          {"samples", prepared->samples},
          {"answers", taken.answers},
          {"added", taken.added},
          {"engine", summary}},
         withGroups(taken.answers) + " answers to " + withGroups(prepared->samples) +
             " samples, with attention (run " + id + ").");
}

}  // namespace

void addGenerate(CLI::App& app, Context& context) {
  CLI::App* verb = addVerb(
      app, context, "generate",
      "Lets the model answer every sample and records where it looked; goes on where it stopped",
      "mia generate --model ~/models/llava-1.5-7b-hf --samples 4");
  const auto options = std::make_shared<GenerateOptions>();
  verb->add_option("--model", options->model,
                   "folder of a checkpoint in the Hugging Face layout (default: the demo model)");
  verb->add_option("--adapter", options->adapter, "folder of a PEFT adapter to answer with");
  verb->add_option("--layout", options->layout,
                   "only samples of this layout: single, sequence, grid, pip");
  verb->add_option("--split", options->split, "train, held-out or all")->capture_default_str();
  verb->add_option("--limit", options->limit, "answer at most so many samples; 0: all")
      ->capture_default_str();
  addConfigOptions(*verb, options->config);
  verb->callback([&context, options] { generate(context, *options); });
}

}  // namespace mia::cli
