// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QFileDialog>
#include <QKeyEvent>

#include "base/error.h"
#include "ui/commands/key_bindings.h"
#include "ui/pages/audit/audit_page.h"
#include "ui/pages/audit/batch_bar.h"
#include "ui/pages/audit/pair_queue.h"
#include "ui/pages/audit/progress_strip.h"
#include "ui/pages/audit/review_words.h"
#include "ui/pages/responses/look_board.h"
#include "ui/pages/responses/look_choices.h"
#include "ui/pages/responses/side_panel.h"
#include "ui/session/settings.h"

// What the person decides, and where the model looked meanwhile.

namespace mia::ui {

/// The decision shows at once; the disk follows, and says so when it cannot. False when it makes no
/// sense.
bool AuditPage::record(DecisionKind kind, const QString& text) {
  const ReviewState before = state();
  try {
    const ReviewState now = writer_.decide(shown_->facts.pair, before, {kind, text.toStdString()});
    if (now != before) queue_->model().setState(shown_->id(), now, Saved::kNotYet);
    note_->clear();
  } catch (const Error& error) {
    note_->showError(QString::fromUtf8(error.what()));
    return false;
  }
  return true;
}

void AuditPage::decide(DecisionKind kind, const QString& text) {
  if (!shown_) return;
  record(kind, text);
  showReviewState();
}

/// What is left at once is not painted once more.
void AuditPage::decideAndGoOn(DecisionKind kind) {
  if (!shown_) return;
  const auto decided = shown_;
  if (record(kind, {})) goOn();
  if (shown_ == decided) showReviewState();
}

/// To the next undecided pair; behind the last one what is next is offered.
void AuditPage::goOn() {
  if (queue_->toNextUndecided() || queue_->model().undecidedCount() > 0) return;
  if (queue_->query().show == curation::QueueFilter::kUndecided) {
    ending_ = true;
    finish();
  } else {
    queue_->step(+1);
  }
}

/// Lists what is left when the last decision is on the disk.
void AuditPage::finish() {
  if (!ending_ || writer_.underWay() > 0) return;
  ending_ = false;
  queue_->reload();
}

void AuditPage::undo() {
  if (writer_.undo()) return;
  note_->showError(tr("The last thing that was done is not a decision; Ctrl+Z takes it back: %1")
                       .arg(session_.undoStack().undoText()));
}

void AuditPage::setFlagging(bool on) {
  const bool flagging = on && shown_;
  actionOf("flag")->setChecked(flagging);
  if (flagging == flagging_) return;
  flagging_ = flagging;
  fillKeyBar();
  updateActions();
}

void AuditPage::flag(int reason) {
  setFlagging(false);
  decide(DecisionKind::kFlag, reason == 0 ? QString() : flagReasons()[reason - 1]);
}

void AuditPage::edit(AnswerPane::Field field) {
  if (!shown_) return;
  sideTab_ = true;
  applyWidth();
  pane_->edit(field);
}

void AuditPage::keepWritten(AnswerPane::Field field, const QString& text) {
  using Field = AnswerPane::Field;
  if (field == Field::kNote) {
    decide(DecisionKind::kNote, text);
    return;
  }
  const bool truth = (field == Field::kChosen) != state().swapped;
  decide(truth ? DecisionKind::kEditChosen : DecisionKind::kEditRejected, text);
}

/// The target image alone, as large as it fits, for as long as its key is held.
void AuditPage::holdTarget(bool on) {
  on = on && shown_;
  actionOf("target")->setChecked(on);
  if (on == held_) return;
  held_ = on;
  if (on) {
    QCoreApplication::instance()->installEventFilter(this);
  } else {
    QCoreApplication::instance()->removeEventFilter(this);
  }
  showLarge();
}

/// An image as large as it fits; the same once more: all of them.
void AuditPage::zoomTo(int number) {
  if (!shown_) return;
  zoomed_ = number == zoomed_ ? 0 : number;
  showLarge();
  noteZoom();
}

/// The target while its key is held, else the image that was zoomed to, else all.
void AuditPage::showLarge() {
  if (!held_ && zoomed_ == 0) {
    board_->fit();
    return;
  }
  for (int i = 0; i < board_->canvasCount(); ++i) {
    PictureCanvas& canvas = board_->canvas(i);
    const QVector<CanvasPicture>& pictures = canvas.pictures();
    for (int picture = 0; picture < pictures.size(); ++picture) {
      for (const CanvasRegion& region : pictures[picture].regions) {
        const bool wanted = held_ ? region.isTarget : region.image == zoomed_ - 1;
        if (wanted) canvas.showPart(picture, region.rect);
      }
    }
  }
}

/// Another pair, or a person, may have made everything fit again.
void AuditPage::noteZoom() {
  if (board_->canvas().isFitted()) zoomed_ = 0;
  for (int i = 0; i < imageActions_.size(); ++i) imageActions_[i]->setChecked(i + 1 == zoomed_);
}

/// Sees the key that was held down go up, wherever the keyboard is by then.
bool AuditPage::eventFilter(QObject* watched, QEvent* event) {
  if (held_ && event->type() == QEvent::KeyRelease) {
    const auto* release = static_cast<QKeyEvent*>(event);
    const QKeySequence key = KeyBindings::instance().key(QStringLiteral("target"));
    const bool same = !key.isEmpty() && key[0].key() == release->key();
    if (same && !release->isAutoRepeat()) holdTarget(false);
  }
  if (held_ && event->type() == QEvent::ApplicationDeactivate) holdTarget(false);
  return Page::eventFilter(watched, event);
}

void AuditPage::stepToken(int tokens) {
  if (!shown_) return;
  const int last = static_cast<int>(shown_->rejected->response.candidate.tokens.size()) - 1;
  look_.token = std::clamp(look_.token + tokens, -1, last);
  pane_->setLook(look_);
  showMaps();
}

void AuditPage::chooseLayers(int first, int last) {
  look_.firstLayer = first;
  look_.lastLayer = last;
  pane_->setLook(look_);
  showMaps();
  prefetch();
}

/// The maps of an answer under the look; of a token, which is not stored, when the engine has told.
QVector<Heatmap> AuditPage::mapsOf(const std::shared_ptr<ShownAnswer>& answer, bool chosen,
                                   QString& problem) {
  problem = answer->problem;
  const QVector<Heatmap> mean = answer->maps.ofLayers(look_.firstLayer, look_.lastLayer);
  if (chosen && answer->isRunning()) problem = tr("The model is reading the right answer…");
  if (chosen && answer->isUnread()) {
    if (answer->response.model.empty()) {
      readModels();
    } else {
      asker_.read(shown_->sample, answer);
    }
    problem = tr("The model is reading the right answer…");
  }
  if (chosen || look_.token < 0) return mean;
  if (answer->response.model.empty()) {
    readModels();
    problem = tr("Shown is the mean; asking the engine for this token…");
    return mean;
  }
  const auto reading =
      source_.find(shown_->sample, *answer, look_.firstLayer, look_.lastLayer, false);
  if (!reading) {
    problem = source_.problem().isEmpty()
                  ? tr("Shown is the mean; asking the engine for this token…")
                  : source_.problem();
    return mean;
  }
  if (look_.token >= reading->tokens) return mean;
  return placedMaps(reading->mean(look_.token, look_.token, -1), answer->views);
}

void AuditPage::showMaps() {
  if (!shown_) return;
  const bool on = actionOf("heatmap")->isChecked();
  QVector<BoardSide> sides;
  const std::tuple<const char*, std::shared_ptr<ShownAnswer>, QString> all[] = {
      {"chosen-map", shown_->chosen, tr("✓ for the right answer")},
      {"rejected-map", shown_->rejected, tr("✕ for its own answer")}};
  for (const auto& [id, answer, title] : all) {
    if (!on || !actionOf(id)->isChecked()) continue;
    BoardSide side{title, {}, {}};
    side.maps = mapsOf(answer, answer == shown_->chosen, side.problem);
    sides.append(side);
  }
  board_->setLook(keptHeatLook());
  const int before = board_->canvasCount();
  board_->setSides(sides, false);
  if (board_->canvasCount() != before && (held_ || zoomed_ != 0)) showLarge();
  const auto painted = loader_.painted(shown_->id());
  for (int i = 0; i < painted.size(); ++i) board_->canvas(i).setPainted(painted[i]);
}

/// Which model answered is looked up when the engine is to be asked, not for every pair.
void AuditPage::readModels() {
  if (readingModels_) return;
  readingModels_ = true;
  session_.read(
      this,
      [sample = shown_->facts.sample.id](curation::Browser& browser) {
        return curation::sampleResponses(browser, sample);
      },
      [this, pair = shown_](Outcome<curation::SampleResponses> outcome) {
        readingModels_ = false;
        if (!outcome.value) {
          pair->chosen->problem = pair->rejected->problem = outcome.error;
          return;
        }
        for (const curation::Response& response : outcome.value->responses) {
          if (response.candidate.id != pair->facts.candidate.id) continue;
          for (const auto& answer : {pair->rejected, pair->chosen}) {
            answer->response.model = response.model;
            answer->response.adapter = response.adapter;
          }
        }
        if (pair == shown_ && !pair->rejected->response.model.empty()) showMaps();
      });
}

/// From what is most under way to what is least.
void AuditPage::escape() {
  if (held_) {
    holdTarget(false);
  } else if (flagging_) {
    setFlagging(false);
  } else if (batch_->isVisible()) {
    batch_->hide();
    queue_->takeFocus();
  } else if (zoomed_ != 0) {
    zoomTo(zoomed_);
  } else if (look_.token >= 0) {
    stepToken(-1 - look_.token);
  } else {
    note_->clear();
    queue_->takeFocus();
  }
}

void AuditPage::openBatch() {
  setFlagging(false);
  batch_->open(queue_->query());
}

/// Into a new folder; the window shows the job and its end.
void AuditPage::exportAccepted() {
  auto* dialog = new QFileDialog(this, tr("A new folder for the accepted pairs"),
                                 session_.folder() + QStringLiteral("/accepted"));
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
    Q_EMIT jobAsked(
        tr("Exporting the accepted pairs"),
        {QStringLiteral("audit"), QStringLiteral("export"), QStringLiteral("--out"), folder});
  });
  dialog->open();
}

}  // namespace mia::ui
