// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>
#include <QVBoxLayout>
#include <QWidget>

namespace mia::ui {

/// A card over the window: what a modal box would be, without one. The rest of the window is
/// dimmed, the Tab key stays on the card, Escape or a click beside it closes it, and the focus goes
/// back to where it was. Deletes itself when it has closed.
class Sheet : public QWidget {
  Q_OBJECT

 public:
  enum class Place { kTop, kMiddle };

  /// Covers `window`; `name` is told to screen readers.
  Sheet(QWidget* window, const QString& name, int width, Place place = Place::kMiddle);

  void open();
  void close();

 Q_SIGNALS:
  void closed();

 protected:
  /// Where subclasses put their parts.
  QVBoxLayout* cardLayout() const { return layout_; }
  /// A heading with a button that closes; the first part of most sheets.
  void addHeading(const QString& title, const QString& explanation = {});
  /// Who has the keyboard when the sheet opens.
  virtual QWidget* firstFocus() { return nullptr; }

  bool eventFilter(QObject* watched, QEvent* event) override;
  bool focusNextPrevChild(bool next) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void place();

  QFrame* card_;
  QVBoxLayout* layout_;
  QPointer<QWidget> focusedBefore_;
  int width_;
  Place place_;
};

}  // namespace mia::ui
