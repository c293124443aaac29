// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/audit_page.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include "ui/pages/audit/agreement_view.h"
#include "ui/pages/audit/batch_bar.h"
#include "ui/pages/audit/kept_review.h"
#include "ui/pages/audit/next_steps.h"
#include "ui/pages/audit/pair_queue.h"
#include "ui/pages/audit/progress_strip.h"
#include "ui/pages/audit/review_words.h"
#include "ui/pages/audit/threshold_view.h"
#include "ui/pages/audit/work_bar.h"
#include "ui/pages/responses/look_board.h"
#include "ui/pages/responses/look_choices.h"
#include "ui/pages/responses/side_panel.h"
#include "ui/session/settings.h"
#include "ui/widgets/key_bar.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kNarrowAudit = 1036;  ///< below this width one of the outer panes shows at a time

}  // namespace

AuditPage::AuditPage(ProjectSession& session)
    : session_(session),
      desk_(std::make_shared<ReviewDesk>()),
      loader_(session, this),
      writer_(session, desk_, this),
      source_(session, engine_, this),
      asker_(engine_, this) {
  queue_ = new PairQueue(session, desk_);
  board_ = new LookBoard;
  pane_ = new AnswerPane;
  keyBar_ = new KeyBar;
  strip_ = new ProgressStrip(session, desk_);
  batch_ = new BatchBar(session, desk_);
  work_ = new WorkBar;
  next_ = new NextSteps;
  thresholds_ = new ThresholdView(session);
  agreement_ = new AgreementView(session, desk_);
  note_ = new Note;
  buildActions();
  views_ = new QStackedWidget;
  views_->addWidget(buildPairs());
  views_->addWidget(thresholds_);
  views_->addWidget(agreement_);
  bar_ = buildBar();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(bar_);
  column->addWidget(note_);
  column->addWidget(batch_);
  column->addWidget(work_);
  column->addWidget(views_, 1);
  column->addWidget(keyBar_);
  column->addWidget(strip_);
  connectParts();
  connectWriter();
  const KeptReview kept = keptReview(session.folder());
  setReview(kept.review, kept.decidedBy);
  turnTo(View::kPairs);
}

AuditPage::~AuditPage() {
  if (width() >= kNarrowAudit) set(settings::kAuditSplitter, splitter_->saveState());
}

QWidget* AuditPage::buildPairs() {
  middle_ = new QStackedWidget;
  middle_->addWidget(board_);
  middle_->addWidget(next_);
  splitter_ = new QSplitter(Qt::Horizontal);
  splitter_->setChildrenCollapsible(false);
  splitter_->setHandleWidth(1);
  for (QWidget* part : {static_cast<QWidget*>(queue_), static_cast<QWidget*>(middle_),
                        static_cast<QWidget*>(pane_)}) {
    splitter_->addWidget(part);
    splitter_->setStretchFactor(splitter_->indexOf(part), part == middle_ ? 1 : 0);
  }
  queue_->setMinimumWidth(240);
  middle_->setMinimumWidth(320);
  pane_->setMinimumWidth(300);
  if (!splitter_->restoreState(get(settings::kAuditSplitter))) splitter_->setSizes({290, 720, 380});
  return splitter_;
}

void AuditPage::setReview(const Review& review, const std::optional<Review>& decidedBy) {
  keepReview(session_.folder(), {review, decidedBy});
  loader_.setReview(review);
  writer_.setReview(review);
  strip_->setReview(review);
  agreement_->setReview(review);
  shown_.reset();
  queue_->setReview(review, decidedBy);
  reviewer_->setText(decidedBy ? tr("Reviewer: %1 · blind").arg(reviewWords(review))
                               : tr("Reviewer: %1").arg(reviewWords(review)));
  reviewer_->setToolTip(
      decidedBy ? tr("Decisions are signed “%1”; what %2 decided is not told.")
                      .arg(reviewWords(review), reviewWords(*decidedBy))
                : tr("Decisions are signed “%1” (Settings: Reviewer).").arg(reviewWords(review)));
}

void AuditPage::takeFocus() {
  const KeptReview kept = keptReview(session_.folder());
  if (kept.review != writer_.review()) setReview(kept.review, kept.decidedBy);
  if (view() == View::kPairs) queue_->takeFocus();
  session_.refresh();
}

AuditPage::View AuditPage::view() const { return static_cast<View>(views_->currentIndex()); }

void AuditPage::turnTo(View view) {
  pane_->finishEditing();
  setFlagging(false);
  views_->setCurrentIndex(static_cast<int>(view));
  const char* ids[] = {"pairs", "thresholds", "agreement"};
  actionOf(ids[static_cast<int>(view)])->setChecked(true);
  if (view == View::kThresholds) thresholds_->refresh();
  if (view == View::kAgreement) agreement_->refresh();
  if (view == View::kPairs) queue_->takeFocus();
  updateActions();
}

bool AuditPage::isSettled() const {
  const bool pairs = queue_->model().isLoaded() && loader_.isIdle() && writer_.underWay() == 0 &&
                     (wanted_ == 0 || (shown_ && shown_->id() == wanted_));
  return pairs && strip_->isSettled() && batch_->isSettled() && session_.isIdle() &&
         thresholds_->isSettled() && agreement_->isSettled() && !readingModels_ &&
         !prefetching_.isActive() && !(shown_ && shown_->chosen->isRunning());
}

bool AuditPage::showState(const QString& state) {
  const auto afterwards = [this](auto work) {
    // The states of a pair need the pair.
    auto* once = new QObject(this);
    connect(&loader_, &PairLoader::loaded, once, [once, work] {
      work();
      once->deleteLater();
    });
  };
  if (state == QLatin1String("thresholds")) {
    turnTo(View::kThresholds);
  } else if (state == QLatin1String("agreement")) {
    turnTo(View::kAgreement);
  } else if (state == QLatin1String("edit")) {
    afterwards([this] { edit(AnswerPane::Field::kRejected); });
  } else if (state == QLatin1String("note")) {
    afterwards([this] { edit(AnswerPane::Field::kNote); });
  } else if (state == QLatin1String("flag")) {
    afterwards([this] { setFlagging(true); });
  } else if (state == QLatin1String("batch")) {
    openBatch();
  } else if (state == QLatin1String("both")) {
    actionOf("chosen-map")->setChecked(true);
  } else if (state.toLongLong() > 0) {
    openPair(state.toLongLong());
  } else {
    return state.isEmpty();
  }
  return true;
}

void AuditPage::turnToPair(qint64 id) {
  if (id == wanted_ && shown_ && shown_->id() == id) return;
  pane_->finishEditing();
  setFlagging(false);
  holdTarget(false);
  wanted_ = id;
  if (id == 0) {
    showNothing();
    return;
  }
  if (const auto ready = loader_.find(id)) {
    take(ready);
    prefetching_.start();
  } else {
    // Nothing can be decided about a pair that is not on view.
    shown_.reset();
    pane_->show(nullptr);
    updateActions();
    prefetch();
  }
}

/// Shows a pair whether or not the queue lists it.
void AuditPage::openPair(qint64 id) {
  if (view() != View::kPairs) turnTo(View::kPairs);
  if (queue_->model().rowOf(id) >= 0 || !queue_->model().isLoaded()) {
    queue_->wantPair(id);
  } else {
    turnToPair(id);
  }
}

void AuditPage::prefetch() {
  QVector<qint64> ids = queue_->ahead();
  if (wanted_ != 0) {
    ids.removeAll(wanted_);
    ids.prepend(wanted_);
  }
  loader_.want(ids);
}

void AuditPage::take(const std::shared_ptr<ShownPair>& pair) {
  shown_ = pair;
  middle_->setCurrentWidget(board_);
  pane_->setVisible(width() >= kNarrowAudit || sideTab_);
  look_.token = -1;
  look_ = lookFor(*pair, look_);
  board_->setPictures(pair->pictures);
  showMaps();
  pane_->show(pair, look_);
  pane_->setPlace(queue_->current() == pair->id() ? queue_->place() : QString());
  showReviewState();
  updateActions();
}

/// As showMaps() would show any pair that is turned to now.
PaintPlan AuditPage::paintPlan() const {
  PaintPlan plan{keptHeatLook(), look_};
  plan.look.token = -1;
  const bool on = actionOf("heatmap")->isChecked();
  plan.chosen = on && actionOf("chosen-map")->isChecked();
  plan.rejected = on && actionOf("rejected-map")->isChecked();
  const int canvases = plan.chosen && plan.rejected ? 2 : 1;
  if (board_->canvasCount() != canvases) return plan;
  for (int i = 0; i < canvases; ++i) plan.frames.append(board_->canvas(i).frame());
  return plan;
}

bool AuditPage::isNextReady() const {
  const qint64 next = queue_->nextUndecided();
  return next != 0 && loader_.isReady(next);
}

void AuditPage::showNothing() {
  shown_.reset();
  pane_->show(nullptr);
  updateEnd();
  updateActions();
}

/// Where there is no pair to decide about: why, and what is next.
void AuditPage::updateEnd() {
  const PairModel& model = queue_->model();
  if (!model.isLoaded()) return;
  const bool none = model.rowCount() == 0;
  if (!none || shown_) {
    if (shown_ || !none) middle_->setCurrentWidget(board_);
    return;
  }
  const auto show = [this](curation::QueueFilter filter) {
    return [this, filter] { queue_->narrowTo(filter); };
  };
  if (model.allPairs() == 0) {
    next_->setContent(
        tr("No pairs yet"),
        tr("Pairs are selected from a model's answers: wrong ones that did not look at the image "
           "they were asked about. Answers first, then the selection."),
        {{tr("Select pairs…"),
          [this] { Q_EMIT pageAsked(QStringLiteral("run"), QStringLiteral("select")); }},
         {tr("Generate answers…"),
          [this] { Q_EMIT pageAsked(QStringLiteral("run"), QStringLiteral("generate")); }}});
  } else if (queue_->query().show == curation::QueueFilter::kUndecided) {
    next_->setContent(
        model.allUndecided() == 0 ? tr("Every pair is decided")
                                  : tr("Every pair that these filters leave is decided"),
        tr("Export what was accepted, or have the pairs reviewed once more, blind, and see how far "
           "both reviews agree."),
        {{tr("Export the accepted pairs…"), [this] { exportAccepted(); }},
         {tr("Second review and agreement"), [this] { turnTo(View::kAgreement); }},
         {tr("Show all pairs"), show(curation::QueueFilter::kAll)}});
  } else {
    next_->setContent(tr("No pair matches"), tr("Widen the filters at the left."),
                      {{tr("Show all pairs"), show(curation::QueueFilter::kAll)}});
  }
  middle_->setCurrentWidget(next_);
}

ReviewState AuditPage::state() const {
  if (!shown_) return {};
  const ReviewState* changed = queue_->model().changedState(shown_->id());
  return changed ? *changed : shown_->facts.state;
}

void AuditPage::showReviewState() {
  pane_->setState(state(), queue_->model().saved(shown_->id()));
  const bool swapped = state().swapped;
  actionOf("swap")->setChecked(swapped);
}

void AuditPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  applyWidth();
}

void AuditPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  applyWidth();
}

void AuditPage::applyWidth() {
  const bool narrow = width() < kNarrowAudit;
  paneButton_->setVisible(narrow);
  queue_->setVisible(!narrow || !sideTab_);
  pane_->setVisible(!narrow || sideTab_);
}

/// Keys that a control needs itself are left to it, whatever else they mean on the page.
bool AuditPage::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    QWidget* focus = window()->focusWidget();
    const bool presses = key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter;
    const bool moves = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Backspace;
    const bool isButton = qobject_cast<QAbstractButton*>(focus) != nullptr;
    const bool isField =
        qobject_cast<QComboBox*>(focus) || qobject_cast<CutHistogram*>(focus) ||
        qobject_cast<QAbstractSpinBox*>(focus) ||
        (focus && (focus == &pane_->look().strip() || focus == &pane_->look().layers()));
    if ((isButton && presses) || (isField && (presses || moves))) {
      event->accept();
      return true;
    }
  }
  return Page::event(event);
}

}  // namespace mia::ui
