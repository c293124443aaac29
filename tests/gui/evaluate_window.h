// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include "tests/gui/evaluated_project.h"
#include "tests/gui/page_window.h"
#include "tests/gui/sample_project.h"
#include "ui/pages/evaluate/evaluate_page.h"

namespace mia::test {

constexpr int kEvaluated = 18;  ///< samples: six of each of three layouts

struct EvaluateWindow : PageWindow<ui::EvaluatePage> {
  explicit EvaluateWindow(const QString& project, QSize size = {1440, 900})
      : PageWindow("evaluate", project, size) {}
  QModelIndex cell(const char* group, ui::ComparisonModel::Column column) const {
    return page->table().model().find(QLatin1String(group), column);
  }
  /// In the characters of the command line, without the table's typography.
  QString figure(const char* group, ui::ComparisonModel::Column column) const {
    return cell(group, column).data().toString().replace(u'\u2212', u'-').replace(u'\u00a0', u' ');
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
