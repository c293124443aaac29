// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tour.h"

#include <QAbstractButton>
#include <QPainter>
#include <QPainterPath>

#include "tests/gui/page_window.h"
#include "ui/theme/theme.h"

namespace mia::test {

using namespace mia::ui;

namespace {

constexpr QSize kWindow(1100, 720);
constexpr int kStrip = 52;  ///< px beneath the window for the words
constexpr int kPatience = 240'000;
constexpr int kStepTime = 50;    ///< ms that the pointer rests on its way
constexpr int kLetterTime = 45;  ///< ms
constexpr int kShownKey = 650;   ///< ms that a key is shown for at least

void drawPointer(QPainter& painter, const QPointF& at, bool pressed) {
  if (pressed) {
    painter.setPen(QPen(tokens().accent, 3));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(at, 16, 16);
  }
  QPainterPath arrow;
  arrow.addPolygon(QPolygonF({{0, 0}, {0, 17}, {4, 13}, {7, 20}, {10, 19}, {7, 12}, {12, 12}}));
  arrow.closeSubpath();
  painter.translate(at);
  painter.setPen(QPen(Qt::white, 1.5));
  painter.setBrush(Qt::black);
  painter.drawPath(arrow);
  painter.translate(-at);
}

}  // namespace

Tour::Tour(const QString& project, const QString& frames)
    : frames_(frames), pointer_(kWindow.width() / 2, kWindow.height() / 2) {
  frames_.mkpath(QStringLiteral("."));
  list_.setFileName(frames_.filePath(QStringLiteral("frames.txt")));
  if (!list_.open(QIODevice::WriteOnly)) qFatal("cannot write frames.txt");
  window_.resize(kWindow);
  window_.show();
  window_.openProject(project);
  settle();
}

void Tour::settle() {
  int quiet = 0;
  const bool rests = QTest::qWaitFor(
      [&] {
        window_.repaint();
        quiet = window_.isSettled() ? quiet + 1 : 0;
        return quiet > 3;
      },
      kPatience);
  if (!rests) qFatal("the window did not come to rest");
}

void Tour::press(Qt::Key key, const QString& name, Qt::KeyboardModifiers modifiers) {
  QTest::keyClick(keyTarget(window_), key, modifiers);
  key_ = name;
  settle();
  hold(kShownKey);
  key_.clear();
}

void Tour::type(const QString& text) {
  constexpr int kLetters = 4;  // a frame
  for (int from = 0; from < text.size(); from += kLetters) {
    QTest::keyClicks(keyTarget(window_), text.mid(from, kLetters));
    hold(kLetters * kLetterTime);
  }
}

void Tour::click(const QString& button) {
  for (QAbstractButton* one : window_.findChildren<QAbstractButton*>()) {
    const bool meant = one->text() == button || one->accessibleName() == button;
    if (meant && one->isVisible() && one->isEnabled()) {
      return click(*one);
    }
  }
  qFatal("there is no button “%s”", qPrintable(button));
}

void Tour::click(QAbstractItemView& view, const QModelIndex& index) {
  if (!index.isValid()) qFatal("there is no such line");
  view.scrollTo(index);
  clickAt(*view.viewport(), view.visualRect(index).center());
}

void Tour::clickAt(QWidget& widget, const QPoint& at) {
  moveTo(widget, at);
  pressed_ = true;
  hold(180);
  pressed_ = false;
  QTest::mouseClick(&widget, Qt::LeftButton, {}, at);
  settle();
}

void Tour::moveTo(QWidget& widget, const QPointF& at, int steps) {
  const QPointF from = pointer_;
  const QPointF to = widget.mapTo(&window_, at);
  for (int step = 1; step <= steps; ++step) {
    const double share = double(step) / steps;
    pointer_ = from + (to - from) * share * share * (3 - 2 * share);
    QTest::mouseMove(&widget, widget.mapFrom(&window_, pointer_).toPoint());
    hold(kStepTime);
  }
}

void Tour::watch(const std::function<bool()>& over, const std::function<int()>& change,
                 int milliseconds) {
  int shown = -1;
  while (!over()) {
    const bool changed = QTest::qWaitFor([&] { return over() || change() != shown; }, kPatience);
    if (!changed) qFatal("nothing happens any more");
    shown = change();
    hold(milliseconds);
  }
  settle();
}

QImage Tour::frame() {
  // The pointer that is drawn, not the one that the platform believes in.
  for (QWidget* widget : window_.findChildren<QWidget*>()) {
    const QPoint at = widget->mapFrom(&window_, pointer_.toPoint());
    widget->setAttribute(Qt::WA_UnderMouse, widget->isVisible() && widget->rect().contains(at));
  }
  QImage image(kWindow + QSize(0, kStrip), QImage::Format_RGB32);
  image.fill(tokens().raised);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.drawPixmap(0, 0, window_.grab());
  drawPointer(painter, pointer_, pressed_);
  painter.setFont(Theme::font(20, QFont::DemiBold));
  painter.setPen(tokens().text);
  const QRect strip(24, kWindow.height(), kWindow.width() - 48, kStrip);
  painter.drawText(strip, Qt::AlignLeft | Qt::AlignVCenter, words_);
  if (!key_.isEmpty()) {
    const int wide = painter.fontMetrics().horizontalAdvance(key_) + 28;
    const QRect cap(strip.right() - wide, strip.top() + 9, wide, kStrip - 18);
    painter.setPen(QPen(tokens().accent, 2));
    painter.setBrush(tokens().panel);
    painter.drawRoundedRect(cap, space::kCorner, space::kCorner);
    painter.setPen(tokens().text);
    painter.drawText(cap, Qt::AlignCenter, key_);
  }
  return image;
}

void Tour::hold(int milliseconds) { keep(frame(), milliseconds); }

void Tour::end(int milliseconds) { keep(first_, milliseconds); }

void Tour::keep(const QImage& image, int milliseconds) {
  if (first_.isNull()) first_ = image;
  const QString name = QStringLiteral("%1.png").arg(++count_, 4, 10, QLatin1Char('0'));
  if (!image.save(frames_.filePath(name))) qFatal("cannot write a frame");
  list_.write(QStringLiteral("%1 %2\n").arg(name).arg(milliseconds).toUtf8());
  list_.flush();
  total_ += milliseconds;
}

}  // namespace mia::test
