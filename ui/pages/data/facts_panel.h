// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>

#include "curation/browse.h"

namespace mia::ui {

class AnswerList;
class AttentionPanel;

/// The words about one image or sample: question, ground truth, answers, where the model looked,
/// and where it all comes from.
class FactsPanel : public QWidget {
  Q_OBJECT

 public:
  explicit FactsPanel(QWidget* parent = nullptr);

  void showImage(const curation::ImageFacts& facts);
  void showSample(const curation::SampleFacts& facts);
  void showQuarantined(const curation::QuarantineFacts& facts);
  void showNothing();

  AnswerList& answers() { return *answers_; }
  AttentionPanel& attention() { return *attention_; }

 Q_SIGNALS:
  void usesAsked();
  void alikeAsked();

 private:
  QWidget* addBox(const QString& heading);
  QLabel* addBlock(const QString& heading, const char* role = "");
  void showMarks(bool excluded, const std::vector<std::string>& tags);
  void setBlock(QLabel* block, const QString& text);

  QVBoxLayout* layout_;
  QLabel* title_;
  QLabel* caption_;
  QLabel* questions_;
  QLabel* truth_;
  QWidget* answersBox_;
  QLabel* noAnswers_;
  AnswerList* answers_;
  QWidget* attentionBox_;
  AttentionPanel* attention_;
  QWidget* usesBox_;
  QPushButton* uses_;
  QPushButton* alike_;
  QLabel* marks_;
  QLabel* prompt_;
  QLabel* origin_;
};

}  // namespace mia::ui
