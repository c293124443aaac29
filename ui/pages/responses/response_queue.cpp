// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/responses/response_queue.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QVBoxLayout>

#include "ui/models/gallery_model.h"
#include "ui/session/settings.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/line_list.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kQueueSearchDelay = 150;  // ms

LineMark markOf(const ShownAnswer& answer) {
  if (answer.kind == ShownAnswer::Kind::kTruth) return LineMark::kTruth;
  if (answer.kind == ShownAnswer::Kind::kAsked) return LineMark::kAsked;
  return answer.response.matches ? LineMark::kGood : LineMark::kBad;
}

QString answerWords(const ShownAnswer& answer) {
  const QString text = QString::fromStdString(answer.response.candidate.text).trimmed();
  if (!text.isEmpty()) return text;
  if (answer.isRunning()) return QStringLiteral("…");
  return answer.isBrokenOff() ? ResponseQueue::tr("(no answer)")
                              : ResponseQueue::tr("(an empty answer)");
}

void fill(QListWidgetItem& item, const ShownAnswer& answer) {
  const QString figures = answerCaption(answer);
  const QString caption =
      figures.isEmpty() ? answer.name : answer.name + QStringLiteral(" · ") + figures;
  item.setText(answerWords(answer));
  item.setData(LineDelegate::kCaptionRole, caption);
  item.setData(LineDelegate::kMarkRole, static_cast<int>(markOf(answer)));
  item.setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(item.text(), caption));
  QString tip = caption;
  if (!answer.response.reason.empty()) {
    tip += QLatin1Char('\n') + QString::fromStdString(answer.response.reason);
  }
  if (!answer.response.candidate.run.empty()) {
    tip += ResponseQueue::tr("\nRun %1").arg(QString::fromStdString(answer.response.candidate.run));
  }
  item.setToolTip(tip);
}

}  // namespace

ResponseQueue::ResponseQueue(ProjectSession& session) : model_(new ResponseModel(session, this)) {
  samples_ = new LineList;
  samples_->setModel(model_);
  samples_->setAccessibleName(tr("Answered samples"));
  answersHeading_ = makeLabel("heading", tr("Answers"));
  answersHeading_->setContentsMargins(space::kMedium, space::kSmall, 0, space::kTiny);
  answers_ = new QListWidget;
  prepareWrappedLines(*answers_);
  answers_->setAccessibleName(tr("Answers to this sample"));
  answers_->viewport()->installEventFilter(this);

  auto* lower = new QWidget;
  auto* lowerColumn = new QVBoxLayout(lower);
  lowerColumn->setContentsMargins(0, 0, 0, 0);
  lowerColumn->setSpacing(0);
  lowerColumn->addWidget(answersHeading_);
  lowerColumn->addWidget(answers_, 1);
  splitter_ = new QSplitter(Qt::Vertical);
  splitter_->setChildrenCollapsible(false);
  splitter_->setHandleWidth(1);
  splitter_->addWidget(samples_);
  splitter_->addWidget(lower);
  if (!splitter_->restoreState(get(settings::kResponsesQueueSplitter))) {
    splitter_->setSizes({300, 300});
  }
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(buildFilters());
  column->addWidget(splitter_, 1);

  searchDelay_.setSingleShot(true);
  searchDelay_.setInterval(kQueueSearchDelay);
  connect(&searchDelay_, &QTimer::timeout, this, &ResponseQueue::applyFilters);
  connect(search_, &QLineEdit::textChanged, &searchDelay_, qOverload<>(&QTimer::start));
  connect(layouts_, &QComboBox::currentIndexChanged, this, &ResponseQueue::applyFilters);
  connect(outcomes_, &QComboBox::currentIndexChanged, this, &ResponseQueue::applyFilters);
  connect(model_, &ResponseModel::listed, this, &ResponseQueue::listed);
  connect(model_, &ResponseModel::failed, this, &ResponseQueue::failed);
  connect(samples_->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& current) {
            if (current.isValid()) Q_EMIT sampleChosen(model_->idAt(current.row()));
          });
  connect(answers_, &QListWidget::currentRowChanged, this, [this](int row) {
    if (row >= 0) Q_EMIT answerChosen(row, false);
  });
  applyFilters();
}

ResponseQueue::~ResponseQueue() { set(settings::kResponsesQueueSplitter, splitter_->saveState()); }

QWidget* ResponseQueue::buildFilters() {
  search_ = new QLineEdit;
  search_->setPlaceholderText(tr("Search"));
  search_->setAccessibleName(tr("Search in questions and ground truths"));
  search_->setToolTip(tr("Every word must occur in the prompt or the ground truth (Ctrl+F)"));
  search_->setClearButtonEnabled(true);
  search_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
  layouts_ = new QComboBox;
  layouts_->setAccessibleName(tr("Layout"));
  layouts_->addItem(tr("any layout"), -1);
  for (const LayoutKind kind :
       {LayoutKind::kSequence, LayoutKind::kGrid, LayoutKind::kPicInPic, LayoutKind::kSingle}) {
    layouts_->addItem(layoutWords(kind), static_cast<int>(kind));
  }
  outcomes_ = new QComboBox;
  outcomes_->setAccessibleName(tr("What came of the answers"));
  using curation::ResponseOutcome;
  const std::pair<QString, ResponseOutcome> outcomes[] = {
      {tr("any outcome"), ResponseOutcome::kAny},
      {tr("became a pair"), ResponseOutcome::kPair},
      {tr("wrong, looked at target"), ResponseOutcome::kLookedAtTarget},
      {tr("right"), ResponseOutcome::kRight},
      {tr("better after training"), ResponseOutcome::kBetter},
      {tr("worse after training"), ResponseOutcome::kWorse}};
  for (const auto& [words, outcome] : outcomes)
    outcomes_->addItem(words, static_cast<int>(outcome));
  layouts_->setCurrentIndex(qMax(0, layouts_->findData(get(settings::kResponsesLayout))));
  outcomes_->setCurrentIndex(qMax(0, outcomes_->findData(get(settings::kResponsesOutcome))));
  found_ = makeLabel("caption");
  auto* filters = makeFrame("bar");
  auto* column = new QVBoxLayout(filters);
  column->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kSmall);
  column->setSpacing(space::kSmall);
  column->addWidget(search_);
  auto* row = new QHBoxLayout;
  row->setSpacing(space::kSmall);
  for (QComboBox* box : {layouts_, outcomes_}) {
    box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    row->addWidget(box, box == layouts_ ? 4 : 5);
  }
  column->addLayout(row);
  column->addWidget(found_);
  return filters;
}

void ResponseQueue::focusSearch() {
  search_->setFocus(Qt::ShortcutFocusReason);
  search_->selectAll();
}

void ResponseQueue::applyFilters() {
  searchDelay_.stop();
  curation::ResponseQuery query;
  query.text = search_->text().trimmed().toStdString();
  const int layout = layouts_->currentData().toInt();
  if (layout >= 0) query.layout = static_cast<LayoutKind>(layout);
  query.outcome = static_cast<curation::ResponseOutcome>(outcomes_->currentData().toInt());
  set(settings::kResponsesLayout, layout);
  set(settings::kResponsesOutcome, outcomes_->currentData().toInt());
  model_->setQuery(query);
}

void ResponseQueue::clearFilters() {
  const QSignalBlocker quietLayouts(layouts_), quietOutcomes(outcomes_);
  search_->clear();
  layouts_->setCurrentIndex(0);
  outcomes_->setCurrentIndex(0);
  applyFilters();
}

void ResponseQueue::wantSample(qint64 id) {
  wanted_ = id;
  if (model_->isLoaded()) listed();
}

void ResponseQueue::goTo(qint64 id) {
  asked_ = true;
  wantSample(id);
}

/// Keeps the sample on view where it is still listed, else turns to the first.
void ResponseQueue::listed() {
  updateFound();
  const int row = model_->rowOf(wanted_);
  const bool isMissing = asked_ && row < 0;
  if (isMissing && isFiltered()) {
    clearFilters();
    return;
  }
  asked_ = false;
  if (model_->rowCount() == 0) {
    Q_EMIT sampleChosen(0);
  } else if (row >= 0 || !samples_->currentIndex().isValid()) {
    samples_->setCurrentIndex(model_->index(qMax(0, row)));
    samples_->scrollTo(samples_->currentIndex(), QAbstractItemView::PositionAtCenter);
  }
  if (isMissing) Q_EMIT missing(wanted_);
}

void ResponseQueue::updateFound() {
  found_->setText(
      tr("%1 samples with answers", nullptr, model_->rowCount()).arg(grouped(model_->rowCount())));
}

void ResponseQueue::step(int samples) {
  const int row = samples_->currentIndex().row() + samples;
  if (row >= 0 && row < model_->rowCount()) samples_->setCurrentIndex(model_->index(row));
}

void ResponseQueue::setAnswers(const std::vector<std::shared_ptr<ShownAnswer>>& answers) {
  const QSignalBlocker quiet(answers_);
  answers_->clear();
  for (const auto& answer : answers) {
    auto* item = new QListWidgetItem(answers_);
    fill(*item, *answer);
  }
  const QModelIndex current = samples_->currentIndex();
  if (current.isValid()) wanted_ = model_->idAt(current.row());
}

void ResponseQueue::updateAnswer(int row, const ShownAnswer& answer) {
  if (QListWidgetItem* item = answers_->item(row)) fill(*item, answer);
}

void ResponseQueue::setSides(int a, int b) {
  const QSignalBlocker quiet(answers_);
  answers_->setCurrentRow(a);
  for (int row = 0; row < answers_->count(); ++row) {
    const QString side = b < 0      ? QString()
                         : row == a ? QStringLiteral("A")
                         : row == b ? QStringLiteral("B")
                                    : QString();
    answers_->item(row)->setData(LineDelegate::kSideRole, side);
  }
}

bool ResponseQueue::eventFilter(QObject* watched, QEvent* event) {
  if (watched == answers_->viewport() && event->type() == QEvent::MouseButtonPress) {
    const auto* press = static_cast<QMouseEvent*>(event);
    const QListWidgetItem* item = answers_->itemAt(press->pos());
    if (item && press->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier)) {
      Q_EMIT answerChosen(answers_->row(item), true);
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace mia::ui
