// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSet>
#include <QSlider>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

#include "curation/run_pairs.h"
#include "ui/models/compare_model.h"
#include "ui/models/run_model.h"
#include "ui/pages/page.h"
#include "ui/pages/train/run_command.h"
#include "ui/pages/train/run_curves.h"
#include "ui/pages/train/run_feed.h"
#include "ui/widgets/note.h"

namespace mia::ui {

class PlotBoard;
class RunPanel;
class StepPairView;
class TrainForm;

/// Training runs: their list, the form that begins one or the curves of those that are selected, as
/// they grow, and the words about one. What it starts goes on without it.
class TrainPage : public Page {
  Q_OBJECT

 public:
  explicit TrainPage(ProjectSession& session);
  ~TrainPage() override;

  void takeFocus() override;
  void followJob(Job* job) override;
  /// "", "form", "form/all", "run/ID", "step/N", "failed", "compare", "empty".
  bool showState(const QString& state) override;
  bool isSettled() const override;

  RunFeed& feed() { return feed_; }
  QListView& list() { return *list_; }
  PlotBoard& board() { return *board_; }
  RunPanel& panel() { return *panel_; }
  TrainForm& form() { return *form_; }
  QPlainTextEdit& logText() { return *logText_; }
  /// The pair of the chosen step that is looked at; hidden while no step is chosen.
  StepPairView& pairView() { return *pairView_; }
  QMenu& seriesMenu() { return *seriesMenu_; }
  QTableView& table() { return *table_; }
  bool isFormShown() const;
  QComboBox& place() { return *place_; }
  /// The run whose words are shown; empty when there is none.
  QString current() const;
  /// Writes what is shown as .png, .svg or .pdf, the shown run's figures as .csv, or into a folder
  /// as a TensorBoard event file; tells inline when it cannot.
  void exportTo(const QString& file);

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* buildRuns();
  QWidget* buildCurves();
  QWidget* buildPlots();
  QWidget* buildTable();
  QWidget* buildBar();
  void buildViewActions();
  QAction* on(const char* icon, const QString& text, const QList<QKeySequence>& keys,
              std::function<void()> work);
  void buildRunActions();
  void connectParts();
  void applyWidth();
  void restore();

  void updateActions();
  void showForm(bool shown);
  void updateMiddle();
  void startRun(const QString& title, const QStringList& arguments);
  void takeAwaited();
  /// Asks the engine, or the command, at work on the shown run for something; `refused` is said
  /// where there is none.
  void askRun(std::function<bool(const std::string& project, const std::string& run)> wish,
              const QString& refused);
  void stopRun();
  void resumeRun();
  void deleteRuns();
  void takeNotes(const curation::RunNotes& before, const curation::RunNotes& after);
  void showLog(bool shown);
  void push(const QString& words, RunCommand::Change there, RunCommand::Change back);

  QStringList selected() const;
  void select(const QString& id);
  void selectWanted();
  void takeRuns();
  void takeSelection();
  void takeSeries();
  void showCurves(bool again);
  void showPair(const curation::LearnedPair& pair, const QString& place);
  void showRemarks();
  void showComparison();
  void setPlace(int place);
  void setSmoothing(int percent);
  void chooseStep(std::int64_t step);
  void choosePlace(double place);
  void fillSeriesMenu();
  void askExport();
  QVector<RunCurves::Run> drawnRuns() const;

  ProjectSession& session_;
  RunFeed feed_;
  RunModel* model_ = nullptr;
  RunCurves curves_;
  QString wanted_;  ///< the run to be selected once it is listed, or a kind of run
  std::int64_t wantedStep_ = 0;
  std::int64_t chosenStep_ = 0;
  bool formWanted_ = false;
  bool logWanted_ = false;
  bool sideTab_ = false;    ///< in a narrow window: the words are shown instead of the list
  QSet<QString> stopping_;  ///< asked to end, and not yet seen to have ended
  QSet<QString> resuming_;  ///< a job is about to go on with it, or does
  bool awaited_ = false;    ///< a run was asked for that is not there yet
  QStringList before_;      ///< those that were there when it was

  QSplitter* splitter_ = nullptr;
  Note* note_ = nullptr;
  QListView* list_ = nullptr;
  QStackedWidget* middle_ = nullptr;
  QLabel* empty_ = nullptr;
  PlotBoard* board_ = nullptr;
  RunPanel* panel_ = nullptr;
  QSplitter* plots_ = nullptr;
  StepPairView* pairView_ = nullptr;
  QComboBox* place_ = nullptr;
  QSlider* smoothing_ = nullptr;
  QMenu* seriesMenu_ = nullptr;
  TrainForm* form_ = nullptr;
  CompareModel* compared_ = nullptr;
  QTableView* table_ = nullptr;
  QPlainTextEdit* logText_ = nullptr;
  QAction* new_ = nullptr;
  QAction* start_ = nullptr;
  QAction* pause_ = nullptr;
  QAction* goOn_ = nullptr;
  QAction* stop_ = nullptr;
  QAction* resume_ = nullptr;
  QAction* duplicate_ = nullptr;
  QAction* delete_ = nullptr;
  QAction* log_ = nullptr;
  QAction* tab_ = nullptr;
  QList<QToolButton*> tabButtons_;
  QWidget* runs_ = nullptr;
  QList<QAction*> viewActions_;  ///< with a button in the bar
  QAction* logPlaces_ = nullptr;
  QAction* logValues_ = nullptr;
};

}  // namespace mia::ui
