// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <array>

#include "ui/pages/responses/side_panel.h"

namespace mia::ui {

/// The right pane: the question, the ground truth, and one answer or the two that are compared.
class ReadingPanel : public QScrollArea {
  Q_OBJECT

 public:
  ReadingPanel();

  void showSample(const curation::SampleResponses* facts);
  SidePanel& side(int index) { return *sides_[static_cast<std::size_t>(index)]; }
  /// The heads that can be chosen; 0: the number is not known, none can.
  void setHeads(int heads, int chosen);
  QComboBox& heads() { return *heads_; }

 Q_SIGNALS:
  /// -1: the mean over all heads.
  void headChosen(int head);

 private:
  QLabel* question_;
  QLabel* caption_;
  QLabel* truth_;
  QWidget* headRow_;
  QComboBox* heads_;
  std::array<SidePanel*, 2> sides_;
};

}  // namespace mia::ui
