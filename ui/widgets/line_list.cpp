// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/line_list.h"

#include <QPainter>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/breakable.h"
#include "ui/widgets/text_line.h"

namespace mia::ui {

namespace {

constexpr int kIndent = 30;
constexpr int kPadding = 6;
constexpr int kCaptionHeight = 16;
constexpr int kMostLines = 5;

QPixmap glyph(LineMark mark, qreal ratio) {
  const Tokens& t = tokens();
  switch (mark) {
    case LineMark::kNone: return {};
    case LineMark::kGood: return iconPixmap(QStringLiteral("check"), 16, t.chosen, ratio);
    case LineMark::kBad: return iconPixmap(QStringLiteral("close"), 16, t.rejected, ratio);
    case LineMark::kTruth: return iconPixmap(QStringLiteral("target"), 16, t.accent, ratio);
    case LineMark::kPair: return iconPixmap(QStringLiteral("compare"), 16, t.dim, ratio);
    case LineMark::kUndecided:
      return iconPixmap(QStringLiteral("undecided"), 16, t.undecided, ratio);
    case LineMark::kFlagged: return iconPixmap(QStringLiteral("flag"), 16, t.warning, ratio);
    case LineMark::kRunning: return iconPixmap(QStringLiteral("play"), 16, t.accent, ratio);
    case LineMark::kWaiting: return iconPixmap(QStringLiteral("waiting"), 16, t.dim, ratio);
    case LineMark::kPaused: return iconPixmap(QStringLiteral("pause"), 16, t.dim, ratio);
    case LineMark::kStopped: return iconPixmap(QStringLiteral("stop"), 16, t.dim, ratio);
    case LineMark::kBetter: return iconPixmap(QStringLiteral("up"), 16, t.chosen, ratio);
    case LineMark::kWorse: return iconPixmap(QStringLiteral("down"), 16, t.rejected, ratio);
    case LineMark::kFailed: return iconPixmap(QStringLiteral("warning"), 16, t.error, ratio);
    case LineMark::kAsked: return iconPixmap(QStringLiteral("ask"), 16, t.accent, ratio);
  }
  return {};
}

}  // namespace

LineDelegate::LineDelegate(bool wrapped, QObject* parent)
    : QStyledItemDelegate(parent), wrapped_(wrapped) {}

QSize LineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto* list = static_cast<const QListView*>(option.widget);
  const QFontMetrics metrics(Theme::font(type::kBody));
  int tall = metrics.height();
  if (wrapped_) {
    const int wide = list->viewport()->width() - kIndent - kPadding;
    tall = metrics
               .boundingRect(QRect(0, 0, wide, 10000), Qt::TextWordWrap,
                             breakable(index.data().toString()))
               .height();
    tall = qMin(tall, kMostLines * metrics.lineSpacing());
  }
  return QSize(list->viewport()->width(), tall + kCaptionHeight + 2 * kPadding);
}

void LineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
  const Tokens& t = tokens();
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (option.state & QStyle::State_Selected) {
    painter->setPen(option.state & QStyle::State_HasFocus ? QPen(t.accent, 2) : Qt::NoPen);
    painter->setBrush(mixed(t.panel, t.accent, 0.14));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(3, 1, -3, -1), space::kCorner,
                             space::kCorner);
  }
  const QRect words = option.rect.adjusted(kIndent, kPadding, -kPadding, -kPadding);
  const auto mark = static_cast<LineMark>(index.data(LineDelegate::kMarkRole).toInt());
  if (mark != LineMark::kNone) {
    painter->drawPixmap(option.rect.left() + kPadding + 3, words.top(),
                        glyph(mark, painter->device()->devicePixelRatioF()));
  }
  const QRect text = words.adjusted(0, 0, 0, -kCaptionHeight);
  painter->setFont(Theme::font(type::kBody));
  painter->setPen(t.text);
  const QString shown = index.data().toString();
  if (wrapped_) {
    painter->setClipRect(text);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, breakable(shown));
    painter->setClipping(false);
  } else {
    drawTextLine(*painter, text, Qt::AlignLeft | Qt::AlignTop, shown);
  }
  painter->setFont(Theme::font(type::kCaption));
  painter->setPen(t.dim);
  drawTextLine(*painter, words, Qt::AlignLeft | Qt::AlignBottom,
               index.data(kCaptionRole).toString());
  const QString side = index.data(kSideRole).toString();
  if (!side.isEmpty()) {
    painter->setFont(Theme::font(type::kCaption, QFont::DemiBold));
    painter->setPen(t.accent);
    painter->drawText(QRect(option.rect.left() + kPadding + 3, words.bottom() - 14, 16, 14),
                      Qt::AlignCenter, side);
  }
  painter->restore();
}

namespace {

void prepareLines(QListView& list, bool wrapped) {
  list.setItemDelegate(new LineDelegate(wrapped, &list));
  list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list.setUniformItemSizes(!wrapped);
  list.setResizeMode(QListView::Adjust);
}

}  // namespace

void prepareWrappedLines(QListView& list) { prepareLines(list, true); }

LineList::LineList() { prepareLines(*this, false); }

void LineList::dataChanged(const QModelIndex& first, const QModelIndex& last,
                           const QList<int>& roles) {
  QAbstractItemView::dataChanged(first, last, roles);
}

}  // namespace mia::ui
