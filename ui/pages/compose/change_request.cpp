// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compose/change_request.h"

namespace mia::ui {

namespace {
constexpr int kCommandId = 0x436f;  ///< among the kinds of commands that merge
}

ChangeRequest::ChangeRequest(const QString& what, int gesture, curation::ComposeRequest before,
                             curation::ComposeRequest after, Show show)
    : QUndoCommand(what),
      gesture_(gesture),
      before_(std::move(before)),
      after_(std::move(after)),
      show_(std::move(show)) {}

int ChangeRequest::id() const { return kCommandId; }

bool ChangeRequest::mergeWith(const QUndoCommand* other) {
  const auto* next = static_cast<const ChangeRequest*>(other);
  if (next->gesture_ != gesture_ || next->text() != text()) return false;
  after_ = next->after_;
  setObsolete(after_ == before_);
  return true;
}

}  // namespace mia::ui
