// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/evaluate/evaluate_page.h"

#include <QKeyEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/jobs/job.h"
#include "ui/session/settings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/line_list.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kNarrowEvaluation = 1036;  ///< below this width one outer pane shows at a time

QString letterOf(int index) { return QString(QChar(u'A' + index % 26)); }

}  // namespace

EvaluatePage::EvaluatePage(ProjectSession& session)
    : session_(session), loader_(session, this), evaluations_(new EvaluationModel(session, this)) {
  buildActions();
  buildSampleActions();
  buildLookActions();
  note_ = new Note;
  left_ = buildLeft();
  auto* middle = new QWidget;
  auto* middleColumn = new QVBoxLayout(middle);
  middleColumn->setContentsMargins(0, 0, 0, 0);
  middleColumn->setSpacing(0);
  status_ = new EvaluationStatusPanel;
  table_ = new ComparisonTable;
  board_ = new LookBoard;
  stages_ = new QStackedWidget;
  for (QWidget* stage : {static_cast<QWidget*>(status_), static_cast<QWidget*>(table_),
                         static_cast<QWidget*>(board_)}) {
    stages_->addWidget(stage);
  }
  middleColumn->addWidget(buildBar());
  middleColumn->addWidget(stages_, 1);
  right_ = buildRight();
  splitter_ = new QSplitter(Qt::Horizontal);
  splitter_->setChildrenCollapsible(false);
  splitter_->setHandleWidth(1);
  for (QWidget* pane : {left_, middle, right_}) {
    splitter_->addWidget(pane);
    splitter_->setStretchFactor(splitter_->indexOf(pane), pane == middle ? 1 : 0);
  }
  left_->setMinimumWidth(200);
  middle->setMinimumWidth(320);
  right_->setMinimumWidth(260);
  if (!splitter_->restoreState(get(settings::kEvaluateSplitter))) {
    splitter_->setSizes({204, 848, 308});
  }
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(note_);
  column->addWidget(splitter_, 1);
  connectParts();
  showStage(Stage::kStatus);
  evaluations_->reload();
}

EvaluatePage::~EvaluatePage() {
  if (width() >= kNarrowEvaluation) set(settings::kEvaluateSplitter, splitter_->saveState());
  set(settings::kEvaluateSideSplitter, rightSplitter_->saveState());
}

void EvaluatePage::connectParts() {
  connect(evaluations_, &EvaluationModel::listed, this, &EvaluatePage::restorePick);
  connect(evaluations_, &EvaluationModel::moved, this, &EvaluatePage::showPicked);
  connect(evaluations_, &EvaluationModel::failed, note_, &Note::showError);
  connect(list_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
    if (stage() == Stage::kSample) showStage(Stage::kTable);
    showPicked();
  });
  connect(status_, &EvaluationStatusPanel::evaluateAsked, evaluate_, &QAction::trigger);
  connect(status_, &EvaluationStatusPanel::goOnAsked, this, &EvaluatePage::goOn);
  connect(status_, &EvaluationStatusPanel::logAsked, this, &EvaluatePage::showLog);
  connect(table_, &ComparisonTable::cellChosen, this, &EvaluatePage::showCell);
  connect(table_, &ComparisonTable::entered, this, [this] {
    if (samples_->choose(0)) samples_->takeFocus();
  });
  connect(samples_, &ComparedList::sampleChosen, this, &EvaluatePage::openSample);
  connect(&loader_, &ResponseLoader::loaded, this, &EvaluatePage::take);
  connect(&loader_, &ResponseLoader::mapsRead, this, &EvaluatePage::showSides);
  connect(&loader_, &ResponseLoader::failed, note_, &Note::showError);
  connect(board_, &LookBoard::stepped, samples_, &ComparedList::step);
  for (int side = 0; side < 2; ++side) {
    connect(&reading_->side(side), &SidePanel::layersChosen, this, &EvaluatePage::chooseLayers);
    connect(&reading_->side(side), &SidePanel::tokenChosen, this, [this](int token) {
      look_.token = token;
      showSides();
    });
  }
  samples_->view().installEventFilter(this);
  connect(&session_, &ProjectSession::countsChanged, this, [this] {
    evaluations_->reload();
    if (sample_) loader_.load(sample_->facts.sample.id.value);
  });
}

/// Left and right turn to another sample wherever they mean nothing else.
bool EvaluatePage::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
      samples_->step(key == Qt::Key_Left ? -1 : +1);
      return true;
    }
  }
  return Page::eventFilter(watched, event);
}

/// A job may bring an evaluation, or be the export that was asked for here.
void EvaluatePage::followJob(Job* job) {
  if (job->verb() == QLatin1String("evaluate") || job->verb() == QLatin1String("demo")) {
    connect(job, &Job::changed, evaluations_, &EvaluationModel::reload);
  }
  if (job->verb() == QLatin1String("export")) {
    connect(job, &Job::ended, this, [this, job] { tellOfExport(*job); });
  }
  if (job->verb() == QLatin1String("evaluate") && job->isActive()) {
    awaitsNew_ = true;
    connect(job, &Job::ended, this, [this, job] {
      awaitsNew_ = false;
      if (job->isFailed()) note_->showError(job->words());
    });
  }
}

void EvaluatePage::takeFocus() {
  if (stage() == Stage::kTable) {
    table_->view().setFocus();
  } else if (stage() == Stage::kSample) {
    samples_->takeFocus();
  } else {
    list_->setFocus();
    entersTable_ = true;
  }
  evaluations_->reload();
}

bool EvaluatePage::isSettled() const {
  return evaluations_->isLoaded() && loading_.isEmpty() && loader_.isIdle() && session_.isIdle();
}

bool EvaluatePage::showState(const QString& state) {
  const QString what = state.section(QLatin1Char('/'), 0, 0);
  const qint64 sample = state.section(QLatin1Char('/'), 1).toLongLong();
  if (what == QLatin1String("form")) {
    evaluate_->trigger();
    return true;
  }
  if (what == QLatin1String("empty")) {
    empty_ = true;
    showPicked();
    return true;
  }
  if (what == QLatin1String("difference")) difference_->setChecked(true);
  if (what == QLatin1String("cell")) {
    wantsCell_ = true;
  } else if (what == QLatin1String("sample") || what == QLatin1String("difference")) {
    wantsSample_ = sample;
  } else if (!what.isEmpty()) {
    wantedRun_ = what;
    if (evaluations_->isLoaded()) {
      restorePick();
      evaluations_->reload();
      return evaluations_->rowOf(what) >= 0 || what.startsWith(QLatin1String("evaluate-"));
    }
    return true;
  }
  takeWanted();
  return true;
}

/// The evaluation that is wanted, or was on view last, or else the newest.
void EvaluatePage::restorePick() {
  if (evaluations_->rowCount() == 0) {
    showPicked();
    return;
  }
  const QString place = get(settings::kEvaluatePlace);
  const bool here = place.section(QLatin1Char(' '), 1) == session_.folder();
  int row = wantedRun_.isEmpty() ? -1 : evaluations_->rowOf(wantedRun_);
  if (std::exchange(awaitsNew_, false)) row = 0;
  if (row < 0 && here) row = evaluations_->rowOf(place.section(QLatin1Char(' '), 0, 0));
  const QModelIndex index = evaluations_->index(qMax(0, row));
  if (list_->currentIndex() == index && list_->selectionModel()->isSelected(index)) {
    showPicked();
  } else {
    list_->setCurrentIndex(index);
  }
}

const EvaluationLine* EvaluatePage::current() const {
  const QModelIndexList picked = list_->selectionModel()->selectedIndexes();
  if (picked.isEmpty() || empty_) return nullptr;
  const QModelIndex index =
      picked.contains(list_->currentIndex()) ? list_->currentIndex() : picked.first();
  return &evaluations_->lineAt(index.row());
}

/// The table of all finished ones that are picked; how the one stands that is not.
void EvaluatePage::showPicked() {
  const EvaluationLine* line = current();
  updateActions();
  list_->setVisible(!empty_);
  if (!line) {
    evaluations_->setLetters({});
    status_->showNone();
    samples_->clear();
    showStage(Stage::kStatus);
    return;
  }
  if (line->isFinished()) {
    set(settings::kEvaluatePlace, line->run() + QLatin1Char(' ') + session_.folder());
    showTable();
  } else {
    evaluations_->setLetters({});
    status_->showLine(*line);
    samples_->clear();
    showStage(Stage::kStatus);
  }
}

void EvaluatePage::loadComparisons(const QString& run) {
  const auto rule = static_cast<WrongRule>(wrong_->currentIndex());
  const QString key = run + QString::number(wrong_->currentIndex());
  if (loading_.contains(key)) return;
  loading_.insert(key);
  session_.draw(
      this,
      [folder = session_.folder().toStdString(), id = run.toStdString(), rule]() -> Comparisons {
        return std::make_shared<std::vector<curation::ArmComparison>>(
            curation::compareArms(curation::findEvaluation(folder, id), rule));
      },
      [this, key](Outcome<Comparisons> outcome) {
        loading_.remove(key);
        // What cannot be read has no lines; it is not tried again and again.
        known_.insert(key, outcome.value
                               ? *outcome.value
                               : std::make_shared<std::vector<curation::ArmComparison>>());
        if (!outcome.value) note_->showError(outcome.error);
        showPicked();
      });
}

void EvaluatePage::showTable() {
  QList<int> rows;
  for (const QModelIndex& index : list_->selectionModel()->selectedIndexes()) rows << index.row();
  std::sort(rows.begin(), rows.end());
  QVector<ShownComparison> shown;
  QHash<int, QString> letters;
  bool missing = false;
  for (const int row : std::as_const(rows)) {
    const EvaluationLine& line = evaluations_->lineAt(row);
    if (!line.isFinished()) continue;
    const auto known = known_.constFind(line.run() + QString::number(wrong_->currentIndex()));
    if (known == known_.constEnd()) {
      loadComparisons(line.run());
      missing = true;
    } else if (line.arm <= (*known)->size()) {
      letters[row] = letterOf(static_cast<int>(shown.size()));
      // The list of arms lives as long as any of them is shown.
      shown.append({line.run(), letters[row], {*known, &(**known)[line.arm - 1]}});
    }
  }
  if (missing) return;
  if (shown.size() == 1) {
    shown.first().letter.clear();
    letters.clear();
  }
  evaluations_->setLetters(letters);
  const auto same = [](const ShownComparison& a, const ShownComparison& b) {
    return a.comparison == b.comparison && a.letter == b.letter;
  };
  const QVector<ShownComparison>& before = table_->model().shown();
  if (stage() == Stage::kStatus) showStage(Stage::kTable);
  if (!std::equal(shown.begin(), shown.end(), before.begin(), before.end(), same) ||
      !shown_.comparison) {
    table_->show(shown);
  }
  if (std::exchange(entersTable_, false) && list_->hasFocus()) table_->view().setFocus();
  findTraining();
  takeWanted();
}

/// What was asked for before the table was there.
void EvaluatePage::takeWanted() {
  ComparisonModel& model = table_->model();
  if (stage() == Stage::kStatus || model.rowCount() == 0) return;
  if (std::exchange(wantsCell_, false)) {
    const QModelIndex all = model.index(model.rowCount() - 1, ComparisonModel::kBetter);
    table_->choose(all);
  }
  if (!wantsSample_) return;
  const qint64 sample = *std::exchange(wantsSample_, std::nullopt);
  if (samples_->choose(sample)) return;
  const auto& all = shown_.comparison->samples;
  const auto found = std::find_if(all.begin(), all.end(),
                                  [sample](const auto& one) { return one.sample.value == sample; });
  for (int row = model.rowCount() - 1; row >= 0 && found != all.end(); --row) {
    const QModelIndex whole = model.index(row, ComparisonModel::kSamples);
    if (!model.cellAt(whole).row.holds(found->layout, found->images)) continue;
    table_->choose(whole);
    if (samples_->choose(sample)) return;
  }
  note_->showError(tr("Sample %1 is not among those of this evaluation.").arg(sample));
}

void EvaluatePage::showCell(const ComparisonCell& cell) {
  shown_ = table_->model().shown()[cell.shown];
  samples_->show(shown_, cell);
  findTraining();
}

void EvaluatePage::showStage(Stage stage) {
  stages_->setCurrentIndex(static_cast<int>(stage));
  if (stage != Stage::kSample) {
    loader_.cancel();
    sample_.reset();
    sides_ = {};
    reading_->showSample(nullptr);
    for (int side = 0; side < 2; ++side) reading_->side(side).show(nullptr, nullptr, {});
  }
  reading_->setVisible(stage == Stage::kSample);
  if (stage == Stage::kStatus) {
    shown_ = {};
    training_.clear();
    trainingOf_.clear();
  }
  for (QWidget* tool : std::as_const(tableTools_)) tool->setVisible(stage != Stage::kSample);
  for (QWidget* tool : std::as_const(sampleTools_)) tool->setVisible(stage == Stage::kSample);
  updateActions();
}

/// From the sample back to the table.
void EvaluatePage::back() {
  if (stage() != Stage::kSample) return;
  showStage(Stage::kTable);
  samples_->view().selectionModel()->clear();
  table_->view().setFocus();
}

void EvaluatePage::updateActions() {
  const EvaluationLine* line = current();
  const bool finished = line && line->isFinished();
  const bool onSample = stage() == Stage::kSample;
  report_->setEnabled(finished);
  export_->setEnabled(finished && !training_.isEmpty());
  ask_->setEnabled(finished && !training_.isEmpty());
  const QString reason = finished && training_.isEmpty()
                             ? tr("The second model's adapter is of no training run here")
                             : QString();
  for (QAction* action : {export_, ask_}) {
    action->setToolTip(reason.isEmpty() ? QStringLiteral("%1 (%2)").arg(
                                              action->text(),
                                              action->shortcut().toString(QKeySequence::NativeText))
                                        : reason);
  }
  for (QAction* action : {back_, difference_, heatmap_, regions_, fit_, open_}) {
    action->setEnabled(onSample);
  }
  wrong_->setEnabled(finished);
}

void EvaluatePage::applyWidth() {
  const bool narrow = width() < kNarrowEvaluation;
  tabButton_->setVisible(narrow);
  left_->setVisible(!narrow || !sideTab_);
  right_->setVisible(!narrow || sideTab_);
}

void EvaluatePage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  applyWidth();
}

}  // namespace mia::ui
