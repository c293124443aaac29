// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "curation/project.h"
#include "curation/review_book.h"
#include "storage/decisions.h"
#include "tests/gui/page_window.h"
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

struct AuditWindow : PageWindow<ui::AuditPage> {
  explicit AuditWindow(const QString& project, QSize size = {1440, 900})
      : PageWindow("audit", project, size) {}
  qint64 shownId() const { return page->shown() ? page->shown()->id() : 0; }
  ReviewState state() const { return page->state(); }
  int row() const { return page->queue().list().currentIndex().row(); }
};

const inline Review kAnna{"anna", 1};

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
