// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QToolButton>
#include <QWidget>

#include "ui/dialogs/field.h"
#include "ui/widgets/elided_label.h"

class QGridLayout;

namespace mia::ui {

/// A field in a form: its name, what edits it, and beside that what it means or what is wrong.
class FieldRow : public QObject {
  Q_OBJECT

 public:
  /// Adds itself as a row of `grid`.
  FieldRow(Field field, QGridLayout* grid, QObject* parent);

  const Field& field() const { return field_; }
  QVariant value() const;
  void setValue(const QVariant& value);
  /// Of a field that is chosen from a list: other choices; the one that holds stays.
  void setChoices(const QStringList& choices);
  QString problem() const { return field_.problem(value()); }
  QStringList arguments() const { return field_.arguments(value()); }
  void setShown(bool shown);
  /// What a preset has here: where the value differs, a button beside it says so and goes back.
  void setReference(const QVariant& reference);
  bool differs() const;
  QWidget* editor() const { return editor_; }

 Q_SIGNALS:
  void changed();

 private:
  QWidget* makeEditor();
  QWidget* makePathEditor();
  void fillChoices();
  void tell();
  void tellDifference();

  Field field_;
  QWidget* editor_;          ///< what has the keyboard
  QWidget* cell_ = nullptr;  ///< the editor with its buttons
  QLabel* label_;
  ElidedLabel* help_;
  QGridLayout* grid_;
  int row_;
  QVariant reference_;
  QToolButton* back_ = nullptr;
  bool shown_ = true;
};

}  // namespace mia::ui
