// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>

namespace mia::ui {

/// Words on a plate in a corner of the picture in `box`, readable upon any photo.
void paintBadge(QPainter& painter, const QRect& box, Qt::Alignment corner, const QString& words);

}  // namespace mia::ui
