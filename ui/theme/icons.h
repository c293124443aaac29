// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPixmap>

namespace mia::ui {

/// A line icon of resources/icons by its file name. It is painted in the theme's text colour at the
/// moment of painting (the accent when checked, fainter when disabled), so it follows the theme.
QIcon icon(const QString& name);

/// The same as a pixmap in one colour, `pixels` logical px square.
QPixmap iconPixmap(const QString& name, int pixels, const QColor& colour, qreal devicePixelRatio);

/// The program's own icon.
QIcon programIcon();

}  // namespace mia::ui
