// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include "curation/project.h"
#include "curation/review_book.h"
#include "storage/decisions.h"
#include "ui/main_window.h"
#include "ui/pages/audit/agreement_view.h"
#include "ui/pages/audit/audit_page.h"
#include "ui/pages/audit/batch_bar.h"
#include "ui/pages/audit/next_steps.h"
#include "ui/pages/audit/pair_queue.h"
#include "ui/pages/audit/progress_strip.h"
#include "ui/pages/audit/threshold_view.h"
#include "ui/pages/responses/look_board.h"
#include "ui/pages/responses/side_panel.h"
#include "ui/widgets/key_bar.h"

namespace mia::test {

/// The window with its Audit page at rest.
struct AuditWindow {
  ui::MainWindow window;
  ui::AuditPage* page = nullptr;

  explicit AuditWindow(const QString& project, QSize size = {1440, 900}) {
    window.resize(size);
    window.show();
    window.openProject(project);
    window.showPage(QStringLiteral("audit"));
    page = qobject_cast<ui::AuditPage*>(window.page());
    settle();
  }
  bool settle() {
    return QTest::qWaitFor([this] {
      window.repaint();
      return page && page->isSettled();
    });
  }
  QWidget* target() { return window.focusWidget() ? window.focusWidget() : &window; }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(target(), key, modifiers);
    settle();
  }
  qint64 shownId() const { return page->shown() ? page->shown()->id() : 0; }
  ReviewState state() const { return page->state(); }
  int row() const { return page->queue().list().currentIndex().row(); }
};

/// What lies on the disk, read by another connection.
struct StoredReviews {
  curation::Project project;
  curation::ReviewBook book;

  explicit StoredReviews(const QString& folder)
      : project(curation::Project::open(folder.toStdString())), book(project.database()) {}
  std::int64_t entries() { return storage::DecisionReader(project.database()).count(); }
  std::int64_t count(const Review& review, curation::QueueFilter filter) {
    curation::QueueQuery query;
    query.review = review;
    query.show = filter;
    return book.count(query);
  }
};

}  // namespace mia::test
