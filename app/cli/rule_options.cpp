// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rule_options.h"

#include <cstdio>

namespace mia::cli {

void readThreshold(const std::string& text, selection::Rule& rule) {
  const auto equals = text.find('=');
  const auto colon = text.find(':');
  const Error malformed(ErrorKind::kUsage, "\"" + text + "\" is not a threshold",
                        "Write sequence:3=0.65 or grid=0.5");
  if (equals == std::string::npos) throw malformed;
  double value = 0;
  char rest = 0;
  if (std::sscanf(text.c_str() + equals + 1, "%lf%c", &value, &rest) != 1) throw malformed;
  const bool all = colon == std::string::npos || colon > equals;
  const LayoutKind layout = layoutKindFromString(text.substr(0, all ? equals : colon));
  if (!all) {
    int images = 0;
    if (std::sscanf(text.substr(colon + 1, equals - colon - 1).c_str(), "%d%c", &images, &rest) !=
        1)
      throw malformed;
    rule.thresholds[{layout, images}] = value;
    return;
  }
  for (auto& [key, threshold] : rule.thresholds) {
    if (key.first == layout) threshold = value;
  }
}

}  // namespace mia::cli
