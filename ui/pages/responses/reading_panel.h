// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
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
  /// Another question than the sample's, which its ground truth does not answer; "": the sample's.
  void setAsked(const QString& question);
  /// For a talk: the answers alone, in larger type, side by side.
  void setPresenting(bool on);
  SidePanel& side(int index) { return *sides_[static_cast<std::size_t>(index)]; }
  /// The heads that can be chosen; 0: none before the model is loaded.
  void setHeads(int heads, int chosen);
  /// Without the choice of heads, where the engine is not at hand.
  void setHeadsOffered(bool offered);
  QComboBox& heads() { return *heads_; }

 Q_SIGNALS:
  /// -1: the mean over all heads.
  void headChosen(int head);
  /// The model is to be loaded, so that its heads are known.
  void headsAsked();

 private:
  void showFacts();

  bool headsOffered_ = true;
  bool presenting_ = false;
  QString own_;    ///< the sample's question
  QString asked_;  ///< instead of it
  QLabel* question_;
  QLabel* caption_;
  QLabel* truth_;
  QComboBox* heads_;
  QPushButton* load_;
  std::array<SidePanel*, 2> sides_;
  QBoxLayout* sidesRow_;
  QWidget* facts_;  ///< what a talk leaves out
};

}  // namespace mia::ui
