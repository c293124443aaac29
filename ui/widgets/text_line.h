// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QString>

namespace mia::ui {

/// Draws a text as one line into `place`, in the painter's font and pen, with "…" at its end where
/// it does not fit. Shaping a text takes longer than drawing it, and a list draws the same lines
/// whenever it moves: those drawn last are kept shaped. For the GUI thread.
void drawTextLine(QPainter& painter, const QRect& place, Qt::Alignment alignment,
                  const QString& text);

}  // namespace mia::ui
