// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include "ui/main_window.h"
#include "ui/pages/responses/look_board.h"
#include "ui/pages/responses/reading_panel.h"
#include "ui/pages/responses/response_queue.h"
#include "ui/pages/responses/responses_page.h"

namespace mia::test {

/// The window with its Responses page at rest.
struct ResponsesWindow {
  ui::MainWindow window;
  ui::ResponsesPage* page = nullptr;

  explicit ResponsesWindow(const QString& project, QSize size = {1440, 900}) {
    window.resize(size);
    window.show();
    window.openProject(project);
    window.showPage(QStringLiteral("responses"));
    page = qobject_cast<ui::ResponsesPage*>(window.page());
    settle();
  }
  bool settle() {
    return QTest::qWaitFor([this] {
      window.repaint();
      return page && page->isSettled();
    });
  }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QWidget* target = window.focusWidget() ? window.focusWidget() : &window;
    QTest::keyClick(target, key, modifiers);
    settle();
  }
  qint64 shownId() const { return page->sample() ? page->sample()->facts.sample.id.value : 0; }
  QString text(int side) const {
    const auto answer = page->answerOn(side);
    return answer ? QString::fromStdString(answer->response.candidate.text) : QString();
  }
};

}  // namespace mia::test
