// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge.h"

#include "ui/theme/theme.h"
#include "ui/widgets/text_line.h"

namespace mia::ui {

void paintBadge(QPainter& painter, const QRect& box, Qt::Alignment corner, const QString& words) {
  painter.setFont(Theme::font(type::kCaption, QFont::DemiBold));
  const int width = qMin(box.width() - 8, painter.fontMetrics().horizontalAdvance(words) + 12);
  QRect plate(0, 0, width, 18);
  plate.moveLeft(corner & Qt::AlignRight ? box.right() - width - 3 : box.left() + 4);
  plate.moveTop(corner & Qt::AlignBottom ? box.bottom() - 21 : box.top() + 4);
  painter.setPen(Qt::NoPen);
  painter.setBrush(QColor(0, 0, 0, 175));
  painter.drawRoundedRect(plate, 4, 4);
  painter.setPen(QColor(255, 255, 255));
  drawTextLine(painter, plate.adjusted(4, 0, -4, 0), Qt::AlignCenter, words);
}

}  // namespace mia::ui
