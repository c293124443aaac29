// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job.h"

#include "ui/models/gallery_model.h"

namespace mia::ui {

using run::JobState;

namespace {

QString progressWords(const run::JobStatus& status) {
  const Progress& progress = status.progress;
  if (progress.what.empty()) return QString::fromStdString(status.words);
  const QString unit = QString::fromStdString(progress.unit);
  QStringList parts;
  parts += progress.total > 0
               ? Job::tr("%1: %2 / %3 %4")
                     .arg(QString::fromStdString(progress.what), grouped(progress.done),
                          grouped(progress.total), unit)
               : Job::tr("%1: %2 %3")
                     .arg(QString::fromStdString(progress.what), grouped(progress.done), unit);
  if (status.rate >= 10) {
    parts += Job::tr("%1 /s").arg(grouped(qRound64(status.rate)));
  } else if (status.rate > 0) {
    parts += Job::tr("%1 /s").arg(status.rate, 0, 'f', 1);
  }
  if (status.secondsLeft >= 0) parts += Job::tr("%1 left").arg(durationWords(status.secondsLeft));
  return parts.join(QStringLiteral(" · "));
}

}  // namespace

Job::Job(QString title, QStringList arguments, QString project, QObject* parent)
    : QObject(parent),
      title_(std::move(title)),
      arguments_(std::move(arguments)),
      project_(std::move(project)) {}

bool Job::isFailed() const { return state() == JobState::kFailed || state() == JobState::kDied; }

bool Job::canGoOn() const { return !isActive() && state() != JobState::kDone; }

double Job::fraction() const {
  const Progress& progress = status_.progress;
  if (progress.total <= 0) return -1;
  return qBound(0.0, static_cast<double>(progress.done) / static_cast<double>(progress.total), 1.0);
}

QString Job::words() const {
  const QString said = QString::fromStdString(status_.words).simplified();
  switch (state()) {
    case JobState::kStarting: return tr("starting…");
    case JobState::kRunning: {
      const QString words = progressWords(status_);
      return words.isEmpty() ? tr("under way…") : words;
    }
    case JobState::kPausing: return tr("pausing: finishing what it holds…");
    case JobState::kStopping: return tr("stopping: finishing what it holds…");
    case JobState::kPaused: return tr("paused; goes on from where it is");
    case JobState::kStopped: return tr("stopped; what was done is kept");
    case JobState::kDone: return said.isEmpty() ? tr("done") : said;
    case JobState::kFailed: return said;
    case JobState::kDied:
      return tr(
          "ended without a word: it was killed, or the machine was switched off. What was "
          "done is kept");
  }
  return {};
}

void Job::setStatus(run::JobStatus status) {
  const bool wasActive = isActive();
  status_ = std::move(status);
  Q_EMIT changed();
  if (wasActive && !isActive()) Q_EMIT ended();
}

QString durationWords(double seconds) {
  const auto whole = qRound64(seconds);
  if (whole < 60) return Job::tr("%1 s").arg(whole);
  if (whole < 3600) return Job::tr("%1 m %2 s").arg(whole / 60).arg(whole % 60);
  return Job::tr("%1 h %2 m").arg(whole / 3600).arg(whole / 60 % 60);
}

}  // namespace mia::ui
