// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/responses/shown_answer.h"

namespace mia::ui {

struct ShownPair;

/// How the page shows a pair's pictures, so that they can be painted before they are turned to.
struct PaintPlan {
  HeatLook heat = {};  ///< its scale is made from the maps
  Look look = {};      ///< the mean over the tokens; one token's maps are painted when it is chosen
  bool chosen = false;              ///< whether the map for the right answer is shown,
  bool rejected = false;            ///< and the one for the model's own
  QVector<SceneFrame> frames = {};  ///< of the canvases; none: it is not known yet
  bool operator==(const PaintPlan&) const = default;
};

/// The layers that were chosen where the pair was recorded for them, else those that decide.
Look lookFor(const ShownPair& pair, Look look);

/// All that painting needs, held by itself: what the pair holds may change meanwhile.
struct PaintTask {
  QVector<CanvasPicture> pictures;
  QVector<QVector<Heatmap>> maps;  ///< of each side
  PaintPlan plan;
};
PaintTask paintTask(const ShownPair& pair, const PaintPlan& plan);

/// What came of it.
struct PaintedPair {
  QVector<std::shared_ptr<const PaintedScene>> scenes;  ///< one per canvas
  PaintPlan plan;
};
/// On any thread.
PaintedPair paintPair(const PaintTask& task);

}  // namespace mia::ui
