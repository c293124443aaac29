// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QHash>
#include <QListView>
#include <QSet>
#include <QSplitter>
#include <QStackedWidget>
#include <array>
#include <optional>

#include "ui/pages/evaluate/compared_list.h"
#include "ui/pages/evaluate/comparison_table.h"
#include "ui/pages/evaluate/evaluation_model.h"
#include "ui/pages/evaluate/evaluation_status.h"
#include "ui/pages/page.h"
#include "ui/pages/responses/look_board.h"
#include "ui/pages/responses/reading_panel.h"
#include "ui/pages/responses/response_loader.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/note.h"

namespace mia::ui {

/// Before and after training on the same held-out samples: the evaluations, the table of one or
/// several of them, the samples behind a cell, and where both models looked at one of those.
class EvaluatePage : public Page {
  Q_OBJECT

 public:
  /// What stands in the middle.
  enum class Stage { kStatus, kTable, kSample };

  explicit EvaluatePage(ProjectSession& session);
  ~EvaluatePage() override;

  void takeFocus() override;
  /// "", the id of an evaluation, "cell", "sample/SAMPLE", "difference", "form",
  /// "empty".
  bool showState(const QString& state) override;
  bool isSettled() const override;
  void followJob(Job* job) override;

  Stage stage() const { return static_cast<Stage>(stages_->currentIndex()); }
  EvaluationModel& evaluations() { return *evaluations_; }
  QListView& list() { return *list_; }
  ComparisonTable& table() { return *table_; }
  ComparedList& samples() { return *samples_; }
  LookBoard& board() { return *board_; }
  ReadingPanel& reading() { return *reading_; }
  EvaluationStatusPanel& status() { return *status_; }
  Note& note() { return *note_; }
  QComboBox& wrong() { return *wrong_; }
  const ShownSample* sample() const { return sample_.get(); }
  /// The answers of the first model and the second; nullptr: it has none in the project.
  std::shared_ptr<ShownAnswer> answerOn(int side) const {
    return sides_[static_cast<std::size_t>(side)];
  }

  /// Writes the report of the evaluation on view, as HTML or, by the file's name, PDF; tells inline
  /// how that went.
  void saveReport(const QString& file);
  /// Asks for the adapter of the second model to be copied there and checked.
  void exportAdapter(const QString& folder);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  using Comparisons = std::shared_ptr<const std::vector<curation::ArmComparison>>;

  QWidget* buildLeft();
  QWidget* buildBar();
  QWidget* buildRight();
  void buildActions();
  void buildSampleActions();
  void buildLookActions();
  void connectParts();

  void restorePick();
  void showPicked();
  const EvaluationLine* current() const;
  void loadComparisons(const QString& run);
  void showTable();
  void takeWanted();
  void showCell(const ComparisonCell& cell);
  void openSample(qint64 sample);
  void take(const std::shared_ptr<ShownSample>& sample);
  void showSides();
  QString sideTitle(int side) const;
  void chooseLayers(int first, int last);
  void showStage(Stage stage);
  void back();
  void updateActions();
  void findTraining();
  void showLog();
  void goOn();
  void askForReport();
  void askForFolder();
  void tellOfExport(const Job& job);
  void applyWidth();

  ProjectSession& session_;
  ResponseLoader loader_;
  EvaluationModel* evaluations_;
  QHash<QString, Comparisons> known_;  ///< by run and rule
  QSet<QString> loading_;
  QString wantedRun_;       ///< to be picked once it is listed; "": as it was left
  bool awaitsNew_ = false;  ///< an evaluation was started: it is picked when it is listed
  bool entersTable_ =
      false;            ///< the page was turned to: the table has the keyboard once it is there
  bool empty_ = false;  ///< a picture of the page without evaluations is wanted
  bool wantsCell_ = false;
  std::optional<qint64> wantsSample_;  ///< 0: the first behind the cell
  ShownComparison shown_;              ///< what the samples are of
  std::shared_ptr<ShownSample> sample_;
  std::array<std::shared_ptr<ShownAnswer>, 2> sides_;
  Look look_;
  QString trainingOf_;  ///< evaluation and arm that training_ was looked up for
  QString training_;    ///< that made the second model's adapter; "": none of this project
  QStringList exporting_;
  bool sideTab_ = false;  ///< in a narrow window: the samples are shown instead of the list

  QAction* evaluate_ = nullptr;
  QAction* report_ = nullptr;
  QAction* export_ = nullptr;
  QAction* ask_ = nullptr;
  QAction* back_ = nullptr;
  QAction* difference_ = nullptr;
  QAction* heatmap_ = nullptr;
  QAction* regions_ = nullptr;
  QAction* fit_ = nullptr;
  QAction* open_ = nullptr;
  QAction* tab_ = nullptr;
  QToolButton* tabButton_ = nullptr;
  QComboBox* wrong_ = nullptr;
  ElidedLabel* place_ = nullptr;
  QList<QWidget*> tableTools_;
  QList<QWidget*> sampleTools_;
  Note* note_ = nullptr;
  QSplitter* splitter_ = nullptr;
  QSplitter* rightSplitter_ = nullptr;
  QWidget* left_ = nullptr;
  QWidget* right_ = nullptr;
  QListView* list_ = nullptr;
  QStackedWidget* stages_ = nullptr;
  EvaluationStatusPanel* status_ = nullptr;
  ComparisonTable* table_ = nullptr;
  LookBoard* board_ = nullptr;
  ComparedList* samples_ = nullptr;
  ReadingPanel* reading_ = nullptr;
};

}  // namespace mia::ui
