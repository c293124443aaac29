// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/agreement_view.h"
#include "ui/pages/audit/audit_page.h"
#include "ui/pages/audit/batch_bar.h"
#include "ui/pages/audit/pair_queue.h"
#include "ui/pages/audit/progress_strip.h"
#include "ui/pages/audit/threshold_view.h"
#include "ui/pages/audit/work_bar.h"
#include "ui/pages/responses/look_board.h"
#include "ui/pages/responses/side_panel.h"

// What the page's parts tell each other.

namespace mia::ui {

void AuditPage::connectParts() {
  connect(queue_, &PairQueue::pairChosen, this, &AuditPage::turnToPair);
  connect(queue_, &PairQueue::failed, note_, &Note::showError);
  connect(&loader_, &PairLoader::loaded, this, [this](const std::shared_ptr<ShownPair>& pair) {
    if (pair->id() == wanted_ && (!shown_ || shown_->id() != wanted_)) take(pair);
  });
  connect(&loader_, &PairLoader::failed, this, [this](qint64 pair, const QString& sentence) {
    if (pair == wanted_) note_->showError(sentence);
  });
  prefetching_.setSingleShot(true);
  connect(&prefetching_, &QTimer::timeout, this, &AuditPage::prefetch);
  loader_.setPlan([this] { return paintPlan(); });
  connect(board_, &LookBoard::stepped, queue_, &PairQueue::step);
  connect(board_, &LookBoard::zoomChanged, this, &AuditPage::noteZoom);
  connect(&pane_->look(), &SidePanel::tokenChosen, this, [this](int token) {
    look_.token = token;
    showMaps();
  });
  connect(&pane_->look(), &SidePanel::layersChosen, this, &AuditPage::chooseLayers);
  connect(pane_, &AnswerPane::written, this, &AuditPage::keepWritten);
  connect(pane_, &AnswerPane::editingEnded, this, [this] {
    updateActions();
    queue_->takeFocus();
  });
  connect(&source_, &AttentionSource::changed, this, &AuditPage::showMaps);
  connect(&asker_, &Asker::grew, this, [this](const std::shared_ptr<ShownAnswer>& answer) {
    if (shown_ && answer == shown_->chosen && !answer->isRunning()) showMaps();
  });
  connect(batch_, &BatchBar::asked, &writer_, &ReviewWriter::decideAll);
  connect(batch_, &BatchBar::failed, note_, &Note::showError);
  connect(batch_, &BatchBar::closed, queue_, &PairQueue::takeFocus);
  connect(thresholds_, &ThresholdView::selectAsked, this, [this](const QStringList& arguments) {
    Q_EMIT jobAsked(tr("Selecting pairs with other thresholds"), arguments);
  });
  connect(thresholds_, &ThresholdView::failed, note_, &Note::showError);
  connect(agreement_, &AgreementView::failed, note_, &Note::showError);
  connect(thresholds_, &ThresholdView::pairAsked, this, &AuditPage::openPair);
  connect(agreement_, &AgreementView::pairAsked, this, &AuditPage::openPair);
  connect(agreement_, &AgreementView::reviewAsked, this,
          [this](const Review& review, const std::optional<Review>& decidedBy) {
            setReview(review, decidedBy);
            queue_->narrowTo(curation::QueueFilter::kUndecided);
            turnTo(View::kPairs);
          });
  connect(agreement_, &AgreementView::resolved, &writer_, &ReviewWriter::resolve);
  connect(agreement_, &AgreementView::journalAsked, this, [this](const QString& file) {
    Q_EMIT jobAsked(tr("Writing the journal"), {QStringLiteral("audit"), QStringLiteral("journal"),
                                                QStringLiteral("--out"), file});
  });
  connect(agreement_, &AgreementView::mergeAsked, &writer_, &ReviewWriter::merge);
  connect(&writer_, &ReviewWriter::merged, agreement_, &AgreementView::showMerged);
  connect(&queue_->model(), &PairModel::listed, this, [this] {
    // What was read before may be older than what is listed now.
    updateEnd();
    prefetch();
  });
  connect(&session_, &ProjectSession::countsChanged, this, [this] {
    loader_.forgetAll();
    queue_->reload();
    strip_->refresh();
    if (view() == View::kThresholds) thresholds_->refresh();
    if (view() == View::kAgreement) agreement_->refresh();
  });
}

void AuditPage::connectWriter() {
  connect(&writer_, &ReviewWriter::settled, this,
          [this](qint64 pair, const ReviewState& state, const QString& problem) {
            const bool saved = problem.isEmpty();
            if (const auto known = loader_.find(pair)) known->facts.state = state;
            queue_->model().setState(pair, state, saved ? Saved::kYes : Saved::kFailed);
            if (!saved) note_->showError(tr("Pair %1 was not saved: %2").arg(pair).arg(problem));
            if (shown_ && shown_->id() == pair) showReviewState();
            strip_->refresh();
            finish();
          });
  connect(&writer_, &ReviewWriter::stepped, this,
          [this](const QVector<QPair<qint64, ReviewState>>& pairs) {
            for (const auto& [pair, state] : pairs) {
              if (const auto known = loader_.find(pair)) known->facts.state = state;
              queue_->model().setState(pair, state, Saved::kYes);
            }
            strip_->refresh();
            openPair(pairs.first().first);
            if (shown_) showReviewState();
          });
  connect(&writer_, &ReviewWriter::changedMany, this, [this] {
    loader_.forgetAll();
    queue_->reload();
    strip_->refresh();
    agreement_->refresh();
    if (wanted_ != 0) shown_.reset();
  });
  connect(&writer_, &ReviewWriter::failed, note_, &Note::showError);
  connect(&writer_, &ReviewWriter::progressed, work_, &WorkBar::show);
  connect(&writer_, &ReviewWriter::rested, work_, &QWidget::hide);
  connect(work_, &WorkBar::stopAsked, this, [this] { writer_.stop(); });
}

}  // namespace mia::ui
