// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/paint_plan.h"

#include "ui/pages/audit/shown_pair.h"
#include "ui/pages/responses/look_choices.h"

namespace mia::ui {

Look lookFor(const ShownPair& pair, Look look) {
  chooseDecidingLayers(look, recordedLayers(pair.rejected->response.candidate),
                       pair.facts.firstLayer, pair.facts.lastLayer);
  return look;
}

PaintTask paintTask(const ShownPair& pair, const PaintPlan& plan) {
  PaintTask task{pair.pictures, {}, plan};
  const Look look = lookFor(pair, plan.look);
  for (const auto& [on, answer] :
       {std::pair(plan.chosen, pair.chosen), std::pair(plan.rejected, pair.rejected)}) {
    if (on) task.maps.append(answer->maps.ofLayers(look.firstLayer, look.lastLayer));
  }
  return task;
}

PaintedPair paintPair(const PaintTask& task) {
  QVector<Heatmap> all;
  for (const QVector<Heatmap>& maps : task.maps) all += maps;
  HeatLook heat = task.plan.heat;
  heat.scale = sharedScale(all);
  PaintedPair painted{{}, task.plan};
  for (int i = 0; i < task.plan.frames.size(); ++i) {
    painted.scenes.append(std::make_shared<PaintedScene>(
        paintScene(task.pictures, task.maps.value(i), heat, task.plan.frames[i])));
  }
  return painted;
}

}  // namespace mia::ui
