// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>

#include "ui/dialogs/chain_steps.h"
#include "ui/dialogs/sheet.h"
#include "ui/widgets/elided_label.h"

namespace mia::ui {

class FieldRow;

/// The form of a step of the chain; below it the command that does the same.
class StepSheet : public Sheet {
  Q_OBJECT

 public:
  StepSheet(QWidget* window, const ChainStep& step, Preset preset, const QString& model);

  /// Gives the field of this name other choices.
  void setChoices(const QString& field, const QStringList& choices);
  /// Of `mia`, verb first.
  QStringList arguments() const;

 Q_SIGNALS:
  void accepted(const QString& title, const QStringList& arguments);

 protected:
  QWidget* firstFocus() override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void addPresets(Preset preset);
  void addFields(const QList<Field>& fields, QList<FieldRow*>& rows);
  void addFoot();
  void showMore(bool shown);
  void begin(Preset preset);
  void check();
  void accept();

  const ChainStep& step_;
  QString model_;  ///< the person's own default; empty: the demo model
  QGridLayout* grid_;
  QScrollArea* scroll_ = nullptr;
  QList<FieldRow*> main_;
  QList<FieldRow*> more_;
  QToolButton* showMore_;
  ElidedLabel* command_;
  QPushButton* start_;
};

}  // namespace mia::ui
