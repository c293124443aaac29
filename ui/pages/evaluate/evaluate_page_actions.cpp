// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "curation/report.h"
#include "ui/jobs/job.h"
#include "ui/pages/evaluate/evaluate_page.h"
#include "ui/pages/evaluate/report_pdf.h"
#include "ui/session/settings.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/line_list.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr qint64 kLogEnd = 64 * 1024;  ///< bytes of a log that are shown

QToolButton* wordButton(QAction* action) {
  QToolButton* button = makeButton(action);
  button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  return button;
}

QString endOfFile(const QString& name) {
  QFile file(name);
  if (!file.open(QIODevice::ReadOnly)) return QLatin1String("");
  file.seek(qMax<qint64>(0, file.size() - kLogEnd));
  return QString::fromUtf8(file.readAll());
}

}  // namespace

void EvaluatePage::buildActions() {
  evaluate_ = makeAction(this, QStringLiteral("evaluate"), tr("Evaluate…"), {Qt::Key_E});
  report_ = makeAction(this, QStringLiteral("save"), tr("Report…"), {QKeySequence::Save});
  export_ = makeAction(this, QStringLiteral("export"), tr("Export adapter…"), {Qt::Key_X});
  ask_ = makeAction(this, QStringLiteral("ask"), tr("Ask the new model"), {Qt::Key_A});
  report_->setToolTip(tr("Write table and samples with pictures as HTML or PDF (Ctrl+S)"));
  tab_ = makeAction(this, QStringLiteral("samples"), tr("Evaluations or samples"), {Qt::Key_T});
  connect(evaluate_, &QAction::triggered, this,
          [this] { Q_EMIT pageAsked(QStringLiteral("run"), QStringLiteral("evaluate")); });
  connect(report_, &QAction::triggered, this, &EvaluatePage::askForReport);
  connect(export_, &QAction::triggered, this, &EvaluatePage::askForFolder);
  connect(ask_, &QAction::triggered, this, [this] {
    Q_EMIT pageAsked(QStringLiteral("responses"), QStringLiteral("ask/") + training_);
  });
  connect(tab_, &QAction::triggered, this, [this] {
    sideTab_ = !sideTab_;
    applyWidth();
  });
}

void EvaluatePage::buildSampleActions() {
  const auto on = [this](const char* iconName, const QString& text, const QList<QKeySequence>& keys,
                         auto work) {
    QAction* action = makeAction(this, QString::fromLatin1(iconName), text, keys);
    connect(action, &QAction::triggered, this, work);
    return action;
  };
  on("previous", tr("Previous sample"), {Qt::Key_PageUp}, [this] { samples_->step(-1); });
  on("next", tr("Next sample"), {Qt::Key_PageDown}, [this] { samples_->step(+1); });
  back_ = on("back", tr("Back to the table"), {Qt::Key_Escape}, [this] { back(); });
  open_ = on("responses", tr("Open on the Responses page"), {Qt::Key_O}, [this] {
    if (!sample_) return;
    Q_EMIT pageAsked(QStringLiteral("responses"),
                     QStringLiteral("compare/%1").arg(sample_->facts.sample.id.value));
  });
}

void EvaluatePage::buildLookActions() {
  difference_ =
      makeAction(this, QStringLiteral("difference"), tr("Difference of both"), {Qt::Key_D});
  heatmap_ = makeAction(this, QStringLiteral("heatmap"), tr("Heatmap"), {Qt::Key_H});
  regions_ = makeAction(this, QStringLiteral("regions"), tr("Outline the images"), {Qt::Key_R});
  for (QAction* toggle : {difference_, heatmap_, regions_}) toggle->setCheckable(true);
  difference_->setChecked(get(settings::kEvaluateDifference));
  heatmap_->setChecked(true);
  regions_->setChecked(get(settings::kResponsesRegions));
  connect(difference_, &QAction::toggled, this, [this](bool on) {
    set(settings::kEvaluateDifference, on);
    showSides();
  });
  connect(heatmap_, &QAction::toggled, this, [this](bool on) { board_->setHeatmapShown(on); });
  connect(regions_, &QAction::toggled, this, [this](bool on) {
    set(settings::kResponsesRegions, on);
    board_->setRegionsShown(on);
  });
  fit_ = makeAction(this, QStringLiteral("fit"), tr("Fit"), {Qt::Key_0});
  connect(fit_, &QAction::triggered, this, [this] { board_->fit(); });
  const auto on = [this](const char* iconName, const QString& text, const QList<QKeySequence>& keys,
                         auto work) {
    connect(makeAction(this, QString::fromLatin1(iconName), text, keys), &QAction::triggered, this,
            work);
  };
  constexpr double kStep = 1.25;
  on("search", tr("Zoom in"), {Qt::Key_Plus, Qt::Key_Equal}, [this] { board_->zoomBy(kStep); });
  on("search", tr("Zoom out"), {Qt::Key_Minus}, [this] { board_->zoomBy(1 / kStep); });
  const auto stepLayers = [this](int layers, bool extend) {
    if (sides_[0]) reading_->side(0).layers().step(layers, extend);
  };
  on("layers", tr("Layer down"), {Qt::Key_BracketLeft}, [=] { stepLayers(-1, false); });
  on("layers", tr("Layer up"), {Qt::Key_BracketRight}, [=] { stepLayers(+1, false); });
  on("layers", tr("Mean over fewer layers"), {Qt::SHIFT | Qt::Key_BracketLeft, Qt::Key_BraceLeft},
     [=] { stepLayers(-1, true); });
  on("layers", tr("Mean over more layers"), {Qt::SHIFT | Qt::Key_BracketRight, Qt::Key_BraceRight},
     [=] { stepLayers(+1, true); });
}

QWidget* EvaluatePage::buildLeft() {
  list_ = new LineList;
  list_->setModel(evaluations_);
  list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  list_->setAccessibleName(tr("Evaluations"));
  list_->setToolTip(tr("Ctrl+click, or Shift with the arrows: several in one table"));
  auto* bar = makeFrame("bar");
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(space::kMedium, space::kTiny, space::kSmall, space::kTiny);
  row->setSpacing(space::kSmall);
  row->addWidget(makeLabel("heading", tr("Evaluations")));
  row->addStretch();
  row->addWidget(wordButton(evaluate_));
  auto* pane = new QWidget;
  auto* column = new QVBoxLayout(pane);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(bar);
  column->addWidget(list_, 1);
  column->addStretch();
  return pane;
}

QWidget* EvaluatePage::buildBar() {
  wrong_ = new QComboBox;
  wrong_->addItem(tr("right: same words"));
  wrong_->addItem(tr("right: same string"));
  wrong_->setAccessibleName(tr("When an answer counts as right"));
  wrong_->setToolTip(
      tr("Same words: case, punctuation and articles do not count (--wrong "
         "normalised). Same string: every character does (--wrong string)."));
  wrong_->setCurrentIndex(get(settings::kEvaluateWrong));
  connect(wrong_, &QComboBox::currentIndexChanged, this, [this](int index) {
    set(settings::kEvaluateWrong, index);
    showPicked();
  });
  place_ = new ElidedLabel("heading");
  tabButton_ = makeButton(tab_);
  auto* bar = makeFrame("bar");
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(space::kSmall, space::kTiny, space::kSmall, space::kTiny);
  row->setSpacing(2);
  row->addWidget(tabButton_);
  QToolButton* backButton = wordButton(back_);
  back_->setIconText(tr("Table"));
  sampleTools_ = {
      backButton,           place_,           makeButton(difference_), makeButton(regions_),
      makeButton(heatmap_), makeButton(fit_), makeButton(open_)};
  row->addWidget(backButton);
  row->addSpacing(space::kSmall);
  row->addWidget(place_, 1);
  for (QWidget* tool : std::as_const(sampleTools_)) {
    if (tool != backButton && tool != place_) row->addWidget(tool);
  }
  tableTools_ = {wordButton(report_), wordButton(export_), wordButton(ask_), wrong_};
  for (QWidget* tool : std::as_const(tableTools_)) {
    if (tool == wrong_) row->addStretch();
    row->addWidget(tool);
  }
  return bar;
}

QWidget* EvaluatePage::buildRight() {
  samples_ = new ComparedList;
  const Qt::Key keys[] = {Qt::Key_L, Qt::Key_B, Qt::Key_W, Qt::Key_G, Qt::Key_N};
  const QList<QAction*> choices = samples_->choices();
  for (int i = 0; i < choices.size(); ++i) {
    choices[i]->setShortcut(keys[i]);
    choices[i]->setToolTip(
        QStringLiteral("%1 (%2)").arg(choices[i]->text(), QKeySequence(keys[i]).toString()));
    addAction(choices[i]);
  }
  reading_ = new ReadingPanel;
  reading_->setHeadsOffered(false);
  rightSplitter_ = new QSplitter(Qt::Vertical);
  rightSplitter_->setChildrenCollapsible(false);
  rightSplitter_->setHandleWidth(1);
  rightSplitter_->addWidget(samples_);
  rightSplitter_->addWidget(reading_);
  if (!rightSplitter_->restoreState(get(settings::kEvaluateSideSplitter))) {
    rightSplitter_->setSizes({300, 480});
  }
  return rightSplitter_;
}

void EvaluatePage::saveReport(const QString& file) {
  const EvaluationLine* line = current();
  if (!line || !line->isFinished()) return;
  const QString run = line->run();
  curation::ReportRequest request;
  request.wrong = static_cast<WrongRule>(wrong_->currentIndex());
  const auto write = [this, file, run, request](const curation::ReportSource& source) {
    session_.draw(
        this,
        [source, request, run, file]() -> QString {
          if (!file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
            curation::writeReport(source, request, file.toStdString(), {});
            return {};
          }
          return writePdf(QString::fromStdString(curation::htmlReport(source, request, {})), run,
                          file);
        },
        [this, file](Outcome<QString> outcome) {
          const QString problem = outcome.value ? *outcome.value : outcome.error;
          if (problem.isEmpty()) {
            note_->showGood(tr("The report is in %1.").arg(file));
          } else {
            note_->showError(problem);
          }
        });
  };
  session_.read(
      this,
      [run = run.toStdString()](curation::Browser& browser) {
        return curation::reportSource(browser.database(), browser.folder(), run);
      },
      [this, write](Outcome<curation::ReportSource> outcome) {
        if (outcome.value) {
          write(*outcome.value);
        } else {
          note_->showError(outcome.error);
        }
      });
}

void EvaluatePage::askForReport() {
  const EvaluationLine* line = current();
  if (!line) return;
  auto* dialog = new QFileDialog(this, tr("Write a report"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setNameFilters({tr("Page that needs no other file (*.html)"), tr("PDF (*.pdf)")});
  dialog->setDefaultSuffix(QStringLiteral("html"));
  dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
  dialog->selectFile(line->run());
  connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
    dialog->setDefaultSuffix(filter.contains(QLatin1String("pdf")) ? QStringLiteral("pdf")
                                                                   : QStringLiteral("html"));
  });
  connect(dialog, &QFileDialog::fileSelected, this, &EvaluatePage::saveReport);
  dialog->open();
}

void EvaluatePage::exportAdapter(const QString& folder) {
  if (training_.isEmpty()) return;
  exporting_ = QStringList{QStringLiteral("export"),
                           QStringLiteral("--format"),
                           QStringLiteral("peft"),
                           QStringLiteral("--run"),
                           training_,
                           QStringLiteral("--out"),
                           folder};
  note_->clear();
  Q_EMIT jobAsked(tr("Exporting the adapter"), exporting_);
}

void EvaluatePage::askForFolder() {
  auto* dialog = new QFileDialog(this, tr("Folder for the adapter; it is made"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);  // a mode for folders takes none that is new
  dialog->selectFile(training_ + QStringLiteral("-adapter"));
  connect(dialog, &QFileDialog::fileSelected, this, &EvaluatePage::exportAdapter);
  dialog->open();
}

/// "The adapter of … is in …; loaded again: 28 of 28 modules matched."
void EvaluatePage::tellOfExport(const Job& job) {
  if (job.arguments() != exporting_) return;
  if (job.state() == run::JobState::kDone) {
    note_->showGood(job.words());
  } else if (job.isFailed()) {
    note_->showError(job.words());
  }
}

void EvaluatePage::showLog() {
  const EvaluationLine* line = current();
  if (!line) return;
  const QString file = QStringLiteral("%1/runs/%2/engine.log").arg(session_.folder(), line->run());
  session_.draw(
      this, [file] { return endOfFile(file); },
      [this](Outcome<QString> outcome) { status_->setLog(outcome.value.value_or(QString())); });
}

void EvaluatePage::goOn() {
  const EvaluationLine* line = current();
  if (line) Q_EMIT jobAsked(tr("Evaluating"), goOnArguments(line->status));
}

/// Which training run of the project made the second model; nothing may be done with another's.
void EvaluatePage::findTraining() {
  const EvaluationLine* line = current();
  if (!line || !line->isFinished()) return;
  const QString key = QStringLiteral("%1 %2").arg(line->run()).arg(line->arm);
  if (key == trainingOf_) return;
  trainingOf_ = key;
  training_.clear();
  updateActions();
  session_.draw(
      this,
      [folder = session_.folder().toStdString(), arm = line->status.manifest.arms.at(line->arm)] {
        return curation::trainingOf(folder, arm);
      },
      [this, key](Outcome<std::string> outcome) {
        if (key != trainingOf_) return;
        training_ = QString::fromStdString(outcome.value.value_or(std::string()));
        updateActions();
      });
}

}  // namespace mia::ui
