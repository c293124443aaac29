// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/pair_model.h"

#include <algorithm>

#include "base/figures.h"
#include "ui/models/gallery_model.h"
#include "ui/pages/audit/review_words.h"
#include "ui/widgets/words.h"

namespace mia::ui {

namespace {

std::vector<std::int64_t> valuesOf(const std::vector<PairId>& pairs) {
  std::vector<std::int64_t> values;
  values.reserve(pairs.size());
  for (const PairId pair : pairs) values.push_back(pair.value);
  return values;
}

std::vector<curation::ReviewItem> readItems(curation::Browser& browser, const Review& review,
                                            const std::vector<std::int64_t>& ids) {
  std::vector<PairId> pairs;
  for (const std::int64_t id : ids) pairs.push_back(PairId{id});
  return curation::reviewItems(browser, review, pairs);
}

}  // namespace

PairModel::PairModel(ProjectSession& session, std::shared_ptr<ReviewDesk> desk, QObject* parent)
    : QAbstractListModel(parent),
      session_(session),
      desk_(std::move(desk)),
      pages_(session, this,
             {{},
              [](const curation::ReviewItem& item) { return item.pair.value; },
              [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); },
              [this](const QString& sentence) { Q_EMIT failed(sentence); }}) {}

void PairModel::setQuery(const curation::QueueQuery& query) {
  if (isLoaded() && query == query_) return;
  query_ = query;
  reload();
}

void PairModel::reload() {
  const int generation = ++generation_;
  session_.read(
      this,
      [desk = desk_, query = query_,
       newest = session_.counts().newestSelection](curation::Browser& browser) {
        Listing listing;
        curation::ReviewBook* book = desk->book(browser, newest);
        if (!book) return listing;
        curation::QueueQuery all;
        all.review = query.review;
        all.decidedBy = query.decidedBy;
        listing.allUndecided = book->count(all);
        all.show = curation::QueueFilter::kAll;
        listing.allPairs = book->count(all);
        listing.choices = curation::queueChoices(book->rows());
        listing.ids = valuesOf(book->queue(query));
        listing.rows.reserve(static_cast<qsizetype>(listing.ids.size()));
        for (const std::int64_t id : listing.ids) {
          listing.rows.insert(id, static_cast<int>(listing.rows.size()));
        }
        curation::QueueQuery undecided = query;
        undecided.show = curation::QueueFilter::kUndecided;
        for (const PairId pair : book->queue(undecided)) listing.undecided.insert(pair.value);
        return listing;
      },
      [this, generation](Outcome<Listing> outcome) {
        if (generation != generation_) return;
        if (!outcome.value) {
          Q_EMIT failed(outcome.error);
          return;
        }
        listing_ = generation;
        take(std::move(*outcome.value));
      });
}

void PairModel::take(Listing listing) {
  beginResetModel();
  allPairs_ = listing.allPairs;
  allUndecided_ = listing.allUndecided;
  pages_.setRead(
      [review = query_.review](curation::Browser& browser, const std::vector<std::int64_t>& ids) {
        return readItems(browser, review, ids);
      });
  pages_.setIds(std::move(listing.ids));
  choices_ = std::move(listing.choices);
  rows_ = std::move(listing.rows);
  undecided_ = std::move(listing.undecided);
  // What is on its way to the disk is not in what was read.
  changes_.removeIf([](const auto& change) { return change.value().saved == Saved::kYes; });
  for (auto change = changes_.begin(); change != changes_.end(); ++change) {
    if (change->state.verdict != Verdict::kUndecided) undecided_.remove(change.key());
  }
  endResetModel();
  Q_EMIT listed();
}

int PairModel::undecidedFrom(int row, int step) const {
  const int count = rowCount();
  for (int i = 1; i <= count; ++i) {
    const int at = ((row + step * i) % count + count) % count;
    if (at != row && undecided_.contains(idAt(at))) return at;
  }
  return -1;
}

void PairModel::setState(qint64 pair, const ReviewState& state, Saved saved) {
  changes_.insert(pair, {state, saved});
  const int row = rowOf(pair);
  if (state.verdict == Verdict::kUndecided && row >= 0) {
    undecided_.insert(pair);
  } else {
    undecided_.remove(pair);
  }
  if (row >= 0) Q_EMIT dataChanged(index(row), index(row));
}

const ReviewState* PairModel::changedState(qint64 pair) const {
  const auto found = changes_.constFind(pair);
  return found == changes_.constEnd() ? nullptr : &found->state;
}

const ReviewState& PairModel::stateOf(const curation::ReviewItem& item) const {
  const ReviewState* changed = changedState(item.pair.value);
  return changed ? *changed : item.state;
}

int PairModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : pages_.size();
}

/// "grid of 4 · 31 % of 60 % · accepted"
QString PairModel::captionOf(const curation::ReviewItem& item) const {
  QString layout = layoutWords(item.layout);
  if (item.images > 1) layout += tr(" of %1").arg(item.images);
  QStringList parts{layout};
  if (item.threshold > 0) {
    const int decimals = decimalsApart(item.share * 100, item.threshold * 100);
    parts << tr("%1 of %2").arg(percent(item.share, decimals), percent(item.threshold, decimals));
  }
  // The glyph alone tells that nothing was decided yet.
  const ReviewState& state = stateOf(item);
  const QString words = stateWords(state);
  const qsizetype verdict =
      state.verdict == Verdict::kUndecided ? verdictName(state.verdict).size() + 3 : 0;
  if (words.size() > verdict) parts << words.mid(verdict);
  switch (saved(item.pair.value)) {
    case Saved::kYes: break;
    case Saved::kNotYet: parts << tr("saving…"); break;
    case Saved::kFailed: parts << tr("not saved"); break;
  }
  return parts.join(QStringLiteral(" · "));
}

QVariant PairModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  constexpr int kKnown[] = {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole,
                            LineDelegate::kCaptionRole, LineDelegate::kMarkRole};
  if (std::find(std::begin(kKnown), std::end(kKnown), role) == std::end(kKnown)) return {};
  const curation::ReviewItem* item = pages_.at(index.row());
  if (!item) return {};
  const QString question = QString::fromStdString(item->question).simplified();
  switch (role) {
    case LineDelegate::kCaptionRole: return captionOf(*item);
    case LineDelegate::kMarkRole: return static_cast<int>(stateMark(stateOf(*item)));
    case Qt::AccessibleTextRole:
      return QStringLiteral("%1, %2, %3")
          .arg(question, verdictName(stateOf(*item).verdict), captionOf(*item));
    default: return question;
  }
}

}  // namespace mia::ui
