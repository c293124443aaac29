// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/engine_channel.h"

namespace mia::ui {

namespace {

constexpr qsizetype kWords = 600;  ///< bytes of standard error that are kept
constexpr int kGraceMilliseconds = 2000;

}  // namespace

void EngineChannel::start(int number, const QString& program) {
  end();
  number_ = number;
  pending_.clear();
  words_.clear();
  process_ = std::make_unique<QProcess>();
  connect(process_.get(), &QProcess::readyReadStandardOutput, this, &EngineChannel::readReplies);
  connect(process_.get(), &QProcess::readyReadStandardError, this, &EngineChannel::readWords);
  connect(process_.get(), &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
    readReplies();
    readWords();
    Q_EMIT died(number_,
                status == QProcess::CrashExit
                    ? tr("The engine was ended from outside or crashed%1").arg(lastWords())
                    : tr("The engine ended with exit code %1%2").arg(code).arg(lastWords()));
  });
  connect(process_.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
    if (error != QProcess::FailedToStart) return;
    Q_EMIT died(number_, tr("The engine could not be started: %1.").arg(process_->errorString()));
  });
  process_->start(program, {QStringLiteral("serve")});
}

void EngineChannel::send(const run::ServeRequest& request) {
  if (!process_) return;
  const std::string line = run::toLine(request) + '\n';
  process_->write(line.data(), static_cast<qint64>(line.size()));
}

// It keeps nothing that a sudden end could spoil.
void EngineChannel::end() {
  if (!process_) return;
  process_->disconnect(this);
  if (process_->state() != QProcess::NotRunning) {
    process_->kill();
    process_->waitForFinished(kGraceMilliseconds);
  }
  process_.release()->deleteLater();  // this may be called from one of its signals
}

void EngineChannel::readReplies() {
  qsizetype searched = pending_.size();  // maps make lines of many megabytes
  pending_ += process_->readAllStandardOutput();
  qsizetype begin = 0;
  for (qsizetype end; process_ && (end = pending_.indexOf('\n', searched)) >= 0;) {
    takeLine(pending_.mid(begin, end - begin));
    begin = searched = end + 1;
  }
  pending_.remove(0, begin);
}

void EngineChannel::readWords() {
  words_ = (words_ + process_->readAllStandardError()).right(kWords);
}

void EngineChannel::takeLine(const QByteArray& line) {
  try {
    Q_EMIT replied(number_,
                   std::make_shared<run::ServeReply>(run::replyFromLine(line.toStdString())));
  } catch (const std::exception& error) {
    const int number = number_;
    end();
    Q_EMIT died(
        number,
        tr("The engine’s words were not understood: %1.").arg(QString::fromUtf8(error.what())));
  }
}

QString EngineChannel::lastWords() const {
  const QString words = QString::fromUtf8(words_).trimmed();
  return words.isEmpty() ? QStringLiteral(".") : tr("; it said last: %1").arg(words);
}

}  // namespace mia::ui
