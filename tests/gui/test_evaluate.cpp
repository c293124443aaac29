// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/test_evaluate.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include "run/events.h"
#include "tests/gui/evaluate_window.h"
#include "tests/gui/stand_in.h"
#include "tests/gui/watched_application.h"
#include "ui/dialogs/field_row.h"
#include "ui/dialogs/step_sheet.h"
#include "ui/pages/responses/ask_bar.h"
#include "ui/pages/responses/responses_page.h"
#include "ui/widgets/line_list.h"

namespace mia::test {

using namespace mia::ui;
using Column = ComparisonModel::Column;
using Stage = EvaluatePage::Stage;

namespace {

QString lastLineOf(const QString& text) { return text.trimmed().section(QLatin1Char('\n'), -1); }

}  // namespace

void EvaluateTest::initTestCase() {
  const std::filesystem::path root = folder_.path().toStdString();
  makeProject(root / "project", drawPhotos(root / "photos", 8), kEvaluated);
  project_ = folder_.path() + QStringLiteral("/project");
  training_ = addTraining(root / "project");
  addEvaluation(root / "project", training_, EvaluationEnd::kFinished);
}

void EvaluateTest::init() { QSettings().clear(); }

void EvaluateTest::tableHasTheFiguresOfTheCommandLine() {
  EvaluateWindow open(project_);
  QVERIFY(open.page);
  QVERIFY(open.page->stage() == Stage::kTable);
  // Of six grids three got better, one got worse: 2 of 6 before, 4 of 6 after.
  QCOMPARE(open.figure("grid", Column::kSamples), QStringLiteral("6"));
  QCOMPARE(open.figure("grid", Column::kBefore), QStringLiteral("33.3 %"));
  QCOMPARE(open.figure("grid", Column::kAfter), QStringLiteral("66.7 %"));
  QCOMPARE(open.figure("grid", Column::kBetter), QStringLiteral("3"));
  QCOMPARE(open.figure("grid", Column::kWorse), QStringLiteral("1"));
  QCOMPARE(open.figure("all multi-image", Column::kSamples), QStringLiteral("18"));
  const auto comparison =
      curation::compareArms(curation::findEvaluation(project_.toStdString(), std::string()));
  const auto& all = comparison.at(0).rows.back();
  const QString interval = QString::fromStdString(evaluation::intervalText(all.difference));
  QVERIFY(open.figure("all multi-image", Column::kDifference).endsWith(interval));
  open.press(Qt::Key_C, Qt::ControlModifier);
  const QString copied = QGuiApplication::clipboard()->text();
  QCOMPARE(copied.section(QLatin1Char('\n'), 1),
           QString::fromStdString(evaluation::toText(comparison.at(0).rows)));
  QVERIFY(lastLineOf(copied).startsWith(QLatin1String("all multi-image")));
}

void EvaluateTest::modelsKeepTheRulesOfModels() {
  EvaluateWindow open(project_);
  using Tester = QAbstractItemModelTester;
  const auto mode = Tester::FailureReportingMode::QtTest;
  Tester evaluations(&open.page->evaluations(), mode);
  Tester table(&open.page->table().model(), mode);
  Tester samples(&open.page->samples().model(), mode);
  open.clickCell("grid", Column::kSamples);
  QCOMPARE(open.page->samples().model().rowCount(), 6);
  open.page->table().show({});
  open.page->samples().clear();
  open.page->evaluations().reload();
  open.settle();
}

void EvaluateTest::everyFigureTellsHowItWasComputed() {
  EvaluateWindow open(project_);
  const ComparisonModel& model = open.page->table().model();
  for (int row = 0; row < model.rowCount(); ++row) {
    for (int column = 0; column < model.columnCount(); ++column) {
      QVERIFY(!model.index(row, column).data(Qt::ToolTipRole).toString().isEmpty());
    }
  }
  const QString tip = open.cell("grid", Column::kBefore).data(Qt::ToolTipRole).toString();
  QVERIFY(tip.contains(QLatin1String("2 of 6")));
  open.clickCell("grid", Column::kDifference);
  QVERIFY(open.page->table().explanation().contains(QLatin1String("3 got better, 1 got worse")));
}

void EvaluateTest::walksFromACellToItsSamplesByKey() {
  EvaluateWindow open(project_);
  QVERIFY(open.page->table().view().hasFocus());
  open.press(Qt::Key_Home, Qt::ControlModifier);
  open.press(Qt::Key_End);  // both wrong, of sequences
  QCOMPARE(open.page->samples().model().rowCount(), 1);
  open.press(Qt::Key_Home);
  QCOMPARE(open.page->samples().model().rowCount(), 6);
  open.press(Qt::Key_Down);
  open.press(Qt::Key_Return);
  QVERIFY(open.page->stage() == Stage::kSample);
  QVERIFY(open.page->sample());
  QVERIFY(open.page->sample()->facts.sample.recipe.kind == LayoutKind::kGrid);
  const auto first = open.page->sample()->facts.sample.id;
  open.press(Qt::Key_Right);
  QVERIFY(open.page->sample()->facts.sample.id != first);
  open.press(Qt::Key_PageUp);
  QVERIFY(open.page->sample()->facts.sample.id == first);
  open.press(Qt::Key_Escape);
  QVERIFY(open.page->stage() == Stage::kTable);
  QVERIFY(open.page->table().view().hasFocus());
  QVERIFY(!open.page->sample());
}

void EvaluateTest::clicksACellAndASample() {
  EvaluateWindow open(project_);
  open.clickCell("pip", Column::kWorse);
  QCOMPARE(open.page->samples().model().rowCount(), 1);
  open.clickSample(0);
  QVERIFY(open.page->stage() == Stage::kSample);
  QVERIFY(open.page->answerOn(0) && open.page->answerOn(1));
  QVERIFY(open.page->answerOn(0)->response.matches);
  QVERIFY(!open.page->answerOn(1)->response.matches);
  QVERIFY(open.page->board().panelTitle(0).startsWith(QStringLiteral("✓ before")));
  QVERIFY(open.page->board().panelTitle(1).startsWith(QStringLiteral("✕ after")));
}

void EvaluateTest::narrowsTheSamplesByWhatBecameOfThem() {
  EvaluateWindow open(project_);
  open.clickCell("all multi-image", Column::kSamples);
  ComparedModel& samples = open.page->samples().model();
  QCOMPARE(samples.rowCount(), kEvaluated);
  for (int row = 1; row < samples.rowCount(); ++row) {
    QVERIFY(samples.sampleAt(row - 1).change <= samples.sampleAt(row).change);
  }
  const std::pair<Qt::Key, int> choices[] = {
      {Qt::Key_B, 9}, {Qt::Key_W, 3}, {Qt::Key_G, 3}, {Qt::Key_N, 3}, {Qt::Key_L, 18}};
  for (const auto& [key, count] : choices) {
    open.press(key);
    QCOMPARE(samples.rowCount(), count);
  }
  open.press(Qt::Key_W);
  QVERIFY(samples.index(0)
              .data(LineDelegate::kCaptionRole)
              .toString()
              .startsWith(QLatin1String("got worse")));
}

void EvaluateTest::showsBothModelsOnOneScaleAndTheDifference() {
  EvaluateWindow open(project_);
  open.clickCell("sequence", Column::kBetter);
  open.clickSample(0);
  LookBoard& board = open.page->board();
  QCOMPARE(board.canvasCount(), 3);
  QCOMPARE(board.panelTitle(2), QStringLiteral("after less before"));
  QVERIFY(board.panelLook(2).isDifference());
  QCOMPARE(board.panelLook(0).scale, board.panelLook(1).scale);
  QCOMPARE(board.scale(), sharedScale(board.panelMaps(0) + board.panelMaps(1)));
  const int target = open.page->sample()->facts.sample.recipe.targetIndex;
  const Heatmap before = board.panelMaps(0)[target], after = board.panelMaps(1)[target];
  const Heatmap less = board.panelMaps(2)[target];
  for (int patch = 0; patch < less.values.size(); ++patch) {
    QCOMPARE(less.values[patch], after.values[patch] - before.values[patch]);
  }
  const double wide = less.values[2];
  open.press(Qt::Key_BracketRight);
  QVERIFY(double(board.panelMaps(2)[target].values[2]) != wide);
  open.press(Qt::Key_D);
  QCOMPARE(board.canvasCount(), 2);
  open.press(Qt::Key_D);
  open.press(Qt::Key_H);
  QVERIFY(!board.canvas(0).hasHeatmaps());
  open.press(Qt::Key_H);
  // The shares of both are told in words.
  QVERIFY(open.page->reading().side(0).verdict().contains(QStringLiteral("30\u00a0%")));
  QVERIFY(open.page->reading().side(1).verdict().contains(QStringLiteral("80\u00a0%")));
}

void EvaluateTest::changesWhenAnAnswerIsRight() {
  FreshProject fresh;
  const std::string training = addTraining(fresh.path.toStdString());
  const auto run = addEvaluation(fresh.path.toStdString(), training, EvaluationEnd::kFinished);
  // An answer in capitals has the same words and is another string.
  std::string answers = readFile(run.answers());
  const std::string from = "\"text\":\"The main object", to = "\"text\":\"THE main object";
  for (std::size_t at = 0; (at = answers.find(from, at)) != std::string::npos;) {
    answers.replace(at, from.size(), to);
  }
  writeFileAtomically(run.answers(), answers);
  EvaluateWindow open(fresh.path);
  QCOMPARE(open.figure("all multi-image", Column::kBothRight), QStringLiteral("3"));
  open.page->wrong().setFocus();
  QTest::keyClick(&open.page->wrong(), Qt::Key_Down);
  open.settle();
  QCOMPARE(open.figure("all multi-image", Column::kBothRight), QStringLiteral("0"));
  QCOMPARE(open.figure("all multi-image", Column::kBothWrong), QStringLiteral("18"));
}

void EvaluateTest::putsSeveralEvaluationsIntoOneTable() {
  FreshProject fresh;
  const std::string training = addTraining(fresh.path.toStdString());
  for (int i = 0; i < 2; ++i)
    addEvaluation(fresh.path.toStdString(), training, EvaluationEnd::kFinished);
  EvaluateWindow open(fresh.path);
  const int alone = open.page->table().model().rowCount();
  QVERIFY(open.page->table().view().isColumnHidden(Column::kLetter));
  open.page->list().setFocus();
  open.press(Qt::Key_Down, Qt::ShiftModifier);
  QCOMPARE(open.page->table().model().rowCount(), 2 * alone);
  QVERIFY(!open.page->table().view().isColumnHidden(Column::kLetter));
  QCOMPARE(open.page->evaluations().index(1).data(LineDelegate::kSideRole).toString(),
           QStringLiteral("B"));
  // The same group of both stands under one another.
  const QModelIndex first = open.cell("grid", Column::kLetter);
  QCOMPARE(first.data().toString(), QStringLiteral("A"));
  QCOMPARE(first.siblingAtRow(first.row() + 1).data().toString(), QStringLiteral("B"));
  open.click(open.page->table().view(),
             open.cell("grid", Column::kBetter).siblingAtRow(first.row() + 1));
  QCOMPARE(open.page->samples().title(), QStringLiteral("B: grid"));
  open.page->list().setFocus();
  open.press(Qt::Key_Up);
  QCOMPARE(open.page->table().model().rowCount(), alone);
}

void EvaluateTest::followsAnEvaluationUntilItIsThere() {
  FreshProject fresh;
  const std::string training = addTraining(fresh.path.toStdString());
  const auto run = addEvaluation(fresh.path.toStdString(), training, EvaluationEnd::kHalfWay);
  {
    const run::RunLock engine(run);
    EvaluateWindow open(fresh.path);
    QVERIFY(open.page->stage() == Stage::kStatus);
    QVERIFY(open.page->status().heading().contains(QLatin1String("running")));
    QVERIFY(open.page->status().words().contains(QLatin1String("18 of 36 answers")));
    QVERIFY(!open.page->status().action().isVisible());
    run::EventLog(run.events()).write("finished", {{"summary", Json::object()}});
    open.page->evaluations().reload();
    open.settle();
    // Only one model answered: the table has no line, and says how many are left out.
    QVERIFY(open.page->stage() == Stage::kTable);
  }
}

void EvaluateTest::saysWhyAnEvaluationFailed() {
  FreshProject fresh;
  const std::string training = addTraining(fresh.path.toStdString());
  addEvaluation(fresh.path.toStdString(), training, EvaluationEnd::kFailed);
  EvaluateWindow open(fresh.path);
  QVERIFY(open.page->status().words().contains(QLatin1String("no memory left")));
  auto* log = open.page->status().findChildren<QPushButton*>().last();
  QTest::mouseClick(log, Qt::LeftButton);
  open.settle();
  QVERIFY(open.page->status().log().contains(QLatin1String("allocating 12 GiB")));
  // It is asked to go on as it was asked to begin.
  disconnect(open.page, &Page::jobAsked, nullptr, nullptr);
  QSignalSpy asked(open.page, &Page::jobAsked);
  QTest::mouseClick(&open.page->status().action(), Qt::LeftButton);
  QCOMPARE(asked.size(), 1);
  const QStringList arguments = asked[0][1].toStringList();
  QCOMPARE(arguments.value(0), QStringLiteral("evaluate"));
  QVERIFY(arguments.contains(QStringLiteral("after=%1/runs/%2/adapter")
                                 .arg(fresh.path, QString::fromStdString(training))));
  QCOMPARE(arguments.last(), QString::number(kEvaluated));
}

void EvaluateTest::startsAnEvaluationFromAForm() {
  FreshProject fresh;
  const std::string training = addTraining(fresh.path.toStdString());
  const StandIn standIn;
  EvaluateWindow open(fresh.path);
  open.press(Qt::Key_E);
  auto* sheet = open.window.findChild<StepSheet*>();
  QVERIFY(sheet && sheet->isVisible());
  QComboBox* trainings = nullptr;
  for (FieldRow* row : sheet->findChildren<FieldRow*>()) {
    if (row->field().name == QLatin1String("training"))
      trainings = qobject_cast<QComboBox*>(row->editor());
    if (row->field().name != QLatin1String("limit")) continue;
    row->editor()->setFocus();
    static_cast<QLineEdit*>(row->editor())->selectAll();
    QTest::keyClicks(row->editor(), QStringLiteral("200"));
  }
  QVERIFY(trainings);
  QTRY_COMPARE(trainings->count(), 2);
  trainings->setFocus();
  QTest::keyClick(trainings, Qt::Key_Down);
  const QStringList arguments = sheet->arguments();
  QCOMPARE(arguments.value(arguments.indexOf(QLatin1String("--training")) + 1),
           QString::fromStdString(training));
  QCOMPARE(arguments.value(arguments.indexOf(QLatin1String("--limit")) + 1), QStringLiteral("200"));
  QTest::keyClick(trainings, Qt::Key_Return);
  QTRY_COMPARE(open.window.jobs().jobs().size(), 1);
  QCOMPARE(open.window.jobs().jobs().first()->arguments(), arguments);
  // The program in its place cannot evaluate: the page says why.
  QTRY_VERIFY(open.page->note().text().contains(QLatin1String("there is no such file")));
}

void EvaluateTest::writesTheReportAsPageAndAsPdf() {
  EvaluateWindow open(project_);
  const QString html = folder_.path() + QStringLiteral("/report.html");
  const QString pdf = folder_.path() + QStringLiteral("/report.pdf");
  open.page->saveReport(html);
  open.settle();
  QTRY_VERIFY(open.page->note().text().contains(html));
  QFile page(html);
  QVERIFY(page.open(QIODevice::ReadOnly));
  const QString text = QString::fromUtf8(page.readAll());
  for (const Column column : {Column::kBefore, Column::kAfter, Column::kBetter, Column::kWorse}) {
    QVERIFY(text.contains(QStringLiteral(">%1<").arg(open.figure("grid", column))));
  }
  QVERIFY(text.count(QLatin1String("data:image/jpeg")) > 12);
  QVERIFY(text.contains(QStringLiteral("זהו")));
  open.page->saveReport(pdf);
  open.settle();
  QTRY_VERIFY(open.page->note().text().contains(pdf));
  QFile sheets(pdf);
  QVERIFY(sheets.open(QIODevice::ReadOnly));
  QVERIFY(sheets.read(8).startsWith("%PDF-"));
  QVERIFY(sheets.size() > 20'000);  // with its pictures
  open.page->saveReport(QStringLiteral("/proc/none/report.pdf"));
  open.settle();
  QTRY_VERIFY(open.page->note().text().contains(QLatin1String("Cannot write")));
}

void EvaluateTest::exportsTheAdapterAndTellsHowThatWent() {
  const StandIn standIn;
  EvaluateWindow open(project_);
  QSignalSpy asked(open.page, &Page::jobAsked);
  open.page->exportAdapter(folder_.path() + QStringLiteral("/adapter"));
  QCOMPARE(asked.size(), 1);
  QCOMPARE(
      asked[0][1].toStringList(),
      (QStringList{QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("peft"),
                   QStringLiteral("--run"), QString::fromStdString(training_),
                   QStringLiteral("--out"), folder_.path() + QStringLiteral("/adapter")}));
  QTRY_VERIFY(open.page->note().text().contains(QLatin1String("there is no such file")));
}

void EvaluateTest::turnsToTheNewModelToAskIt() {
  EvaluateWindow open(project_);
  open.press(Qt::Key_A);
  auto* responses = qobject_cast<ResponsesPage*>(open.window.page());
  QVERIFY(responses);
  QTRY_COMPARE(responses->askBar().whom().currentText(), QString::fromStdString(training_));
  QVERIFY(responses->askBar().question().hasFocus());
}

void EvaluateTest::saysWhatToDoWithoutEvaluations() {
  FreshProject fresh(3);
  EvaluateWindow open(fresh.path);
  QVERIFY(open.page->isSettled());
  QVERIFY(open.page->stage() == Stage::kStatus);
  QVERIFY(open.page->status().heading().contains(QLatin1String("Nothing was evaluated")));
  QTest::mouseClick(&open.page->status().action(), Qt::LeftButton);
  QVERIFY(open.window.findChild<StepSheet*>());
}

void EvaluateTest::saysThatAPhotoIsGone() {
  FreshProject fresh;
  const std::string training = addTraining(fresh.path.toStdString());
  addEvaluation(fresh.path.toStdString(), training, EvaluationEnd::kFinished);
  std::filesystem::remove_all(fresh.photos);
  EvaluateWindow open(fresh.path);
  open.clickCell("sequence", Column::kSamples);
  open.clickSample(0);
  QVERIFY(open.page->stage() == Stage::kSample);
  const CanvasPicture& picture = open.page->board().canvas().pictures().first();
  QVERIFY(picture.problem.contains(QLatin1String("object-")));
  const QString html = fresh.folder.path() + QStringLiteral("/report.html");
  open.press(Qt::Key_Escape);
  open.page->saveReport(html);
  open.settle();
  QTRY_VERIFY(QFile::exists(html));
}

void EvaluateTest::foldsInANarrowWindow() {
  EvaluateWindow open(project_, {1024, 700});
  QVERIFY(open.page->list().isVisible());
  QVERIFY(!open.page->samples().isVisible());
  open.press(Qt::Key_T);
  QVERIFY(!open.page->list().isVisible());
  QVERIFY(open.page->samples().isVisible());
}

void EvaluateTest::comesBackToItsPlace() {
  FreshProject fresh;
  const std::string training = addTraining(fresh.path.toStdString());
  for (int i = 0; i < 2; ++i)
    addEvaluation(fresh.path.toStdString(), training, EvaluationEnd::kFinished);
  {
    EvaluateWindow open(fresh.path);
    open.page->list().setFocus();
    open.press(Qt::Key_Down);
    QCOMPARE(open.page->list().currentIndex().row(), 1);
  }
  EvaluateWindow again(fresh.path);
  QCOMPARE(again.page->list().currentIndex().row(), 1);
}

void EvaluateTest::nothingHoldsUpTheWindow() {
  const QString held = static_cast<WatchedApplication*>(qApp)->heldUpBy([this] {
    EvaluateWindow open(project_);
    open.clickCell("grid", Column::kBetter);
    for (const Qt::Key key :
         {Qt::Key_L, Qt::Key_Up, Qt::Key_Return, Qt::Key_Right, Qt::Key_D, Qt::Key_D,
          Qt::Key_BracketRight, Qt::Key_H, Qt::Key_H, Qt::Key_PageDown, Qt::Key_Escape}) {
      open.press(key);
    }
    open.page->saveReport(folder_.path() + QStringLiteral("/held.pdf"));
    open.settle();
  });
  QVERIFY2(held.isEmpty(), qPrintable(held));
}

}  // namespace mia::test
