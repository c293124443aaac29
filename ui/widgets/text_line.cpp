// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text_line.h"

#include <QCache>
#include <QCoreApplication>
#include <QFont>
#include <QStaticText>

namespace mia::ui {

namespace {

constexpr int kLinesKept = 4096;

struct LineKey {
  QString text;
  QFont font;
  int width = 0;
  bool operator==(const LineKey&) const = default;
};

size_t qHash(const LineKey& key, size_t seed) {
  return qHashMulti(seed, key.text, key.font, key.width);
}

/// Emptied with the application, whose fonts the lines hold.
QCache<LineKey, QStaticText>& keptLines() {
  static QCache<LineKey, QStaticText> lines(kLinesKept);
  static const bool emptied = [] {
    qAddPostRoutine([] { keptLines().clear(); });
    return true;
  }();
  Q_UNUSED(emptied);
  return lines;
}

const QStaticText& shaped(const QPainter& painter, const QString& text, int width) {
  const LineKey key{text, painter.font(), width};
  if (const QStaticText* known = keptLines().object(key)) return *known;
  QString line = text;
  line.replace(QLatin1Char('\n'), QLatin1Char(' '));
  auto* fresh = new QStaticText(painter.fontMetrics().elidedText(line, Qt::ElideRight, width));
  fresh->setTextFormat(Qt::PlainText);
  fresh->prepare({}, painter.font());
  keptLines().insert(key, fresh);
  return *fresh;
}

}  // namespace

void drawTextLine(QPainter& painter, const QRect& place, Qt::Alignment alignment,
                  const QString& text) {
  if (text.isEmpty() || place.width() <= 0) return;
  const QStaticText& line = shaped(painter, text, place.width());
  QRectF at(QPointF(), line.size());
  at.moveTopLeft(place.topLeft());
  if (alignment & Qt::AlignRight) at.moveRight(QRectF(place).right());
  if (alignment & Qt::AlignHCenter) at.moveLeft(place.left() + (place.width() - at.width()) / 2);
  if (alignment & Qt::AlignBottom) at.moveBottom(QRectF(place).bottom());
  if (alignment & Qt::AlignVCenter) at.moveTop(place.top() + (place.height() - at.height()) / 2);
  painter.drawStaticText(at.topLeft(), line);
}

}  // namespace mia::ui
