// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "curation/browse.h"
#include "curation/review_book.h"

namespace mia::ui {

/// The newest selection with what reviews made of it, kept in memory between questions. Made and
/// used on the session's reading thread alone.
class ReviewDesk {
 public:
  /// Up to date with the journal; nullptr before the first selection. `newest` as the session
  /// knows it, 0 where it does not know yet.
  curation::ReviewBook* book(curation::Browser& browser, SelectionId newest);

 private:
  std::optional<curation::ReviewBook> book_;
};

}  // namespace mia::ui
