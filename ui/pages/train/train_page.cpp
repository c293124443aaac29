// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/train_page.h"

#include <QFontDatabase>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/jobs/job.h"
#include "ui/pages/train/run_panel.h"
#include "ui/pages/train/step_pair_view.h"
#include "ui/pages/train/train_form.h"
#include "ui/plots/plot_board.h"
#include "ui/session/settings.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/line_list.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kNarrowTrain = 1036;  ///< below this width one of the outer panes shows at a time

}  // namespace

TrainPage::TrainPage(ProjectSession& session)
    : session_(session), feed_(session.folder()), model_(new RunModel(this)) {
  note_ = new Note;
  panel_ = new RunPanel;
  panel_->setMinimumWidth(260);
  form_ = new TrainForm(session.folder(), feed_);
  buildRunActions();
  buildViewActions();
  tab_ = on("samples", tr("The runs, or the words about one"), {Qt::Key_T}, [this] {
    sideTab_ = !sideTab_;
    applyWidth();
  });
  for (int i = 0; i < 2; ++i) tabButtons_.append(makeButton(tab_));
  panel_->addHead(tabButtons_.last());
  panel_->setActions({pause_, goOn_, stop_, resume_}, {duplicate_, log_, delete_});
  splitter_ = new QSplitter(Qt::Horizontal);
  splitter_->setChildrenCollapsible(false);
  splitter_->setHandleWidth(1);
  runs_ = buildRuns();
  splitter_->addWidget(runs_);
  splitter_->addWidget(buildCurves());
  splitter_->addWidget(panel_);
  splitter_->setStretchFactor(1, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(note_);
  column->addWidget(splitter_, 1);
  connectParts();
  restore();
  updateActions();
  updateMiddle();
}

TrainPage::~TrainPage() {
  if (width() >= kNarrowTrain) set(settings::kTrainSplitter, splitter_->saveState());
  set(settings::kTrainRun, QStringLiteral("%1 %2").arg(current(), session_.folder()));
}

QWidget* TrainPage::buildRuns() {
  auto* pane = new QWidget;
  pane->setMinimumWidth(210);
  auto* column = new QVBoxLayout(pane);
  column->setContentsMargins(0, space::kSmall, 0, 0);
  column->setSpacing(space::kSmall);
  auto* begin = new QPushButton(tr("New training"));
  begin->setIcon(icon(QStringLiteral("new")));
  begin->setToolTip(new_->toolTip());
  connect(begin, &QPushButton::clicked, new_, &QAction::trigger);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(space::kSmall, 0, space::kSmall, 0);
  head->addWidget(begin, 1);
  head->addWidget(tabButtons_.first());
  column->addLayout(head);
  list_ = new LineList;
  list_->setModel(model_);
  list_->setAccessibleName(tr("Training runs"));
  list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  column->addWidget(list_, 1);
  return pane;
}

/// The curves, and beneath them a pair of the step that was chosen on one.
QWidget* TrainPage::buildPlots() {
  board_ = new PlotBoard;
  auto* scroll = new QScrollArea;
  scroll->setWidget(board_);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setMinimumHeight(140);
  pairView_ = new StepPairView(session_);
  pairView_->hide();
  // Its keys hold beside the curves too; Escape there first ends what the curves show.
  for (QAction* action : pairView_->actions()) {
    if (action->shortcut() != QKeySequence(Qt::Key_Escape)) addAction(action);
  }
  plots_ = new QSplitter(Qt::Vertical);
  plots_->setChildrenCollapsible(false);
  plots_->setHandleWidth(1);
  plots_->addWidget(scroll);
  plots_->addWidget(pairView_);
  plots_->setSizes({1000, 1000});
  return plots_;
}

QWidget* TrainPage::buildCurves() {
  auto* curves = new QWidget;
  auto* column = new QVBoxLayout(curves);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(buildBar());
  column->addWidget(buildPlots(), 1);
  column->addWidget(buildTable());
  empty_ = makeText("dim");
  empty_->setAlignment(Qt::AlignCenter);
  empty_->setContentsMargins(space::kHuge, 0, space::kHuge, 0);
  middle_ = new QStackedWidget;
  middle_->setMinimumWidth(320);
  middle_->addWidget(curves);
  middle_->addWidget(empty_);
  middle_->addWidget(form_);
  logText_ = new QPlainTextEdit;
  logText_->setReadOnly(true);
  logText_->setAccessibleName(tr("Log of the run"));
  logText_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  middle_->addWidget(logText_);
  return middle_;
}

/// What several selected runs were trained with, and their best figures.
QWidget* TrainPage::buildTable() {
  constexpr int kHeight = 240;
  compared_ = new CompareModel(this);
  table_ = new QTableView;
  table_->setModel(compared_);
  table_->setAccessibleName(tr("Settings and best figures"));
  table_->setFixedHeight(kHeight);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->setTabKeyNavigation(false);
  table_->setShowGrid(false);
  table_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  table_->horizontalHeader()->setTextElideMode(Qt::ElideMiddle);
  table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  table_->verticalHeader()->setDefaultSectionSize(24);
  table_->hide();
  return table_;
}

QWidget* TrainPage::buildBar() {
  QFrame* bar = makeFrame("bar");
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(space::kMedium, space::kTiny, space::kSmall, space::kTiny);
  row->setSpacing(space::kTiny);
  place_ = new QComboBox;
  place_->addItems({tr("by step"), tr("by pairs"), tr("by time")});
  place_->setAccessibleName(tr("What the curves stand over"));
  smoothing_ = new QSlider(Qt::Horizontal);
  smoothing_->setRange(0, 99);
  smoothing_->setFixedWidth(90);
  smoothing_->setAccessibleName(tr("Smoothing"));
  auto* series = new QToolButton;
  series->setProperty("role", "menu");
  series->setText(tr("Series") + QStringLiteral("  ▾"));
  series->setAccessibleName(tr("Shown series"));
  series->setPopupMode(QToolButton::InstantPopup);
  series->setFocusPolicy(Qt::TabFocus);
  seriesMenu_ = new QMenu(series);
  series->setMenu(seriesMenu_);
  row->addWidget(place_);
  row->addWidget(makeLabel("caption", tr("Smoothing")));
  row->addWidget(smoothing_);
  row->addStretch();
  row->addWidget(series);
  for (QAction* action : std::as_const(viewActions_)) {
    QToolButton* button = makeButton(action);
    if (action->isCheckable()) button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    row->addWidget(button);
  }
  return bar;
}

QAction* TrainPage::on(const char* iconName, const QString& text, const QList<QKeySequence>& keys,
                       std::function<void()> work) {
  QAction* action = makeAction(this, QString::fromLatin1(iconName), text, keys);
  connect(action, &QAction::triggered, this, work);
  return action;
}

void TrainPage::buildViewActions() {
  logValues_ = on("log-axis", tr("Logarithmic values"), {Qt::Key_L}, [] {});
  logPlaces_ = on("log-axis", tr("Logarithmic steps, pairs or time"), {Qt::Key_X}, [] {});
  logValues_->setIconText(tr("log ↑"));
  logPlaces_->setIconText(tr("log →"));
  for (QAction* action : {logValues_, logPlaces_}) action->setCheckable(true);
  viewActions_ = {
      logValues_,
      logPlaces_,
      on("zoom-in", tr("Zoom in"), {Qt::Key_Plus, Qt::Key_Equal}, [this] { board_->zoom(0.8); }),
      on("zoom-out", tr("Zoom out"), {Qt::Key_Minus}, [this] { board_->zoom(1.25); }),
      on("fit", tr("Show all of the curves"), {Qt::Key_0}, [this] { board_->fit(); }),
      on("export", tr("Export the curves…"), {Qt::CTRL | Qt::Key_E}, [this] { askExport(); })};
}

void TrainPage::connectParts() {
  connect(&feed_, &RunFeed::runsChanged, this, &TrainPage::takeRuns);
  connect(&feed_, &RunFeed::seriesChanged, this, &TrainPage::takeSeries);
  connect(&feed_, &RunFeed::failed, note_, &Note::showError);
  connect(list_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &TrainPage::takeSelection);
  connect(place_, &QComboBox::currentIndexChanged, this, &TrainPage::setPlace);
  connect(smoothing_, &QSlider::valueChanged, this, &TrainPage::setSmoothing);
  connect(logValues_, &QAction::toggled, board_, &PlotBoard::setLogValues);
  connect(logPlaces_, &QAction::toggled, board_, &PlotBoard::setLogPlaces);
  connect(board_, &PlotBoard::placeChosen, this, &TrainPage::choosePlace);
  connect(seriesMenu_, &QMenu::aboutToShow, this, &TrainPage::fillSeriesMenu);
  connect(board_, &PlotBoard::hiddenChanged, this, [this] {
    set(settings::kTrainHidden, QStringList(board_->hidden().begin(), board_->hidden().end()));
  });
  connect(form_, &TrainForm::startAsked, this, &TrainPage::startRun);
  connect(form_, &TrainForm::runAsked, this, [this](const QString& id) {
    select(id);
    showForm(false);
  });
  connect(panel_, &RunPanel::notesEdited, this, &TrainPage::takeNotes);
  connect(panel_, &RunPanel::logAsked, this, [this] { showLog(true); });
  connect(&session_, &ProjectSession::countsChanged, form_, &TrainForm::lookAgain);
  connect(list_, &QListView::clicked, this, [this] { showForm(false); });
  connect(list_, &QListView::activated, this, [this] { showForm(false); });
  connect(panel_, &RunPanel::stepAsked, this, &TrainPage::chooseStep);
  connect(panel_, &RunPanel::pairChosen, this, &TrainPage::showPair);
  connect(pairView_, &StepPairView::stepped, panel_, &RunPanel::stepPairs);
  connect(pairView_, &StepPairView::failed, note_, &Note::showError);
  connect(pairView_, &StepPairView::closed, this, [this] {
    pairView_->hide();
    board_->setFocus();
  });
  connect(pairView_, &StepPairView::auditAsked, this, [this](qint64 pair) {
    Q_EMIT pageAsked(QStringLiteral("audit"), QString::number(pair));
  });
  connect(form_, &TrainForm::auditAsked, this,
          [this] { Q_EMIT pageAsked(QStringLiteral("audit"), QString()); });
  connect(panel_, &RunPanel::sampleAsked, this, [this](qint64 sample) {
    Q_EMIT pageAsked(QStringLiteral("responses"), QString::number(sample));
  });
}

void TrainPage::restore() {
  if (!splitter_->restoreState(get(settings::kTrainSplitter))) splitter_->setSizes({230, 760, 300});
  const QString kept = get(settings::kTrainRun);
  if (kept.section(QLatin1Char(' '), 1) == session_.folder())
    wanted_ = kept.section(QLatin1Char(' '), 0, 0);
  const QStringList hidden = get(settings::kTrainHidden);
  board_->setHidden(QSet<QString>(hidden.begin(), hidden.end()));
  smoothing_->setValue(get(settings::kTrainSmoothing));
  curves_.setSmoothing(smoothing_->value() / 100.0);
  place_->setCurrentIndex(get(settings::kTrainPlace));
  setPlace(place_->currentIndex());
}

void TrainPage::takeFocus() {
  list_->setFocus();
  feed_.poll();
}

/// What a training's job tells is never newer than what the page shows.
void TrainPage::followJob(Job* job) {
  if (job->verb() != QLatin1String("train") && job->verb() != QLatin1String("demo")) return;
  connect(job, &Job::changed, this, [this] {
    if (isVisible()) feed_.poll();
  });
  const qsizetype named = job->arguments().indexOf(QStringLiteral("--run"));
  if (named < 0 || !job->isActive()) return;
  const QString run = job->arguments().value(named + 1);
  resuming_.insert(run);
  connect(job, &Job::ended, this, [this, run] {
    resuming_.remove(run);
    updateActions();
  });
  updateActions();
}

void TrainPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  feed_.setLooking(true);
}

void TrainPage::hideEvent(QHideEvent* event) {
  Page::hideEvent(event);
  feed_.setLooking(false);
}

void TrainPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && pairView_->isVisible()) {
    Q_EMIT pairView_->closed();
  } else {
    Page::keyPressEvent(event);
  }
}

void TrainPage::applyWidth() {
  const bool narrow = width() < kNarrowTrain;
  for (QToolButton* button : std::as_const(tabButtons_)) button->setVisible(narrow);
  runs_->setVisible(!narrow || !sideTab_);
  panel_->setVisible(!narrow || sideTab_);
}

void TrainPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  applyWidth();
}

bool TrainPage::isSettled() const {
  const bool drawn = selected().isEmpty() || feed_.series(current());
  const bool paired = !pairView_->isVisible() || pairView_->isSettled();
  return feed_.isLoaded() && drawn && paired && session_.isIdle() &&
         (!isFormShown() || form_->isSettled());
}

bool TrainPage::showState(const QString& state) {
  const QString what = state.section(QLatin1Char('/'), 0, 0);
  const QString which = state.section(QLatin1Char('/'), 1);
  if (what == QLatin1String("run")) {
    select(which);
  } else if (what == QLatin1String("form")) {
    form_->showAll(which == QLatin1String("all"));
    showForm(true);
  } else if (what == QLatin1String("step")) {
    wantedStep_ = which.toLongLong();
  } else if (what == QLatin1String("failed") || what == QLatin1String("compare")) {
    wanted_ = what;
  } else {
    return what.isEmpty() || what == QLatin1String("empty");
  }
  takeRuns();
  return true;
}

QStringList TrainPage::selected() const {
  QModelIndexList rows = list_->selectionModel()->selectedRows();
  std::sort(rows.begin(), rows.end());
  QStringList ids;
  for (const QModelIndex& index : rows) ids += model_->idAt(index.row());
  return ids;
}

QString TrainPage::current() const {
  const QModelIndex now = list_->currentIndex();
  if (list_->selectionModel()->isSelected(now)) return model_->idAt(now.row());
  const QStringList ids = selected();
  return ids.isEmpty() ? QString() : ids.first();
}

void TrainPage::select(const QString& id) {
  wanted_ = id;
  const int row = model_->rowOf(id);
  if (row < 0) return;
  wanted_.clear();
  list_->selectionModel()->setCurrentIndex(model_->index(row), QItemSelectionModel::ClearAndSelect);
}

/// Selects what was asked for by its kind: the newest that failed, or the newest two.
void TrainPage::selectWanted() {
  if (wanted_ == QLatin1String("compare") && model_->rowCount() > 1) {
    wanted_.clear();
    list_->selectionModel()->select(QItemSelection(model_->index(0), model_->index(1)),
                                    QItemSelectionModel::ClearAndSelect);
  } else if (wanted_ == QLatin1String("failed")) {
    for (const curation::RunFacts& run : feed_.runs()) {
      if (run.state != run::RunState::kFailed && run.state != run::RunState::kDied) continue;
      select(QString::fromStdString(run.id()));
      return;
    }
  } else if (!wanted_.isEmpty()) {
    select(wanted_);
  }
}

void TrainPage::takeRuns() {
  model_->setRuns(feed_.runs());
  selectWanted();
  takeAwaited();
  if (selected().isEmpty() && model_->rowCount() > 0) select(model_->idAt(0));
  updateActions();
  if (const auto* run = feed_.find(current())) panel_->showRun(*run, stopping_.contains(current()));
  updateMiddle();
}

void TrainPage::takeSelection() {
  const auto* run = feed_.find(current());
  pairView_->hide();
  if (run) {
    panel_->showRun(*run, stopping_.contains(current()));
  } else {
    panel_->showNothing();
  }
  logWanted_ = false;
  feed_.setWatched(selected());
  showCurves(true);
  updateActions();
}

}  // namespace mia::ui
