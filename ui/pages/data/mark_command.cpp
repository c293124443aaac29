// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/mark_command.h"

#include <QCoreApplication>

#include "ui/models/gallery_model.h"

namespace mia::ui {

namespace {

/// Translates what stands outside of any class.
struct MarkWords {
  Q_DECLARE_TR_FUNCTIONS(MarkWords)
};

QString wordsFor(const MarkCommand::What& what) {
  const int count = static_cast<int>(what.ids.size());
  if (what.tag.isEmpty())
    return what.on ? MarkWords::tr("Exclude %n items", nullptr, count)
                   : MarkWords::tr("Take in %n items", nullptr, count);
  return (what.on ? MarkWords::tr("Tag %n items “%1”", nullptr, count)
                  : MarkWords::tr("Untag %n items “%1”", nullptr, count))
      .arg(what.tag);
}

}  // namespace

MarkCommand::MarkCommand(ProjectSession& session, QObject* context, What what,
                         std::function<void(const QString& error)> done)
    : session_(session), context_(context), what_(std::move(what)), done_(std::move(done)) {
  setText(wordsFor(what_));
}

void MarkCommand::redo() { change(what_.on, false); }
void MarkCommand::undo() { change(!what_.on, true); }

void MarkCommand::change(bool on, bool back) {
  session_.write(
      &session_,
      [shelf = what_.shelf, tag = what_.tag.toStdString(), ids = back ? Ids() : what_.ids,
       changed = changed_, on, back](curation::Project& project) {
        const Ids& items = back ? *changed : ids;
        Ids others = tag.empty() ? curation::setExcluded(project, shelf, items, on)
                                 : curation::setTag(project, shelf, tag, items, on);
        if (!back) *changed = std::move(others);
        return true;
      },
      [context = context_, done = done_](Outcome<bool> outcome) {
        if (context) done(outcome.error);
      });
}

}  // namespace mia::ui
