// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLineEdit>
#include <QPushButton>

namespace mia::ui {

/// Asks for the three things an import needs: the file of questions, the folder of photos, and
/// where the project shall be.
class NewProjectForm : public QFrame {
  Q_OBJECT

 public:
  explicit NewProjectForm(QWidget* parent = nullptr);
  void takeFocus() { file_->setFocus(); }

 Q_SIGNALS:
  void accepted(const QString& file, const QString& images, const QString& project);
  void cancelled();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QLineEdit* addRow(const QString& label, const QString& hint, bool folder);
  void suggest();
  void check();
  void accept();

  QLineEdit* file_;
  QLineEdit* images_;
  QLineEdit* project_;
  QPushButton* create_;
};

}  // namespace mia::ui
