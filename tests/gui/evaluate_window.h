// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <QTest>

#include "tests/gui/evaluated_project.h"
#include "tests/gui/sample_project.h"
#include "ui/main_window.h"
#include "ui/pages/evaluate/evaluate_page.h"

namespace mia::test {

constexpr int kEvaluated = 18;  ///< samples: six of each of three layouts

/// The window with its Evaluate page at rest.
struct EvaluateWindow {
  ui::MainWindow window;
  ui::EvaluatePage* page = nullptr;

  explicit EvaluateWindow(const QString& project, QSize size = {1440, 900}) {
    window.resize(size);
    window.show();
    window.openProject(project);
    window.showPage(QStringLiteral("evaluate"));
    page = qobject_cast<ui::EvaluatePage*>(window.page());
    settle();
  }
  bool settle() {
    return QTest::qWaitFor([this] {
      window.repaint();
      return page && page->isSettled();
    });
  }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, key, modifiers);
    settle();
  }
  QModelIndex cell(const char* group, ui::ComparisonModel::Column column) const {
    return page->table().model().find(QLatin1String(group), column);
  }
  QString figure(const char* group, ui::ComparisonModel::Column column) const {
    return cell(group, column).data().toString();
  }
  void click(QAbstractItemView& view, const QModelIndex& index) {
    view.scrollTo(index);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(index).center());
    settle();
  }
  void clickCell(const char* group, ui::ComparisonModel::Column column) {
    click(page->table().view(), cell(group, column));
  }
  void clickSample(int row) {
    click(page->samples().view(), page->samples().model().index(row, 0));
  }
};

/// A project of its own for tests that add to it.
struct FreshProject {
  QTemporaryDir folder;
  QString path = folder.path() + QStringLiteral("/project");
  std::filesystem::path photos = std::filesystem::path(folder.path().toStdString()) / "photos";

  explicit FreshProject(int samples = kEvaluated) {
    makeProject(path.toStdString(), drawPhotos(photos, 6), samples);
  }
};

}  // namespace mia::test
