// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QWidget>

#include "curation/review_statistics.h"
#include "ui/pages/audit/dispute_panel.h"
#include "ui/pages/audit/review_desk.h"
#include "ui/session/project_session.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

/// How reviewers agree: acceptance and kappa by rule and layout, the start of a blind second
/// review, and the pairs on which reviews disagree, to be settled side by side.
class AgreementView : public QWidget {
  Q_OBJECT

 public:
  AgreementView(ProjectSession& session, std::shared_ptr<ReviewDesk> desk);

  /// The review that goes on on the page.
  void setReview(const Review& review);
  void refresh();
  bool isSettled() const { return !reading_ && panel_->isSettled(); }
  QComboBox& first() { return *first_; }
  QComboBox& second() { return *second_; }
  QLineEdit& nextReviewer() { return *name_; }
  QPushButton& startButton() { return *start_; }
  /// What came of merging, in words.
  void showMerged(const QString& words) { setOrHide(merged_, words); }
  QString mergedText() const { return merged_->text(); }
  QListWidget& disputes() { return *disputes_; }
  DisputePanel& panel() { return *panel_; }
  /// The table as text, a line a row.
  QStringList table() const;

 Q_SIGNALS:
  /// A review of what `decidedBy` decided, without telling how.
  void reviewAsked(const mia::Review& review, const std::optional<mia::Review>& decidedBy);
  /// Another project's journal, its folder or a file, is to be taken over.
  void mergeAsked(const QString& path);
  /// The journal is to be written to a file.
  void journalAsked(const QString& file);
  void resolved(mia::PairId pair, const mia::ReviewState& state);
  void pairAsked(qint64 pair);
  void failed(const QString& sentence);

 private:
  struct Figures {
    std::vector<Review> reviews;
    Review one, other;  ///< that are held against each other
    std::vector<curation::AcceptanceRow> first, second;
    std::vector<curation::AgreementRow> agreement;
    std::vector<Dispute> disputes;
  };

  QWidget* buildReviews();
  QWidget* buildDisputes();
  void show(const Figures& figures);
  void fillReviews(const Figures& figures);
  void fillTable(const Figures& figures);
  void fillDisputes(const std::vector<Dispute>& disputes);
  void start();
  void askForJournal(bool project);
  void askForFile();
  std::optional<Review> chosen(const QComboBox& box) const;

  ProjectSession& session_;
  std::shared_ptr<ReviewDesk> desk_;
  Review review_;
  std::vector<Review> reviews_;
  std::vector<Dispute> listed_;
  QComboBox* first_;
  QComboBox* second_;
  QWidget* table_;
  QGridLayout* grid_;
  QLineEdit* name_;
  QComboBox* whose_;
  QPushButton* start_;
  QLabel* startWords_;
  QPushButton* merge_;
  QLabel* merged_;
  QLabel* disputeHeading_;
  QListWidget* disputes_;
  DisputePanel* panel_;
  bool reading_ = false;
  bool again_ = false;
};

}  // namespace mia::ui
