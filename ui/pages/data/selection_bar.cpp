// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/selection_bar.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStringListModel>

#include "ui/models/gallery_model.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

SelectionBar::SelectionBar(QWidget* parent)
    : QFrame(parent), count_(makeLabel("")), tag_(new QLineEdit), tags_(new QMenu(this)) {
  setProperty("role", "strip");
  setAccessibleName(tr("Selection"));
  exclude_ = new QAction(icon(QStringLiteral("exclude")), tr("Exclude"), this);
  tag_->setPlaceholderText(tr("Add a tag"));
  tag_->setAccessibleName(tr("Add a tag to the selected items"));
  tag_->setToolTip(tr("A tag for every selected item; Enter adds it (T)"));
  tag_->setMaximumWidth(200);
  tag_->installEventFilter(this);
  auto* completer = new QCompleter(new QStringListModel(tag_), tag_);
  completer->setCaseSensitivity(Qt::CaseInsensitive);
  tag_->setCompleter(completer);
  connect(tag_, &QLineEdit::returnPressed, this, [this] {
    const QString name = tag_->text().simplified();
    tagging_ = false;
    tag_->clear();
    update();
    if (!name.isEmpty()) Q_EMIT tagAsked(name, true);
    Q_EMIT left();
  });

  auto* untag = new QToolButton;
  untag->setText(tr("Remove tag"));
  untag->setIcon(icon(QStringLiteral("tag")));
  untag->setIconSize({16, 16});
  untag->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  untag->setPopupMode(QToolButton::InstantPopup);
  untag->setProperty("role", "menu");
  untag->setFocusPolicy(Qt::TabFocus);
  untag->setMenu(tags_);
  auto* exclude = makeButton(exclude_);
  exclude->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  exclude->setProperty("role", "menu");

  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(space::kLarge, space::kTiny, space::kLarge, space::kTiny);
  row->setSpacing(space::kSmall);
  row->addWidget(count_);
  row->addStretch();
  row->addWidget(tag_);
  row->addWidget(untag);
  row->addWidget(exclude);
  update();
}

void SelectionBar::setSelected(qint64 items) {
  items_ = items;
  update();
}

void SelectionBar::setTags(const QStringList& tags) {
  static_cast<QStringListModel*>(tag_->completer()->model())->setStringList(tags);
  tags_->clear();
  for (const QString& tag : tags) {
    tags_->addAction(tag, this, [this, tag] { Q_EMIT tagAsked(tag, false); });
  }
  if (tags.isEmpty()) tags_->addAction(tr("There are no tags yet"))->setEnabled(false);
}

void SelectionBar::setExcluded(bool excluded) {
  exclude_->setText(excluded ? tr("Take in again") : tr("Exclude"));
  exclude_->setToolTip(excluded ? tr("Let the selected items take part again (X)")
                                : tr("Leave the selected items out of composing, generating and "
                                     "selecting (X)"));
}

void SelectionBar::beginTag() {
  tagging_ = true;
  update();
  tag_->setFocus(Qt::ShortcutFocusReason);
}

void SelectionBar::update() {
  count_->setText(tr("%1 selected").arg(grouped(items_)));
  setVisible(items_ > 1 || (tagging_ && items_ > 0));
}

bool SelectionBar::eventFilter(QObject* watched, QEvent* event) {
  if (watched == tag_ && event->type() == QEvent::ShortcutOverride &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    event->accept();  // the page's own Escape would clear the filters
    return true;
  }
  if (watched == tag_ && event->type() == QEvent::KeyPress &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    tag_->clear();
    tagging_ = false;
    update();
    Q_EMIT left();
    return true;
  }
  return QFrame::eventFilter(watched, event);
}

}  // namespace mia::ui
