// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/responses/shown_answer.h"

namespace mia::ui {

/// Keeps the look's layers where an answer was recorded at them; else chooses `first` to `last`,
/// those that decided about it, or the middle one (as the paper's layer 16 of 32) where these are
/// not told. Leaves the look alone where nothing was recorded.
void chooseDecidingLayers(Look& look, const QVector<int>& recorded, int first, int last);

/// Style, colours and opacity of heatmaps, as they were chosen on the Responses page.
HeatLook keptHeatLook();

}  // namespace mia::ui
