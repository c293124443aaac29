// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

class QPainter;

namespace mia::ui {

/// A heading in the middle of `rect` and, beneath it, what to do next.
void paintEmptyState(QPainter& painter, const QRect& rect, const QString& heading,
                     const QString& advice);

}  // namespace mia::ui
