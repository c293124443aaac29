// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/run_compare.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "curation/run_smoothing.h"
#include "run/config.h"

namespace mia::curation {
namespace {

struct Figure {
  const char* name;
  bool lowest;
};

constexpr double kFigureWeight = 0.8;
constexpr std::array kFigures = {Figure{"eval_loss", true},
                                 Figure{"eval_rewards/accuracies", false},
                                 Figure{"eval_rewards/margins", false},
                                 Figure{"loss", true},
                                 Figure{"rewards/accuracies", false},
                                 Figure{"rewards/margins", false},
                                 Figure{"pairs_per_second", false}};

std::string wordOf(const Json& config, const char* name) {
  const auto found = config.find(name);
  if (found == config.end()) return {};
  return found->is_string() ? found->get<std::string>() : found->dump();
}

ComparedField compareField(const std::string& name, std::vector<std::string> values) {
  const bool differs =
      std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>()) != values.end();
  return {name, std::move(values), differs};
}

std::vector<ComparedField> compareFields(const std::vector<ComparedRun>& runs) {
  std::vector<ComparedField> fields;
  const auto add = [&](const char* name, auto&& valueOf) {
    std::vector<std::string> values;
    for (const ComparedRun& run : runs) values.push_back(valueOf(run));
    fields.push_back(compareField(name, std::move(values)));
  };
  add("model", [](const ComparedRun& run) {
    return std::filesystem::path(run.facts.manifest.model).filename().string();
  });
  add("pairs", [](const ComparedRun& run) { return std::to_string(run.facts.pairs); });
  const run::TrainConfig plain;
  run::TrainConfig::visit(plain, [&](const run::FieldInfo& info, const auto&) {
    add(info.name,
        [&](const ComparedRun& run) { return wordOf(run.facts.manifest.config, info.name); });
  });
  return fields;
}

std::optional<ComparedFigure::Value> bestOf(const RunSeries& series, const Figure& figure) {
  const bool heldOut = std::string_view(figure.name).starts_with("eval_");
  const MetricTable& table = heldOut ? series.heldOut : series.training;
  const std::vector<double>* column = table.find(figure.name);
  if (!column) return std::nullopt;
  const std::vector<double> values = smoothed(*column, heldOut ? 0 : kFigureWeight);
  std::optional<ComparedFigure::Value> best;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isnan(values[i])) continue;
    const bool better =
        !best || (figure.lowest ? values[i] < best->value : values[i] > best->value);
    if (better) best = {values[i], static_cast<std::int64_t>(table.step[i])};
  }
  return best;
}

std::optional<std::size_t> winnerOf(const ComparedFigure& figure) {
  std::optional<std::size_t> best;
  bool alone = false;
  for (std::size_t i = 0; i < figure.values.size(); ++i) {
    if (!figure.values[i]) continue;
    const double value = figure.values[i]->value;
    const double held = best ? figure.values[*best]->value : value;
    if (!best || (figure.lowest ? value < held : value > held)) {
      alone = best.has_value();
      best = i;
    } else if (value != held) {
      alone = true;
    }
  }
  return alone ? best : std::nullopt;
}

}  // namespace

RunComparison compareRuns(const std::vector<ComparedRun>& runs) {
  RunComparison comparison{compareFields(runs), {}};
  for (const Figure& figure : kFigures) {
    ComparedFigure compared{figure.name, figure.lowest, {}, {}};
    for (const ComparedRun& run : runs) compared.values.push_back(bestOf(*run.series, figure));
    compared.best = winnerOf(compared);
    const bool known = std::any_of(compared.values.begin(), compared.values.end(),
                                   [](const auto& value) { return value.has_value(); });
    if (known) comparison.figures.push_back(std::move(compared));
  }
  return comparison;
}

}  // namespace mia::curation
