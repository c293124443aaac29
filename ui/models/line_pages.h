// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QSet>
#include <algorithm>
#include <functional>
#include <vector>

#include "ui/session/project_session.h"

namespace mia::ui {

/// The lines of a list whose ids are all known: they are read a page at a time, when a view asks.
template <class Line>
class LinePages {
 public:
  using Lines = std::vector<Line>;

  struct Source {
    /// The lines of these ids, in their order; on the reading thread.
    std::function<Lines(curation::Browser&, const std::vector<std::int64_t>&)> read;
    std::function<std::int64_t(const Line&)> idOf;
    std::function<void(int first, int last)> arrived;  ///< rows
    std::function<void(const QString& sentence)> failed;
  };

  LinePages(ProjectSession& session, QObject* context, Source source)
      : session_(session), context_(context), source_(std::move(source)), pages_(kPagesKept) {}

  void setRead(decltype(Source::read) read) { source_.read = std::move(read); }
  void setIds(std::vector<std::int64_t> ids) {
    ids_ = std::move(ids);
    forget();
  }
  const std::vector<std::int64_t>& ids() const { return ids_; }
  int size() const { return static_cast<int>(ids_.size()); }
  /// Reads the lines anew when they are asked for.
  void forget() {
    pages_.clear();
    asked_.clear();
    ++listing_;
  }

  /// nullptr while it is being read, and when it is gone.
  const Line* at(int row) {
    const int page = row / kLinesPerPage;
    const Lines* lines = pages_.object(page);
    if (!lines) {
      ask(page);
      return nullptr;
    }
    const std::int64_t id = ids_[static_cast<std::size_t>(row)];
    const auto found = std::find_if(lines->begin(), lines->end(),
                                    [&](const Line& line) { return source_.idOf(line) == id; });
    return found == lines->end() ? nullptr : &*found;
  }

 private:
  static constexpr int kLinesPerPage = 60;
  static constexpr int kPagesKept = 64;

  void ask(int page) {
    if (asked_.contains(page)) return;
    asked_.insert(page);
    const auto first = ids_.begin() + page * kLinesPerPage;
    const auto last = std::min(first + kLinesPerPage, ids_.end());
    session_.read(
        context_,
        [read = source_.read, ids = std::vector<std::int64_t>(first, last)](
            curation::Browser& browser) { return read(browser, ids); },
        [this, page, listing = listing_](Outcome<Lines> outcome) {
          if (listing != listing_) return;
          if (!outcome.value) {
            source_.failed(outcome.error);
            return;
          }
          asked_.remove(page);
          pages_.insert(page, new Lines(std::move(*outcome.value)));
          const int top = page * kLinesPerPage;
          source_.arrived(top, std::min(top + kLinesPerPage, size()) - 1);
        });
  }

  ProjectSession& session_;
  QObject* context_;
  Source source_;
  std::vector<std::int64_t> ids_;
  QCache<int, Lines> pages_;
  QSet<int> asked_;
  int listing_ = 0;
};

}  // namespace mia::ui
