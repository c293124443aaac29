// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/preview_delegate.h"

#include <QPainter>

#include "ui/pages/import/preview_list.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text_line.h"

namespace mia::ui {

namespace {

constexpr int kHeight = 68;
constexpr int kPicture = 52;
constexpr int kLine = 18;

void paintPreview(QPainter& painter, const QRect& rect, const QImage& image) {
  const Tokens& t = tokens();
  painter.fillRect(rect, t.canvas);
  if (image.isNull()) {
    painter.drawPixmap(rect.center() - QPoint(10, 10),
                       iconPixmap(QStringLiteral("image-missing"), 20, t.dim,
                                  painter.device()->devicePixelRatioF()));
    return;
  }
  const QSize size = image.size().scaled(rect.size(), Qt::KeepAspectRatio);
  QRect target(QPoint(), size);
  target.moveCenter(rect.center());
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.drawImage(target, image);
}

void paintLine(QPainter& painter, const QRect& rect, const QString& words, const QFont& font,
               const QColor& colour) {
  painter.setFont(font);
  painter.setPen(colour);
  drawTextLine(painter, rect, Qt::AlignLeft | Qt::AlignVCenter, words);
}

}  // namespace

void PreviewDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
  const Tokens& t = tokens();
  painter->save();
  if (option.state & QStyle::State_Selected) {
    painter->fillRect(option.rect, mixed(t.panel, t.accent, 0.10));
  }
  painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                    t.line);
  const QRect box =
      option.rect.adjusted(space::kSmall, space::kSmall, -space::kMedium, -space::kSmall);
  paintPreview(*painter, QRect(box.topLeft(), QSize(kPicture, kPicture)),
               index.data(Qt::DecorationRole).value<QImage>());
  QRect line(box.left() + kPicture + space::kMedium, box.top(),
             box.width() - kPicture - space::kMedium, kLine);
  const QString reason = index.data(PreviewList::kReasonRole).toString();
  const QFont body = Theme::font(type::kBody), caption = Theme::font(type::kCaption);
  const QString question = index.data(PreviewList::kQuestionRole).toString();
  paintLine(*painter, line, question.isEmpty() ? tr("(no question)") : question,
            Theme::font(type::kBody, QFont::DemiBold), reason.isEmpty() ? t.text : t.dim);
  line.translate(0, kLine);
  if (reason.isEmpty()) {
    paintLine(*painter, line, index.data(PreviewList::kAnswerRole).toString(), body, t.text);
  } else {
    painter->drawPixmap(line.left(), line.top() + 1,
                        iconPixmap(QStringLiteral("warning"), 15, t.warning,
                                   painter->device()->devicePixelRatioF()));
    paintLine(*painter, line.adjusted(20, 0, 0, 0), tr("set aside, %1").arg(reason), body,
              t.warning);
  }
  line.translate(0, kLine);
  paintLine(*painter, line, index.data(PreviewList::kPlaceRole).toString(), caption, t.dim);
  painter->restore();
}

QSize PreviewDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {300, kHeight};
}

}  // namespace mia::ui
