// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "curation/answerers.h"
#include "ui/jobs/engine_client.h"

namespace mia::ui {

/// Where a question about the pictures is typed, and of whom it is asked; tells how the engine
/// stands, and starts it again when it died.
class AskBar : public QFrame {
  Q_OBJECT

 public:
  explicit AskBar(EngineClient& engine);

  void setAnswerers(std::vector<curation::Answerer> answerers);
  /// Chooses whom to ask by name, as soon as they are known.
  void prefer(const QString& name);
  bool hasAnswerers() const { return !answerers_.empty(); }
  /// Fills the question in, for the person to change.
  void setQuestion(const QString& question);
  /// An answer is under way: the button stops it.
  void setRunning(bool running);
  void focusQuestion();

  QLineEdit& question() { return *question_; }
  QComboBox& whom() { return *whom_; }
  QPushButton& button() { return *ask_; }
  QPushButton& restartButton() { return *restart_; }
  QString status() const { return status_->text(); }

 Q_SIGNALS:
  /// One model, or two that are to be held against each other.
  void asked(const QString& question, const std::vector<mia::curation::Answerer>& whom);
  void stopAsked();

 private:
  void ask();
  void showEngine();

  EngineClient& engine_;
  std::vector<curation::Answerer> answerers_;
  bool running_ = false;
  QString preferred_;
  QLabel* status_;
  QPushButton* restart_;
  QComboBox* whom_;
  QLineEdit* question_;
  QPushButton* ask_;
};

}  // namespace mia::ui
