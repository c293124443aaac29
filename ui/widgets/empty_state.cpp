// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include <QPainter>

#include "ui/theme/theme.h"

namespace mia::ui {

void paintEmptyState(QPainter& painter, const QRect& rect, const QString& heading,
                     const QString& advice) {
  const Tokens& t = tokens();
  const QRect upper(rect.left() + space::kHuge, rect.center().y() - 40,
                    rect.width() - 2 * space::kHuge, 32);
  painter.setFont(Theme::font(type::kSection, QFont::DemiBold));
  painter.setPen(t.text);
  painter.drawText(upper, Qt::AlignHCenter | Qt::AlignBottom, heading);
  painter.setFont(Theme::font(type::kBody));
  painter.setPen(t.dim);
  painter.drawText(QRect(upper.left(), upper.bottom() + space::kSmall, upper.width(), 80),
                   Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, advice);
}

}  // namespace mia::ui
