// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "domain/layout_recipe.h"

namespace mia::scenes {

/// A layout of the demo and how many samples of it the demo makes.
struct DemoLayout {
  std::string name;     ///< "single", "sequence2" … "sequence5", "grid2", "grid4", "pip"
  LayoutRecipe recipe;  ///< all but the target and the wording
  int train = 0;        ///< prompts to mine pairs from
  int heldOut = 0;      ///< prompts to compare models on
};

/// What the demo project consists of. The grid's margin is narrower than the paper's: the demo
/// model sees a canvas in 64 x 64 pixels, and every one of them counts.
struct DemoPlan {
  /// Scenes per set, five questions each: as many questions as prompts, so that none repeats.
  int trainScenes = 700;
  int heldOutScenes = 600;
  std::vector<DemoLayout> layouts;

  int trainPrompts() const;    ///< in all; single images are never mined
  int heldOutPrompts() const;  ///< in all, single images included
};

DemoPlan demoPlan();

/// One of the plan's layouts by its name; Error kUsage for an unknown one.
const DemoLayout& demoLayout(const DemoPlan& plan, const std::string& name);

}  // namespace mia::scenes
