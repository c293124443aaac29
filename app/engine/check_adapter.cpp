// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <memory>
#include <string>

#include "app/engine/verb.h"
#include "base/json.h"
#include "model/lora/peft_files.h"
#include "model/weights/llava_files.h"

namespace mia::engine {

void declareCheckAdapter(CLI::App& verb) {
  verb.footer("Example: mia-engine check-adapter --model DIR --adapter DIR");
  struct Options {
    std::string model;
    std::string adapter;
  };
  const auto options = std::make_shared<Options>();
  verb.add_option("--model", options->model, "Folder of the base model")->required();
  verb.add_option("--adapter", options->adapter, "Folder of the PEFT adapter")->required();
  verb.callback([options] {
    const auto model = model::loadLlava(options->model);
    const model::LoraReport report = model::loadPeft(*model, options->adapter);
    const Json json = {
        {"modules", report.modules.size()}, {"of", report.total}, {"r", report.config.r}};
    std::printf("%s\n", json.dump().c_str());
  });
}

}  // namespace mia::engine
