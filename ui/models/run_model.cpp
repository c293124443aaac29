// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_model.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <algorithm>

#include "ui/models/gallery_model.h"
#include "ui/widgets/line_list.h"

namespace mia::ui {

using curation::RunFacts;
using curation::RunTurn;
using run::RunState;

namespace {

LineMark markOf(const RunFacts& run) {
  if (run.turn == RunTurn::kWaiting) return LineMark::kWaiting;
  if (run.turn == RunTurn::kStarting) return LineMark::kRunning;
  switch (run.state) {
    case RunState::kRunning:
      return run.hold == curation::RunHold::kHeld ? LineMark::kPaused : LineMark::kRunning;
    case RunState::kFinished: return LineMark::kGood;
    case RunState::kFailed:
    case RunState::kDied: return LineMark::kFailed;
    case RunState::kStopped: return LineMark::kStopped;
    default: return LineMark::kUndecided;
  }
}

QString captionOf(const RunFacts& run) {
  QStringList parts{stateWords(run), momentWords(run.manifest.created)};
  for (const std::string& tag : run.notes.tags) {
    parts += QLatin1Char('#') + QString::fromStdString(tag);
  }
  return parts.join(QStringLiteral(" · "));
}

bool sameLine(const RunFacts& a, const RunFacts& b) {
  return a.title() == b.title() && a.turn == b.turn && a.state == b.state && a.notes == b.notes &&
         stateWords(a) == stateWords(b);
}

}  // namespace

QString stateWords(const RunFacts& run) {
  const QString step = grouped(run.step);
  if (run.turn == RunTurn::kWaiting) return RunModel::tr("waiting for its turn");
  if (run.turn == RunTurn::kStarting) return RunModel::tr("starting");
  switch (run.state) {
    case RunState::kCreated: return RunModel::tr("not started");
    case RunState::kFinished:
      return RunModel::tr("finished, %1 steps", nullptr, static_cast<int>(run.step)).arg(step);
    case RunState::kStopped: return RunModel::tr("stopped at step %1").arg(step);
    case RunState::kFailed: return RunModel::tr("failed");
    case RunState::kDied: return RunModel::tr("ended without a word at step %1").arg(step);
    case RunState::kRunning: break;
  }
  const bool training = run.stage == "train";
  if (run.hold == curation::RunHold::kHeld)
    return training ? RunModel::tr("paused at step %1").arg(step)
                    : RunModel::tr("paused while it prepares");
  if (run.hold == curation::RunHold::kAsked) {
    return training ? RunModel::tr("pausing behind step %1").arg(grouped(run.step + 1))
                    : RunModel::tr("pausing");
  }
  if (run.stage.empty()) return RunModel::tr("starting");
  if (run.stage != "train") {
    return RunModel::tr("preparing: %1 %2 of %3")
        .arg(QString::fromStdString(run.stage), grouped(run.stageDone), grouped(run.stageTotal));
  }
  return RunModel::tr("step %1 of %2").arg(grouped(run.stageDone), grouped(run.stageTotal));
}

QString nextWords(const RunFacts& run) {
  if (run.turn == RunTurn::kStarting) return RunModel::tr("It goes on when the window is closed.");
  if (run.turn == RunTurn::kWaiting) {
    return RunModel::tr(
        "It starts by itself when those before it are over, also without the window.");
  }
  switch (run.state) {
    case RunState::kStopped:
      return run.checkpoint > 0
                 ? RunModel::tr("It can be resumed: from step %1 on, with nothing lost.")
                       .arg(grouped(run.checkpoint))
                 : RunModel::tr("It can be resumed, from its beginning.");
    case RunState::kCreated: return RunModel::tr("It was prepared; Resume begins it.");
    case RunState::kRunning: break;
    default: return {};
  }
  if (run.hold == curation::RunHold::kHeld) {
    return RunModel::tr(
        "Its model stays in memory: it goes on at once. Stop frees the memory, and it can be "
        "resumed later.");
  }
  return run.hold == curation::RunHold::kNone
             ? RunModel::tr("It goes on when the window is closed.")
             : QString();
}

QString momentWords(const std::string& created) {
  const auto moment = QDateTime::fromString(QString::fromStdString(created), Qt::ISODate);
  return QLocale().toString(moment.toLocalTime(), RunModel::tr("d MMM, HH:mm"));
}

void RunModel::setRuns(const std::vector<RunFacts>& runs) {
  const auto listed = [&](const RunFacts& run) {
    return std::any_of(runs.begin(), runs.end(),
                       [&](const RunFacts& other) { return other.id() == run.id(); });
  };
  for (int row = rowCount() - 1; row >= 0; --row) {
    if (listed(runs_[static_cast<std::size_t>(row)])) continue;
    beginRemoveRows({}, row, row);
    runs_.erase(runs_.begin() + row);
    endRemoveRows();
  }
  for (int row = 0; row < static_cast<int>(runs.size()); ++row) {
    const RunFacts& run = runs[static_cast<std::size_t>(row)];
    if (row == rowCount() || runs_[static_cast<std::size_t>(row)].id() != run.id()) {
      beginInsertRows({}, row, row);
      runs_.insert(runs_.begin() + row, run);
      endInsertRows();
      continue;
    }
    RunFacts& known = runs_[static_cast<std::size_t>(row)];
    const bool same = sameLine(known, run);
    known = run;
    if (!same) Q_EMIT dataChanged(index(row), index(row));
  }
}

QString RunModel::idAt(int row) const {
  if (row < 0 || row >= rowCount()) return {};
  return QString::fromStdString(runs_[static_cast<std::size_t>(row)].id());
}

int RunModel::rowOf(const QString& id) const {
  for (int row = 0; row < rowCount(); ++row) {
    if (idAt(row) == id) return row;
  }
  return -1;
}

int RunModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(runs_.size());
}

QVariant RunModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const RunFacts& run = runs_[static_cast<std::size_t>(index.row())];
  const QString title = QString::fromStdString(run.title());
  switch (role) {
    case Qt::DisplayRole: return title;
    case Qt::ToolTipRole: return QString::fromStdString(run.id());
    case Qt::AccessibleTextRole: return QStringLiteral("%1, %2").arg(title, captionOf(run));
    case LineDelegate::kCaptionRole: return captionOf(run);
    case LineDelegate::kMarkRole: return static_cast<int>(markOf(run));
    default: return {};
  }
}

}  // namespace mia::ui
