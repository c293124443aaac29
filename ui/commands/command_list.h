// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include "ui/commands/command.h"

namespace mia::ui {

/// The commands that match what was typed, the nearest first; all of them, in their order, while
/// nothing is typed.
class CommandList : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role { kGroupRole = Qt::UserRole, kKeysRole, kPositionsRole };

  /// Commands that the text itself makes, such as "sample 123"; they come first.
  using Maker = std::function<QList<Command>(const QString& text)>;

  CommandList(QList<Command> commands, Maker maker, QObject* parent);

  void setText(const QString& text);
  const Command& at(int row) const { return shown_[row].command; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  struct Shown {
    Command command;
    QList<int> positions;
  };

  QList<Command> commands_;
  Maker maker_;
  QList<Shown> shown_;
};

}  // namespace mia::ui
