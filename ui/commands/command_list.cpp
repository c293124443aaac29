// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/command_list.h"

#include <algorithm>

#include "ui/commands/fuzzy.h"

namespace mia::ui {

CommandList::CommandList(QList<Command> commands, Maker maker, QObject* parent)
    : QAbstractListModel(parent), commands_(std::move(commands)), maker_(std::move(maker)) {
  setText({});
}

void CommandList::setText(const QString& text) {
  beginResetModel();
  shown_.clear();
  for (const Command& made : maker_(text)) shown_.append({made, {}});
  QList<QPair<int, Shown>> found;
  for (const Command& command : std::as_const(commands_)) {
    const auto match = fuzzyMatch(text, command.title);
    // A word of the group finds its commands too, behind those that are called so.
    const auto byGroup =
        match ? std::nullopt : fuzzyMatch(text, command.group + QLatin1Char(' ') + command.title);
    if (match) found.append({match->score, {command, match->positions}});
    if (byGroup) found.append({byGroup->score - 100, {command, {}}});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (auto& [score, shown] : found) shown_.append(std::move(shown));
  endResetModel();
}

int CommandList::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

QVariant CommandList::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Shown& shown = shown_[index.row()];
  switch (role) {
    case Qt::DisplayRole: return shown.command.title;
    case Qt::DecorationRole: return shown.command.icon;
    case Qt::AccessibleTextRole:
      return QStringList{shown.command.title, shown.command.group, shown.command.keys}
          .filter(QRegularExpression(QStringLiteral(".")))
          .join(QStringLiteral(", "));
    case kGroupRole: return shown.command.group;
    case kKeysRole: return shown.command.keys;
    case kPositionsRole: return QVariant::fromValue(shown.positions);
    default: return {};
  }
}

Qt::ItemFlags CommandList::flags(const QModelIndex& index) const {
  if (!index.isValid()) return Qt::NoItemFlags;
  return shown_[index.row()].command.enabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                             : Qt::NoItemFlags;
}

}  // namespace mia::ui
