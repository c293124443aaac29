// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/token_strip.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/theme/theme.h"

namespace mia::ui {

namespace {

constexpr int kTokenPadding = 3;

/// What stands for a token that would be invisible.
QString visible(const QString& token) {
  QString text = token.trimmed();
  if (token.contains(QLatin1Char('\n'))) text += QChar(0x21B5);
  return text.isEmpty() ? QString(QChar(0x00B7)) : text;
}

/// 0 for a token that was certain, 1 for one held for a hundredth or less.
double doubt(double logProb) { return std::clamp(-logProb / std::log(100.0), 0.0, 1.0); }

}  // namespace

TokenStrip::TokenStrip(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
  setTokens({});
}

void TokenStrip::setTokens(QVector<ShownToken> tokens) {
  tokens_ = std::move(tokens);
  marks_.clear();
  current_ = std::min(current_, static_cast<int>(tokens_.size()) - 1);
  hovered_ = -1;
  QString all;
  for (const ShownToken& token : tokens_) all += token.text;
  rightToLeft_ = all.isRightToLeft();
  setAccessibleName(tr("Tokens of the answer: %1").arg(all.trimmed()));
  relayout();
}

void TokenStrip::setCurrent(int token) {
  current_ = std::clamp(token, -1, static_cast<int>(tokens_.size()) - 1);
  setAccessibleDescription(current_ < 0 ? tr("All tokens") : words(current_));
  update();
}

void TokenStrip::setMarks(QVector<double> marks, const QString& what) {
  marks_ = std::move(marks);
  markName_ = what;
  update();
}

void TokenStrip::setTextPixels(int pixels) {
  textPixels_ = pixels;
  relayout();
}

void TokenStrip::relayout() {
  rects_ = laidOut(width());
  updateGeometry();
  update();
}

QVector<QRectF> TokenStrip::laidOut(int width) const {
  const QFontMetricsF metrics(Theme::font(textPixels_));
  const double space = metrics.horizontalAdvance(QLatin1Char(' ')) + 1;
  QVector<QRectF> rects;
  double x = 1, y = 0;
  for (int i = 0; i < tokens_.size(); ++i) {
    const QString& text = tokens_[i].text;
    const double wide = metrics.horizontalAdvance(visible(text)) + 2 * kTokenPadding;
    if (i > 0 && (text.startsWith(QLatin1Char(' ')) || text.startsWith(QLatin1Char('<'))))
      x += space;
    const bool broken = i > 0 && tokens_[i - 1].text.contains(QLatin1Char('\n'));
    if (x > 1 && (broken || x + wide > width - 1)) {
      x = 1;
      y += lineHeight();
    }
    rects.append(QRectF(x, y + 4, std::min<double>(wide, width - 2), lineHeight() - 6));
    x += wide + 1;
  }
  if (!rightToLeft_) return rects;
  for (QRectF& rect : rects) rect.moveLeft(width - rect.right());
  return rects;
}

int TokenStrip::heightForWidth(int width) const {
  const QVector<QRectF> rects = laidOut(width);
  return rects.isEmpty() ? lineHeight() : qRound(rects.last().bottom()) + 4;
}

QSize TokenStrip::sizeHint() const { return {240, heightForWidth(qMax(120, width()))}; }

void TokenStrip::resizeEvent(QResizeEvent*) { relayout(); }

void TokenStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(Theme::font(textPixels_));
  for (int i = 0; i < tokens_.size(); ++i) paintToken(painter, i);
  if (hasFocus() && current_ < 0) {
    painter.setPen(QPen(tokens().accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
  }
}

void TokenStrip::paintToken(QPainter& painter, int token) const {
  const Tokens& t = tokens();
  const QRectF& box = rects_[token];
  const double doubted = doubt(tokens_[token].logProb);
  painter.setPen(Qt::NoPen);
  painter.setBrush(mixed(t.panel, t.rejected, 0.42 * doubted));
  painter.drawRoundedRect(box, 3, 3);
  if (doubted > 0.02) {
    painter.setBrush(t.rejected);
    const double thick = 1 + 3 * doubted;
    painter.drawRect(QRectF(box.left() + 2, box.bottom() - thick, box.width() - 4, thick));
  }
  if (!marks_.isEmpty() && token < marks_.size()) {
    const double most = *std::max_element(marks_.begin(), marks_.end());
    const double share = most > 0 ? marks_[token] / most : 0;
    painter.setBrush(t.accent);
    painter.drawRect(QRectF(box.left() + 1, box.top() - 4, (box.width() - 2) * share, 3));
  }
  const bool special = tokens_[token].text.startsWith(QLatin1Char('<'));
  painter.setPen(special ? t.dim : t.text);
  painter.drawText(box.adjusted(kTokenPadding, 0, 0, -2), Qt::AlignVCenter | Qt::AlignLeft,
                   visible(tokens_[token].text));
  if (token != current_ && token != hovered_) return;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(token == current_ ? t.accent : t.edge, token == current_ ? 2 : 1));
  painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

int TokenStrip::tokenAt(const QPointF& point) const {
  for (int i = 0; i < rects_.size(); ++i) {
    if (rects_[i].adjusted(-1, -4, 1, 3).contains(point)) return i;
  }
  return -1;
}

void TokenStrip::choose(int token) {
  setCurrent(token);
  Q_EMIT chosen(current_);
}

void TokenStrip::mousePressEvent(QMouseEvent* event) {
  const int token = tokenAt(event->position());
  choose(token == current_ ? -1 : token);
}

void TokenStrip::mouseMoveEvent(QMouseEvent* event) {
  const int token = tokenAt(event->position());
  if (token == hovered_) return;
  hovered_ = token;
  update();
  Q_EMIT hovered(token);
}

void TokenStrip::leaveEvent(QEvent*) {
  if (hovered_ < 0) return;
  hovered_ = -1;
  update();
  Q_EMIT hovered(-1);
}

void TokenStrip::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(tokens_.size()) - 1;
  switch (event->key()) {
    case Qt::Key_Left: choose(std::max(-1, current_ - 1)); break;
    case Qt::Key_Right: choose(std::min(last, current_ + 1)); break;
    case Qt::Key_Home: choose(std::min(0, last)); break;
    case Qt::Key_End: choose(last); break;
    default: QWidget::keyPressEvent(event);
  }
}

bool TokenStrip::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const int token = tokenAt(help->pos());
  QToolTip::showText(help->globalPos(), token < 0 ? QString() : words(token), this);
  return true;
}

QString TokenStrip::words(int token) const {
  const ShownToken& shown = tokens_[token];
  QString text = tr("“%1”, token %2 of %3\nprobability %4 %, log-prob %5")
                     .arg(shown.text)
                     .arg(token + 1)
                     .arg(tokens_.size())
                     .arg(100 * std::exp(shown.logProb), 0, 'f', 1)
                     .arg(shown.logProb, 0, 'f', 3);
  if (token < marks_.size()) {
    text += QStringLiteral("\n%1: %2").arg(markName_).arg(marks_[token], 0, 'f', 2);
  }
  return text;
}

}  // namespace mia::ui
