// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QDir>
#include <QFile>
#include <QPointF>
#include <functional>

#include "ui/main_window.h"

namespace mia::test {

/// Leads through the real window by keys and mouse and keeps what is seen as frames: PNG files, and
/// `frames.txt` with a line "FILE MILLISECONDS" for each.
class Tour {
 public:
  Tour(const QString& project, const QString& frames);

  ui::MainWindow& window() { return window_; }
  template <class PageType>
  PageType& page() {
    auto* page = qobject_cast<PageType*>(window_.page());
    if (!page) qFatal("another page was expected");
    return *page;
  }
  /// What the strip beneath the window says from here on.
  void say(const QString& words) { words_ = words; }
  void press(Qt::Key key, const QString& name, Qt::KeyboardModifiers modifiers = {});
  void type(const QString& text);
  /// Clicks the button that has this text or name.
  void click(const QString& button);
  void click(QWidget& widget) { clickAt(widget, widget.rect().center()); }
  void click(QAbstractItemView& view, const QModelIndex& index);
  void moveTo(QWidget& widget, const QPointF& at, int steps = 6);
  /// Shows what is seen for so long.
  void hold(int milliseconds);
  /// Shows what happens until it is over, each change for so long.
  void watch(const std::function<bool()>& over, const std::function<int()>& change,
             int milliseconds);
  /// The first view again, as the end.
  void end(int milliseconds);
  /// So long it is in all.
  int milliseconds() const { return total_; }

 private:
  void settle();
  void clickAt(QWidget& widget, const QPoint& at);
  void keep(const QImage& image, int milliseconds);
  QImage frame();

  ui::MainWindow window_;
  QDir frames_;
  QFile list_;
  QImage first_;
  QString words_;
  QString key_;  ///< that was just pressed
  QPointF pointer_;
  bool pressed_ = false;
  int count_ = 0;
  int total_ = 0;
};

}  // namespace mia::test
