// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/pair_queue.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVBoxLayout>

#include "ui/models/gallery_model.h"
#include "ui/session/settings.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/line_list.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kPairsAhead = 4;

/// Letters decide; none of them may turn to another pair by its first word.
class PairList : public LineList {
 public:
  void keyboardSearch(const QString&) override {}
};

template <class Value>
void addChoice(QComboBox& box, const QString& words, Value value) {
  box.addItem(words, static_cast<int>(value));
}

void choose(QComboBox& box, int value) {
  const QSignalBlocker quiet(box);
  box.setCurrentIndex(qMax(0, box.findData(value)));
}

}  // namespace

PairQueue::PairQueue(ProjectSession& session, std::shared_ptr<ReviewDesk> desk)
    : session_(session), model_(new PairModel(session, std::move(desk), this)) {
  list_ = new PairList;
  list_->setModel(model_);
  list_->setAccessibleName(tr("Pairs"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(buildFilters());
  column->addWidget(list_, 1);
  restore();
  connect(narrowing_, &QueueNarrowing::changed, this, &PairQueue::apply);
  for (QComboBox* box : {orders_, shows_, samples_}) {
    connect(box, &QComboBox::currentIndexChanged, this, &PairQueue::apply);
  }
  connect(seed_, &QSpinBox::valueChanged, this, &PairQueue::apply);
  connect(model_, &PairModel::listed, this, &PairQueue::listed);
  connect(model_, &PairModel::failed, this, &PairQueue::failed);
  connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& current) {
            if (!current.isValid()) return;
            wanted_ = model_->idAt(current.row());
            Q_EMIT pairChosen(wanted_);
          });
}

QWidget* PairQueue::buildFilters() {
  using curation::QueueFilter;
  using curation::QueueOrder;
  orders_ = new QComboBox;
  orders_->setAccessibleName(tr("Order"));
  addChoice(*orders_, tr("least certain"), QueueOrder::kLeastCertain);
  addChoice(*orders_, tr("by rule"), QueueOrder::kByRule);
  addChoice(*orders_, tr("by layout"), QueueOrder::kByLayout);
  addChoice(*orders_, tr("random"), QueueOrder::kRandom);
  shows_ = new QComboBox;
  shows_->setAccessibleName(tr("Which pairs"));
  addChoice(*shows_, tr("undecided"), QueueFilter::kUndecided);
  addChoice(*shows_, tr("all pairs"), QueueFilter::kAll);
  addChoice(*shows_, tr("decided"), QueueFilter::kDecided);
  addChoice(*shows_, tr("accepted"), QueueFilter::kAccepted);
  addChoice(*shows_, tr("rejected"), QueueFilter::kRejected);
  addChoice(*shows_, tr("flagged"), QueueFilter::kFlagged);
  addChoice(*shows_, tr("reviews disagree"), QueueFilter::kDisputed);
  narrowing_ = new QueueNarrowing;
  samples_ = new QComboBox;
  samples_->setAccessibleName(tr("Sample"));
  samples_->setToolTip(
      tr("So many pairs, drawn in proportion to each layout and number of images"));
  samples_->addItem(tr("no sampling"), 0);
  for (const int pairs : {50, 100, 300, 1000, 3000}) {
    samples_->addItem(tr("sample of %1").arg(grouped(pairs)), pairs);
  }
  seed_ = new QSpinBox;
  seed_->setRange(1, 999999);
  seed_->setPrefix(tr("seed "));
  seed_->setAccessibleName(tr("Seed of the random order and of the sample"));
  seed_->setToolTip(seed_->accessibleName());
  found_ = makeLabel("caption");
  auto* filters = makeFrame("bar");
  auto* column = new QVBoxLayout(filters);
  column->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kSmall);
  column->setSpacing(space::kSmall);
  const QList<QList<QWidget*>> rows{{orders_, shows_}, {samples_, narrowing_->button()}};
  for (const QList<QWidget*>& parts : rows) {
    auto* row = new QHBoxLayout;
    row->setSpacing(space::kSmall);
    for (QWidget* part : parts) {
      part->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
      row->addWidget(part, 1);
    }
    column->addLayout(row);
  }
  column->addWidget(narrowing_);
  auto* foot = new QHBoxLayout;
  foot->addWidget(found_, 1);
  foot->addWidget(seed_);
  column->addLayout(foot);
  return filters;
}

void PairQueue::restore() {
  const QJsonObject kept = QJsonDocument::fromJson(get(settings::kAuditQueue).toUtf8()).object();
  choose(*orders_, kept.value(QLatin1String("order")).toInt());
  choose(
      *shows_,
      kept.value(QLatin1String("show")).toInt(static_cast<int>(curation::QueueFilter::kUndecided)));
  curation::QueueQuery narrowed;
  const int layout = kept.value(QLatin1String("layout")).toInt(-1);
  const int images = kept.value(QLatin1String("images")).toInt();
  const std::string rule = kept.value(QLatin1String("rule")).toString().toStdString();
  if (layout >= 0) narrowed.layout = static_cast<LayoutKind>(layout);
  if (images > 0) narrowed.images = images;
  if (!rule.empty()) narrowed.rule = rule;
  narrowing_->setNarrowed(narrowed);
  choose(*samples_, kept.value(QLatin1String("sample")).toInt());
  const QSignalBlocker quiet(seed_);
  seed_->setValue(kept.value(QLatin1String("seed")).toInt(1));
  if (kept.value(QLatin1String("project")).toString() == session_.folder()) {
    wanted_ = kept.value(QLatin1String("pair")).toInteger();
  }
}

void PairQueue::keep() const {
  curation::QueueQuery narrowed;
  narrowing_->narrow(narrowed);
  const QJsonObject kept{
      {QLatin1String("order"), orders_->currentData().toInt()},
      {QLatin1String("show"), shows_->currentData().toInt()},
      {QLatin1String("layout"), narrowed.layout ? static_cast<int>(*narrowed.layout) : -1},
      {QLatin1String("images"), narrowed.images.value_or(0)},
      {QLatin1String("rule"), QString::fromStdString(narrowed.rule.value_or(std::string()))},
      {QLatin1String("sample"), samples_->currentData().toInt()},
      {QLatin1String("seed"), seed_->value()},
      {QLatin1String("project"), session_.folder()},
      {QLatin1String("pair"), wanted_}};
  set(settings::kAuditQueue, QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact)));
}

PairQueue::~PairQueue() { keep(); }

void PairQueue::setReview(const Review& review, const std::optional<Review>& decidedBy) {
  review_ = review;
  decidedBy_ = decidedBy;
  apply();
}

void PairQueue::narrowTo(curation::QueueFilter filter) {
  choose(*shows_, static_cast<int>(filter));
  apply();
}

void PairQueue::apply() {
  curation::QueueQuery query;
  query.review = review_;
  query.decidedBy = decidedBy_;
  query.order = static_cast<curation::QueueOrder>(orders_->currentData().toInt());
  query.show = static_cast<curation::QueueFilter>(shows_->currentData().toInt());
  query.sample = samples_->currentData().toInt();
  query.seed = static_cast<std::uint64_t>(seed_->value());
  narrowing_->narrow(query);
  seed_->setVisible(query.order == curation::QueueOrder::kRandom || query.sample > 0);
  model_->setQuery(query);
}

void PairQueue::wantPair(qint64 id) {
  wanted_ = id;
  if (model_->isLoaded()) listed();
}

/// Keeps the pair on view where it is still listed, else turns to the first.
void PairQueue::listed() {
  updateFound();
  narrowing_->setChoices(model_->choices());
  if (model_->rowCount() == 0) {
    Q_EMIT pairChosen(0);
    return;
  }
  const int row = qMax(0, model_->rowOf(wanted_));
  list_->setCurrentIndex(model_->index(row));
  list_->scrollTo(list_->currentIndex(), QAbstractItemView::PositionAtCenter);
}

void PairQueue::updateFound() {
  const int pairs = model_->rowCount();
  found_->setText(tr("%1 pairs", nullptr, pairs).arg(grouped(pairs)));
}

qint64 PairQueue::current() const {
  const QModelIndex index = list_->currentIndex();
  return index.isValid() ? model_->idAt(index.row()) : 0;
}

void PairQueue::step(int rows) {
  const int row = list_->currentIndex().row() + rows;
  if (row >= 0 && row < model_->rowCount()) turnTo(row);
}

/// What comes next stays in sight, and the list is not scrolled, and painted anew, at every step.
void PairQueue::turnTo(int row) {
  const QModelIndex index = model_->index(row);
  const QRect place = list_->visualRect(index);
  if (place.top() < 0 || place.bottom() >= list_->viewport()->height()) {
    const bool down = row > list_->currentIndex().row();
    list_->scrollTo(index,
                    down ? QAbstractItemView::PositionAtTop : QAbstractItemView::PositionAtBottom);
  }
  list_->setCurrentIndex(index);
}

qint64 PairQueue::nextUndecided() const {
  const int row = model_->undecidedFrom(list_->currentIndex().row());
  return row < 0 ? 0 : model_->idAt(row);
}

bool PairQueue::toNextUndecided() {
  const qint64 next = nextUndecided();
  if (next != 0) turnTo(model_->rowOf(next));
  return next != 0;
}

QVector<qint64> PairQueue::ahead() const {
  const QModelIndex index = list_->currentIndex();
  if (!index.isValid()) return {};
  QVector<qint64> ids{model_->idAt(index.row())};
  const auto add = [&](int row) {
    if (row < 0 || row >= model_->rowCount()) return;
    if (!ids.contains(model_->idAt(row))) ids.append(model_->idAt(row));
  };
  int row = index.row();
  for (int i = 0; i < kPairsAhead; ++i) {
    row = model_->undecidedFrom(row);
    if (row < 0) break;
    add(row);
    if (i == 0) add(index.row() + 1);
  }
  add(index.row() + 1);
  add(index.row() - 1);
  return ids;
}

QString PairQueue::place() const {
  const QModelIndex index = list_->currentIndex();
  if (!index.isValid()) return {};
  return tr("%1 of %2").arg(grouped(index.row() + 1), grouped(model_->rowCount()));
}

}  // namespace mia::ui
