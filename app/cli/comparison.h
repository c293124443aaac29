// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "curation/evaluate.h"

namespace mia::cli {

/// The tables of an evaluation as they are printed.
struct Comparison {
  Json json;
  std::string words;
};
Comparison comparisonOf(const run::RunDirectory& evaluation, WrongRule wrong);

}  // namespace mia::cli
