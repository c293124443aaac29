// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QScrollArea>
#include <array>

#include "ui/pages/audit/pair_model.h"
#include "ui/pages/audit/shown_pair.h"
#include "ui/widgets/difference_text.h"
#include "ui/widgets/inline_editor.h"

namespace mia::ui {

class SidePanel;

/// The right pane: what was asked, the chosen and the rejected answer with the words that tell them
/// apart, why the rule made them a pair, and what the reviewer made of it.
class AnswerPane : public QScrollArea {
  Q_OBJECT

 public:
  /// What can be written here.
  enum class Field { kChosen, kRejected, kNote };

  AnswerPane();

  /// nullptr: nothing.
  void show(const std::shared_ptr<ShownPair>& pair, const Look& look = {});
  void setState(const ReviewState& state, Saved saved);
  /// "12 of 1 008"
  void setPlace(const QString& words);
  void setLook(const Look& look);

  /// Opens a field; what it held before is kept when it is left. A swapped pair's chosen side is
  /// the model's answer.
  void edit(Field field);
  /// Ends what is being written, as Enter does.
  void finishEditing();

  DifferenceText& chosen() { return *sides_[0].text; }
  DifferenceText& rejected() { return *sides_[1].text; }
  InlineEditor& editor(Field field);
  QString stateText() const { return state_->text(); }
  QString verdict() const;
  QString note() const { return noteText_->text(); }
  SidePanel& look() { return *look_; }

 Q_SIGNALS:
  /// Something was written; an empty text of a note takes it off.
  void written(mia::ui::AnswerPane::Field field, const QString& text);
  void editingEnded();

 private:
  struct Side {
    QLabel* glyph = nullptr;
    QLabel* heading = nullptr;
    DifferenceText* text = nullptr;
    InlineEditor* editor = nullptr;
  };

  Side buildSide(bool chosen);
  void showTexts();
  void paintGlyphs();
  QString headingOf(bool chosen) const;

  std::shared_ptr<ShownPair> pair_;
  ReviewState shown_;
  Saved saved_ = Saved::kYes;
  QWidget* body_;
  QLabel* stateGlyph_;
  QLabel* state_;
  QLabel* place_;
  QLabel* question_;
  QLabel* facts_;
  std::array<Side, 2> sides_;  ///< chosen, rejected
  QLabel* reason_;
  QLabel* figures_;
  QLabel* noteHeading_;
  QLabel* noteText_;
  InlineEditor* noteEditor_;
  SidePanel* look_;
};

}  // namespace mia::ui
