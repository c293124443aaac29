// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/responses/look_choices.h"

#include "ui/session/settings.h"

namespace mia::ui {

void chooseDecidingLayers(Look& look, const QVector<int>& recorded, int first, int last) {
  if (recorded.isEmpty()) return;
  if (recorded.contains(look.firstLayer) && recorded.contains(look.lastLayer)) return;
  look.firstLayer = recorded.contains(first) ? first : recorded[recorded.size() / 2];
  look.lastLayer = recorded.contains(last) ? qMax(look.firstLayer, last) : look.firstLayer;
}

HeatLook keptHeatLook() {
  const QSettings stored;  // looked up once: this is asked for with every pair that is turned to
  HeatLook look;
  look.style = static_cast<HeatStyle>(get(settings::kHeatStyle, stored));
  look.colours = static_cast<curation::ColourMap>(get(settings::kHeatColours, stored));
  look.opacity = get(settings::kHeatOpacity, stored) / 100.0;
  return look;
}

}  // namespace mia::ui
