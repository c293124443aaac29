// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include "tests/gui/rest.h"
#include "ui/main_window.h"

namespace mia::test {

/// Who hears a key that is pressed now.
inline QWidget* keyTarget(QWidget& window) {
  return window.focusWidget() ? window.focusWidget() : &window;
}

/// The window with one page of a project, at rest.
template <class PageType>
struct PageWindow {
  ui::MainWindow window;
  PageType* page = nullptr;

  PageWindow(const char* name, const QString& project, QSize size) {
    window.resize(size);
    window.show();
    window.openProject(project);
    window.showPage(QLatin1String(name));
    page = qobject_cast<PageType*>(window.page());
    settle();
  }
  void settle() {
    waitForRest([this] {
      window.repaint();
      return page && page->isSettled();
    });
  }
  QWidget* target() { return keyTarget(window); }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(target(), key, modifiers);
    settle();
  }
};

}  // namespace mia::test
