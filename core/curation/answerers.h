// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "curation/browse.h"

namespace mia::curation {

/// A model that can be asked: one that a run of the project used, alone or with an adapter that a
/// training run of the project made.
struct Answerer {
  std::string name;     ///< "base", or the training run's id
  std::string model;    ///< folder
  std::string adapter;  ///< folder of a PEFT adapter; "" for the base
  bool operator==(const Answerer&) const = default;
};

/// The base of the newest run first, then its adapters, newest first, then those of other bases;
/// what lies no longer on disk is left out.
std::vector<Answerer> answerers(Browser& browser);

}  // namespace mia::curation
