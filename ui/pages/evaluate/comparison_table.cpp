// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/evaluate/comparison_table.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/models/gallery_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/text_line.h"

namespace mia::ui {

namespace {

constexpr int kRowHeight = 28;
constexpr int kCellEdge = 7;        ///< px beside a figure
constexpr int kLeastInterval = 72;  ///< px; a narrower axis tells nothing and is left out
constexpr int kAxisEdge = 10;       ///< px beside the axis

}  // namespace

ComparisonDelegate::ComparisonDelegate(ComparisonModel& model, QObject* parent)
    : QStyledItemDelegate(parent), model_(model) {}

void ComparisonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const {
  const Tokens& t = tokens();
  const QRectF box = option.rect;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (index.data(ComparisonModel::kRowRole).toBool()) {
    painter->setPen(QPen(t.line, 1));
    painter->drawLine(box.topLeft(), box.topRight());
  }
  if (option.state & QStyle::State_Selected) {
    painter->setPen(option.state & QStyle::State_HasFocus ? QPen(t.accent, 2) : Qt::NoPen);
    painter->setBrush(mixed(t.panel, t.accent, 0.14));
    painter->drawRoundedRect(box.adjusted(2, 2, -2, -2), space::kTiny, space::kTiny);
  } else if (option.state & QStyle::State_MouseOver) {
    painter->fillRect(box.adjusted(2, 2, -2, -2), mixed(t.panel, t.text, 0.07));
  }
  if (index.column() == ComparisonModel::kInterval) {
    paintInterval(painter, box, index);
  } else {
    const bool zero =
        index.column() >= ComparisonModel::kBetter && index.data().toString() == QLatin1String("0");
    painter->setFont(index.data(Qt::FontRole).value<QFont>());
    painter->setPen(zero ? t.dim : t.text);
    drawTextLine(*painter, box.adjusted(kCellEdge, 0, -kCellEdge, 0).toRect(),
                 Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()), index.data().toString());
  }
  painter->restore();
}

void ComparisonDelegate::paintInterval(QPainter* painter, const QRectF& box,
                                       const QModelIndex& index) const {
  const Tokens& t = tokens();
  const double half = box.width() / 2 - kAxisEdge;
  const auto x = [&](double share) { return box.center().x() + share / model_.reach() * half; };
  const double low = index.data(ComparisonModel::kLowRole).toDouble();
  const double high = index.data(ComparisonModel::kHighRole).toDouble();
  const QPointF point(x(index.data(ComparisonModel::kPointRole).toDouble()), box.center().y());
  const QColor colour = low > 0 ? t.chosen : high < 0 ? t.rejected : t.undecided;
  painter->setPen(QPen(t.edge, 1));
  painter->drawLine(QPointF(x(0), box.top()), QPointF(x(0), box.bottom()));
  painter->setPen(QPen(colour, 2));
  painter->drawLine(QPointF(x(low), point.y()), QPointF(x(high), point.y()));
  painter->setBrush(colour);
  painter->setPen(QPen(t.panel, 1));
  if (low > 0 || high < 0) {
    const double up = low > 0 ? -1 : 1;
    painter->drawPolygon(QPolygonF(
        {point + QPointF(0, 6 * up), point + QPointF(5, -4 * up), point + QPointF(-5, -4 * up)}));
  } else {
    painter->drawEllipse(point, 4, 4);
  }
}

ComparisonTable::ComparisonTable() {
  model_ = new ComparisonModel(this);
  view_ = new QTableView;
  view_->setModel(model_);
  view_->setItemDelegate(new ComparisonDelegate(*model_, view_));
  view_->setAccessibleName(tr("Before and after, by layout and number of images"));
  view_->setSelectionMode(QAbstractItemView::SingleSelection);
  view_->setShowGrid(false);
  view_->setMouseTracking(true);
  view_->setWordWrap(false);
  view_->setTabKeyNavigation(false);
  view_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  view_->setCornerButtonEnabled(false);
  view_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  view_->verticalHeader()->hide();
  view_->verticalHeader()->setDefaultSectionSize(kRowHeight);
  view_->horizontalHeader()->setHighlightSections(false);
  view_->horizontalHeader()->setSectionsClickable(false);
  view_->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  view_->horizontalHeader()->setMinimumSectionSize(24);
  view_->installEventFilter(this);
  unanswered_ = makeText("dim");
  explanation_ = makeText("dim");
  explanation_->setAccessibleName(tr("The line in words"));
  auto* words = new QVBoxLayout;
  words->setContentsMargins(space::kLarge, space::kSmall, space::kLarge, space::kMedium);
  words->setSpacing(space::kTiny);
  words->addWidget(explanation_);
  words->addWidget(unanswered_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(view_, 1);
  column->addLayout(words);
  connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
          &ComparisonTable::tell);
}

void ComparisonTable::show(QVector<ShownComparison> shown) {
  const QModelIndex current = view_->currentIndex();
  const int row = current.row(), column = current.column();
  qint64 unanswered = 0;
  for (const ShownComparison& one : shown) unanswered += one.comparison->unanswered;
  model_->show(std::move(shown));
  fitColumns();
  setOrHide(unanswered_, unanswered > 0 ? tr("%1 samples went unanswered by one of the models and "
                                             "are counted nowhere.",
                                             nullptr, static_cast<int>(unanswered))
                                              .arg(grouped(unanswered))
                                        : QString());
  explanation_->clear();
  const bool stays = row >= 0 && row < model_->rowCount();
  choose(stays ? model_->index(row, column)
               : model_->index(model_->rowCount() - 1, ComparisonModel::kBetter));
}

void ComparisonTable::choose(const QModelIndex& index) {
  if (!index.isValid()) return;
  if (view_->currentIndex() == index) {
    tell(index);
  } else {
    view_->setCurrentIndex(index);
  }
}

void ComparisonTable::tell(const QModelIndex& index) {
  if (!index.isValid()) return;
  explanation_->setText(model_->explain(index));
  Q_EMIT cellChosen(model_->cellAt(index));
}

/// Every figure at the width that it needs; what is left is the axis of the intervals.
void ComparisonTable::fitColumns() {
  const QFontMetrics head(Theme::font(type::kCaption));
  const auto widthOf = [&](int column) {
    int widest = head.horizontalAdvance(
        model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    for (int row = 0; row < model_->rowCount(); ++row) {
      const QModelIndex cell = model_->index(row, column);
      const QFontMetrics body(cell.data(Qt::FontRole).value<QFont>());
      widest = qMax(widest, body.horizontalAdvance(cell.data().toString()));
    }
    return widest + 2 * kCellEdge + 1;
  };
  int taken = 0;
  for (int column = 0; column < ComparisonModel::kColumns; ++column) {
    if (column == ComparisonModel::kInterval) continue;
    view_->setColumnWidth(column, widthOf(column));
    if (column != ComparisonModel::kLetter) taken += view_->columnWidth(column);
  }
  const bool several = model_->shown().size() > 1;
  view_->setColumnHidden(ComparisonModel::kLetter, !several);
  if (several) taken += view_->columnWidth(ComparisonModel::kLetter);
  const int left = view_->viewport()->width() - taken;
  view_->setColumnHidden(ComparisonModel::kInterval, left < kLeastInterval);
  view_->setColumnWidth(ComparisonModel::kInterval, qBound(kLeastInterval, left, 360));
}

void ComparisonTable::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitColumns();
}

bool ComparisonTable::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const auto* press = static_cast<QKeyEvent*>(event);
    if (press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter) {
      Q_EMIT entered();
      return true;
    }
    if (press->matches(QKeySequence::Copy)) {
      QGuiApplication::clipboard()->setText(model_->asText());
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace mia::ui
