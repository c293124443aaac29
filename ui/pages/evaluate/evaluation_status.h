// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QWidget>

#include "ui/pages/evaluate/evaluation_model.h"

namespace mia::ui {

/// The place of the table while there is none: nothing was evaluated yet, or how an evaluation goes
/// that is not finished, why it failed, and its log.
class EvaluationStatusPanel : public QWidget {
  Q_OBJECT

 public:
  EvaluationStatusPanel();

  /// There are no evaluations.
  void showNone();
  void showLine(const EvaluationLine& line);
  void setLog(const QString& log);

  QString heading() const { return heading_->text(); }
  QString words() const { return words_->text(); }
  QString log() const { return log_->toPlainText(); }
  QPushButton& action() { return *action_; }

 Q_SIGNALS:
  /// A new evaluation, or that the one on view goes on.
  void evaluateAsked();
  void goOnAsked();
  void logAsked();

 private:
  QLabel* heading_;
  QLabel* words_;
  QProgressBar* bar_;
  QPushButton* action_;
  QPushButton* showLog_;
  QPlainTextEdit* log_;
  bool goesOn_ = false;
};

/// The arguments of `mia` that go on with an unfinished evaluation.
QStringList goOnArguments(const curation::EvaluationStatus& status);

}  // namespace mia::ui
