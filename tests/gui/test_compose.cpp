// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/test_compose.h"

#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "base/json.h"
#include "tests/gui/rest.h"
#include "tests/gui/sample_project.h"
#include "tests/gui/watched_application.h"
#include "ui/pages/compose/compose_page.h"
#include "ui/pages/compose/layout_canvas.h"
#include "ui/pages/compose/request_form.h"
#include "ui/session/project_session.h"

namespace mia::test {

using namespace mia::ui;

namespace {

/// The page alone, on a project, shown and at rest.
struct OpenPage {
  explicit OpenPage(const QString& project, const QString& state)
      : session(project), page(session) {
    page.resize(1200, 760);
    page.show();
    page.showState(state);
    settle();
  }
  void settle() {
    waitForRest([this] { return page.isSettled(); });
  }
  LayoutCanvas& canvas() { return page.canvas(); }
  const curation::ComposeRequest& request() { return page.request(); }
  /// Drags with the left button.
  void drag(const QPointF& from, const QPointF& to) {
    QTest::mousePress(&canvas(), Qt::LeftButton, {}, from.toPoint());
    for (int i = 1; i <= 4; ++i) {
      QTest::mouseMove(&canvas(), (from + (to - from) * i / 4).toPoint());
      settle();
    }
    QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, to.toPoint());
    settle();
  }
  QRectF region(int image) {
    for (const auto& region : canvas().preview()->preview.pictures.front().regions) {
      if (region.image == image) {
        return canvas().toView(0, {region.x, region.y, region.width, region.height});
      }
    }
    return {};
  }
  QDoubleSpinBox* field(const QString& name) {
    for (auto* box : page.form().findChildren<QDoubleSpinBox*>()) {
      if (box->accessibleName() == name) return box;
    }
    return nullptr;
  }

  ProjectSession session;
  ComposePage page;
};

}  // namespace

void ComposeTest::initTestCase() {
  const std::filesystem::path root = folder_.path().toStdString();
  project_ = folder_.path() + QStringLiteral("/project");
  makeProject(root / "project", drawPhotos(root / "photos", 12), 2);
}

void ComposeTest::showsTheLayoutThatItsFieldsDescribe() {
  OpenPage open(project_, QStringLiteral("grid"));
  QVERIFY(open.canvas().preview());
  auto* width = open.field(QStringLiteral("Cell width"));
  QVERIFY(width && width->isVisible());
  width->setFocus();
  width->selectAll();
  QTest::keyClicks(width, QStringLiteral("300"));
  QTest::keyClick(width, Qt::Key_Return);
  open.settle();
  QCOMPARE(open.request().grid.cellWidth, 300);
  const auto& recipe = open.canvas().preview()->preview.sample.source.recipe;
  QCOMPARE(recipe.grid.cellWidth, 300);
  QCOMPARE(open.canvas().preview()->preview.pictures.front().width,
           recipe.grid.columns * 300 + (recipe.grid.columns - 1) * 40);
  open.session.undoStack().undo();
  QVERIFY(open.request().grid.cellWidth != 300);
}

void ComposeTest::dragsTheInsetAndTakesItBack() {
  OpenPage open(project_, QStringLiteral("pip"));
  const curation::ComposeRequest before = open.request();
  const QPointF from = open.region(1).center();
  open.drag(from, from + QPointF(-2000, 40));
  // Held inside, at the left edge.
  const auto& picture = open.canvas().preview()->preview.pictures.front();
  QVERIFY(qAbs(picture.regions.back().x) <= 1);
  QVERIFY(open.request().picInPic.centreX < 0.5);
  QCOMPARE(open.session.undoStack().count(), 1);  // one gesture, one step
  open.session.undoStack().undo();
  QVERIFY(open.request() == before);
  open.settle();
  // Near the middle it snaps back to it.
  open.drag(open.region(1).center(), open.region(1).center() + QPointF(3, 3));
  QCOMPARE(open.request().picInPic.centreX, 0.5);
  const QPointF corner = open.region(1).bottomRight() - QPointF(4, 4);
  open.drag(corner, open.region(1).center() + (corner - open.region(1).center()) * 0.6);
  QVERIFY(open.request().picInPic.scale < 0.6);
}

void ComposeTest::nudgesTheInsetByKeys() {
  OpenPage open(project_, QStringLiteral("pip"));
  const int width = open.canvas().preview()->preview.pictures.front().width;
  open.canvas().setFocus();
  QTest::keyClick(&open.canvas(), Qt::Key_Right);
  QCOMPARE(open.request().picInPic.centreX, 0.5 + 1.0 / width);
  open.settle();
  QTest::keyClick(&open.canvas(), Qt::Key_Left, Qt::ShiftModifier);
  QCOMPARE(open.request().picInPic.centreX, 0.5 - 9.0 / width);
}

void ComposeTest::resizesCellsAndMovesTheTarget() {
  OpenPage open(project_, QStringLiteral("grid"));
  const auto& recipe = open.canvas().preview()->preview.sample.source.recipe;
  const GridParameters grid = recipe.grid;
  const QRectF cell =
      open.canvas().toView(0, QRectF(0, grid.margin, grid.cellWidth, grid.cellHeight));
  open.drag(cell.bottomRight() - QPointF(4, 4),
            cell.topLeft() + QPointF(cell.width(), cell.height()) / 2);
  QVERIFY(open.request().grid.cellWidth < 300);
  QCOMPARE(open.request().grid.cellWidth % 8, 0);
  const int target = open.canvas().preview()->preview.sample.source.recipe.targetIndex;
  const int other = target == 0 ? 1 : 0;
  open.drag(open.region(target).center(), open.region(other).center());
  QCOMPARE(open.request().target, std::optional<int>(other));
  QCOMPARE(open.canvas().preview()->preview.sample.source.recipe.targetIndex, other);
}

void ComposeTest::wordsThePromptAsItWillBeSent() {
  OpenPage open(project_, QStringLiteral("sequence"));
  QVERIFY(open.page.prompt().startsWith(QLatin1String("Image1:<image>\n")));
  QPlainTextEdit& wording = open.page.form().wording();
  wording.setFocus();
  QTest::keyClicks(&wording, QStringLiteral("{marks}No. {k}: {Question}"));
  open.settle();
  QVERIFY(open.page.prompt().contains(QLatin1String("No. ")));
  QVERIFY(!open.page.prompt().contains(QLatin1String("Image1")));
  // A wording that cannot work is said beside the preview, which stays.
  QTest::keyClicks(&wording, QStringLiteral("{nothing}"));
  open.settle();
  const auto notes = open.page.findChildren<Note*>();
  QVERIFY(std::any_of(notes.begin(), notes.end(), [](const Note* note) {
    return note->isVisible() && note->text().contains(QLatin1String("{nothing}"));
  }));
}

void ComposeTest::showsWhatTheModelSees() {
  OpenPage open(project_, QStringLiteral("grid"));
  open.canvas().setFocus();
  QTest::keyClick(&open.canvas(), Qt::Key_P);
  QTest::keyClick(&open.canvas(), Qt::Key_M);
  open.settle();
  const auto& preview = open.canvas().preview()->preview;
  QCOMPARE(preview.pictures.front().width, preview.model.inputWidth);
  QVERIFY(preview.pictures.front().seen.columns > 1);
  QVERIFY(preview.promptTokens > 0);
}

void ComposeTest::stepsThroughSamplesAndExportsTheSheet() {
  OpenPage open(project_, QStringLiteral("sequence"));
  open.canvas().setFocus();
  QTest::keyClick(&open.canvas(), Qt::Key_J);
  open.settle();
  QCOMPARE(open.page.index(), 1);
  QTest::keyClick(&open.canvas(), Qt::Key_K);
  QTest::keyClick(&open.canvas(), Qt::Key_C);
  open.settle();
  QVERIFY(!open.canvas().isVisible());
  const QString file = folder_.path() + QStringLiteral("/sheet.png");
  open.page.exportSheet(file);
  QVERIFY(QTest::qWaitFor([&] { return open.session.isIdle(); }, 20000));
  QVERIFY(QImage(file).width() > 1000);
}

void ComposeTest::asksForTheSamplesByARecipe() {
  OpenPage open(project_, QStringLiteral("grid"));
  QSignalSpy asked(&open.page, &Page::jobAsked);
  open.canvas().setFocus();
  QTest::keyClick(&open.canvas(), Qt::Key_Return, Qt::ControlModifier);
  QVERIFY(QTest::qWaitFor([&] { return asked.count() == 1; }, 20000));
  const QStringList arguments = asked.first().at(1).toStringList();
  QCOMPARE(arguments.first(), QStringLiteral("compose"));
  const std::string file = arguments.last().toStdString();
  const auto request = curation::composeRequestFromJson(readJsonFile(file), file);
  QVERIFY(toJson(request) == toJson(open.request()));
  auto* preset = open.page.headerTools()->findChild<QLineEdit*>();
  QTest::keyClicks(preset, QStringLiteral("mine"));
  QTest::keyClick(preset, Qt::Key_S, Qt::ControlModifier);
  QVERIFY(QTest::qWaitFor([&] { return open.session.isIdle(); }, 20000));
  QVERIFY(QFile::exists(project_ + QStringLiteral("/presets/mine.json")));
}

void ComposeTest::nothingHoldsUpTheWindow() {
  const QString held = static_cast<WatchedApplication*>(qApp)->heldUpBy([this] {
    OpenPage open(project_, QStringLiteral("grid"));
    open.canvas().setFocus();
    for (const Qt::Key key : {Qt::Key_J, Qt::Key_P, Qt::Key_M, Qt::Key_M, Qt::Key_C, Qt::Key_C}) {
      QTest::keyClick(open.page.focusWidget(), key);
      open.settle();
    }
  });
  QVERIFY2(held.isEmpty(), qPrintable(held));
}

}  // namespace mia::test
