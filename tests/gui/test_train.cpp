// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/test_train.h"

#include <QAbstractItemModelTester>
#include <QSettings>
#include <QSignalSpy>

#include "curation/review.h"
#include "curation/training_queue.h"
#include "run/run_hold.h"
#include "tests/gui/train_window.h"
#include "tests/gui/watched_application.h"
#include "ui/jobs/job.h"
#include "ui/pages/train/run_panel.h"
#include "ui/pages/train/train_form.h"

namespace mia::test {

using namespace mia::ui;

namespace {

QString lineOf(OpenPage& open, int row) {
  const QModelIndex line = open.page.list().model()->index(row, 0);
  return line.data(Qt::AccessibleTextRole).toString();
}

void acceptFirstPair(const QString& folder) {
  curation::Project project = curation::Project::open(folder.toStdString());
  curation::decide(project, {"anna", 1}, PairId{1}, {DecisionKind::kAccept});
}

}  // namespace

void TrainTest::init() { QSettings().clear(); }

void TrainTest::modelsKeepTheRulesOfModels() {
  using Mode = QAbstractItemModelTester::FailureReportingMode;
  const QString project = newProject(folder_);
  RunModel model;
  const QAbstractItemModelTester tester(&model, Mode::QtTest);
  PlayedRun first(project), second(project);
  curation::RunHistory history(project.toStdString());
  history.poll();
  model.setRuns(history.runs());
  QCOMPARE(model.rowCount(), 2);
  const QPersistentModelIndex kept = model.index(model.rowOf(first.id()));
  second.start();
  second.steps(1, 3);
  history.poll();
  model.setRuns(history.runs());
  curation::binRun(project.toStdString(), second.id().toStdString());
  history.poll();
  model.setRuns(history.runs());
  QCOMPARE(model.rowCount(), 1);
  QCOMPARE(kept.row(), 0);
  curation::restoreRun(project.toStdString(), second.id().toStdString());
  history.poll();
  model.setRuns(history.runs());
  QCOMPARE(model.rowCount(), 2);
  QVERIFY(kept.isValid());

  CompareModel compared;
  const QAbstractItemModelTester comparing(&compared, Mode::QtTest);
  std::vector<curation::ComparedRun> runs;
  for (const auto& run : history.runs()) runs.push_back({run, history.series(run.id())});
  const QStringList titles{QStringLiteral("a"), QStringLiteral("b")};
  compared.setComparison(titles, curation::compareRuns(runs));
  QCOMPARE(compared.columnCount(), 2);
  compared.setComparison(titles, curation::compareRuns(runs));
  compared.setComparison({QStringLiteral("a")}, curation::compareRuns({runs.front()}));
  QCOMPARE(compared.columnCount(), 1);
}

void TrainTest::tellsWhyARunFailed() {
  const QString project = newProject(folder_);
  PlayedRun run(project);
  run.start();
  run.log().write("failed", {{"kind", "resource"}, {"words", "The device is out of memory"}});
  OpenPage open(project, QStringLiteral("failed"));
  QCOMPARE(open.page.current(), run.id());
  QString said;
  for (const QLabel* label : open.page.panel().findChildren<QLabel*>()) {
    if (label->isVisible()) said += label->text() + QLatin1Char('\n');
  }
  QVERIFY(said.contains(QStringLiteral("out of memory")));
  QVERIFY(said.contains(QStringLiteral("micro_batch_size below 8")));
  // The log is one click away, and stays while the run is looked at.
  QFile log(project + QStringLiteral("/runs/") + run.id() + QStringLiteral("/engine.log"));
  QVERIFY(log.open(QIODevice::WriteOnly));
  log.write("allocator: no more");
  log.close();
  const auto buttons = open.page.panel().findChildren<QPushButton*>();
  const auto show = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton* button) {
    return button->text() == QStringLiteral("Show the log");
  });
  QVERIFY(show != buttons.end());
  QTest::mouseClick(*show, Qt::LeftButton);
  QTRY_COMPARE(open.page.logText().toPlainText(), QStringLiteral("allocator: no more"));
  QVERIFY(open.page.logText().isVisible());
}

void TrainTest::marksWhatDiffersFromThePreset() {
  OpenPage open(newProject(folder_), QStringLiteral("form"));
  TrainForm& form = open.page.form();
  QVERIFY(open.page.isFormShown());
  form.begin(QStringLiteral("paper"));
  QCOMPARE(form.arguments(), (QStringList{QStringLiteral("train"), QStringLiteral("--wait")}));
  FieldRow* beta = form.row(QStringLiteral("beta"));
  QVERIFY(!beta->differs());
  auto* editor = static_cast<QLineEdit*>(beta->editor());
  editor->setFocus();
  editor->selectAll();
  QTest::keyClicks(editor, QStringLiteral("0.25"));
  QVERIFY(beta->differs());
  QVERIFY(form.arguments().contains(QStringLiteral("0.25")));
  const auto buttons = form.findChildren<QToolButton*>();
  const auto back = std::find_if(buttons.begin(), buttons.end(), [](const QToolButton* button) {
    return button->isVisible() &&
           button->accessibleName().startsWith(QStringLiteral("Beta differs"));
  });
  QVERIFY(back != buttons.end());
  QTest::mouseClick(*back, Qt::LeftButton);
  QVERIFY(!beta->differs());
  editor->selectAll();
  QTest::keyClicks(editor, QStringLiteral("99"));
  QVERIFY(!form.canStart());
  form.begin(QStringLiteral("quick"));
  QVERIFY(form.row(QStringLiteral("max_steps"))->value().toInt() > 0);
}

void TrainTest::tellsWhatATrainingNeedsAndStartsIt() {
  const QString project = newProject(folder_);
  OpenPage open(project);
  // Nothing was trained yet: the form is there at once, with settings that work.
  QVERIFY(open.page.isFormShown());
  TrainForm& form = open.page.form();
  open.settle();
  QVERIFY(form.check().has_value());
  QVERIFY(form.check()->pairs > 0);
  QCOMPARE(form.check()->usable + form.check()->heldOut, form.check()->pairs);
  QVERIFY(form.check()->lengths.longest > 0);
  QVERIFY(form.check()->memory > 0);
  QVERIFY(form.check()->seconds == 0 && !form.check()->secondsBasis.empty());
  QVERIFY(form.canStart());
  // What was told of other settings is no longer told as if it were of these.
  QVERIFY(form.isCheckCurrent());
  form.row(QStringLiteral("batch_size"))->setValue(1);
  QVERIFY(!form.isCheckCurrent());
  open.settle();
  QVERIFY(form.isCheckCurrent());
  QCOMPARE(form.check()->steps, form.check()->usable);
  QSignalSpy asked(&open.page, &Page::jobAsked);
  QTest::keyClick(&open.page, Qt::Key_Return, Qt::ControlModifier);
  QCOMPARE(asked.count(), 1);
  const QStringList arguments = asked.first().at(1).toStringList();
  QCOMPARE(arguments.mid(0, 2), (QStringList{QStringLiteral("train"), QStringLiteral("--wait")}));
  // The run that the job makes is shown as soon as it is there.
  PlayedRun run(project);
  run.start();
  QTRY_COMPARE(open.page.current(), run.id());
  QVERIFY(!open.page.isFormShown());
}

void TrainTest::steersARunByItsState() {
  const QString project = newProject(folder_);
  PlayedRun run(project);
  const std::filesystem::path folder = run.run().folder();
  run.start();
  OpenPage open(project);
  // The buttons with words that can be pressed now.
  const auto buttons = [&] {
    QStringList words;
    for (const QPushButton* button : open.page.panel().findChildren<QPushButton*>()) {
      const QString text = button->text();
      const bool steers = text == QStringLiteral("Pause") || text == QStringLiteral("Go on") ||
                          text == QStringLiteral("Stop") || text == QStringLiteral("Resume");
      if (steers && button->isVisible() && button->isEnabled()) words += text;
    }
    return words.join(QLatin1Char(' '));
  };
  const auto words = [&] { return open.page.panel().nextWords(); };
  QCOMPARE(buttons(), QStringLiteral("Resume"));  // its engine is not there
  {
    const curation::TrainingTurn command(project.toStdString(), run.id().toStdString());
    QTRY_COMPARE(buttons(), QStringLiteral("Stop"));
    QVERIFY(lineOf(open, 0).contains(QStringLiteral("starting")));
  }
  {
    const run::RunLock working(run.run());
    run.steps(1, 4);
    QTRY_COMPARE(buttons(), QStringLiteral("Pause Stop"));
    QVERIFY(words().contains(QStringLiteral("window is closed")));
    QTest::keyClick(&open.page.list(), Qt::Key_P);
    QTRY_COMPARE(buttons(), QStringLiteral("Go on Stop"));
    QVERIFY(run::isHoldAsked(folder));
    run.log().write("progress", {{"what", "train"}, {"done", 4}, {"total", 9}, {"unit", "steps"}});
    run.log().write("paused", {{"done", 4}});
    QTRY_VERIFY(words().contains(QStringLiteral("stays in memory")));
    QVERIFY(lineOf(open, 0).contains(QStringLiteral("paused at step 4")));
    QTest::keyClick(&open.page.list(), Qt::Key_P);
    QTRY_COMPARE(buttons(), QStringLiteral("Pause Stop"));
    QVERIFY(!run::isHoldAsked(folder));
    run.log().write("checkpoint", {{"step", 4}, {"path", "x"}});
    run.log().write("stopped", {{"done", 4}});
  }
  QTRY_COMPARE(buttons(), QStringLiteral("Resume"));
  QVERIFY(words().contains(QStringLiteral("resumed: from step 4")));
  // The page looks again when the run's job has something to tell.
  Job job({}, {QStringLiteral("train")}, project, nullptr);
  open.page.followJob(&job);
  open.settle();
  Q_EMIT job.changed();
  QVERIFY(!open.page.feed().isLoaded());
  open.settle();
  QSignalSpy asked(&open.page, &Page::jobAsked);
  QTest::keyClick(&open.page.list(), Qt::Key_P);  // nothing is under way
  QTest::keyClick(&open.page.list(), Qt::Key_S);
  QCOMPARE(asked.count(), 0);
  QTest::keyClick(&open.page.list(), Qt::Key_R);
  QCOMPARE(asked.count(), 1);
  QCOMPARE(asked.first().at(1).toStringList(),
           (QStringList{QStringLiteral("train"), QStringLiteral("--run"), run.id(),
                        QStringLiteral("--wait")}));
  // Once, however often the key is pressed before the command has begun.
  Job resuming({}, asked.first().at(1).toStringList(), project, nullptr);
  open.page.followJob(&resuming);
  QCOMPARE(buttons(), QString());
  QTest::keyClick(&open.page.list(), Qt::Key_R);
  QCOMPARE(asked.count(), 1);
  Q_EMIT resuming.ended();
  QCOMPARE(buttons(), QStringLiteral("Resume"));
}

void TrainTest::copiesTheSettingsOfARun() {
  const QString project = newProject(folder_);
  run::TrainConfig config;
  config.beta = 0.3;
  PlayedRun run(project, config, {{"selection", 1}, {"pairs", "accepted"}});
  OpenPage open(project);
  QTest::keyClick(&open.page.list(), Qt::Key_D);
  QVERIFY(open.page.isFormShown());
  QCOMPARE(open.page.form().row(QStringLiteral("beta"))->value().toDouble(), 0.3);
  QCOMPARE(open.page.form().row(QStringLiteral("pairs"))->value().toString(),
           QStringLiteral("accepted"));
  QCOMPARE(open.page.form().row(QStringLiteral("selection"))->value().toLongLong(), 1);
}

void TrainTest::trainsOnWhatTheAuditAccepted() {
  const QString project = newProject(folder_);
  OpenPage open(project);
  TrainForm& form = open.page.form();
  open.settle();
  FieldRow* pairs = form.row(QStringLiteral("pairs"));
  QVERIFY(!pairs->differs());
  QVERIFY(!form.checkWords().contains(QStringLiteral("accepted")));
  auto* editor = static_cast<QComboBox*>(pairs->editor());
  QVERIFY(editor->isVisible());
  editor->setFocus();
  QTest::keyClick(editor, Qt::Key_Down);
  QVERIFY(pairs->differs());
  open.settle();
  // Nothing is accepted yet: in words, and with the way to change that.
  QVERIFY(!form.canStart());
  QVERIFY(
      form.checkWords().contains(QStringLiteral("No pair of this selection has been accepted")));
  QSignalSpy asked(&open.page, &Page::pageAsked);
  QTest::mouseClick(&form.auditButton(), Qt::LeftButton);
  QCOMPARE(asked.first().at(0).toString(), QStringLiteral("audit"));
  acceptFirstPair(project);
  form.lookAgain();
  open.settle();
  QVERIFY(form.canStart());
  QVERIFY(!form.auditButton().isVisible());
  QVERIFY(form.checkWords().contains(QStringLiteral("1 of 1 accepted pairs")));
  const QStringList arguments = form.arguments();
  QCOMPARE(arguments.value(arguments.indexOf(QStringLiteral("--pairs")) + 1),
           QStringLiteral("accepted"));
}

void TrainTest::shortensLongFoldersInTheirMiddle() {
  const QString project = newProject(folder_);
  PlayedRun run(project);
  OpenPage open(project);
  const QString folder = QString::fromStdString(run.run().folder().string());
  const auto labels = open.page.panel().findChildren<ElidedLabel*>();
  const auto shown = std::find_if(labels.begin(), labels.end(),
                                  [&](const QLabel* label) { return label->text() == folder; });
  QVERIFY(shown != labels.end());
  QCOMPARE((*shown)->toolTip(), folder);
  QVERIFY((*shown)->geometry().right() <= open.page.panel().viewport()->width());
}

void TrainTest::deletesAndTakesBack() {
  const QString project = newProject(folder_);
  PlayedRun run(project);
  run.start();
  run.finish();
  OpenPage open(project);
  QTest::keyClick(&open.page.list(), Qt::Key_Delete);
  QTRY_COMPARE(open.page.list().model()->rowCount(), 0);
  QVERIFY(!QFile::exists(project + QStringLiteral("/runs/") + run.id()));
  open.session.undoStack().undo();
  QTRY_COMPARE(open.page.list().model()->rowCount(), 1);
  QVERIFY(QFile::exists(project + QStringLiteral("/runs/") + run.id()));
}

void TrainTest::keepsWhatIsWrittenAboutARun() {
  const QString project = newProject(folder_);
  PlayedRun run(project);
  run.start();
  run.finish();
  OpenPage open(project);
  QLineEdit& name = open.page.panel().name();
  name.setFocus();
  QTest::keyClicks(&name, QStringLiteral("first try"));
  QTest::keyClick(&name, Qt::Key_Return);
  QTRY_COMPARE(open.page.list().model()->index(0, 0).data().toString(),
               QStringLiteral("first try"));
  open.session.undoStack().undo();
  QTRY_VERIFY(open.page.list().model()->index(0, 0).data().toString() !=
              QStringLiteral("first try"));
  QTRY_VERIFY(name.text().isEmpty());
}

void TrainTest::comparesRuns() {
  const QString project = newProject(folder_);
  run::TrainConfig config;
  PlayedRun first(project, config);
  config.beta = 0.3;
  PlayedRun second(project, config);
  for (PlayedRun* run : {&first, &second}) {
    run->start();
    run->steps(1, 30);
    run->finish();
  }
  OpenPage open(project);
  QVERIFY(!open.page.table().isVisible());
  QTest::keyClick(&open.page.list(), Qt::Key_A, Qt::ControlModifier);
  QTRY_VERIFY(open.page.table().isVisible());
  QTRY_COMPARE(open.page.table().model()->columnCount(), 2);
  // Both runs lie over one another in every panel, told apart though they have one name.
  const QVector<PlotCurve>& curves = open.board().panels().front().curves;
  QCOMPARE(curves.size(), 2);
  QVERIFY(curves[0].name != curves[1].name);
  QStringList names;
  for (int row = 0; row < open.page.table().model()->rowCount(); ++row) {
    names += open.page.table().model()->headerData(row, Qt::Vertical).toString();
  }
  QVERIFY(names.contains(QStringLiteral("≠ beta")));
  QVERIFY(names.contains(QStringLiteral("gamma")));
}

void TrainTest::nothingHoldsUpTheWindow() {
  const QString project = newProject(folder_);
  PlayedRun run(project);
  run.start();
  run.steps(1, 3000);
  const QString held = static_cast<WatchedApplication*>(qApp)->heldUpBy([&] {
    OpenPage open(project);
    for (int i = 0; i < 10; ++i) turnWheel(open.board(), open.at(0, 0.4, 0.5), 120);
    for (int i = 0; i < 20; ++i) {
      QTest::mouseMove(&open.board(), open.at(1, 0.2 + 0.02 * i, 0.5));
      open.repainted();
    }
    QTest::keyClick(&open.page.list(), Qt::Key_D);
    open.settle();
  });
  QVERIFY2(held.isEmpty(), qPrintable(held));
}

}  // namespace mia::test
