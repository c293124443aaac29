// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace mia::ui {

/// A run of the command-line program `mia` that the user sees and can stop. Everything the window
/// starts is such a job, so that it could have been typed as well and outlives the window's errors.
class ProgramJob : public QObject {
  Q_OBJECT

 public:
  enum class State { kRunning, kStopping, kDone, kStopped, kFailed };

  /// `title` is shown to people; `arguments` begin with the verb.
  ProgramJob(QString title, QStringList arguments, QObject* parent);
  /// Asks a job that still runs to stop, and waits for its polite end.
  ~ProgramJob() override;

  void start();
  /// The polite stop: the program finishes what it holds and leaves everything able to go on.
  void stop();

  const QString& title() const { return title_; }
  State state() const { return state_; }
  bool isActive() const { return state_ == State::kRunning || state_ == State::kStopping; }
  /// What the program said last, one line.
  const QString& lastLine() const { return lastLine_; }
  /// Why it failed, in the program's words.
  QString failure() const;
  const QStringList& log() const { return log_; }
  /// 0..1, or negative while the program has not said.
  double fraction() const { return fraction_; }

 Q_SIGNALS:
  void changed();
  void finished();

 private:
  void readOutput();
  void takeLine(const QString& line);
  void end(int exitCode, QProcess::ExitStatus status);
  void failToStart();

  QString title_;
  QStringList arguments_;
  QProcess process_;
  State state_ = State::kRunning;
  QByteArray pending_;
  QString lastLine_;
  QStringList log_;
  double fraction_ = -1;
};

/// The `mia` beside this program, or the one on the PATH; empty when there is none.
QString commandLineProgram();

}  // namespace mia::ui
