// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QWidget>
#include <functional>

namespace mia::ui {

/// Where there is nothing to look at: why, and what can be done now, each with its button.
class NextSteps : public QWidget {
  Q_OBJECT

 public:
  struct Step {
    QString words;
    std::function<void()> work;
  };

  NextSteps();

  /// The first step is what most people want.
  void setContent(const QString& heading, const QString& advice, const QVector<Step>& steps);
  QString heading() const { return heading_->text(); }
  QVector<QPushButton*> buttons() const { return buttons_; }

 private:
  QLabel* heading_;
  QLabel* advice_;
  QHBoxLayout* row_;
  QVector<QPushButton*> buttons_;
};

}  // namespace mia::ui
