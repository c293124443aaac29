// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/response_model.h"

#include <algorithm>

#include "ui/models/gallery_model.h"
#include "ui/widgets/line_list.h"

namespace mia::ui {

namespace {

constexpr int kLinesPerPage = 60;
constexpr int kPagesKept = 64;

QString factsOf(const curation::ResponseItem& item) {
  QString layout = layoutWords(item.layout);
  if (item.images > 1) layout += ResponseModel::tr(" of %1").arg(item.images);
  return ResponseModel::tr("%1 · %2 · %n answers", nullptr, static_cast<int>(item.answers))
      .arg(grouped(item.sample), layout);
}

}  // namespace

ResponseModel::ResponseModel(ProjectSession& session, QObject* parent)
    : QAbstractListModel(parent), session_(session), pages_(kPagesKept) {}

void ResponseModel::setQuery(const curation::ResponseQuery& query) {
  if (loaded_ && query == query_) return;
  query_ = query;
  reload();
}

void ResponseModel::reload() {
  const int generation = ++generation_;
  session_.read(
      this,
      [query = query_](curation::Browser& browser) {
        return curation::findResponses(browser, query);
      },
      [this, generation](Outcome<std::vector<std::int64_t>> outcome) {
        if (generation != generation_) return;
        if (!outcome.value) {
          Q_EMIT failed(outcome.error);
          return;
        }
        beginResetModel();
        ids_ = std::move(*outcome.value);
        pages_.clear();
        asked_.clear();
        listing_ = generation;
        loaded_ = true;
        endResetModel();
        Q_EMIT listed();
      });
}

int ResponseModel::rowOf(qint64 id) const {
  const auto found = std::lower_bound(ids_.begin(), ids_.end(), id);  // listed by id
  return found != ids_.end() && *found == id ? static_cast<int>(found - ids_.begin()) : -1;
}

int ResponseModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(ids_.size());
}

QVariant ResponseModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  constexpr int kKnown[] = {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole,
                            LineDelegate::kCaptionRole, LineDelegate::kMarkRole};
  if (std::find(std::begin(kKnown), std::end(kKnown), role) == std::end(kKnown)) return {};
  const curation::ResponseItem* item = itemAt(index.row());
  if (!item) return {};
  const QString question = QString::fromStdString(item->question).simplified();
  const QString facts = factsOf(*item);
  switch (role) {
    case LineDelegate::kCaptionRole: return item->hasPair ? tr("%1 · pair").arg(facts) : facts;
    case LineDelegate::kMarkRole:
      return static_cast<int>(item->hasPair ? LineMark::kPair : LineMark::kNone);
    case Qt::AccessibleTextRole:
      return QStringLiteral("%1, %2%3")
          .arg(question, facts, item->hasPair ? tr(", a pair") : QString());
    default: return question;
  }
}

const curation::ResponseItem* ResponseModel::itemAt(int row) const {
  const int page = row / kLinesPerPage;
  const Lines* lines = pages_.object(page);
  if (!lines) {
    askForPage(page);
    return nullptr;
  }
  const qint64 id = idAt(row);
  const auto found = std::find_if(lines->begin(), lines->end(),
                                  [id](const auto& item) { return item.sample == id; });
  return found == lines->end() ? nullptr : &*found;
}

void ResponseModel::askForPage(int page) const {
  if (asked_.contains(page)) return;
  asked_.insert(page);
  auto* self = const_cast<ResponseModel*>(this);
  const auto first = ids_.begin() + page * kLinesPerPage;
  const auto last = std::min(first + kLinesPerPage, ids_.end());
  session_.read(
      self,
      [ids = std::vector<std::int64_t>(first, last)](curation::Browser& browser) {
        return curation::responseItems(browser, ids);
      },
      [self, page, listing = listing_](Outcome<Lines> outcome) {
        if (listing != self->listing_) return;
        if (outcome.value) {
          self->takePage(page, std::move(*outcome.value));
        } else {
          Q_EMIT self->failed(outcome.error);
        }
      });
}

void ResponseModel::takePage(int page, Lines lines) {
  asked_.remove(page);
  pages_.insert(page, new Lines(std::move(lines)));
  const int first = page * kLinesPerPage;
  Q_EMIT dataChanged(index(first), index(qMin(first + kLinesPerPage, rowCount()) - 1));
}

}  // namespace mia::ui
