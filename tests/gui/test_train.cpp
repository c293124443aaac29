// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/test_train.h"

#include <QAbstractItemModelTester>
#include <QImage>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

#include "run/events.h"
#include "run/run_directory.h"
#include "tests/gui/sample_project.h"
#include "tests/gui/watched_application.h"
#include "ui/pages/train/run_panel.h"
#include "ui/pages/train/train_form.h"
#include "ui/pages/train/train_page.h"
#include "ui/plots/plot_board.h"

namespace mia::test {

using namespace mia::ui;

namespace {

/// A training run of the project's pairs, in which the test plays the engine.
class PlayedRun {
 public:
  explicit PlayedRun(const QString& project, const run::TrainConfig& config = {})
      : run_(make(project, config)), log_(run_.events()) {}

  QString id() const { return QString::fromStdString(run_.manifest().id); }
  run::EventLog& log() { return log_; }
  const run::RunDirectory& run() const { return run_; }
  void start() { log_.write("started", {{"pid", 1}, {"device", "cpu"}, {"resumed_at", 0}}); }
  void steps(int first, int last, double loss = 0.5) {
    for (int step = first; step <= last; ++step) {
      log_.write("metrics", {{"step", step},
                             {"loss", loss + 0.01 * std::sin(step)},
                             {"rewards/chosen", 0.01 * step},
                             {"rewards/rejected", -0.02 * step},
                             {"rewards/margins", 0.03 * step},
                             {"rewards/accuracies", 0.8},
                             {"learning_rate", 1e-4},
                             {"pairs", {1, 2}},
                             {"pair_margins", {0.5, -0.25}}});
    }
  }
  void finish() { log_.write("finished", {{"summary", Json::object()}}); }

 private:
  static run::RunDirectory make(const QString& project, const run::TrainConfig& config) {
    run::Bundle bundle;
    run::BundleSample sample;
    sample.sample.prompt = "?";
    sample.sample.recipe.kind = LayoutKind::kSequence;
    sample.sample.recipe.imageCount = 2;
    sample.sample.images = {ImageId{1}, ImageId{2}};
    sample.files = sample.hashes = {"a", "b"};
    bundle.samples = {sample};
    bundle.pairs = {{1, 0, "yes", "no"}, {2, 0, "yes", "no"}};
    run::RunManifest manifest;
    manifest.kind = run::RunKind::kTrain;
    manifest.model = "/models/small";
    manifest.config = run::configToJson(config);
    return run::RunDirectory::create((project + QStringLiteral("/runs")).toStdString(), manifest,
                                     bundle);
  }

  run::RunDirectory run_;
  run::EventLog log_;
};

/// The page alone, on a project, shown and at rest.
struct OpenPage {
  explicit OpenPage(const QString& project, const QString& state = {})
      : session(project), page(session) {
    page.resize(1280, 760);
    page.show();
    page.showState(state);
    page.takeFocus();
    settle();
  }
  bool settle() {
    return QTest::qWaitFor([this] { return page.isSettled(); }, 20000);
  }
  PlotBoard& board() { return page.board(); }
  /// A point in the plot of a panel, as shares of its width and height.
  QPoint at(int panel, double across, double down) {
    const QRect rect = board().axisRect(panel)->rect();
    return {rect.left() + qRound(across * rect.width()), rect.top() + qRound(down * rect.height())};
  }
  bool repainted() {
    QCoreApplication::processEvents();
    return true;
  }

  ProjectSession session;
  TrainPage page;
};

void turnWheel(QWidget& widget, const QPointF& at, int delta) {
  QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                    Qt::NoScrollPhase, false);
  QCoreApplication::sendEvent(&widget, &event);
}

QString newProject(const QTemporaryDir& folder) {
  static int number = 0;
  const std::filesystem::path root = folder.path().toStdString();
  const auto photos = drawPhotos(root / "photos", 5);
  const std::string name = "project" + std::to_string(++number);
  makeProject(root / name, photos, 4);
  return QString::fromStdString((root / name).string());
}

}  // namespace

void TrainTest::init() { QSettings().clear(); }

void TrainTest::rangesAreThoseOfEveryValue() {
  std::vector<double> values, places;
  PlotSeries series;
  for (int part = 0; part < 4; ++part) {
    for (int i = 0; i < 1531; ++i) {
      places.push_back(static_cast<double>(places.size()));
      values.push_back(i % 97 == 0 ? std::nan("") : std::sin(i * 0.7 + part) * (i % 31));
    }
    series.setPlaces(std::make_shared<const std::vector<double>>(places));
    series.setValues(values, part > 0);
    for (std::size_t from = 0; from < values.size(); from += 173) {
      for (std::size_t to = from; to <= values.size(); to += 389) {
        ValueRange expected;
        for (std::size_t i = from; i < to; ++i) expected.add(values[i]);
        const ValueRange range = series.rawRange(from, to);
        QCOMPARE(range.low, expected.low);
        QCOMPARE(range.high, expected.high);
      }
    }
  }
  QCOMPARE(series.nearest(0), std::size_t{1});  // the first is a gap
  QCOMPARE(series.nearest(5.4), std::size_t{5});
}

void TrainTest::numbersAreWrittenForPeople() {
  QCOMPARE(numberWords(0.5), QStringLiteral("0.5"));
  QCOMPARE(numberWords(4.1e-5), QStringLiteral("4.1e-5"));
  QCOMPARE(numberWords(-3), QStringLiteral("−3"));
  QCOMPARE(numberWords(1200000), QStringLiteral("1.2\u202fM"));
  QCOMPARE(byteWords(1.5 * 1024 * 1024 * 1024), QStringLiteral("1.5\u202fGB"));
  QCOMPARE(spanWords(200), QStringLiteral("3 m 20 s"));
  QCOMPARE(unitWords(PlotUnit::kShare, 0.8), QStringLiteral("80 %"));
}

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

void TrainTest::curvesFollowARunAsItGrows() {
  const QString project = newProject(folder_);
  PlayedRun run(project);
  run.start();
  const run::RunLock working(run.run());
  run.steps(1, 5);
  OpenPage open(project);
  QVERIFY(open.board().panels().size() >= 6);  // loss … learning rate, and by layout
  const auto loss = open.board().panels().front().curves.front().series;
  QCOMPARE(loss->size(), std::size_t{5});
  run.steps(6, 40);
  run.log().write("eval", {{"step", 40}, {"eval_loss", 0.4}});
  QTRY_COMPARE(open.board().panels().front().curves.front().series->size(), std::size_t{40});
  QTRY_COMPARE(open.board().panels().front().curves.size(), 2);  // held-out beside training
  QVERIFY(open.board().places().upper >= 40);
  // By pairs the same curve stands over the pairs seen.
  open.page.place().setCurrentIndex(1);
  QTRY_VERIFY(open.board().places().upper >= 80);
}

void TrainTest::zoomsPansAndFitsAllPanelsTogether() {
  const QString project = newProject(folder_);
  PlayedRun run(project);
  run.start();
  run.steps(1, 200);
  run.finish();
  OpenPage open(project);
  PlotBoard& board = open.board();
  const QCPRange all = board.places();
  turnWheel(board, open.at(0, 0.5, 0.5), 240);
  const QCPRange zoomed = board.places();
  QVERIFY(zoomed.size() < all.size() * 0.7);
  QCOMPARE(board.axisRect(3)->axis(QCPAxis::atBottom)->range(), zoomed);
  QTest::mousePress(&board, Qt::LeftButton, {}, open.at(0, 0.5, 0.5));
  QTest::mouseMove(&board, open.at(0, 0.4, 0.5));
  QTest::mouseMove(&board, open.at(0, 0.3, 0.5));
  QTest::mouseRelease(&board, Qt::LeftButton, {}, open.at(0, 0.3, 0.5));
  QVERIFY(board.places().lower > zoomed.lower);
  QVERIFY(std::abs(board.places().size() - zoomed.size()) < 1e-6 * all.size());
  QVERIFY(!board.isFitted());
  QTest::mouseDClick(&board, Qt::LeftButton, {}, open.at(1, 0.5, 0.5));
  QVERIFY(board.isFitted());
  QCOMPARE(board.places().upper, all.upper);
  // By keys alone.
  board.setFocus();
  QTest::keyClick(&board, Qt::Key_Right);
  QCOMPARE(board.crosshair().value(), 1.0);
  QTest::keyClick(&board, Qt::Key_Right, Qt::ShiftModifier);
  QCOMPARE(board.crosshair().value(), 11.0);
  QVERIFY(board.crosshairWords().contains(QStringLiteral("Accuracy")));
  QTest::keyClick(&board, Qt::Key_Plus);
  QVERIFY(!board.isFitted());
  QTest::keyClick(&board, Qt::Key_0);
  QVERIFY(board.isFitted());
}

void TrainTest::hidesACurveByItsNameAndShowsAPanelAlone() {
  const QString project = newProject(folder_);
  PlayedRun run(project);
  run.start();
  run.steps(1, 50);
  OpenPage open(project);
  PlotBoard& board = open.board();
  // The name of the only loss stands at the right of its last value.
  const QRect rect = board.axisRect(0)->rect();
  const auto& series = *board.panels().front().curves.front().series;
  const double y =
      board.axisRect(0)->axis(QCPAxis::atLeft)->coordToPixel(series.shown()[series.size() - 1]);
  QTest::mouseClick(&board, Qt::LeftButton, {}, QPoint(rect.right() + 12, qRound(y)));
  QVERIFY(board.hidden().contains(QStringLiteral("loss")));
  QTest::mouseClick(&board, Qt::LeftButton, {}, QPoint(rect.right() + 12, rect.bottom()));
  QVERIFY(board.hidden().isEmpty());
  const QRect before = board.axisRect(1)->rect();
  QTest::mouseClick(&board, Qt::LeftButton, {},
                    QPoint(before.center().x(), board.axisRect(1)->outerRect().top() + 6));
  QCOMPARE(board.maximized(), 1);
  QTest::keyClick(&board, Qt::Key_Escape);
  QCOMPARE(board.maximized(), -1);
}

void TrainTest::leadsFromACurveToThePairsOfItsStep() {
  const QString project = newProject(folder_);
  PlayedRun run(project);
  run.start();
  run.steps(1, 50);
  OpenPage open(project);
  QListView& pairs = open.page.panel().pairs();
  QVERIFY(!pairs.isVisible());
  QTest::mouseClick(&open.board(), Qt::LeftButton, {}, open.at(0, 0.5, 0.5));
  QTRY_COMPARE(pairs.model()->rowCount(), 2);
  QVERIFY(pairs.isVisible());
  // The one that is told apart worst stands first.
  QVERIFY(pairs.model()
              ->index(0, 0)
              .data(Qt::AccessibleTextRole)
              .toString()
              .contains(QStringLiteral("margin −0.25")));
  QSignalSpy asked(&open.page, &Page::pageAsked);
  pairs.setFocus();
  QTest::keyClick(&pairs, Qt::Key_Return);
  QCOMPARE(asked.count(), 1);
  QCOMPARE(asked.first().at(0).toString(), QStringLiteral("responses"));
  QVERIFY(asked.first().at(1).toString().toLongLong() > 0);
}

void TrainTest::pointsOutWhatStandsOut() {
  const QString project = newProject(folder_);
  PlayedRun run(project);
  run.start();
  run.steps(1, 60, std::log(2.0));
  OpenPage open(project);
  const auto texts = open.page.panel().findChildren<QLabel*>();
  QVERIFY(std::any_of(texts.begin(), texts.end(), [](const QLabel* label) {
    return label->isVisible() && label->text().contains(QStringLiteral("ln 2"));
  }));
  const auto buttons = open.page.panel().findChildren<QPushButton*>();
  const auto show = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton* button) {
    return button->text().startsWith(QStringLiteral("Show from step"));
  });
  QVERIFY(show != buttons.end());
  QTest::mouseClick(*show, Qt::LeftButton);
  QVERIFY(open.board().crosshair().has_value());
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
  QVERIFY(open.settle());
  QVERIFY(form.check().has_value());
  QVERIFY(form.check()->pairs > 0);
  QCOMPARE(form.check()->usable + form.check()->heldOut, form.check()->pairs);
  QVERIFY(form.check()->lengths.longest > 0);
  QVERIFY(form.check()->memory > 0);
  QVERIFY(form.check()->seconds == 0 && !form.check()->secondsBasis.empty());
  QVERIFY(form.canStart());
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

void TrainTest::pausesResumesAndCopies() {
  const QString project = newProject(folder_);
  run::TrainConfig config;
  config.beta = 0.3;
  PlayedRun run(project, config);
  run.start();
  run.steps(1, 4);
  run.log().write("stopped", {{"done", 4}});
  OpenPage open(project);
  QSignalSpy asked(&open.page, &Page::jobAsked);
  QTest::keyClick(&open.page.list(), Qt::Key_P);  // nothing is under way
  QTest::keyClick(&open.page.list(), Qt::Key_R);
  QCOMPARE(asked.count(), 1);
  QCOMPARE(asked.first().at(1).toStringList(),
           (QStringList{QStringLiteral("train"), QStringLiteral("--run"), run.id(),
                        QStringLiteral("--wait")}));
  QTest::keyClick(&open.page.list(), Qt::Key_D);
  QVERIFY(open.page.isFormShown());
  QCOMPARE(open.page.form().row(QStringLiteral("beta"))->value().toDouble(), 0.3);
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
  // Both runs lie over one another in every panel.
  QCOMPARE(open.board().panels().front().curves.size(), 2);
  QStringList names;
  for (int row = 0; row < open.page.table().model()->rowCount(); ++row) {
    names += open.page.table().model()->headerData(row, Qt::Vertical).toString();
  }
  QVERIFY(names.contains(QStringLiteral("≠ beta")));
  QVERIFY(names.contains(QStringLiteral("gamma")));
}

void TrainTest::exportsWhatIsShown() {
  const QString project = newProject(folder_);
  PlayedRun run(project);
  run.start();
  run.steps(1, 30);
  OpenPage open(project);
  const QString stem = folder_.path() + QStringLiteral("/figure");
  for (const char* ending : {".png", ".svg", ".pdf", ".csv"}) {
    open.page.exportTo(stem + QLatin1String(ending));
    QTRY_VERIFY2(QFileInfo(stem + QLatin1String(ending)).size() > 500, ending);
  }
  QVERIFY(QImage(stem + QStringLiteral(".png")).width() > open.board().width());
  open.page.exportTo(folder_.path() + QStringLiteral("/board"));
  QTRY_VERIFY(!QDir(folder_.path() + QStringLiteral("/board")).entryList(QDir::Files).isEmpty());
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
