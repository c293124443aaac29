// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QUndoCommand>
#include <filesystem>
#include <functional>

#include "ui/session/project_session.h"

namespace mia::ui {

/// A change to the folders of runs that can be taken back.
class RunCommand : public QUndoCommand {
 public:
  using Change = std::function<void(const std::filesystem::path& project)>;

  /// Both changes are made on the writing thread. `done` is called after each with what went wrong,
  /// in words, or nothing; it belongs to `context` and is not called after that is gone.
  RunCommand(ProjectSession& session, QObject* context, const QString& words, Change there,
             Change back, std::function<void(const QString& error)> done)
      : session_(session),
        context_(context),
        there_(std::move(there)),
        back_(std::move(back)),
        done_(std::move(done)) {
    setText(words);
  }

  void redo() override { make(there_); }
  void undo() override { make(back_); }

 private:
  void make(const Change& change) {
    session_.write(
        &session_,
        [change](curation::Project& project) {
          change(project.folder());
          return true;
        },
        [context = context_, done = done_](const Outcome<bool>& outcome) {
          if (context) done(outcome.error);
        });
  }

  ProjectSession& session_;
  QPointer<QObject> context_;
  Change there_;
  Change back_;
  std::function<void(const QString&)> done_;
};

}  // namespace mia::ui
