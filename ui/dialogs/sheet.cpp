// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/sheet.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kSheetMargin = space::kHuge;
constexpr int kTopShare = 8;  ///< a sheet at the top begins at this part of the height
constexpr double kDimness = 0.45;

}  // namespace

Sheet::Sheet(QWidget* window, const QString& name, int width, Place place)
    : QWidget(window),
      card_(makeFrame("sheet")),
      layout_(new QVBoxLayout(card_)),
      width_(width),
      place_(place) {
  setAccessibleName(name);
  setFocusPolicy(Qt::NoFocus);
  card_->setParent(this);
  card_->setAutoFillBackground(true);
  layout_->setContentsMargins(space::kHuge, space::kLarge, space::kHuge, space::kLarge);
  layout_->setSpacing(space::kMedium);
  window->installEventFilter(this);
  card_->installEventFilter(this);
  hide();
}

void Sheet::addHeading(const QString& title, const QString& explanation) {
  auto* row = new QHBoxLayout;
  row->setSpacing(space::kMedium);
  row->addWidget(makeLabel("section", title), 1);
  auto* close = new QToolButton;
  close->setIcon(icon(QStringLiteral("close")));
  close->setIconSize({16, 16});
  close->setFocusPolicy(Qt::TabFocus);
  close->setToolTip(tr("Close (Esc)"));
  close->setAccessibleName(tr("Close"));
  connect(close, &QToolButton::clicked, this, &Sheet::close);
  row->addWidget(close);
  layout_->addLayout(row);
  if (explanation.isEmpty()) return;
  QLabel* words = makeText("dim");
  words->setText(explanation);
  layout_->addWidget(words);
}

void Sheet::open() {
  focusedBefore_ = window()->focusWidget();
  place();
  show();
  raise();
  place();  // only what is shown knows its height
  QWidget* first = firstFocus();
  if (first) {
    first->setFocus(Qt::PopupFocusReason);
  } else {
    focusNextPrevChild(true);
  }
}

void Sheet::close() {
  if (!isVisible()) return;
  hide();
  if (focusedBefore_) focusedBefore_->setFocus(Qt::PopupFocusReason);
  Q_EMIT closed();
  deleteLater();
}

void Sheet::place() {
  const QWidget* window = parentWidget();
  setGeometry(window->rect());
  const int width = qMin(width_, window->width() - 2 * kSheetMargin);
  const int wanted =
      layout_->hasHeightForWidth() ? layout_->heightForWidth(width) : card_->sizeHint().height();
  const int height =
      qMin(qMax(wanted, layout_->minimumSize().height()), window->height() - 2 * kSheetMargin);
  const int top =
      place_ == Place::kTop ? window->height() / kTopShare : (window->height() - height) / 2;
  card_->setGeometry((window->width() - width) / 2, qMax(kSheetMargin, top), width,
                     qMin(height, window->height() - qMax(kSheetMargin, top) - kSheetMargin));
}

bool Sheet::eventFilter(QObject* watched, QEvent* event) {
  const bool windowChanged = watched == parentWidget() && event->type() == QEvent::Resize;
  const bool contentChanged = watched == card_ && event->type() == QEvent::LayoutRequest;
  if ((windowChanged || contentChanged) && isVisible()) place();
  return QWidget::eventFilter(watched, event);
}

bool Sheet::focusNextPrevChild(bool next) {
  QWidget* from = window()->focusWidget();
  if (!from || !isAncestorOf(from)) from = this;
  QWidget* to = from;
  do {
    to = next ? to->nextInFocusChain() : to->previousInFocusChain();
    const bool takes = isAncestorOf(to) && to->isVisibleTo(this) && to->isEnabled() &&
                       (to->focusPolicy() & Qt::TabFocus) && !to->focusProxy();
    if (!takes) continue;
    to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
  } while (to != from);
  return true;  // nowhere to go, but never out of the sheet
}

void Sheet::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) close();
  event->accept();  // nothing falls through to the page behind
}

void Sheet::mousePressEvent(QMouseEvent* event) {
  if (!card_->geometry().contains(event->pos())) close();
  event->accept();
}

void Sheet::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), QColor::fromRgbF(0, 0, 0, static_cast<float>(kDimness)));
}

}  // namespace mia::ui
