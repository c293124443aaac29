// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainter>
#include <array>

#include "ui/pages/compose/layout_canvas.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"

namespace mia::ui {

namespace {

/// Okabe and Ito's colours, which colour-blind readers tell apart.
constexpr std::array<QRgb, 8> kSeries{0xff0072b2, 0xffd55e00, 0xff009e73, 0xffcc79a7,
                                      0xff56b4e9, 0xffe69f00, 0xfff0e442, 0xff8a8a8a};

QColor colourOf(int image, int alpha) {
  QColor colour(kSeries[static_cast<std::size_t>(image) % kSeries.size()]);
  colour.setAlpha(alpha);
  return colour;
}

}  // namespace

void LayoutCanvas::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& t = tokens();
  painter.fillRect(rect(), t.canvas);
  painter.setRenderHint(QPainter::Antialiasing);
  if (!preview_) paintEmptyState(painter, rect(), heading_, advice_);
  for (int i = 0; i < places_.size(); ++i) {
    const QImage& image = preview_->images[i];
    const double wide = placeOf(i).width() * devicePixelRatioF();
    // Few px enlarged a lot are shown as what they are: the model's own. What was drawn for its
    // place goes there as it is.
    const bool asItIs = qRound(wide) == image.width() || wide >= 3.0 * image.width();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !asItIs);
    painter.drawImage(placeOf(i), image);
    if (patchesShown_) paintPatches(painter, i);
    if (outlinesShown_) paintOutlines(painter, i);
  }
  if (isEditable()) paintHandles(painter);
  if (hasFocus()) {
    painter.setPen(QPen(t.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
  }
}

void LayoutCanvas::paintPatches(QPainter& painter, int picture) const {
  const auto& seen = preview_->preview.pictures[static_cast<std::size_t>(picture)].seen;
  if (seen.columns == 0) return;
  const QRectF grid = toView(picture, {seen.x, seen.y, seen.width, seen.height});
  const QSizeF patch(grid.width() / seen.columns, grid.height() / seen.rows);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing, false);
  // What the model is not given lies under a veil.
  QRegion unseen(placeOf(picture).toAlignedRect());
  unseen -= grid.toAlignedRect();
  painter.setClipRegion(unseen);
  painter.fillRect(placeOf(picture), QColor(127, 127, 127, 170));
  painter.setClipping(false);
  for (int i = 0; i < seen.rows * seen.columns; ++i) {
    const int region = seen.regions[static_cast<std::size_t>(i)];
    const QRectF box(grid.left() + i % seen.columns * patch.width(),
                     grid.top() + i / seen.columns * patch.height(), patch.width(), patch.height());
    if (region >= 0) {
      painter.fillRect(box, colourOf(region, 70));
    } else {
      painter.fillRect(box, QColor(127, 127, 127, 80));
      painter.fillRect(box, QBrush(QColor(0, 0, 0, 130), Qt::BDiagPattern));
    }
  }
  painter.setPen(QColor(255, 255, 255, 110));
  for (int column = 0; column <= seen.columns; ++column) {
    const double x = grid.left() + column * patch.width();
    painter.drawLine(QPointF(x, grid.top()), QPointF(x, grid.bottom()));
  }
  for (int row = 0; row <= seen.rows; ++row) {
    const double y = grid.top() + row * patch.height();
    painter.drawLine(QPointF(grid.left(), y), QPointF(grid.right(), y));
  }
  painter.restore();
}

void LayoutCanvas::paintOutlines(QPainter& painter, int picture) const {
  const Tokens& t = tokens();
  painter.setBrush(Qt::NoBrush);
  for (const auto& region : preview_->preview.pictures[static_cast<std::size_t>(picture)].regions) {
    const bool target = region.image == recipe().targetIndex;
    const QRectF box =
        toView(picture, {region.x, region.y, region.width, region.height}).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(QColor(0, 0, 0, 140), target ? 4 : 2));
    painter.drawRect(box);
    painter.setPen(QPen(target ? t.accent : QColor(255, 255, 255, 200), target ? 2 : 1));
    painter.drawRect(box);
    if (box.width() < 44) continue;
    const QString words =
        target ? tr("%1 target").arg(region.image + 1) : QString::number(region.image + 1);
    painter.setFont(Theme::font(type::kCaption, QFont::DemiBold));
    const double wide = painter.fontMetrics().horizontalAdvance(words) + 12;
    const QRectF plate(box.left() + 5, box.top() + 5, qMin(wide, box.width() - 10), 18);
    painter.setPen(Qt::NoPen);
    painter.setBrush(target ? t.accent : QColor(0, 0, 0, 170));
    painter.drawRoundedRect(plate, 4, 4);
    painter.setPen(target ? t.onAccent : QColor(Qt::white));
    painter.drawText(plate, Qt::AlignCenter, words);
    painter.setBrush(Qt::NoBrush);
  }
}

void LayoutCanvas::paintHandles(QPainter& painter) const {
  const Tokens& t = tokens();
  const bool inset = recipe().kind == LayoutKind::kPicInPic;
  painter.setPen(QPen(t.accent, 1, Qt::DashLine));
  const QRectF place = placeOf(0);
  if (guideX_) {
    const double x = toView(0, {*guideX_, 0, 0, 0}).left();
    painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()));
  }
  if (guideY_) {
    const double y = toView(0, {0, *guideY_, 0, 0}).top();
    painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y));
  }
  const QRectF box = inset ? regionRect(1) : cellRect(0);
  if (!inset) {
    painter.setPen(QPen(QColor(127, 127, 127, 160), 1, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(toView(0, box));
  }
  painter.setPen(QPen(t.onAccent, 1));
  painter.setBrush(t.accent);
  painter.drawRect(handleOf(box));
  const int over = drag_ == Drag::kTarget ? cellAt(pointer_) : -1;
  if (over >= 0 && over != recipe().targetIndex) {
    QColor veil = t.accent;
    veil.setAlpha(90);
    painter.setPen(QPen(t.accent, 2));
    painter.setBrush(veil);
    painter.drawRect(toView(0, cellRect(over)));
  }
}

}  // namespace mia::ui
