// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/test_responses.h"

#include <QClipboard>
#include <QFile>
#include <QSettings>
#include <QTest>
#include <algorithm>

#include "tests/gui/responses_window.h"
#include "tests/gui/sample_project.h"
#include "tests/gui/watched_application.h"
#include "ui/widgets/breakable.h"
#include "ui/widgets/note.h"

namespace mia::test {

using namespace mia::ui;

namespace {

constexpr int kAnswered = 6;

}  // namespace

void ResponsesTest::initTestCase() {
  const std::filesystem::path root = folder_.path().toStdString();
  makeProject(root / "project", drawPhotos(root / "photos", 8), kAnswered);
  project_ = folder_.path() + QStringLiteral("/project");
}

void ResponsesTest::init() { QSettings().clear(); }

void ResponsesTest::showsWhereTheModelLooked() {
  ResponsesWindow open(project_);
  QVERIFY(open.page);
  QCOMPARE(open.page->queue().model().rowCount(), kAnswered);
  QCOMPARE(open.shownId(), qint64(1));
  // Sample 1 is a sequence of three; its answers were recorded with four layers, the third decides.
  QCOMPARE(open.page->board().canvas().pictures().size(), 3);
  QCOMPARE(open.page->board().canvas().heatmaps().size(), 3);
  QCOMPARE(open.page->look(0).firstLayer, 2);
  QCOMPARE(open.page->reading().side(0).strip().shownTokens().size(), 3);
  QVERIFY(open.page->reading().side(0).verdict().contains(QStringLiteral("58\u00a0%")));
  QVERIFY(open.page->reading().side(0).verdict().contains(QLatin1String("looked elsewhere")));
}

void ResponsesTest::walksSamplesAnswersAndLayersByKey() {
  ResponsesWindow open(project_);
  open.press(Qt::Key_Right);
  QCOMPARE(open.shownId(), qint64(2));
  open.press(Qt::Key_Left);
  QCOMPARE(open.shownId(), qint64(1));
  const QString first = open.text(0);
  open.press(Qt::Key_J);
  QVERIFY(open.text(0) != first);
  open.press(Qt::Key_K);
  QCOMPARE(open.text(0), first);
  open.press(Qt::Key_BracketRight);
  QCOMPARE(open.page->look(0).firstLayer, 3);
  open.press(Qt::Key_BracketLeft);
  open.press(Qt::Key_BracketLeft);
  QCOMPARE(open.page->look(0).firstLayer, 1);
  open.press(Qt::Key_BracketRight, Qt::ShiftModifier);
  QCOMPARE(open.page->look(0).firstLayer, 1);
  QCOMPARE(open.page->look(0).lastLayer, 2);
  // The layers stay while paging.
  open.press(Qt::Key_PageDown);
  QCOMPARE(open.page->look(0).lastLayer, 2);
  open.press(Qt::Key_H);
  QVERIFY(!open.page->board().canvas().hasHeatmaps());
  open.press(Qt::Key_H);
  QVERIFY(open.page->board().canvas().hasHeatmaps());
}

void ResponsesTest::keepsOneScaleOverBothSides() {
  ResponsesWindow open(project_);
  const double alone = open.page->board().scale();
  open.press(Qt::Key_C);
  QCOMPARE(open.page->board().canvasCount(), 2);
  QVERIFY(open.page->answerOn(1));
  QVERIFY(open.text(0) != open.text(1));
  const double both = open.page->board().scale();
  QVERIFY(both >= alone);
  QVector<Heatmap> all = open.page->board().canvas(0).heatmaps();
  all += open.page->board().canvas(1).heatmaps();
  QCOMPARE(both, sharedScale(all));
  // One zoom for both sides.
  open.press(Qt::Key_Plus);
  QCOMPARE(open.page->board().canvas(1).zoom(), open.page->board().canvas(0).zoom());
  QVERIFY(!open.page->board().canvas(1).isFitted());
}

void ResponsesTest::pinsTheScale() {
  ResponsesWindow open(project_);
  const double before = open.page->board().scale();
  open.press(Qt::Key_P);
  for (int i = 0; i < 4; ++i) {
    open.press(Qt::Key_PageDown);
    open.press(Qt::Key_J);
    QCOMPARE(open.page->board().scale(), before);
  }
  open.press(Qt::Key_P);
  QCOMPARE(open.page->board().scale(), sharedScale(open.page->board().canvas().heatmaps()));
}

void ResponsesTest::comparesLayersAndTheirDifference() {
  ResponsesWindow open(project_);
  open.press(Qt::Key_L);
  QCOMPARE(open.page->board().canvasCount(), 2);
  QCOMPARE(open.text(0), open.text(1));
  QVERIFY(open.page->look(0).firstLayer != open.page->look(1).firstLayer);
  open.press(Qt::Key_D);
  QCOMPARE(open.page->board().canvasCount(), 3);
  const Heatmap a = open.page->board().canvas(0).heatmaps()[0];
  const Heatmap b = open.page->board().canvas(1).heatmaps()[0];
  const Heatmap difference = open.page->board().canvas(2).heatmaps()[0];
  QCOMPARE(difference.values[5], b.values[5] - a.values[5]);
  open.press(Qt::Key_BracketLeft, Qt::AltModifier);
  QCOMPARE(open.page->look(1).firstLayer, 2);
  open.press(Qt::Key_X);
  QCOMPARE(open.page->board().canvasCount(), 1);
  // Two answers are compared at one layer, two layers never begin as the same.
  open.press(Qt::Key_C);
  QCOMPARE(open.page->look(0).firstLayer, open.page->look(1).firstLayer);
  open.press(Qt::Key_L);
  QVERIFY(open.page->look(0).firstLayer != open.page->look(1).firstLayer);
}

void ResponsesTest::filtersTheQueue() {
  ResponsesWindow open(project_);
  ResponseQueue& queue = open.page->queue();
  queue.layouts().setFocus();
  QTest::keyClick(&queue.layouts(), Qt::Key_Down);  // sequences
  QTRY_COMPARE(queue.model().rowCount(), kAnswered / 3);
  QTest::keyClick(&queue.layouts(), Qt::Key_Home);
  QTRY_COMPARE(queue.model().rowCount(), kAnswered);
  queue.outcomes().setFocus();
  QTest::keyClick(&queue.outcomes(), Qt::Key_End);  // worse after training: there was none
  QTRY_COMPARE(queue.model().rowCount(), 0);
  QVERIFY(!open.page->sample());
  QTest::keyClick(&queue.outcomes(), Qt::Key_Home);
  QTRY_COMPARE(queue.model().rowCount(), kAnswered);
}

void ResponsesTest::turnsToASampleByItsNumber() {
  ResponsesWindow open(project_);
  ResponseQueue& queue = open.page->queue();
  const qint64 last = queue.model().idAt(kAnswered - 1);
  QTest::keyClick(&queue.layouts(), Qt::Key_Down);
  QTRY_COMPARE(queue.model().rowCount(), kAnswered / 3);
  // Filters that hide it are cleared.
  if (queue.model().rowOf(last) >= 0) QTest::keyClick(&queue.outcomes(), Qt::Key_End);
  QTRY_COMPARE(queue.model().rowOf(last), -1);
  QVERIFY(open.page->showState(QString::number(last)));
  open.settle();
  QCOMPARE(open.page->sample()->facts.sample.id.value, last);
  QVERIFY(!queue.isFiltered());
  // One without answers is told; what is on view stays.
  QVERIFY(open.page->showState(QStringLiteral("99999")));
  open.settle();
  QCOMPARE(open.page->sample()->facts.sample.id.value, last);
  const auto notes = open.page->findChildren<Note*>();
  QVERIFY(std::any_of(notes.begin(), notes.end(), [](Note* note) { return note->isVisible(); }));
}

void ResponsesTest::tellsOfEachToken() {
  ResponsesWindow open(project_);
  SidePanel& side = open.page->reading().side(0);
  open.press(Qt::Key_Period);
  QCOMPARE(open.page->look(0).token, 0);
  open.press(Qt::Key_Period);
  QCOMPARE(side.strip().current(), 1);
  open.press(Qt::Key_Comma);
  QCOMPARE(side.strip().current(), 0);
  QTest::mouseClick(&side.strip(), Qt::LeftButton, {},
                    side.strip().tokenRect(2).center().toPoint());
  QCOMPARE(open.page->look(0).token, 2);
  open.press(Qt::Key_Escape);
  QCOMPARE(open.page->look(0).token, -1);
}

void ResponsesTest::saysWhatToDoWithoutAnswers() {
  QTemporaryDir folder;
  const std::filesystem::path root = folder.path().toStdString();
  makeProject(root / "project", drawPhotos(root / "photos", 1), 0);
  ResponsesWindow open(folder.path() + QStringLiteral("/project"));
  QVERIFY(open.page->isSettled());
  QVERIFY(open.page->queue().isEmpty());
  QVERIFY(open.page->board().canvas().pictures().isEmpty());
}

void ResponsesTest::savesAndCopiesTheFigure() {
  ResponsesWindow open(project_);
  open.press(Qt::Key_C);
  const QString png = folder_.path() + QStringLiteral("/figure.png");
  const QString svg = folder_.path() + QStringLiteral("/figure.svg");
  open.page->saveFigure(png);
  open.page->saveFigure(svg);
  open.settle();
  const QImage image(png);
  QVERIFY(image.width() > 2000);
  QFile file(svg);
  QVERIFY(file.open(QIODevice::ReadOnly));
  const QByteArray text = file.readAll();
  QVERIFY(text.contains("<image"));
  QVERIFY(text.contains("× uniform"));
  open.press(Qt::Key_C, Qt::ControlModifier);
  QTRY_VERIFY(!QGuiApplication::clipboard()->image().isNull());
  QVERIFY(QGuiApplication::clipboard()->text().contains(open.text(0)));
}

void ResponsesTest::breaksWordsThatFitNoColumn() {
  const QString fits = QStringLiteral("What does the straightforwardly named man do?");
  QCOMPARE(breakable(fits), fits);
  const QString kanji = QString(60, QChar(0x5f35));
  QCOMPARE(breakable(kanji), kanji);  // breaks between any two of them
  const QString word(60, QLatin1Char('x'));
  QCOMPARE(breakable(word).count(QChar(0x200b)), 7);
  QCOMPARE(breakable(word).remove(QChar(0x200b)), word);
  // A letter and what is set over it stay together.
  const QString accented = QStringLiteral("e\u0301").repeated(30);
  QVERIFY(!breakable(accented).contains(QStringLiteral("e\u200b\u0301")));
}

void ResponsesTest::foldsInANarrowWindow() {
  ResponsesWindow open(project_, {1024, 700});
  QVERIFY(open.page->queue().isVisible());
  QVERIFY(!open.page->reading().isVisible());
  open.press(Qt::Key_T);
  QVERIFY(!open.page->queue().isVisible());
  QVERIFY(open.page->reading().isVisible());
}

void ResponsesTest::comesBackToItsPlace() {
  {
    ResponsesWindow open(project_);
    open.press(Qt::Key_PageDown);
    open.press(Qt::Key_PageDown);
    QCOMPARE(open.shownId(), qint64(3));
  }
  ResponsesWindow again(project_);
  QCOMPARE(again.shownId(), qint64(3));
}

void ResponsesTest::nothingHoldsUpTheWindow() {
  const QString held = static_cast<WatchedApplication*>(qApp)->heldUpBy([this] {
    ResponsesWindow open(project_);
    for (const Qt::Key key : {Qt::Key_C, Qt::Key_D, Qt::Key_PageDown, Qt::Key_G, Qt::Key_G,
                              Qt::Key_BracketRight, Qt::Key_Period, Qt::Key_V, Qt::Key_H, Qt::Key_H,
                              Qt::Key_L, Qt::Key_PageDown, Qt::Key_Plus, Qt::Key_0, Qt::Key_X}) {
      open.press(key);
    }
    open.page->saveFigure(folder_.path() + QStringLiteral("/held.png"));
    open.settle();
  });
  QVERIFY2(held.isEmpty(), qPrintable(held));
}

}  // namespace mia::test
