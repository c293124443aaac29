// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/answerers.h"

#include <algorithm>

#include "run/run_directory.h"

namespace mia::curation {

std::vector<Answerer> answerers(Browser& browser) {
  std::vector<run::RunDirectory> runs = run::listRuns(browser.folder() / "runs");
  std::reverse(runs.begin(), runs.end());
  std::vector<std::string> models;
  for (const run::RunDirectory& run : runs) {
    const std::string& model = run.manifest().model;
    const bool known = std::find(models.begin(), models.end(), model) != models.end();
    if (!known && std::filesystem::exists(model)) models.push_back(model);
  }
  std::vector<Answerer> all;
  for (const std::string& model : models) {
    const std::string folder = std::filesystem::path(model).filename().string();
    all.push_back({models.size() > 1 ? "base " + folder : "base", model, ""});
    for (const run::RunDirectory& run : runs) {
      const run::RunManifest& manifest = run.manifest();
      const bool made = manifest.kind == run::RunKind::kTrain && manifest.model == model &&
                        std::filesystem::exists(run.adapter() / "adapter_config.json");
      if (made) all.push_back({manifest.id, model, run.adapter().string()});
    }
  }
  return all;
}

}  // namespace mia::curation
