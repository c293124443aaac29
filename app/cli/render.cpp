// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/render.h"

#include <memory>

#include "app/cli/verbs.h"
#include "app/cli/work.h"

namespace mia::cli {
namespace {

struct RenderOptions {
  std::int64_t sample = 0;
  std::string folder = ".";
  bool regions = false;
  bool modelView = false;
  std::string model;
};

void render(const Context& context, const RenderOptions& options) {
  curation::Project project = openProject(context);
  curation::RenderRequest request{SampleId{options.sample}, options.folder, options.regions, {}};
  if (options.modelView || !options.model.empty()) request.model = modelFolder(options.model);
  Json files = Json::array();
  std::string words;
  for (const auto& file : curation::renderSample(project, request)) {
    files.push_back({{"file", file.file.string()},
                     {"what", file.what},
                     {"width", file.width},
                     {"height", file.height}});
    words += file.file.string() + "  " + std::to_string(file.width) + " x " +
             std::to_string(file.height) + "  " + file.what + "\n";
  }
  report(context, {{"sample", options.sample}, {"files", files}}, words);
}

}  // namespace

void addRender(CLI::App& app, Context& context) {
  CLI::App* verb = addVerb(app, context, "render", "Writes the pictures of a sample as PNG",
                           "mia render --sample 12 --out pictures --regions --model-view");
  const auto options = std::make_shared<RenderOptions>();
  verb->add_option("--sample", options->sample, "number of the sample")->required();
  verb->add_option("--out", options->folder, "folder to write to")->capture_default_str();
  verb->add_flag("--regions", options->regions, "also with the outlines of its images");
  verb->add_flag("--model-view", options->modelView,
                 "also as the model sees it, with its patches and whom they belong to");
  verb->add_option("--model", options->model,
                   "folder of the model for --model-view (default: the demo model)");
  verb->callback([&context, options] { render(context, *options); });
}

}  // namespace mia::cli
