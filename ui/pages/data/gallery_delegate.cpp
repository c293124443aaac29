// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/gallery_delegate.h"

#include <QPainter>
#include <QPainterPath>

#include "ui/models/gallery_model.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/text_line.h"

namespace mia::ui {

namespace {

constexpr int kCellPadding = 6;
constexpr int kCellCaption = 36;
constexpr int kCaptionFrom = 104;  ///< smaller pictures stand without words

bool hasCaption(int edge) { return edge >= kCaptionFrom; }

void paintPicture(QPainter& painter, const QRect& box, const QImage& image) {
  const QSizeF fitted = QSizeF(image.size()).scaled(box.size(), Qt::KeepAspectRatio);
  const QPointF at = QRectF(box).center() - QPointF(fitted.width() / 2, fitted.height() / 2);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.drawImage(QRectF(at.toPoint(), fitted.toSize()), image);
}

void paintStandIn(QPainter& painter, const QRect& box, int state) {
  const Tokens& t = tokens();
  const bool pending = state == GalleryModel::kPending;
  const QColor ink = pending ? mixed(t.canvas, t.text, 0.18) : t.error;
  const int side = qMin(28, box.width() / 3);
  const qreal ratio = painter.device()->devicePixelRatioF();
  const QString name = pending ? QStringLiteral("image") : QStringLiteral("image-missing");
  QRect place(0, 0, side, side);
  place.moveCenter(box.center());
  if (!pending) place.translate(0, -10);
  painter.drawPixmap(place, iconPixmap(name, side, ink, ratio));
  if (pending) return;
  painter.setFont(Theme::font(type::kCaption));
  painter.setPen(t.error);
  const bool missing = state == static_cast<int>(curation::ThumbnailState::kMissing);
  const QRect words(box.left(), place.bottom() + 4, box.width(), 16);
  painter.drawText(
      words, Qt::AlignHCenter | Qt::AlignTop,
      missing ? GalleryDelegate::tr("Missing photo") : GalleryDelegate::tr("Unreadable"));
}

void paintBadges(QPainter& painter, const QRect& box, const QModelIndex& index) {
  if (box.width() < 96) return;
  const QStringList tags = index.data(GalleryModel::kTagsRole).toStringList();
  if (!tags.isEmpty()) {
    paintBadge(painter, box, Qt::AlignLeft | Qt::AlignBottom, tags.join(QStringLiteral(", ")));
  }
  if (index.data(GalleryModel::kExcludedRole).toBool()) {
    paintBadge(painter, box, Qt::AlignLeft | Qt::AlignTop, GalleryDelegate::tr("✕ excluded"));
  }
  if (const qint64 group = index.data(GalleryModel::kGroupRole).toLongLong()) {
    const int distance = index.data(GalleryModel::kDistanceRole).toInt();
    const QString words = distance == 0 ? GalleryDelegate::tr("= group %1").arg(group)
                                        : GalleryDelegate::tr("≈ group %1").arg(group);
    paintBadge(painter, box, Qt::AlignRight | Qt::AlignTop, words);
  }
}

/// A row that was set aside has no picture to show: it shows why instead.
void paintQuarantined(QPainter& painter, const QRect& box, const QModelIndex& index) {
  const Tokens& t = tokens();
  const QVariant reason = index.data(GalleryModel::kReasonRole);
  if (!reason.isValid()) return;
  const int side = qBound(14, box.width() / 7, 24);
  const QRect inner = box.adjusted(10, 10, -10, -8);
  painter.drawPixmap(inner.topLeft(), iconPixmap(QStringLiteral("warning"), side, t.warning,
                                                 painter.device()->devicePixelRatioF()));
  if (box.width() < kCaptionFrom) return;
  painter.setFont(Theme::font(type::kBody, QFont::DemiBold));
  painter.setPen(t.text);
  const QRect heading(inner.left(), inner.top() + side + 4, inner.width(), 20);
  drawTextLine(painter, heading, Qt::AlignLeft | Qt::AlignVCenter,
               reasonWords(static_cast<QuarantineReason>(reason.toInt())));
  painter.setFont(Theme::font(type::kCaption));
  painter.setPen(t.dim);
  const QRect words(inner.left(), heading.bottom() + 4, inner.width(),
                    inner.bottom() - heading.bottom() - 4);
  painter.drawText(words, Qt::AlignLeft | Qt::AlignTop | Qt::TextWrapAnywhere,
                   index.data(GalleryModel::kTitleRole).toString());
}

void paintCaption(QPainter& painter, const QRect& box, const QModelIndex& index) {
  const Tokens& t = tokens();
  const auto line = [&](int top, const QColor& ink, const QString& words) {
    painter.setPen(ink);
    drawTextLine(painter, QRect(box.left(), box.top() + top, box.width(), 16),
                 Qt::AlignLeft | Qt::AlignVCenter, words.simplified());
  };
  painter.setFont(Theme::font(type::kCaption));
  line(2, t.text, index.data(GalleryModel::kTitleRole).toString());
  line(17, t.dim, index.data(GalleryModel::kFactsRole).toString());
}

}  // namespace

QSize GalleryDelegate::cellSize() const {
  return QSize(edge_ + 2 * kCellPadding,
               edge_ + 2 * kCellPadding + (hasCaption(edge_) ? kCellCaption : 0));
}

void GalleryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
  const Tokens& t = tokens();
  const bool caption = hasCaption(edge_);
  const QRect tile = option.rect.adjusted(2, 2, -2, -2);
  // A square, whatever the columns leave over: a thumbnail of that size is painted as it is.
  const QRect box(option.rect.left() + (option.rect.width() - edge_) / 2,
                  option.rect.top() + kCellPadding, edge_, edge_);

  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const bool selected = option.state & QStyle::State_Selected;
  if (selected || (option.state & QStyle::State_MouseOver)) {
    painter->setPen(Qt::NoPen);
    painter->setBrush(selected ? mixed(t.panel, t.accent, 0.14) : mixed(t.panel, t.text, 0.06));
    painter->drawRoundedRect(tile, space::kCorner, space::kCorner);
  }
  // Look-alikes that stand together share their ground, which differs from the next group's.
  const qint64 group = index.data(GalleryModel::kGroupRole).toLongLong();
  painter->setPen(Qt::NoPen);
  painter->setBrush(group % 2 == 0 ? t.canvas : mixed(t.canvas, t.text, 0.1));
  painter->drawRoundedRect(box, 3, 3);
  const bool excluded = index.data(GalleryModel::kExcludedRole).toBool();
  if (excluded) painter->setOpacity(0.35);
  const auto image = index.data(Qt::DecorationRole).value<QImage>();
  if (!image.isNull()) {
    paintPicture(*painter, box, image);
  } else if (const int state = index.data(GalleryModel::kStateRole).toInt();
             state != static_cast<int>(curation::ThumbnailState::kReady)) {
    paintStandIn(*painter, box, state);
  } else {
    paintQuarantined(*painter, box, index);
  }
  painter->setOpacity(1);
  paintBadges(*painter, box, index);
  if (caption) {
    paintCaption(*painter, QRect(box.left() + 2, box.bottom() + 1, box.width() - 4, kCellCaption),
                 index);
  }
  if (selected || (option.state & QStyle::State_HasFocus)) {
    const bool focus = option.state & QStyle::State_HasFocus;
    painter->setPen(QPen(focus ? t.accent : mixed(t.panel, t.accent, 0.55), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(tile).adjusted(0.5, 0.5, -0.5, -0.5), space::kCorner,
                             space::kCorner);
  }
  painter->restore();
}

}  // namespace mia::ui
