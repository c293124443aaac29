// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/review_desk.h"

#include "base/error.h"

namespace mia::ui {

curation::ReviewBook* ReviewDesk::book(curation::Browser& browser, SelectionId newest) {
  if (book_ && (!newest || book_->selection() == newest)) {
    book_->refresh();
    return &*book_;
  }
  try {
    book_.emplace(browser.database(), newest);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kNotFound) throw;
    book_.reset();
    return nullptr;
  }
  return &*book_;
}

}  // namespace mia::ui
