// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/heat_legend.h"

#include <QPainter>

#include "ui/theme/theme.h"
#include "ui/widgets/heatmap.h"

namespace mia::ui {

HeatLegend::HeatLegend(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
  setScale(2);
}

void HeatLegend::setScale(double upper) {
  upper_ = upper;
  setAccessibleName(tr("Heatmap scale from 0 to %1 times uniform").arg(upper));
  setToolTip(
      tr("Attention per patch, in times uniform: 1 is what chance would give every patch.\n"
         "One scale for all pictures of this answer."));
  update();
}

void HeatLegend::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& t = tokens();
  const QRectF bar(1, 1, width() - 2, 10);
  QLinearGradient gradient(bar.topLeft(), bar.topRight());
  constexpr int kStops = 16;
  for (int i = 0; i <= kStops; ++i) {
    gradient.setColorAt(double(i) / kStops, heatColour(double(i) / kStops));
  }
  painter.setPen(QPen(t.edge, 1));
  painter.setBrush(gradient);
  painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
  painter.setFont(Theme::font(type::kCaption));
  painter.setPen(t.dim);
  const QRectF words(0, 14, width(), 18);
  const double chance = bar.left() + bar.width() / upper_;
  painter.drawText(words, Qt::AlignLeft | Qt::AlignTop, QStringLiteral("0"));
  painter.drawText(words, Qt::AlignRight | Qt::AlignTop,
                   tr("%1 × uniform").arg(QString::number(upper_)));
  painter.drawText(QRectF(chance - 40, 14, 80, 18), Qt::AlignHCenter | Qt::AlignTop,
                   tr("1 chance"));
  painter.setPen(QPen(t.text, 1));
  painter.drawLine(QPointF(chance, bar.top()), QPointF(chance, bar.bottom() + 3));
}

}  // namespace mia::ui
