// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compose/sample_sheet.h"

#include <QStyledItemDelegate>

#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"

namespace mia::ui {

namespace {

constexpr int kPictureEdge = 112;  ///< logical px
constexpr int kPreviewGap = 8;

QSize fittedSize(const QModelIndex& index) {
  const auto image = index.data(Qt::UserRole).value<QImage>();
  return image.size().scaled(kPictureEdge, kPictureEdge, Qt::KeepAspectRatio);
}

/// A sample's picture with its number on it, framed when it is the one that is shown.
class SampleDelegate : public QStyledItemDelegate {
 public:
  SampleDelegate(bool square, QObject* parent) : QStyledItemDelegate(parent), square_(square) {}

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
    const int height = square_ ? kPictureEdge : fittedSize(index).height();
    return {kPictureEdge + kPreviewGap, height + kPreviewGap};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    QRect box(QPoint(0, 0), fittedSize(index));
    box.moveCenter(option.rect.center());
    painter->save();
    painter->setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    painter->drawImage(box, index.data(Qt::UserRole).value<QImage>());
    paintBadge(*painter, box, Qt::AlignLeft | Qt::AlignTop, index.data().toString());
    if (option.state & QStyle::State_Selected) {
      painter->setPen(QPen(tokens().accent, 2));
      painter->setBrush(Qt::NoBrush);
      painter->drawRoundedRect(QRectF(box).adjusted(-2, -2, 2, 2), 3, 3);
    }
    painter->restore();
  }

 private:
  bool square_;
};

}  // namespace

SampleSheet::SampleSheet(QObject* parent)
    : QObject(parent), strip_(new QListView), sheet_(new QListView) {
  strip_->setItemDelegate(new SampleDelegate(false, strip_));
  strip_->setMinimumWidth(132);
  strip_->setMaximumWidth(260);
  setUp(strip_, tr("Samples"));
  sheet_->setItemDelegate(new SampleDelegate(true, sheet_));
  sheet_->setViewMode(QListView::IconMode);
  sheet_->setMovement(QListView::Static);
  sheet_->setSpacing(space::kSmall);
  setUp(sheet_, tr("Contact sheet"));
}

void SampleSheet::setUp(QListView* view, const QString& name) {
  view->setModel(&samples_);
  view->setResizeMode(QListView::Adjust);
  view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  view->setEditTriggers(QAbstractItemView::NoEditTriggers);
  view->setAccessibleName(name);
  connect(view, &QListView::activated, this, &SampleSheet::opened);
  connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& now) {
            if (now.isValid()) Q_EMIT chosen(now.row());
          });
}

void SampleSheet::append(const QVector<SheetItem>& items) {
  for (const SheetItem& item : items) {
    auto* entry = new QStandardItem(QString::number(item.index + 1));
    entry->setData(item.image, Qt::UserRole);
    entry->setToolTip(item.words);
    entry->setAccessibleText(tr("Sample %1: %2").arg(item.index + 1).arg(item.words));
    samples_.appendRow(entry);
  }
}

void SampleSheet::setPlace(qint64 index) {
  const QModelIndex here = samples_.index(static_cast<int>(index), 0);
  if (!here.isValid()) return;
  for (QListView* view : {strip_, sheet_}) view->setCurrentIndex(here);
}

QVector<QImage> SampleSheet::pictures() const {
  QVector<QImage> pictures;
  for (int row = 0; row < samples_.rowCount(); ++row) {
    pictures.append(samples_.item(row)->data(Qt::UserRole).value<QImage>());
  }
  return pictures;
}

QImage SampleSheet::pictureOf(const QVector<QImage>& pictures) {
  constexpr int kColumns = 10, kMargin = 16, kCell = kEdge + kMargin;
  const int rows = (static_cast<int>(pictures.size()) + kColumns - 1) / kColumns;
  QImage sheet(kColumns * kCell + kMargin, rows * kCell + kMargin, QImage::Format_RGB32);
  sheet.fill(Qt::white);
  QPainter painter(&sheet);
  for (int i = 0; i < pictures.size(); ++i) {
    const QPoint at(kMargin + i % kColumns * kCell, kMargin + i / kColumns * kCell);
    QRect box(QPoint(0, 0), pictures[i].size());
    box.moveCenter(QRect(at, QSize(kEdge, kEdge)).center());
    painter.drawImage(box, pictures[i]);
  }
  return sheet;
}

}  // namespace mia::ui
