// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace mia::ui {

/// A text that is changed where it stands: Enter keeps it, Escape leaves it as it was, Shift+Enter
/// begins a new line. As tall as its text.
class InlineEditor : public QPlainTextEdit {
  Q_OBJECT

 public:
  explicit InlineEditor(const QString& name);

  /// Shows itself with this text, all of it selected, and takes the keyboard.
  void begin(const QString& text);
  /// Ends as Enter does.
  void accept();
  bool isOpen() const { return !isHidden(); }

 Q_SIGNALS:
  void accepted(const QString& text);
  /// It was left, with or without a change; it is hidden already.
  void closed();

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void end();
  void fit();
};

}  // namespace mia::ui
