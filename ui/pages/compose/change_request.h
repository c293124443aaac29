// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUndoCommand>
#include <functional>

#include "curation/compose.h"

namespace mia::ui {

/// One change of the layout that is being designed. Changes of the same parameter within one
/// gesture become one step.
class ChangeRequest : public QUndoCommand {
 public:
  using Show = std::function<void(const curation::ComposeRequest&)>;

  ChangeRequest(const QString& what, int gesture, curation::ComposeRequest before,
                curation::ComposeRequest after, Show show);

  int id() const override;
  bool mergeWith(const QUndoCommand* other) override;
  void undo() override { show_(before_); }
  void redo() override { show_(after_); }

 private:
  int gesture_;
  curation::ComposeRequest before_;
  curation::ComposeRequest after_;
  Show show_;
};

}  // namespace mia::ui
