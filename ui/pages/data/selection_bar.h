// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStringList>

namespace mia::ui {

/// What can be done with the selected items: tag, untag, exclude. Shown while several are selected,
/// or while a tag is being typed.
class SelectionBar : public QFrame {
  Q_OBJECT

 public:
  explicit SelectionBar(QWidget* parent = nullptr);

  void setSelected(qint64 items);
  /// The project's tags, offered while typing and for taking off.
  void setTags(const QStringList& tags);
  void setExcluded(bool excluded);
  /// Begins to type a tag.
  void beginTag();

  QAction* excludeAction() { return exclude_; }

 Q_SIGNALS:
  void tagAsked(const QString& tag, bool on);
  void left();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void update();

  QLabel* count_;
  QLineEdit* tag_;
  QMenu* tags_;
  QAction* exclude_;
  qint64 items_ = 0;
  bool tagging_ = false;
};

}  // namespace mia::ui
