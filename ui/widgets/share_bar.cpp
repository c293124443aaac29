// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/share_bar.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include "base/figures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/words.h"

namespace mia::ui {

namespace {

constexpr double kBarTop = 16;
constexpr double kBarHeight = 20;

}  // namespace

ShareBar::ShareBar(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ShareBar::setShares(QVector<double> shares, double elsewhere, int target,
                         std::optional<double> threshold) {
  shares_ = std::move(shares);
  elsewhere_ = elsewhere;
  target_ = target;
  threshold_ = threshold;
  QStringList all;
  for (int i = 0; i <= shares_.size(); ++i) all.append(words(i));
  setAccessibleName(tr("Attention: %1").arg(all.join(QStringLiteral(", "))));
  update();
}

QString ShareBar::figure(int segment) const {
  if (segment == shares_.size()) return percent(elsewhere_);
  const double share = shares_[segment];
  const bool isHeld = segment == target_ && threshold_;  // against the threshold
  return percent(share, isHeld ? decimalsApart(share * 100, *threshold_ * 100) : 0);
}

QString ShareBar::words(int segment) const {
  if (segment == shares_.size()) return tr("%1 elsewhere").arg(figure(segment));
  return tr("%1 on image %2").arg(figure(segment)).arg(segment + 1) +
         (segment == target_ ? tr(" (the target)") : QString());
}

QVector<QRectF> ShareBar::segments() const {
  QVector<QRectF> rects;
  double x = 1;
  const double room = width() - 2;
  for (int i = 0; i <= shares_.size(); ++i) {
    const double share = i < shares_.size() ? shares_[i] : elsewhere_;
    rects.append(QRectF(x, kBarTop, share * room, kBarHeight));
    x += share * room;
  }
  return rects;
}

void ShareBar::paintEvent(QPaintEvent*) {
  if (shares_.isEmpty()) return;
  QPainter painter(this);
  painter.setLayoutDirection(Qt::LeftToRight);  // a scale runs so in every language
  const Tokens& t = tokens();
  painter.setFont(Theme::font(type::kCaption));
  const QVector<QRectF> rects = segments();
  for (int i = 0; i < rects.size(); ++i) {
    const bool rest = i == shares_.size();
    const bool target = i == target_;
    const QColor ground = target ? mixed(t.panel, t.accent, 0.3) : mixed(t.panel, t.text, 0.14);
    const QRectF box = rects[i].adjusted(0, 0, -2, 0);
    if (box.width() <= 0) continue;
    painter.fillRect(
        box, rest ? QBrush(mixed(t.panel, t.text, 0.35), Qt::BDiagPattern) : QBrush(ground));
    const QString label = figure(i);
    if (painter.fontMetrics().horizontalAdvance(label) + 6 < box.width() && !rest) {
      painter.setPen(t.text);
      painter.drawText(box, Qt::AlignCenter, label);
    }
    const QString name = rest ? tr("elsewhere") : QString::number(i + 1);
    if (painter.fontMetrics().horizontalAdvance(name) <= box.width() + 2) {
      painter.setPen(target ? t.accent : t.dim);
      painter.drawText(QRectF(box.left(), 0, box.width() + 2, 14),
                       Qt::AlignHCenter | Qt::AlignBottom, name);
    }
  }
  if (target_ >= 0 && target_ < rects.size() && rects[target_].width() > 3) {
    painter.setPen(QPen(t.accent, 2));
    painter.drawRect(rects[target_].adjusted(1, 1, -3, -1));
  }
  if (threshold_ && target_ >= 0 && target_ < shares_.size()) {
    // Measured from where the target's segment begins: reached it, or fell short by so much.
    const double x = qMin(rects[target_].left() + *threshold_ * (width() - 2), width() - 1.0);
    painter.setPen(QPen(t.text, 2));
    painter.drawLine(QPointF(x, kBarTop - 4), QPointF(x, kBarTop + kBarHeight + 4));
  }
}

bool ShareBar::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const QVector<QRectF> rects = shares_.isEmpty() ? QVector<QRectF>() : segments();
  for (int i = 0; i < rects.size(); ++i) {
    if (rects[i].left() <= help->pos().x() && help->pos().x() < rects[i].right()) {
      QToolTip::showText(help->globalPos(), words(i), this);
    }
  }
  return true;
}

}  // namespace mia::ui
