// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDialog>
#include <QLineEdit>

#include "tests/gui/page_window.h"
#include "ui/dialogs/field_row.h"
#include "ui/dialogs/step_sheet.h"

namespace mia::test {

/// Somebody at the window: presses keys, types, and waits for what was asked for.
struct StudioPerson {
  static constexpr int kPatience = 120'000;  ///< ms; a busy machine is slow, not broken

  ui::MainWindow window;

  StudioPerson() {
    window.resize(1440, 900);
    window.show();
    (void)QTest::qWaitForWindowActive(&window);  // keys go nowhere before
  }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(keyTarget(window), key, modifiers);
  }
  /// Replaces what stands in a line.
  static void write(QWidget* line, const QString& text) {
    line->setFocus();
    QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(line, text);
  }
  bool settle() {
    return QTest::qWaitFor(
        [this] {
          window.repaint();
          return window.isSettled();
        },
        kPatience);
  }
  template <class PageType>
  PageType* page(const char* name) {
    if (!window.showPage(QLatin1String(name)) || !settle()) return nullptr;
    return qobject_cast<PageType*>(window.page());
  }
  /// A command by its name, through the palette.
  void command(const QString& words) {
    press(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(window.focusWidget(), words);
    press(Qt::Key_Return);
  }
  ui::StepSheet* sheet() { return window.findChild<ui::StepSheet*>(); }
  void fill(const char* field, const QString& text) {
    for (ui::FieldRow* row : sheet()->findChildren<ui::FieldRow*>()) {
      if (row->field().name == QLatin1String(field)) write(row->editor(), text);
    }
  }
  /// Answers the dialog that asks for a file or a folder.
  bool choose(const QString& path) {
    auto* dialog = window.findChild<QFileDialog*>();
    if (!dialog) return false;
    auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    name->setText(path);  // typed, its completions would take the next key
    QTest::keyClick(name, Qt::Key_Return);
    const bool gone = QTest::qWaitFor([&] { return !window.findChild<QFileDialog*>(); }, kPatience);
    window.activateWindow();
    return gone && QTest::qWaitForWindowActive(&window);
  }
  ui::Job* newest(const char* verb) {
    const QList<ui::Job*>& jobs = window.jobs().jobs();
    for (auto job = jobs.rbegin(); job != jobs.rend(); ++job) {
      if ((*job)->verb() == QLatin1String(verb)) return *job;
    }
    return nullptr;
  }
  /// Waits for the newest job of a verb; what it said, or why it ended otherwise.
  QString awaitJob(const char* verb) {
    const bool ended = QTest::qWaitFor(
        [&] {
          const ui::Job* job = newest(verb);
          return job && !job->isActive();
        },
        kPatience);
    const ui::Job* job = newest(verb);
    if (!ended || !job) return QStringLiteral("%1 did not end").arg(QLatin1String(verb));
    return job->state() == run::JobState::kDone ? QString() : job->words();
  }
};

}  // namespace mia::test
