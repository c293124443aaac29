// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QString>
#include <memory>

#include "run/serve_reply.h"

namespace mia::ui {

/// One `mia-engine serve` at a time, from the thread that this lives in: lines out, replies in.
/// Signals carry the number of the start that they belong to.
class EngineChannel : public QObject {
  Q_OBJECT

 public:
  using Reply = std::shared_ptr<const run::ServeReply>;

  /// Ends an engine that is there, and starts one.
  void start(int number, const QString& program);
  void send(const run::ServeRequest& request);
  void end();

 Q_SIGNALS:
  void replied(int number, const mia::ui::EngineChannel::Reply& reply);
  /// It ended by itself, or could not be started.
  void died(int number, const QString& sentence);

 private:
  void readReplies();
  void readWords();
  void takeLine(const QByteArray& line);
  QString lastWords() const;

  std::unique_ptr<QProcess> process_;
  int number_ = 0;
  QByteArray pending_;
  QByteArray words_;  ///< the end of what it wrote on standard error
};

}  // namespace mia::ui
