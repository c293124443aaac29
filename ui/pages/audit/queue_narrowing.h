// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QWidget>

#include "curation/review_queue.h"

namespace mia::ui {

/// What the queue is narrowed to, a chip each that takes it off again; its button's menu offers
/// what there is, with how many pairs.
class QueueNarrowing : public QWidget {
  Q_OBJECT

 public:
  QueueNarrowing();

  /// To stand where the queue's other choices stand.
  QPushButton* button() { return button_; }
  QMenu& menu() { return *menu_; }
  QList<QToolButton*> chips() const;

  void setChoices(const curation::QueueChoices& choices) { choices_ = choices; }
  /// The layout, number of images and rule of a query; the rest of it does not matter here.
  void setNarrowed(const curation::QueueQuery& query);
  void narrow(curation::QueueQuery& query) const;

 Q_SIGNALS:
  void changed();

 private:
  void fillMenu();
  template <class Value>
  void addSection(const QString& heading, const std::map<Value, std::int64_t>& choices,
                  std::optional<Value> curation::QueueQuery::*field);
  template <class Value>
  void addChip(std::optional<Value> curation::QueueQuery::*field);
  void showChips();

  QPushButton* button_;
  QMenu* menu_;
  curation::QueueChoices choices_;
  curation::QueueQuery narrowed_;
};

}  // namespace mia::ui
