// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace mia::ui {

/// Paints a command: icon, name with the letters that were typed set off, group, keys.
class CommandDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  static constexpr int kRowHeight = 34;

  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// Paints keys ("Ctrl+Z") as a key cap that ends at the right of `rect`; the width it took.
int paintKeys(QPainter& painter, const QRect& rect, const QString& keys);

}  // namespace mia::ui
