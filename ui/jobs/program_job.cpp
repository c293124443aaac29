// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/program_job.h"

#include <signal.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

namespace mia::ui {

namespace {

constexpr int kLogLines = 2000;
constexpr int kGraceMilliseconds = 3000;
constexpr int kStoppedExitCode = 130;

/// "412 / 2 000" (digits grouped by thin spaces) or "41 %" in a line of progress, as 0..1; else
/// negative.
double fractionIn(const QString& line) {
  static const QRegularExpression percent(QStringLiteral("(\\d+(?:\\.\\d+)?) ?%"));
  static const QRegularExpression parts(
      QStringLiteral("(\\d[\\d\\x{202f}]*) / (\\d[\\d\\x{202f}]*)"));
  const auto number = [](QString text) { return text.remove(QChar(0x202f)).toDouble(); };
  if (const auto match = parts.match(line); match.hasMatch()) {
    const double total = number(match.captured(2));
    if (total > 0) return qBound(0.0, number(match.captured(1)) / total, 1.0);
  }
  if (const auto match = percent.match(line); match.hasMatch()) {
    return qBound(0.0, match.captured(1).toDouble() / 100, 1.0);
  }
  return -1;
}

}  // namespace

QString commandLineProgram() {
  const QFileInfo beside(QCoreApplication::applicationDirPath() + QStringLiteral("/mia"));
  if (beside.isExecutable()) return beside.absoluteFilePath();
  return QStandardPaths::findExecutable(QStringLiteral("mia"));
}

ProgramJob::ProgramJob(QString title, QStringList arguments, QObject* parent)
    : QObject(parent), title_(std::move(title)), arguments_(std::move(arguments)) {
  process_.setProcessChannelMode(QProcess::MergedChannels);
  connect(&process_, &QProcess::readyReadStandardOutput, this, &ProgramJob::readOutput);
  connect(&process_, &QProcess::finished, this, &ProgramJob::end);
  connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
    if (error == QProcess::FailedToStart) failToStart();
  });
}

ProgramJob::~ProgramJob() {
  process_.disconnect(this);
  if (process_.state() == QProcess::NotRunning) return;
  ::kill(static_cast<pid_t>(process_.processId()), SIGTERM);
  if (!process_.waitForFinished(kGraceMilliseconds)) process_.kill();
}

void ProgramJob::start() {
  const QString program = commandLineProgram();
  if (program.isEmpty()) {
    failToStart();
    return;
  }
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("MIA_PROGRESS_SECONDS"), QStringLiteral("0.5"));
  process_.setProcessEnvironment(environment);
  process_.start(program, arguments_);
}

void ProgramJob::stop() {
  if (state_ != State::kRunning) return;
  state_ = State::kStopping;
  if (process_.processId() > 0) ::kill(static_cast<pid_t>(process_.processId()), SIGINT);
  Q_EMIT changed();
}

QString ProgramJob::failure() const {
  return state_ == State::kFailed ? tr("%1 failed. %2").arg(title_, lastLine_) : QString();
}

void ProgramJob::readOutput() {
  pending_ += process_.readAllStandardOutput();
  pending_.replace('\r', '\n');
  qsizetype end = 0;
  while ((end = pending_.indexOf('\n')) >= 0) {
    takeLine(QString::fromUtf8(pending_.left(end)).trimmed());
    pending_.remove(0, end + 1);
  }
  Q_EMIT changed();
}

void ProgramJob::takeLine(const QString& line) {
  if (line.isEmpty()) return;
  lastLine_ = line;
  fraction_ = fractionIn(line);
  log_.append(line);
  if (log_.size() > kLogLines) log_.removeFirst();
}

void ProgramJob::end(int exitCode, QProcess::ExitStatus status) {
  readOutput();
  takeLine(QString::fromUtf8(pending_).trimmed());
  if (status == QProcess::NormalExit && exitCode == 0) {
    state_ = State::kDone;
  } else if (exitCode == kStoppedExitCode || state_ == State::kStopping) {
    state_ = State::kStopped;
  } else {
    state_ = State::kFailed;
  }
  Q_EMIT changed();
  Q_EMIT finished();
}

void ProgramJob::failToStart() {
  state_ = State::kFailed;
  lastLine_ =
      tr("The program “mia” was not found beside this one or on the PATH. Install it, or "
         "build the target mia_app_cli.");
  Q_EMIT changed();
  Q_EMIT finished();
}

}  // namespace mia::ui
