// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <memory>

#include "app/engine/device.h"
#include "app/engine/failure.h"
#include "app/engine/sample_reader.h"
#include "app/engine/verb.h"
#include "base/resources.h"
#include "model/weights/llava_files.h"

namespace mia::engine {
namespace {

// Whether a model folder is whole: weights, tokenizer and image processor.
Json tryModel(const std::filesystem::path& folder) {
  Json report = {{"folder", folder.string()}, {"loads", false}};
  try {
    const auto model = model::loadLlava(folder);
    const SampleReader reader(folder, model->config());
    std::int64_t parameters = 0;
    for (const auto& [name, tensor] : model::namedParameters(*model)) parameters += tensor.numel();
    report["loads"] = true;
    report["parameters"] = parameters;
  } catch (const std::exception& error) {
    report["words"] = asError(error).what();
  }
  return report;
}

void printModel(const Json& model) {
  const std::string folder = model["folder"].get<std::string>();
  if (model["loads"].get<bool>()) {
    std::printf("model %s: loads, %.2f million parameters\n", folder.c_str(),
                static_cast<double>(model["parameters"].get<std::int64_t>()) / 1e6);
  } else {
    std::printf("model %s: does not load: %s\n", folder.c_str(),
                model["words"].get<std::string>().c_str());
  }
}

void printWords(const Json& report) {
  std::printf("LibTorch %s, %d threads, %.1f GB of memory\n",
              report["libtorch"].get<std::string>().c_str(), report["threads"].get<int>(),
              static_cast<double>(report["memory_bytes"].get<std::int64_t>()) / 1e9);
  for (const Json& device : report["devices"]) {
    std::printf("device %s\n", device.get<std::string>().c_str());
  }
  printModel(report["model"]);
}

}  // namespace

void declareDoctor(CLI::App& verb) {
  verb.footer("Example: mia-engine doctor --json");
  const auto json = std::make_shared<bool>(false);
  const auto model = std::make_shared<std::string>();
  verb.add_flag("--json", *json, "Print one JSON object");
  verb.add_option("--model", *model, "A model folder to try; the demo model unless given");
  verb.callback([json, model] {
    Json report = describeMachine();
    report["model"] = tryModel(model->empty() ? resourceFolder() / "demo" / "model"
                                              : std::filesystem::path(*model));
    if (*json) {
      std::printf("%s\n", report.dump(2).c_str());
    } else {
      printWords(report);
    }
  });
}

}  // namespace mia::engine
