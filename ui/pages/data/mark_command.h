// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QUndoCommand>
#include <functional>
#include <memory>
#include <vector>

#include "curation/marks.h"
#include "ui/session/project_session.h"

namespace mia::ui {

/// Excluding or tagging some items, or the opposite, as a change that can be taken back: undo
/// changes just what this changed.
class MarkCommand : public QUndoCommand {
 public:
  struct What {
    curation::Shelf shelf = curation::Shelf::kImages;
    std::vector<std::int64_t> ids;
    QString tag;  ///< empty: exclude or take in
    bool on = true;
  };

  /// `done` is called after each change with what went wrong, in words, or nothing; it belongs to
  /// `context` and is not called after that is gone.
  MarkCommand(ProjectSession& session, QObject* context, What what,
              std::function<void(const QString& error)> done);

  void redo() override;
  void undo() override;

 private:
  using Ids = std::vector<std::int64_t>;

  void change(bool on, bool back);

  ProjectSession& session_;
  QPointer<QObject> context_;
  What what_;
  std::function<void(const QString&)> done_;
  /// Written and read on the writing thread alone, where changes follow one another.
  std::shared_ptr<Ids> changed_ = std::make_shared<Ids>();
};

}  // namespace mia::ui
