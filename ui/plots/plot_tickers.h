// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/custom_plot.h"
#include "ui/plots/plot_words.h"

namespace mia::ui {

/// Ticks in round steps of the unit, labelled for people.
QSharedPointer<QCPAxisTicker> makeTicker(PlotUnit unit, bool logarithmic, int ticks);

}  // namespace mia::ui
