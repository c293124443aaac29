// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/test_train_curves.h"

#include <QImage>
#include <QSettings>
#include <QSignalSpy>

#include "tests/gui/train_window.h"
#include "ui/pages/train/run_panel.h"
#include "ui/pages/train/step_pair_view.h"

namespace mia::test {

using namespace mia::ui;

void TrainCurvesTest::init() { QSettings().clear(); }

void TrainCurvesTest::rangesAreThoseOfEveryValue() {
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

void TrainCurvesTest::numbersAreWrittenForPeople() {
  QCOMPARE(numberWords(0.5), QStringLiteral("0.5"));
  QCOMPARE(numberWords(4.1e-5), QStringLiteral("4.1e-5"));
  QCOMPARE(numberWords(-3), QStringLiteral("−3"));
  QCOMPARE(numberWords(1200000), QStringLiteral("1.2\u202fM"));
  QCOMPARE(byteWords(1.5 * 1024 * 1024 * 1024), QStringLiteral("1.5\u202fGB"));
  QCOMPARE(spanWords(200), QStringLiteral("3 m 20 s"));
  QCOMPARE(unitWords(PlotUnit::kShare, 0.8), QStringLiteral("80 %"));
}

void TrainCurvesTest::curvesFollowARunAsItGrows() {
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

void TrainCurvesTest::zoomsPansAndFitsAllPanelsTogether() {
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

void TrainCurvesTest::hidesACurveByItsNameAndShowsAPanelAlone() {
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

void TrainCurvesTest::leadsFromACurveToThePairsOfItsStep() {
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
  // It is looked at under its heatmaps, both answers on one scale, with their differences marked.
  StepPairView& view = open.page.pairView();
  QTRY_VERIFY(view.isVisible() && view.board().hasMaps());
  QCOMPARE(view.pair(), 2);
  QCOMPARE(view.board().canvasCount(), 2);
  // In the words that the run learned from, each over the map of its answer.
  QCOMPARE(view.answer(true).text(), QLatin1String(PlayedRun::kAnswer));
  QCOMPARE(view.answer(false).text(), QStringLiteral("No, a rock."));
  QVERIFY(view.answer(true).markedWords().join(QString()).contains(QStringLiteral("lighthouse")));
  QVERIFY(view.board().panelTitle(0).contains(QStringLiteral("its own answer")));
  // The next pair of the step, from the curves.
  open.board().setFocus();
  QTest::keyClick(&open.board(), Qt::Key_Period);
  QCOMPARE(view.pair(), 1);
  QCOMPARE(pairs.currentIndex().row(), 1);
  open.settle();
  QTest::keyClick(&open.board(), Qt::Key_H);
  QVERIFY(view.board().canvas().heatmaps().isEmpty());
  QSignalSpy asked(&open.page, &Page::pageAsked);
  pairs.setFocus();
  QTest::keyClick(&pairs, Qt::Key_Return);
  QCOMPARE(asked.count(), 1);
  QCOMPARE(asked.first().at(0).toString(), QStringLiteral("responses"));
  QVERIFY(asked.first().at(1).toString().toLongLong() > 0);
  QTest::keyClick(&pairs, Qt::Key_Escape);
  QVERIFY(!view.isVisible());
}

void TrainCurvesTest::pointsOutWhatStandsOut() {
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

void TrainCurvesTest::exportsWhatIsShown() {
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

void TrainCurvesTest::standsOverStepsPairsOrTime() {
  const QString project = newProject(folder_);
  PlayedRun run(project);
  run.start();
  run.steps(1, 50);
  OpenPage open(project);
  for (int place = 0; place < 3; ++place) {
    open.page.place().setCurrentIndex(place);
    const double last[] = {50, 100, 0};
    QVERIFY(open.board().places().upper >= last[place]);
    open.board().setCrosshair(open.board().places().upper);
    // The crosshair tells every curve, wherever it stands.
    const QString words = open.board().crosshairWords();
    for (const char* panel : {"Loss", "Rewards", "Margin", "Accuracy", "Learning rate"}) {
      QVERIFY2(words.contains(QLatin1String(panel)), qPrintable(words));
    }
  }
}

void TrainCurvesTest::drawsOnLogarithmicAxes() {
  const QString project = newProject(folder_);
  PlayedRun run(project);
  run.start();
  run.steps(1, 200);
  OpenPage open(project);
  PlotBoard& board = open.board();
  const auto scale = [&](int panel, QCPAxis::AxisType axis) {
    return board.axisRect(panel)->axis(axis)->scaleType();
  };
  board.setFocus();
  QTest::keyClick(&board, Qt::Key_L);
  // Rewards may be negative: their values stay on a plain axis.
  QCOMPARE(scale(0, QCPAxis::atLeft), QCPAxis::stLogarithmic);
  QCOMPARE(scale(1, QCPAxis::atLeft), QCPAxis::stLinear);
  QCOMPARE(scale(0, QCPAxis::atBottom), QCPAxis::stLinear);
  QTest::keyClick(&board, Qt::Key_X);
  for (int panel = 0; panel < 2; ++panel)
    QCOMPARE(scale(panel, QCPAxis::atBottom), QCPAxis::stLogarithmic);
  // The middle of the axis is the geometric middle of its ends.
  const QRect rect = board.axisRect(0)->rect();
  const double middle = board.axisRect(0)->axis(QCPAxis::atBottom)->pixelToCoord(rect.center().x());
  QVERIFY(middle > 10 && middle < 20);
  turnWheel(board, open.at(0, 0.5, 0.5), 120);
  QVERIFY(board.places().lower > 1 && board.places().upper < 200);
  QTest::keyClick(&board, Qt::Key_0);
  QTest::keyClick(&board, Qt::Key_X);
  QTest::keyClick(&board, Qt::Key_L);
  QCOMPARE(scale(0, QCPAxis::atLeft), QCPAxis::stLinear);
  QCOMPARE(scale(0, QCPAxis::atBottom), QCPAxis::stLinear);
}

void TrainCurvesTest::hidesSeriesByTheirMenuAndRemembersThem() {
  const QString project = newProject(folder_);
  PlayedRun run(project);
  run.start();
  run.steps(1, 20);
  const QString rejected = QStringLiteral("rewards/rejected");
  {
    OpenPage open(project);
    Q_EMIT open.page.seriesMenu().aboutToShow();
    QAction* line = nullptr;
    for (QAction* action : open.page.seriesMenu().actions()) {
      if (action->text() == QStringLiteral("Rewards: rejected")) line = action;
    }
    QVERIFY(line && line->isChecked());
    line->trigger();
    QCOMPARE(open.board().hidden(), QSet<QString>{rejected});
  }
  OpenPage again(project);
  QCOMPARE(again.board().hidden(), QSet<QString>{rejected});
}

}  // namespace mia::test
