// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/evaluate/evaluation_model.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

#include "ui/jobs/job.h"
#include "ui/models/gallery_model.h"
#include "ui/widgets/line_list.h"

namespace mia::ui {

namespace {

LineMark markOf(run::RunState state) {
  switch (state) {
    case run::RunState::kFinished: return LineMark::kGood;
    case run::RunState::kFailed:
    case run::RunState::kDied: return LineMark::kFailed;
    default: return LineMark::kRunning;
  }
}

std::vector<EvaluationLine> linesOf(const std::vector<curation::EvaluationStatus>& all) {
  std::vector<EvaluationLine> lines;
  for (const curation::EvaluationStatus& status : all) {
    for (std::size_t arm = 1; arm < status.manifest.arms.size(); ++arm) {
      lines.push_back({status, arm});
    }
  }
  return lines;
}

bool sameLine(const EvaluationLine& a, const EvaluationLine& b) {
  return a.status.manifest.id == b.status.manifest.id && a.arm == b.arm;
}

QString tipOf(const EvaluationLine& line) {
  const run::RunManifest& manifest = line.status.manifest;
  QString tip = line.run();
  tip += EvaluationModel::tr("\nModel: %1").arg(QString::fromStdString(manifest.model));
  for (const run::Arm& arm : manifest.arms) {
    tip += EvaluationModel::tr("\n%1: %2")
               .arg(QString::fromStdString(arm.name), arm.adapter.empty()
                                                          ? EvaluationModel::tr("the model alone")
                                                          : QString::fromStdString(arm.adapter));
  }
  if (!line.status.problem.empty())
    tip += QLatin1Char('\n') + QString::fromStdString(line.status.problem);
  return tip;
}

}  // namespace

QString EvaluationLine::name() const {
  const auto& arms = status.manifest.arms;
  return EvaluationModel::tr("%1 | %2").arg(QString::fromStdString(arms.front().name),
                                            QString::fromStdString(arms.at(arm).name));
}

EvaluationModel::EvaluationModel(ProjectSession& session, QObject* parent)
    : QAbstractListModel(parent), session_(session) {}

void EvaluationModel::reload() {
  if (reading_) {
    again_ = true;
    return;
  }
  reading_ = true;
  session_.draw(
      this,
      [folder = session_.folder().toStdString()] { return linesOf(curation::evaluations(folder)); },
      [this](Outcome<std::vector<EvaluationLine>> outcome) {
        reading_ = false;
        if (outcome.value) {
          take(std::move(*outcome.value));
        } else {
          Q_EMIT failed(outcome.error);
        }
        if (std::exchange(again_, false)) reload();
      });
}

void EvaluationModel::take(std::vector<EvaluationLine> lines) {
  const bool same =
      loaded_ && std::equal(lines.begin(), lines.end(), lines_.begin(), lines_.end(), sameLine);
  if (same) {
    lines_ = std::move(lines);
    if (!lines_.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT moved();
    return;
  }
  beginResetModel();
  lines_ = std::move(lines);
  letters_.clear();
  loaded_ = true;
  endResetModel();
  Q_EMIT listed();
}

int EvaluationModel::rowOf(const QString& run, std::size_t arm) const {
  const auto found = std::find_if(lines_.begin(), lines_.end(), [&](const EvaluationLine& line) {
    return line.arm == arm && (run.isEmpty() || line.run() == run);
  });
  return found == lines_.end() ? -1 : static_cast<int>(found - lines_.begin());
}

void EvaluationModel::setLetters(const QHash<int, QString>& letters) {
  if (letters == letters_ || lines_.empty()) return;
  letters_ = letters;
  Q_EMIT dataChanged(index(0), index(rowCount() - 1), {LineDelegate::kSideRole});
}

int EvaluationModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

QVariant EvaluationModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const EvaluationLine& line = lineAt(index.row());
  const QString caption =
      createdWords(line.status) + QStringLiteral(" · ") +
      (line.isFinished() ? tr("%1 samples", nullptr, static_cast<int>(line.status.samples))
                               .arg(grouped(line.status.samples))
                         : stateWords(line.status));
  switch (role) {
    case Qt::DisplayRole: return line.name();
    case Qt::ToolTipRole: return tipOf(line);
    case Qt::AccessibleTextRole: return QStringLiteral("%1, %2").arg(line.name(), caption);
    case LineDelegate::kCaptionRole: return caption;
    case LineDelegate::kMarkRole: return static_cast<int>(markOf(line.status.state));
    case LineDelegate::kSideRole: return letters_.value(index.row());
    default: return {};
  }
}

QString stateWords(const curation::EvaluationStatus& status) {
  switch (status.state) {
    case run::RunState::kCreated: return EvaluationModel::tr("not begun");
    case run::RunState::kRunning: {
      QString words = EvaluationModel::tr("running: %1 of %2 answers")
                          .arg(grouped(status.progress.done), grouped(status.progress.total));
      if (status.secondsLeft >= 0)
        words += EvaluationModel::tr(" · %1 left").arg(durationWords(status.secondsLeft));
      return words;
    }
    case run::RunState::kStopped:
      return EvaluationModel::tr("stopped at %1 of %2 answers")
          .arg(grouped(status.progress.done), grouped(status.progress.total));
    case run::RunState::kFinished: return EvaluationModel::tr("finished");
    case run::RunState::kFailed: return EvaluationModel::tr("failed");
    case run::RunState::kDied: return EvaluationModel::tr("ended without a word");
  }
  return {};
}

QString createdWords(const curation::EvaluationStatus& status) {
  const QDateTime time =
      QDateTime::fromString(QString::fromStdString(status.manifest.created), Qt::ISODate);
  const bool thisYear = time.date().year() == QDate::currentDate().year();
  return QLocale().toString(time.toLocalTime(), thisYear ? EvaluationModel::tr("d MMM HH:mm")
                                                         : EvaluationModel::tr("d MMM yyyy HH:mm"));
}

}  // namespace mia::ui
