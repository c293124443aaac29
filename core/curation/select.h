// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "curation/project.h"
#include "domain/selection.h"
#include "selection/auc.h"
#include "selection/rule.h"

namespace mia::curation {

struct SelectRequest {
  selection::Rule rule;
  std::optional<std::string> run;  ///< the generate run whose answers are judged; none: all of them
};

struct SelectionSummary {
  SelectionId id;
  std::int64_t candidates = 0;
  std::int64_t selected = 0;
  std::map<std::string, std::int64_t> byRule;  ///< rule code -> answers
  std::map<std::pair<LayoutKind, int>, std::pair<std::int64_t, std::int64_t>> byLayout;
  ///< layout and number of images -> selected, judged
};

/// Judges every answer to a training sample that takes part (neither it nor an image of it was
/// excluded) by the rule and stores all of them as one selection,
/// near misses too; earlier selections stay. What the rule would take beyond `perSample` or
/// `maxPairs` is a near miss called "surplus" or "not-drawn", a repeated answer of a sample
/// "repeated". Nothing is stored when it is stopped or fails. Error kNotFound when there are no
/// answers.
SelectionSummary select(Project& project, const SelectRequest& request, const WorkContext& work);

/// The selection that was made with this request before, if any.
std::optional<SelectionId> findSelection(Project& project, const SelectRequest& request);

/// The rule of the newest selection; the paper's before the first.
selection::Rule rulingRule(storage::Database& database);

/// How many pairs a selection selected.
std::int64_t countSelected(Project& project, SelectionId selection);

/// How well one decoder layer's share on the target predicts a wrong answer (low share: wrong).
struct LayerReport {
  int layer = 0;
  selection::Auc all;  ///< over all layouts, stratified by layout and number of images
  std::map<std::pair<LayoutKind, int>, selection::Auc> byLayout;
};

/// The report for every layer, over all multi-image training answers (of one run, if named).
std::vector<LayerReport> explainLayers(Project& project, WrongRule wrong,
                                       const std::optional<std::string>& run,
                                       const WorkContext& work);

}  // namespace mia::curation
