// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/test_asking.h"

#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <algorithm>

#include "base/files.h"
#include "run/run_directory.h"
#include "tests/gui/engine_stand_in.h"
#include "tests/gui/responses_window.h"
#include "tests/gui/sample_project.h"
#include "ui/pages/responses/ask_bar.h"

namespace mia::test {

using namespace mia::ui;

namespace {

/// Types a question into the page's field and sends it.
void askFor(ResponsesWindow& open, const QString& question) {
  open.press(Qt::Key_A);
  QTest::keyClicks(open.window.focusWidget(), question);
  QTest::keyClick(open.window.focusWidget(), Qt::Key_Return);
}

int peakOf(const Heatmap& map) {
  return static_cast<int>(std::max_element(map.values.begin(), map.values.end()) -
                          map.values.begin());
}

}  // namespace

void AskingTest::initTestCase() {
  const std::filesystem::path root = folder_.path().toStdString();
  makeProject(root / "project", drawPhotos(root / "photos", 6), 3);
  project_ = folder_.path() + QStringLiteral("/project");
  writeEngineStandIn(root / "bin");
  path_ = qgetenv("PATH");
  qputenv("PATH", folder_.path().toUtf8() + "/bin:" + path_);
  // A training run with an adapter, so that there is something to hold the base against.
  run::RunManifest manifest;
  manifest.kind = run::RunKind::kTrain;
  manifest.model = (root / "project" / "model").string();
  const auto training = run::RunDirectory::create(root / "project" / "runs", manifest, {});
  std::filesystem::create_directories(training.adapter());
  writeFileAtomically(training.adapter() / "adapter_config.json", "{}");
}

void AskingTest::init() { QSettings().clear(); }

void AskingTest::cleanupTestCase() { qputenv("PATH", path_); }

void AskingTest::followsATokenAndKeepsWhatItLearnt() {
  {
    ResponsesWindow open(project_);
    open.press(Qt::Key_Period);
    QTRY_COMPARE(peakOf(open.page->board().canvas().heatmaps()[0]), 0);
    open.press(Qt::Key_Period);
    QCOMPARE(peakOf(open.page->board().canvas().heatmaps()[0]), 1);
    QVERIFY(open.page->engine().processId() > 0);
    open.settle();
  }
  // The next window finds the reading in the project's cache and needs no engine.
  ResponsesWindow again(project_);
  again.press(Qt::Key_Period);
  again.press(Qt::Key_Period);
  QTRY_COMPARE(peakOf(again.page->board().canvas().heatmaps()[0]), 1);
  QCOMPARE(again.page->engine().state(), EngineClient::State::kOff);
}

void AskingTest::showsOneHead() {
  ResponsesWindow open(project_);
  auto* load = open.page->reading().findChild<QPushButton*>();
  QTest::mouseClick(load, Qt::LeftButton);
  QComboBox& heads = open.page->reading().heads();
  QTRY_VERIFY(heads.isVisible());
  QCOMPARE(heads.count(), 3);
  heads.setFocus();
  QTest::keyClick(&heads, Qt::Key_End);
  open.press(Qt::Key_Period);
  QTRY_COMPARE(peakOf(open.page->board().canvas().heatmaps()[0]), 1);  // token 0, head 1
}

void AskingTest::tellsWhichTokensLookedAtAPatch() {
  ResponsesWindow open(project_);
  PictureCanvas& canvas = open.page->board().canvas();
  const QPointF middle = patchRect(canvas.heatmaps()[1], 2).center();
  QTest::mouseClick(&canvas, Qt::LeftButton, {}, canvas.toWidget(1, middle).toPoint());
  TokenStrip& strip = open.page->reading().side(0).strip();
  QTRY_COMPARE(strip.marks().size(), 3);
  QCOMPARE(strip.marks()[2], 6.0);  // the third token looks at the third patch
  QCOMPARE(strip.marks()[0], 0.5);
  open.press(Qt::Key_Escape);
  QVERIFY(strip.marks().isEmpty());
}

void AskingTest::readsTheGroundTruth() {
  ResponsesWindow open(project_);
  open.press(Qt::Key_J);
  open.press(Qt::Key_J);
  const auto truth = open.page->answerOn(0);
  QVERIFY(truth && truth->kind == ShownAnswer::Kind::kTruth);
  QTRY_VERIFY(!truth->isRunning());
  QCOMPARE(truth->response.candidate.tokens.size(), std::size_t(6));
  QTRY_COMPARE(open.page->board().canvas().heatmaps().size(), 3);
  // Beside the model's own answer, on equal terms.
  open.press(Qt::Key_C);
  QCOMPARE(open.page->board().canvasCount(), 2);
}

void AskingTest::answersAQuestionLive() {
  ResponsesWindow open(project_);
  const std::size_t before = open.page->sample()->answers.size();
  askFor(open, QStringLiteral("a slow question"));
  const auto asked = open.page->answerOn(0);
  QCOMPARE(open.page->sample()->answers.size(), before + 1);
  // What was asked stands above it; the sample's ground truth answers another question.
  const auto reads = [&](const QString& words) {
    const auto labels = open.page->reading().findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
      return label->isVisible() && label->text() == words;
    });
  };
  QVERIFY(reads(QStringLiteral("a slow question")));
  QVERIFY(!reads(QStringLiteral("Ground truth")));
  QVERIFY(asked->kind == ShownAnswer::Kind::kAsked);
  QTRY_COMPARE(open.page->reading().side(0).strip().shownTokens().size(), 1);
  QTRY_COMPARE(open.page->look(0).token, 1);
  QCOMPARE(peakOf(open.page->board().canvas().heatmaps()[0]), 1);
  QTRY_VERIFY(!asked->isRunning());
  QTRY_COMPARE(open.page->look(0).token, -1);
  QCOMPARE(QString::fromStdString(asked->response.candidate.text),
           QStringLiteral(" one two three four"));
  // It may be about any of the images: the sample's target is that of the sample's question.
  const auto verdict = [&] { return open.page->reading().side(0).verdict(); };
  QVERIFY(verdict().contains(QStringLiteral("the most")));
  open.press(Qt::Key_Escape);
  open.press(Qt::Key_K);
  QVERIFY(reads(QStringLiteral("Ground truth")));
  open.press(Qt::Key_K);
  QVERIFY(verdict().contains(QStringLiteral("the target")));
}

void AskingTest::comparesBaseAndAdapter() {
  ResponsesWindow open(project_);
  QComboBox& whom = open.page->askBar().whom();
  QTRY_COMPARE(whom.count(), 3);  // the base, the adapter, both
  whom.setCurrentIndex(2);
  askFor(open, QStringLiteral("what?"));
  QCOMPARE(open.page->board().canvasCount(), 2);
  QTRY_VERIFY(!open.page->answerOn(0)->isRunning() && !open.page->answerOn(1)->isRunning());
  QVERIFY(open.text(0).contains(QLatin1String("one")));
  QVERIFY(open.text(1).contains(QLatin1String("five")));
}

void AskingTest::stopsAtAnyTime() {
  ResponsesWindow open(project_);
  askFor(open, QStringLiteral("slow, please"));
  const auto asked = open.page->answerOn(0);
  QTRY_COMPARE(asked->response.candidate.tokens.size(), std::size_t(1));
  QTest::mouseClick(&open.page->askBar().button(), Qt::LeftButton);
  QTRY_VERIFY(!asked->isRunning());
  QVERIFY(asked->stopped);
  QVERIFY(asked->response.candidate.tokens.size() < 4);
}

void AskingTest::saysThatTheEngineDiedAndRestartsIt() {
  ResponsesWindow open(project_);
  askFor(open, QStringLiteral("die"));
  AskBar& bar = open.page->askBar();
  QTRY_VERIFY(bar.restartButton().isVisible());
  QVERIFY(bar.status().contains(QLatin1String("died")));
  QTRY_VERIFY(!open.page->answerOn(0)->isRunning());
  QVERIFY(!open.page->answerOn(0)->problem.isEmpty());
  QTest::mouseClick(&bar.restartButton(), Qt::LeftButton);
  QTRY_COMPARE(open.page->engine().state(), EngineClient::State::kReady);
  QVERIFY(!bar.restartButton().isVisible());
  askFor(open, QStringLiteral("again"));
  QTRY_COMPARE(open.text(0), QStringLiteral(" one two three four"));
}

void AskingTest::asksAboutDroppedPhotos() {
  ResponsesWindow open(project_);
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(folder_.path() + QStringLiteral("/photos/object-0.png")),
                QUrl::fromLocalFile(folder_.path() + QStringLiteral("/photos/object-1.png"))});
  QDragEnterEvent enter({400, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(open.page, &enter);
  QVERIFY(enter.isAccepted());
  QDropEvent drop(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(open.page, &drop);
  QTRY_COMPARE(open.page->board().canvas().pictures().size(), 2);
  QCOMPARE(open.window.focusWidget(), &open.page->askBar().question());
  QTest::keyClicks(open.window.focusWidget(), QStringLiteral("what is the same?"));
  QTest::keyClick(open.window.focusWidget(), Qt::Key_Return);
  QTRY_COMPARE(open.text(0), QStringLiteral(" one two three four"));
  QTRY_COMPARE(open.page->board().canvas().heatmaps().size(), 2);
  // Nobody said which of them the question is about.
  QVERIFY(open.page->reading().side(0).verdict().contains(QStringLiteral("the most")));
  for (const CanvasPicture& picture : open.page->board().canvas().pictures()) {
    QVERIFY(!picture.isTarget);
    QVERIFY(!picture.title.contains(QStringLiteral("target")));
  }
}

void AskingTest::presents() {
  ResponsesWindow open(project_);
  open.press(Qt::Key_C);
  open.press(Qt::Key_F11);
  QVERIFY(!open.page->queue().isVisible());
  QVERIFY(!open.page->askBar().isVisible());
  QVERIFY(open.page->board().isVisible());
  QVERIFY(open.page->reading().side(1).isVisible());
  // The window's rail and header are away too: the page fills it.
  QTRY_COMPARE(open.page->width(), open.window.width());
  QTRY_COMPARE(open.page->height(), open.window.height());
  open.press(Qt::Key_Right);
  QCOMPARE(open.page->sample()->facts.sample.id.value, std::int64_t(2));
  open.press(Qt::Key_Escape);
  QVERIFY(open.page->queue().isVisible());
  QTRY_VERIFY(open.page->width() < open.window.width());
}

}  // namespace mia::test
