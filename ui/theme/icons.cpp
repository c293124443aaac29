// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "ui/theme/theme.h"

namespace mia::ui {

namespace {

/// The drawing with its stroke colour put in; the files say "currentColor", as on the web.
QByteArray colouredSvg(const QString& name, const QColor& colour) {
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly)) qFatal("There is no icon %s", qPrintable(name));
  return file.readAll().replace("currentColor", colour.name().toLatin1());
}

QPixmap drawn(const QString& name, const QSize& devicePixels, const QColor& colour) {
  const QString key =
      QStringLiteral("mia:%1:%2:%3").arg(name, colour.name()).arg(devicePixels.width());
  QPixmap pixmap;
  if (QPixmapCache::find(key, &pixmap)) return pixmap;
  pixmap = QPixmap(devicePixels);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  QSvgRenderer(colouredSvg(name, colour)).render(&painter);
  painter.end();
  QPixmapCache::insert(key, pixmap);
  return pixmap;
}

class ThemedIconEngine : public QIconEngine {
 public:
  explicit ThemedIconEngine(QString name) : name_(std::move(name)) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    const qreal ratio = painter->device()->devicePixelRatioF();
    QPixmap pixmap = drawn(name_, (QSizeF(rect.size()) * ratio).toSize(), colour(mode, state));
    painter->drawPixmap(rect, pixmap);
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    return drawn(name_, size, colour(mode, state));
  }

  QIconEngine* clone() const override { return new ThemedIconEngine(name_); }

 private:
  static QColor colour(QIcon::Mode mode, QIcon::State state) {
    const Tokens& t = tokens();
    if (mode == QIcon::Disabled) return mixed(t.panel, t.text, 0.38);
    return state == QIcon::On ? t.accent : t.text;
  }

  QString name_;
};

}  // namespace

QIcon icon(const QString& name) { return QIcon(new ThemedIconEngine(name)); }

QPixmap iconPixmap(const QString& name, int pixels, const QColor& colour, qreal devicePixelRatio) {
  const int side = qRound(pixels * devicePixelRatio);
  QPixmap pixmap = drawn(name, QSize(side, side), colour);
  pixmap.setDevicePixelRatio(devicePixelRatio);
  return pixmap;
}

QIcon programIcon() { return QIcon(QStringLiteral(":/icons/mia-studio.svg")); }

}  // namespace mia::ui
