// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/queue_narrowing.h"

#include "ui/models/gallery_model.h"
#include "ui/pages/audit/review_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

QString choiceWords(LayoutKind layout) { return layoutWords(layout); }
QString choiceWords(int images) { return QueueNarrowing::tr("%n images", nullptr, images); }
QString choiceWords(const std::string& rule) { return groupWords(rule); }

}  // namespace

QueueNarrowing::QueueNarrowing() : button_(new QPushButton), menu_(new QMenu(this)) {
  button_->setText(tr("Filter") + QStringLiteral("  ▾"));
  button_->setToolTip(tr("Only pairs of one layout, number of images or rule"));
  button_->setAccessibleName(tr("Filter by layout, number of images and rule"));
  button_->setMenu(menu_);
  setLayout(new FlowLayout(this, space::kTiny));
  layout()->setContentsMargins(0, 0, 0, 0);
  setAccessibleName(tr("Filters of the queue"));
  connect(menu_, &QMenu::aboutToShow, this, &QueueNarrowing::fillMenu);
  showChips();
}

QList<QToolButton*> QueueNarrowing::chips() const {
  QList<QToolButton*> chips;
  for (int i = 0; i < layout()->count(); ++i) {
    chips.append(qobject_cast<QToolButton*>(layout()->itemAt(i)->widget()));
  }
  return chips;
}

void QueueNarrowing::setNarrowed(const curation::QueueQuery& query) {
  narrowed_ = {};
  narrowed_.layout = query.layout;
  narrowed_.images = query.images;
  narrowed_.rule = query.rule;
  showChips();
}

void QueueNarrowing::narrow(curation::QueueQuery& query) const {
  query.layout = narrowed_.layout;
  query.images = narrowed_.images;
  query.rule = narrowed_.rule;
}

void QueueNarrowing::fillMenu() {
  menu_->clear();
  addSection(tr("Layout"), choices_.layouts, &curation::QueueQuery::layout);
  addSection(tr("Images"), choices_.images, &curation::QueueQuery::images);
  addSection(tr("Rule"), choices_.rules, &curation::QueueQuery::rule);
  if (menu_->isEmpty()) menu_->addAction(tr("There are no pairs"))->setEnabled(false);
}

template <class Value>
void QueueNarrowing::addSection(const QString& heading,
                                const std::map<Value, std::int64_t>& choices,
                                std::optional<Value> curation::QueueQuery::*field) {
  if (choices.empty()) return;
  menu_->addSection(heading);
  for (const auto& [value, pairs] : choices) {
    QAction* action =
        menu_->addAction(QStringLiteral("%1 · %2").arg(choiceWords(value), grouped(pairs)));
    action->setCheckable(true);
    action->setChecked(narrowed_.*field == value);
    connect(action, &QAction::triggered, this, [this, field, value = value](bool on) {
      narrowed_.*field = on ? std::optional<Value>(value) : std::nullopt;
      showChips();
      Q_EMIT changed();
    });
  }
}

template <class Value>
void QueueNarrowing::addChip(std::optional<Value> curation::QueueQuery::*field) {
  if (!(narrowed_.*field)) return;
  QToolButton* chip = makeFilterChip(choiceWords(*(narrowed_.*field)));
  connect(chip, &QToolButton::clicked, this, [this, field] {
    narrowed_.*field = std::nullopt;
    showChips();
    button_->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
  });
  layout()->addWidget(chip);
  chip->show();
}

void QueueNarrowing::showChips() {
  while (QLayoutItem* item = layout()->takeAt(0)) {
    item->widget()->hide();
    item->widget()->deleteLater();
    delete item;
  }
  addChip(&curation::QueueQuery::layout);
  addChip(&curation::QueueQuery::images);
  addChip(&curation::QueueQuery::rule);
  setVisible(layout()->count() > 0);
}

}  // namespace mia::ui
