// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/heat_legend.h"

#include <QPainter>

#include "ui/theme/theme.h"

namespace mia::ui {

HeatLegend::HeatLegend(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
  setLook({});
}

void HeatLegend::setScale(double upper) {
  HeatLook look;
  look.scale = upper;
  setLook(look);
}

void HeatLegend::setLook(const HeatLook& look) {
  if (look == look_ && !accessibleName().isEmpty()) return;
  look_ = look;
  if (look.isDifference()) {
    setAccessibleName(tr("Scale of the difference from −%1 to +%1 times uniform").arg(look.scale));
    setToolTip(
        tr("The second map less the first, patch by patch, in times uniform.\n"
           "Blue: the first looked there more. Orange: the second did."));
  } else {
    setAccessibleName(tr("Heatmap scale from 0 to %1 times uniform").arg(look.scale));
    setToolTip(
        tr("Attention per patch, in times uniform: 1 is what chance would give every patch.\n"
           "One scale for all pictures of this answer."));
  }
  update();
}

void HeatLegend::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setLayoutDirection(Qt::LeftToRight);  // a scale runs so in every language
  const Tokens& t = tokens();
  const QRectF bar(1, 1, width() - 2, 10);
  const double low = look_.isDifference() ? -look_.scale : 0;
  QLinearGradient gradient(bar.topLeft(), bar.topRight());
  constexpr int kStops = 32;
  for (int i = 0; i <= kStops; ++i) {
    const double share = double(i) / kStops;
    gradient.setColorAt(share, heatColour(low + share * (look_.scale - low), look_));
  }
  painter.setPen(QPen(t.edge, 1));
  painter.setBrush(gradient);
  painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
  painter.setFont(Theme::font(type::kCaption));
  painter.setPen(t.dim);
  const QRectF words(0, 14, width(), 18);
  const QString end = QString::number(look_.scale);
  painter.drawText(words, Qt::AlignLeft | Qt::AlignTop,
                   look_.isDifference() ? QStringLiteral("−") + end : QStringLiteral("0"));
  painter.drawText(
      words, Qt::AlignRight | Qt::AlignTop,
      look_.isDifference() ? tr("+%1 × uniform").arg(end) : tr("%1 × uniform").arg(end));
  if (look_.isDifference()) {
    paintMark(painter, bar, 0.5, tr("0 equal"));
  } else {
    paintMark(painter, bar, 1 / look_.scale, tr("1 chance"));
  }
}

void HeatLegend::paintMark(QPainter& painter, const QRectF& bar, double share,
                           const QString& words) const {
  const double x = bar.left() + bar.width() * share;
  const double half = painter.fontMetrics().horizontalAdvance(words) / 2.0 + 2;
  // The zero at the left end keeps its place.
  const double centre = qMax(x, 12 + half);
  painter.drawText(QRectF(centre - half, 14, 2 * half, 18), Qt::AlignHCenter | Qt::AlignTop, words);
  painter.setPen(QPen(tokens().text, 1));
  painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom() + 3));
}

}  // namespace mia::ui
