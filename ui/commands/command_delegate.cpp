// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/command_delegate.h"

#include <QPainter>
#include <QTextLayout>

#include "ui/commands/command_list.h"
#include "ui/theme/theme.h"

namespace mia::ui {

namespace {

constexpr int kIcon = 16;

void paintTitle(QPainter& painter, const QRect& rect, const QString& title,
                const QList<int>& positions, const QColor& colour) {
  QTextLayout layout(painter.fontMetrics().elidedText(title, Qt::ElideRight, rect.width()),
                     painter.font());
  QList<QTextLayout::FormatRange> formats;
  QTextCharFormat typed;
  typed.setFontWeight(QFont::Bold);
  typed.setForeground(tokens().accent);
  for (const int at : positions) formats.append({at, 1, typed});
  layout.setFormats(formats);
  layout.beginLayout();
  QTextLine line = layout.createLine();
  layout.endLayout();
  painter.setPen(colour);
  layout.draw(&painter, {double(rect.left()), rect.center().y() - line.height() / 2});
}

}  // namespace

int paintKeys(QPainter& painter, const QRect& rect, const QString& keys) {
  if (keys.isEmpty()) return 0;
  painter.save();
  painter.setFont(Theme::font(type::kCaption));
  const int width = painter.fontMetrics().horizontalAdvance(keys) + 2 * 6;
  const QRectF cap(rect.right() - width + 0.5, rect.center().y() - 9 + 0.5, width, 19);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(tokens().line);
  painter.setBrush(tokens().canvas);
  painter.drawRoundedRect(cap, 4, 4);
  painter.setPen(tokens().dim);
  painter.drawText(cap, Qt::AlignCenter, keys);
  painter.restore();
  return width;
}

void CommandDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
  const Tokens& t = tokens();
  const bool enabled = index.flags() & Qt::ItemIsEnabled;
  painter->save();
  if (option.state & QStyle::State_Selected) {
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(mixed(t.raised, t.accent, 0.14));
    painter->drawRoundedRect(option.rect, space::kCorner, space::kCorner);
  }
  QRect rest = option.rect.adjusted(space::kMedium, 0, -space::kMedium, 0);
  index.data(Qt::DecorationRole)
      .value<QIcon>()
      .paint(painter, QRect(rest.left(), rest.center().y() - kIcon / 2, kIcon, kIcon),
             Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
  rest.setLeft(rest.left() + kIcon + space::kMedium);
  rest.setRight(rest.right() -
                paintKeys(*painter, rest, index.data(CommandList::kKeysRole).toString()) -
                space::kMedium);
  painter->setFont(Theme::font(type::kCaption));
  painter->setPen(t.dim);
  const QString group = index.data(CommandList::kGroupRole).toString();
  const int groupWidth =
      qMin(painter->fontMetrics().horizontalAdvance(group) + 2, rest.width() / 3);
  painter->drawText(rest, Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter,
                    painter->fontMetrics().elidedText(group, Qt::ElideMiddle, groupWidth));
  rest.setRight(rest.right() - groupWidth - space::kMedium);
  painter->setFont(Theme::font(type::kBody));
  paintTitle(*painter, rest, index.data().toString(),
             index.data(CommandList::kPositionsRole).value<QList<int>>(),
             enabled ? t.text : mixed(t.raised, t.text, 0.38));
  painter->restore();
}

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {200, kRowHeight};
}

}  // namespace mia::ui
