// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <memory>

#include "ui/pages/audit/answer_pane.h"
#include "ui/pages/audit/pair_loader.h"
#include "ui/pages/audit/review_writer.h"
#include "ui/pages/page.h"
#include "ui/pages/responses/asker.h"
#include "ui/pages/responses/attention_source.h"
#include "ui/widgets/note.h"

namespace mia::ui {

class AgreementView;
class BatchBar;
class KeyBar;
class LookBoard;
class NextSteps;
class PairQueue;
class ProgressStrip;
class ThresholdView;
class WorkBar;

/// A person's judgement over the automatic pairs: one key a decision, the next pair already there.
class AuditPage : public Page {
  Q_OBJECT

 public:
  /// What the page shows: the pairs, thresholds as a picture, or how reviewers agree.
  enum class View { kPairs, kThresholds, kAgreement };

  explicit AuditPage(ProjectSession& session);
  ~AuditPage() override;

  void takeFocus() override;
  /// "", "thresholds", "agreement", "edit", "note", "flag", "batch", "both" (heatmaps of both
  /// answers), or the number of a pair.
  bool showState(const QString& state) override;
  bool isSettled() const override;

  View view() const;
  PairQueue& queue() { return *queue_; }
  LookBoard& board() { return *board_; }
  AnswerPane& pane() { return *pane_; }
  KeyBar& keyBar() { return *keyBar_; }
  ProgressStrip& strip() { return *strip_; }
  BatchBar& batchBar() { return *batch_; }
  WorkBar& workBar() { return *work_; }
  ThresholdView& thresholds() { return *thresholds_; }
  AgreementView& agreement() { return *agreement_; }
  NextSteps& nextSteps() { return *next_; }
  EngineClient& engine() { return engine_; }
  const Note& note() const { return *note_; }
  /// The pair that is painted; nullptr while there is none.
  const ShownPair* shown() const { return shown_.get(); }
  /// Its state in this review.
  ReviewState state() const;
  const Review& review() const { return writer_.review(); }
  const Look& look() const { return look_; }
  /// The pair that a decision turns to is there, painted.
  bool isNextReady() const;
  bool isFlagging() const { return flagging_; }
  QAction* actionOf(const char* id) const { return actions_.value(QString::fromLatin1(id)); }

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  bool event(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void buildActions();
  QAction* keyed(const char* id, const char* iconName, std::function<void()> work);
  void buildFlagActions();
  void applyKeys();
  void fillKeyBar();
  void updateActions();
  QWidget* buildBar();
  QWidget* buildPairs();
  void connectParts();
  void connectWriter();

  void setReview(const Review& review, const std::optional<Review>& decidedBy);
  void turnTo(View view);
  void turnToPair(qint64 id);
  void openPair(qint64 id);
  void take(const std::shared_ptr<ShownPair>& pair);
  void showNothing();
  void showReviewState();
  PaintPlan paintPlan() const;
  void showMaps();
  QVector<Heatmap> mapsOf(const std::shared_ptr<ShownAnswer>& answer, bool chosen,
                          QString& problem);
  void readModels();
  void prefetch();

  bool record(DecisionKind kind, const QString& text);
  void decide(DecisionKind kind, const QString& text = {});
  void decideAndGoOn(DecisionKind kind);
  void goOn();
  void finish();
  void undo();
  void setFlagging(bool on);
  void flag(int reason);
  void edit(AnswerPane::Field field);
  void keepWritten(AnswerPane::Field field, const QString& text);
  void holdTarget(bool on);
  void zoomTo(int number);
  void showLarge();
  void noteZoom();
  void stepToken(int tokens);
  void chooseLayers(int first, int last);
  void escape();
  void openBatch();
  void exportAccepted();
  void updateEnd();
  void applyWidth();

  ProjectSession& session_;
  std::shared_ptr<ReviewDesk> desk_;
  EngineClient engine_;
  PairLoader loader_;
  ReviewWriter writer_;
  AttentionSource source_;
  Asker asker_;
  std::shared_ptr<ShownPair> shown_;
  qint64 wanted_ = 0;  ///< the pair that is on view by the queue
  Look look_;
  bool flagging_ = false;
  bool held_ = false;  ///< the target is shown large
  int zoomed_ = 0;     ///< the image that was zoomed to, as the question counts; 0: none
  bool sideTab_ = true;
  bool readingModels_ = false;
  QTimer prefetching_;   ///< begins behind the painting of the pair that was turned to
  bool ending_ = false;  ///< the last pair was decided, and is on its way to the disk

  QHash<QString, QAction*> actions_;
  QList<QAction*> flagActions_;
  QList<QAction*> imageActions_;  ///< that zoom to an image, in order
  QAction* leave_ = nullptr;
  QAction* export_ = nullptr;
  QAction* again_ = nullptr;
  QWidget* bar_ = nullptr;
  QStackedWidget* views_ = nullptr;
  QStackedWidget* middle_ = nullptr;
  QSplitter* splitter_ = nullptr;
  Note* note_ = nullptr;
  PairQueue* queue_ = nullptr;
  LookBoard* board_ = nullptr;
  AnswerPane* pane_ = nullptr;
  KeyBar* keyBar_ = nullptr;
  ProgressStrip* strip_ = nullptr;
  BatchBar* batch_ = nullptr;
  WorkBar* work_ = nullptr;
  NextSteps* next_ = nullptr;
  ThresholdView* thresholds_ = nullptr;
  AgreementView* agreement_ = nullptr;
  QLabel* reviewer_ = nullptr;
  QToolButton* paneButton_ = nullptr;
};

}  // namespace mia::ui
