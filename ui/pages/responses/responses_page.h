// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QActionGroup>
#include <QLabel>
#include <QSet>
#include <QSlider>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>
#include <array>

#include "curation/answerers.h"
#include "ui/pages/page.h"
#include "ui/pages/responses/asker.h"
#include "ui/pages/responses/attention_source.h"
#include "ui/pages/responses/figure.h"
#include "ui/pages/responses/look_board.h"
#include "ui/pages/responses/response_loader.h"
#include "ui/widgets/note.h"

namespace mia::ui {

class AskBar;
class ReadingPanel;
class ResponseQueue;

/// Where the model looked: the answered samples and their answers, the pictures under heatmaps on
/// one scale, and the answer token by token; two answers or two layers side by side.
class ResponsesPage : public Page {
  Q_OBJECT

 public:
  /// What stands side by side.
  enum class Compare { kOne, kAnswers, kLayers };

  explicit ResponsesPage(ProjectSession& session);
  ~ResponsesPage() override;

  void takeFocus() override;
  /// "", "SAMPLE", "compare", "layers" or "difference", each with "/SAMPLE" behind it if need be;
  /// "ask/NAME" is ready to ask this model.
  bool showState(const QString& state) override;
  bool isSettled() const override;
  bool setPresenting(bool on) override;

  ResponseQueue& queue() { return *queue_; }
  LookBoard& board() { return *board_; }
  ReadingPanel& reading() { return *reading_; }
  AskBar& askBar() { return *askBar_; }
  EngineClient& engine() { return engine_; }
  const ShownSample* sample() const { return sample_.get(); }
  Compare compare() const { return compare_; }
  /// Writes what is shown as PNG or SVG, by the file's name; tells inline when it cannot.
  void saveFigure(const QString& file);
  const Look& look(int side) const { return looks_[static_cast<std::size_t>(side)]; }
  /// The answer on a side; nullptr: none.
  std::shared_ptr<ShownAnswer> answerOn(int side) const;

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* buildBar();
  void buildSampleActions();
  void buildCompareActions();
  void buildLookActions();
  void buildHeatActions();
  void buildViewActions();
  void buildFigureActions();
  QAction* action(const char* icon, const QString& text, const QList<QKeySequence>& keys);
  QToolButton* menuButton(QAction* shown, QActionGroup* choices);
  void connectParts();
  void restorePlace();

  void take(const std::shared_ptr<ShownSample>& sample);
  void showNothing();
  void showNotice();
  void chooseAnswer(int row, bool forSideB);
  void stepAnswer(int rows, bool forSideB);
  void setCompare(Compare compare);
  int counterpartOf(int answer) const;
  void chooseLayers(int side, int first, int last);
  void stepLayers(int side, int layers, bool extend);
  void chooseToken(int token);
  void stepToken(int tokens);
  void showSides();
  void showMaps();
  BoardSide boardSide(int side);
  QVector<Heatmap> liveMaps(int side, QString& problem);
  AttentionSource::Reading readingOf(int side);
  void connectLive();
  void readAnswerers();
  void ask(const QString& question, const std::vector<curation::Answerer>& whom);
  void stopAsking();
  void takeGrowth(const std::shared_ptr<ShownAnswer>& answer);
  void showGrowth();
  void showPhotos(const std::vector<std::string>& files);
  void hoverToken(int side, int token);
  void markPatch(int picture, int patch);
  void stepPatch(int columns, int rows);
  void showTokenMarks();
  void askForHeads();
  void showHeads();
  bool isAsking() const;
  QString askedQuestion() const;
  void fillLook(int side);
  void updateHeat();
  void escape();
  Figure figure() const;
  void copyFigure();
  void askForFile();
  void applyWidth();

  ProjectSession& session_;
  EngineClient engine_;
  ResponseLoader loader_;
  AttentionSource source_;
  Asker asker_;
  std::shared_ptr<ShownSample> sample_;
  std::array<int, 2> rows_{0, -1};  ///< the answers on sides A and B
  std::array<Look, 2> looks_;
  Compare compare_ = Compare::kOne;
  QPair<int, int> patch_{-1, -1};  ///< the picture and its patch that was clicked
  QTimer growth_;                  ///< tokens that arrive together are shown together
  QSet<std::shared_ptr<ShownAnswer>> grown_;
  bool engineDied_ = false;
  bool presenting_ = false;
  bool sideTab_ = false;  ///< in a narrow window: the reading is shown instead of the queue

  QAction* difference_ = nullptr;
  QAction* heatmap_ = nullptr;
  QAction* regions_ = nullptr;
  QAction* pin_ = nullptr;
  QAction* tab_ = nullptr;
  QAction* copy_ = nullptr;
  QAction* save_ = nullptr;
  QAction* present_ = nullptr;
  QActionGroup* compares_ = nullptr;
  QActionGroup* styles_ = nullptr;
  QActionGroup* colours_ = nullptr;
  QSlider* opacity_ = nullptr;
  QLabel* zoom_ = nullptr;
  QToolButton* tabButton_ = nullptr;
  QWidget* bar_ = nullptr;
  Note* note_ = nullptr;
  QString notice_;  ///< told once what is being read is shown
  QSplitter* splitter_ = nullptr;
  ResponseQueue* queue_ = nullptr;
  LookBoard* board_ = nullptr;
  ReadingPanel* reading_ = nullptr;
  AskBar* askBar_ = nullptr;
};

}  // namespace mia::ui
