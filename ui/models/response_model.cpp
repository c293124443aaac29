// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/response_model.h"

#include <algorithm>

#include "ui/models/gallery_model.h"
#include "ui/widgets/line_list.h"

namespace mia::ui {

namespace {

QString factsOf(const curation::ResponseItem& item) {
  QString layout = layoutWords(item.layout);
  if (item.images > 1) layout += ResponseModel::tr(" of %1").arg(item.images);
  return ResponseModel::tr("%1 · %2 · %n answers", nullptr, static_cast<int>(item.answers))
      .arg(grouped(item.sample), layout);
}

}  // namespace

ResponseModel::ResponseModel(ProjectSession& session, QObject* parent)
    : QAbstractListModel(parent),
      session_(session),
      pages_(session, this,
             {[](curation::Browser& browser, const std::vector<std::int64_t>& ids) {
                return curation::responseItems(browser, ids);
              },
              [](const curation::ResponseItem& item) { return item.sample; },
              [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); },
              [this](const QString& sentence) { Q_EMIT failed(sentence); }}) {}

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
        pages_.setIds(std::move(*outcome.value));
        loaded_ = true;
        endResetModel();
        Q_EMIT listed();
      });
}

int ResponseModel::rowOf(qint64 id) const {
  const auto& ids = pages_.ids();
  const auto found = std::lower_bound(ids.begin(), ids.end(), id);  // listed by id
  return found != ids.end() && *found == id ? static_cast<int>(found - ids.begin()) : -1;
}

int ResponseModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : pages_.size();
}

QVariant ResponseModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  constexpr int kKnown[] = {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole,
                            LineDelegate::kCaptionRole, LineDelegate::kMarkRole};
  if (std::find(std::begin(kKnown), std::end(kKnown), role) == std::end(kKnown)) return {};
  const curation::ResponseItem* item = pages_.at(index.row());
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

}  // namespace mia::ui
