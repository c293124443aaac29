// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QSplitter>
#include <QTimer>
#include <QWidget>
#include <optional>

#include "ui/models/response_model.h"
#include "ui/pages/responses/shown_answer.h"

namespace mia::ui {

/// The left pane: the answered samples with their filters, and beneath them the answers to the one
/// that is on view.
class ResponseQueue : public QWidget {
  Q_OBJECT

 public:
  explicit ResponseQueue(ProjectSession& session);
  ~ResponseQueue() override;

  /// Lists the answers; side A is the current line.
  void setAnswers(const std::vector<std::shared_ptr<ShownAnswer>>& answers);
  /// Which answers stand on sides A and B (-1: none); tells nobody.
  void setSides(int a, int b);
  /// The caption of an answer changed while it arrives.
  void updateAnswer(int row, const ShownAnswer& answer);
  /// Turns to the sample once it is listed, to the first where it is not.
  void wantSample(qint64 id);
  /// Turns to a sample that was asked for: filters that hide it are cleared; tells when it has no
  /// answers.
  void goTo(qint64 id);
  void step(int samples);
  void reload() { model_->reload(); }
  bool isSettled() const { return model_->isLoaded() && !searchDelay_.isActive(); }
  bool isEmpty() const { return model_->isLoaded() && model_->rowCount() == 0; }
  bool isFiltered() const { return model_->query() != curation::ResponseQuery{}; }
  void takeFocus() { samples_->setFocus(); }
  void focusSearch();

  ResponseModel& model() { return *model_; }
  QListView& samples() { return *samples_; }
  QListWidget& answers() { return *answers_; }
  QComboBox& layouts() { return *layouts_; }
  QComboBox& outcomes() { return *outcomes_; }

 Q_SIGNALS:
  /// The sample that is on view by the list; 0: none is listed.
  void sampleChosen(qint64 id);
  /// A line of the answers was chosen for side A, or with Shift for side B.
  void answerChosen(int row, bool forSideB);
  void missing(qint64 id);
  void failed(const QString& sentence);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* buildFilters();
  void applyFilters();
  void clearFilters();
  void listed();
  void updateFound();

  ResponseModel* model_;
  QLineEdit* search_;
  QComboBox* layouts_;
  QComboBox* outcomes_;
  QLabel* found_;
  QListView* samples_;
  QLabel* answersHeading_;
  QListWidget* answers_;
  QSplitter* splitter_;
  QTimer searchDelay_;
  qint64 wanted_ = 0;
  bool asked_ = false;  ///< for the one that is wanted, by its number
};

}  // namespace mia::ui
