// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "curation/training_queue.h"
#include "ui/pages/train/run_command.h"
#include "ui/pages/train/run_panel.h"
#include "ui/pages/train/train_form.h"
#include "ui/pages/train/train_page.h"
#include "ui/plots/plot_board.h"

// What is done with runs: begun, paused, gone on with, copied, deleted, and written about.

namespace mia::ui {

namespace {

/// An action whose button says `word`.
QAction* named(QAction* action, const QString& word) {
  action->setIconText(word);
  return action;
}

}  // namespace

void TrainPage::buildRunActions() {
  new_ = on("new", tr("New training"), {Qt::Key_N}, [this] { showForm(true); });
  start_ = on("run", tr("Start the training"),
              {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}, [this] {
                if (isFormShown()) form_->start();
              });
  pause_ =
      named(on("pause", tr("Pause behind the present step, with the model in memory"), {Qt::Key_P},
               [this] {
                 askRun(&curation::pauseTraining,
                        tr("No engine is at work on it; it may just have ended."));
               }),
            tr("Pause"));
  goOn_ = named(on("play", tr("Go on at once"), {Qt::Key_P},
                   [this] { askRun(&curation::continueTraining, tr("It was not paused.")); }),
                tr("Go on"));
  stop_ = named(on("stop", tr("Stop: end it behind a checkpoint; it can be resumed"), {Qt::Key_S},
                   [this] { stopRun(); }),
                tr("Stop"));
  resume_ = named(
      on("restart", tr("Resume from the last checkpoint"), {Qt::Key_R}, [this] { resumeRun(); }),
      tr("Resume"));
  duplicate_ = on("copy", tr("New training with these settings"), {Qt::Key_D}, [this] {
    const auto* run = feed_.find(current());
    if (!run) return;
    form_->fill(*run);
    showForm(true);
  });
  delete_ =
      on("delete", tr("Delete; can be undone"), {QKeySequence::Delete}, [this] { deleteRuns(); });
  log_ = on("log", tr("Log of the run, or its curves"), {Qt::SHIFT | Qt::Key_L},
            [this] { showLog(!logWanted_); });
}

void TrainPage::updateActions() {
  const auto* run = feed_.find(current());
  const bool alone = selected().size() == 1 && run;
  const bool underWay = alone && isUnderWay(*run);
  if (run && !isUnderWay(*run)) stopping_.remove(current());
  const bool stopping = stopping_.contains(current());
  const bool working = underWay && run->state == run::RunState::kRunning;
  const bool asked = working && run->hold != curation::RunHold::kNone;
  pause_->setVisible(working && !asked && !stopping);
  goOn_->setVisible(asked && !stopping);
  stop_->setVisible(underWay);
  stop_->setEnabled(!stopping);
  // A command that goes on with it is on its way: a second one would begin anew what was stopped.
  const bool free = !underWay && !resuming_.contains(current());
  resume_->setVisible(alone && free && run->state != run::RunState::kFinished);
  duplicate_->setEnabled(alone);
  delete_->setEnabled(run && free);
  log_->setEnabled(alone);
}

bool TrainPage::isFormShown() const { return middle_->currentWidget() == form_; }

void TrainPage::showForm(bool shown) {
  formWanted_ = shown;
  logWanted_ = false;
  updateMiddle();
  if (shown) form_->startButton().setFocus();
}

/// The form when it is asked for or there is nothing else; else the curves, or why there are none.
void TrainPage::updateMiddle() {
  const auto* run = feed_.find(current());
  if (logWanted_) {
    middle_->setCurrentWidget(logText_);
    return;
  }
  if (formWanted_ || (feed_.isKnown() && model_->rowCount() == 0)) {
    middle_->setCurrentWidget(form_);
    return;
  }
  if (!board_->panels().isEmpty() || !run) {
    middle_->setCurrentIndex(0);
    return;
  }
  QString words = tr("No step was measured yet: %1.").arg(stateWords(*run));
  if (run->turn == curation::RunTurn::kWaiting) {
    words = tr(
        "This training waits until those before it are over; then it starts by itself, whether or "
        "not the window is open.");
  } else if (!run->failure.empty()) {
    words = tr("It failed before its first step.\n\n%1\n\n%2")
                .arg(QString::fromStdString(run->failure),
                     QString::fromStdString(curation::adviceFor(*run)));
  }
  empty_->setText(words);
  middle_->setCurrentWidget(empty_);
}

void TrainPage::startRun(const QString& title, const QStringList& arguments) {
  const auto& check = form_->check();
  if (check && check->same) {
    select(QString::fromStdString(*check->same));
  } else {
    before_.clear();
    for (int row = 0; row < model_->rowCount(); ++row) before_ += model_->idAt(row);
    awaited_ = true;
  }
  formWanted_ = logWanted_ = false;
  Q_EMIT jobAsked(title, arguments);
  feed_.poll();
  updateMiddle();
}

/// A run that was asked for here is shown as soon as it is there.
void TrainPage::takeAwaited() {
  if (!awaited_) return;
  for (int row = 0; row < model_->rowCount(); ++row) {
    if (before_.contains(model_->idAt(row))) continue;
    awaited_ = false;
    select(model_->idAt(row));
    return;
  }
}

void TrainPage::askRun(std::function<bool(const std::string& project, const std::string& run)> wish,
                       const QString& refused) {
  note_->clear();
  feed_.ask(
      this,
      [wish = std::move(wish), project = session_.folder().toStdString(),
       id = current().toStdString()](curation::RunHistory&) { return wish(project, id); },
      [this, id = current(), refused](const Outcome<bool>& asked) {
        if (!asked.value || !*asked.value) {
          stopping_.remove(id);
          note_->showError(asked.value ? refused : asked.error);
        }
        feed_.poll();
      });
}

void TrainPage::stopRun() {
  const auto* run = feed_.find(current());
  if (!run) return;
  stopping_.insert(current());
  updateActions();
  panel_->showRun(*run, true);
  askRun(&curation::stopTraining,
         tr("The command that trains it was not found; it may just have ended."));
}

void TrainPage::resumeRun() {
  const auto* run = feed_.find(current());
  if (!run) return;
  Q_EMIT jobAsked(
      tr("Going on with %1").arg(QString::fromStdString(run->title())),
      {QStringLiteral("train"), QStringLiteral("--run"), current(), QStringLiteral("--wait")});
  feed_.poll();
}

void TrainPage::push(const QString& words, RunCommand::Change there, RunCommand::Change back) {
  session_.undoStack().push(new RunCommand(session_, this, words, std::move(there), std::move(back),
                                           [this](const QString& error) {
                                             if (!error.isEmpty()) note_->showError(error);
                                             feed_.poll();
                                           }));
}

void TrainPage::deleteRuns() {
  std::vector<std::string> ids;
  for (const QString& id : selected()) {
    const auto* run = feed_.find(id);
    if (run && !isUnderWay(*run)) ids.push_back(id.toStdString());
  }
  if (ids.empty()) return;
  const auto each = [ids](auto change) {
    return [ids, change](const std::filesystem::path& project) {
      for (const std::string& id : ids) change(project, id);
    };
  };
  push(tr("Delete %n runs", nullptr, static_cast<int>(ids.size())), each(&curation::binRun),
       each(&curation::restoreRun));
}

void TrainPage::takeNotes(const curation::RunNotes& before, const curation::RunNotes& after) {
  const auto* run = feed_.find(current());
  if (!run) return;
  const auto write = [id = run->id()](const curation::RunNotes& notes) {
    return [id, notes](const std::filesystem::path& project) {
      curation::writeRunNotes(curation::runFolder(project, id), notes);
    };
  };
  push(tr("Write about a run"), write(after), write(before));
}

/// The end of what the engine wrote about a run, in the place of its curves.
void TrainPage::showLog(bool shown) {
  const auto* run = feed_.find(current());
  logWanted_ = shown && run;
  updateMiddle();
  if (!logWanted_) return;
  formWanted_ = false;
  feed_.ask(
      this,
      [file = run->folder / "engine.log"](curation::RunHistory&) {
        constexpr std::size_t kShown = 64 * 1024;
        const std::string text = std::filesystem::exists(file) ? readFile(file) : std::string();
        return text.size() > kShown ? text.substr(text.size() - kShown) : text;
      },
      [this](const Outcome<std::string>& text) {
        const QString words = text.value ? QString::fromStdString(*text.value) : text.error;
        logText_->setPlainText(words.isEmpty() ? tr("The engine has written nothing.") : words);
        logText_->moveCursor(QTextCursor::End);
      });
}

}  // namespace mia::ui
