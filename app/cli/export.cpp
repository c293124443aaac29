// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/export.h"

#include "app/cli/engine_process.h"
#include "app/cli/work.h"
#include "curation/train.h"

namespace mia::cli {
namespace {

struct ExportOptions {
  std::string format = "mia-dpo";
  std::string out;
  std::int64_t selection = 0;
  std::string run;
};

// Copied, then loaded again by the engine: what we hand out is known to fit.
void exportAdapter(const Context& context, const ExportOptions& options) {
  curation::Project project = openProject(context);
  const run::RunDirectory run = options.run.empty()
                                    ? curation::latestTraining(project)
                                    : run::RunDirectory::open(project.runsFolder() / options.run);
  curation::copyAdapter(run.adapter(), options.out);
  const Json check =
      engineResult({"check-adapter", "--model", run.manifest().model, "--adapter", options.out});
  const auto modules = require<std::int64_t>(check, "modules", "the engine's answer");
  const auto all = require<std::int64_t>(check, "of", "the engine's answer");
  report(context,
         {{"run", run.manifest().id},
          {"folder", options.out},
          {"modules_matched", modules},
          {"modules", all}},
         "The adapter of " + run.manifest().id + " is in " + options.out + "; loaded again: " +
             withGroups(modules) + " of " + withGroups(all) + " modules matched.");
}

}  // namespace

void exportPairs(const Context& context, const curation::ExportRequest& request) {
  curation::Project project = openProject(context);
  ProgressLine line;
  const curation::ExportResult result = curation::exportPairs(project, request, workContext(line));
  line.finish();
  const bool accepted = request.pairs == curation::PairSource::kAccepted;
  const std::string folder = request.folder.string();
  const std::string pictures = withGroups(result.pictures) + " pictures";
  report(context,
         {{"format", toString(request.format)},
          {"folder", folder},
          {"selection", result.selection.value},
          {"pairs", result.pairs},
          {"pictures", result.pictures}},
         withGroups(result.pairs) +
             (accepted ? " accepted pairs, " + pictures + " and their data card are in "
                       : " pairs and " + pictures + " are in ") +
             folder + ".");
}

void addExport(CLI::App& app, Context& context) {
  CLI::App* verb = addVerb(
      app, context, "export", "Writes the selected pairs, or a trained adapter, for other tools",
      "mia export --format llama-factory --out pairs\n  mia export --format peft --out adapter");
  const auto options = std::make_shared<ExportOptions>();
  verb->add_option("--format", options->format,
                   "mia-dpo, llama-factory (pairs) or peft (the adapter)")
      ->capture_default_str();
  verb->add_option("--out", options->out, "the folder to write; is made")->required();
  verb->add_option("--selection", options->selection,
                   "pairs: of this selection (default: the newest)");
  verb->add_option("--run", options->run,
                   "peft: of this training run (default: the newest finished one)");
  verb->callback([&context, options] {
    if (options->format == "peft") return exportAdapter(context, *options);
    exportPairs(context, {curation::pairFormatFromString(options->format), options->out,
                          SelectionId{options->selection}});
  });
}

}  // namespace mia::cli
