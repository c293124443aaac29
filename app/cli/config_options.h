// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>

#include "run/config.h"

namespace mia::cli {

/// An option per field of a run's config, named after it with dashes, with its help, unit and
/// default.
template <class Config>
void addConfigOptions(CLI::App& verb, Config& config) {
  Config::visit(config, [&](const run::FieldInfo& info, auto& value) {
    std::string name = info.name;
    std::replace(name.begin(), name.end(), '_', '-');
    using Value = std::decay_t<decltype(value)>;
    if constexpr (std::is_same_v<Value, bool>) {
      verb.add_flag("--" + name + ",!--no-" + name, value, info.help)
          ->default_str(value ? "on" : "off");
    } else {
      CLI::Option* option = verb.add_option("--" + name, value, info.help)->capture_default_str();
      if (*info.unit != '\0') option->type_name(info.unit);
    }
  });
}

/// `begin` with what the person gave on the command line, and `given` holds, in its place.
template <class Config>
Config withGivenOptions(const CLI::App& verb, const Config& given, const Config& begin) {
  Json values = run::configToJson(begin);
  const Json held = run::configToJson(given);
  for (const auto& [field, value] : held.items()) {
    std::string name = field;
    std::replace(name.begin(), name.end(), '_', '-');
    if (verb.get_option("--" + name)->count() > 0) values[field] = value;
  }
  return run::configFromJson<Config>(values, "the command line");
}

}  // namespace mia::cli
