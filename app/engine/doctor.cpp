// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <memory>

#include "app/engine/device.h"
#include "app/engine/verb.h"

namespace mia::engine {
namespace {

void printWords(const Json& report) {
  std::printf("LibTorch %s, %d threads, %.1f GB of memory\n",
              report["libtorch"].get<std::string>().c_str(), report["threads"].get<int>(),
              static_cast<double>(report["memory_bytes"].get<std::int64_t>()) / 1e9);
  for (const Json& device : report["devices"]) {
    std::printf("device %s\n", device.get<std::string>().c_str());
  }
}

}  // namespace

void declareDoctor(CLI::App& verb) {
  verb.footer("Example: mia-engine doctor --json");
  const auto json = std::make_shared<bool>(false);
  verb.add_flag("--json", *json, "Print one JSON object");
  verb.callback([json] {
    const Json report = describeMachine();
    if (*json) {
      std::printf("%s\n", report.dump(2).c_str());
    } else {
      printWords(report);
    }
  });
}

}  // namespace mia::engine
