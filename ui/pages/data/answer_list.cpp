// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/answer_list.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text_line.h"

namespace mia::ui {

namespace {

constexpr int kMatchesRole = Qt::UserRole;
constexpr int kCaptionRole = Qt::UserRole + 1;
constexpr int kAnswerIndent = 28;
constexpr int kAnswerPadding = 6;
constexpr int kTallestAnswer = 220;

/// Paints an answer: glyph, its text over as many lines as it takes, its figures beneath.
class AnswerDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const auto* list = static_cast<const QListWidget*>(option.widget);
    const int width = list->viewport()->width() - kAnswerIndent - 2 * kAnswerPadding;
    const QRect words =
        QFontMetrics(Theme::font(type::kBody))
            .boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, index.data().toString());
    return QSize(list->viewport()->width(), words.height() + 16 + 2 * kAnswerPadding);
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    const Tokens& t = tokens();
    const bool matches = index.data(kMatchesRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF plate = QRectF(option.rect).adjusted(1, 1, -1, -1);
    if (option.state & QStyle::State_Selected) {
      painter->setPen(option.state & QStyle::State_HasFocus ? QPen(t.accent, 2) : Qt::NoPen);
      painter->setBrush(mixed(t.panel, t.accent, 0.14));
      painter->drawRoundedRect(plate, space::kCorner, space::kCorner);
    }
    const QRect words =
        option.rect.adjusted(kAnswerIndent, kAnswerPadding, -kAnswerPadding, -kAnswerPadding);
    painter->drawPixmap(
        option.rect.left() + kAnswerPadding + 2, words.top(),
        iconPixmap(matches ? QStringLiteral("check") : QStringLiteral("close"), 16,
                   matches ? t.chosen : t.rejected, painter->device()->devicePixelRatioF()));
    painter->setFont(Theme::font(type::kBody));
    painter->setPen(t.text);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                      index.data().toString());
    painter->setFont(Theme::font(type::kCaption));
    painter->setPen(t.dim);
    drawTextLine(*painter, words, Qt::AlignLeft | Qt::AlignBottom,
                 index.data(kCaptionRole).toString());
    painter->restore();
  }
};

QString captionOf(const curation::ShownCandidate& shown) {
  const Candidate& candidate = shown.candidate;
  QStringList parts{shown.matches ? AnswerList::tr("matches") : AnswerList::tr("differs")};
  parts << (candidate.origin == CandidateOrigin::kGreedy
                ? AnswerList::tr("greedy")
                : AnswerList::tr("drawn at %1").arg(candidate.temperature));
  parts << AnswerList::tr("perplexity %1").arg(candidate.perplexity, 0, 'f', 2);
  if (!candidate.complete) parts << AnswerList::tr("cut at the token limit");
  return parts.join(QStringLiteral(" · "));
}

}  // namespace

AnswerList::AnswerList(QWidget* parent) : QListWidget(parent) {
  setItemDelegate(new AnswerDelegate(this));
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(ScrollPerPixel);
  setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  setAccessibleName(tr("Answers of the model"));
}

void AnswerList::setAnswers(const std::vector<curation::ShownCandidate>& answers) {
  clear();
  for (const curation::ShownCandidate& shown : answers) {
    auto* item = new QListWidgetItem(QString::fromStdString(shown.candidate.text).trimmed(), this);
    if (item->text().isEmpty()) item->setText(tr("(an empty answer)"));
    item->setData(kMatchesRole, shown.matches);
    item->setData(kCaptionRole, captionOf(shown));
    item->setData(Qt::AccessibleTextRole,
                  QStringLiteral("%1, %2").arg(item->text(), captionOf(shown)));
    item->setToolTip(
        tr("%1\nRun %2").arg(captionOf(shown), QString::fromStdString(shown.candidate.run)));
  }
  updateGeometry();
}

QSize AnswerList::sizeHint() const {
  int height = 2;
  for (int row = 0; row < count(); ++row) height += sizeHintForRow(row);
  return QSize(240, qMin(height, kTallestAnswer));
}

void AnswerList::resizeEvent(QResizeEvent* event) {
  QListWidget::resizeEvent(event);
  if (event->oldSize().width() != event->size().width()) {
    scheduleDelayedItemsLayout();
    updateGeometry();
  }
}

}  // namespace mia::ui
