// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/test_journeys.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QToolButton>
#include <algorithm>

#include "tests/gui/rest.h"
#include "tests/gui/sample_project.h"
#include "tests/gui/watched_application.h"
#include "ui/main_window.h"
#include "ui/pages/data/answer_list.h"
#include "ui/pages/data/data_page.h"
#include "ui/pages/data/detail_pane.h"
#include "ui/pages/data/gallery_view.h"
#include "ui/theme/theme.h"

namespace mia::test {

using namespace mia::ui;

namespace {

constexpr int kPhotos = 12;
constexpr int kSamples = 9;

/// The window on a project, with its data page at rest.
struct OpenWindow {
  MainWindow window;
  DataPage* page = nullptr;

  explicit OpenWindow(const QString& project, QSize size = {1280, 800}) {
    window.resize(size);
    window.show();
    window.openProject(project);
    page = qobject_cast<DataPage*>(window.page());
    settle();
  }
  void settle() {
    waitForRest([this] { return page && page->isSettled(); });
  }
  /// A key to whatever has the focus, as from a keyboard.
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QWidget* target = window.focusWidget() ? window.focusWidget() : &window;
    QTest::keyClick(target, key, modifiers);
    settle();
  }
  void type(const QString& words) {
    QTest::keyClicks(window.focusWidget(), words);
    settle();
  }
  qint64 shownId() { return page->detail().item() ? page->detail().item()->id : 0; }
};

}  // namespace

void JourneyTest::initTestCase() {
  const std::filesystem::path root = folder_.path().toStdString();
  makeProject(root / "project", drawPhotos(root / "photos", kPhotos), kSamples);
  project_ = folder_.path() + QStringLiteral("/project");
}

// A page comes back as it was left, which is another test's matter.
void JourneyTest::init() { QSettings().clear(); }

void JourneyTest::opensAProjectAndWalksItByKeyboard() {
  OpenWindow open(project_);
  QVERIFY(open.page);
  QCOMPARE(open.page->model().rowCount(), kPhotos);
  QCOMPARE(open.window.focusWidget(), &open.page->gallery());

  open.press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
  QCOMPARE(open.page->model().rowCount(), kSamples);
  QCOMPARE(open.page->gallery().currentIndex().row(), 0);
  open.press(Qt::Key_Right);
  QCOMPARE(open.page->gallery().currentIndex().row(), 1);
  QCOMPARE(open.shownId(), open.page->model().idAt(1));

  open.press(Qt::Key_Return);
  QVERIFY(!open.page->gallery().isVisible());
  QVERIFY(open.page->detail().canvas().hasFocus());
  QCOMPARE(open.page->detail().canvas().pictures().size(), 1);
  QCOMPARE(open.page->detail().canvas().pictures()[0].regions.size(), 4);

  const bool heat = open.page->detail().isHeatmapShown();
  open.press(Qt::Key_H);
  QCOMPARE(open.page->detail().isHeatmapShown(), !heat);
  open.press(Qt::Key_H);
  QCOMPARE(open.page->detail().isHeatmapShown(), heat);

  open.press(Qt::Key_Right);
  QCOMPARE(open.shownId(), open.page->model().idAt(2));
  open.press(Qt::Key_Escape);
  QVERIFY(open.page->gallery().isVisible());
  QCOMPARE(open.page->gallery().currentIndex().row(), 2);
}

void JourneyTest::findsByText() {
  OpenWindow open(project_);
  open.press(Qt::Key_F, Qt::ControlModifier);
  const QWidget* field = open.window.focusWidget();
  const auto buttons = [&] {
    const auto all = field->findChildren<QToolButton*>();
    return std::count_if(all.begin(), all.end(), [](auto* button) { return button->isVisible(); });
  };
  open.type(QStringLiteral("object-1"));
  QTRY_COMPARE(open.page->model().rowCount(), 3);  // object-1, object-10 and object-11
  QCOMPARE(buttons(), 2);                          // its icon, and one that clears it
  open.type(QStringLiteral("zzz"));
  QTRY_COMPARE(open.page->model().rowCount(), 0);
  QVERIFY(!open.page->detail().item());
  open.press(Qt::Key_Escape);
  QCOMPARE(open.window.focusWidget(), &open.page->gallery());
  open.press(Qt::Key_Escape);
  QTRY_COMPARE(open.page->model().rowCount(), kPhotos);
  QTRY_COMPARE(buttons(), 1);
}

void JourneyTest::showsSamplesOfAnImage() {
  OpenWindow open(project_);
  auto buttons = open.page->detail().findChildren<QPushButton*>();
  buttons.removeIf([](QPushButton* button) { return !button->isVisible(); });
  QCOMPARE(buttons.size(), 1);
  QTest::mouseClick(buttons.first(), Qt::LeftButton);
  open.settle();
  QVERIFY(open.page->model().rowCount() > 0);
  QVERIFY(open.page->model().rowCount() < kSamples);
  QCOMPARE(open.page->model().query().shelf, curation::Shelf::kSamples);
}

void JourneyTest::zoomsWithTheWheel() {
  OpenWindow open(project_);
  PictureCanvas& canvas = open.page->detail().canvas();
  QVERIFY(canvas.isFitted());
  const double before = canvas.zoom();
  QWheelEvent wheel(QPointF(50, 50), canvas.mapToGlobal(QPointF(50, 50)), {}, {0, 120},
                    Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
  QApplication::sendEvent(&canvas, &wheel);
  QCOMPARE(canvas.zoom(), before * 1.25);
  QTest::keyClick(&canvas, Qt::Key_1);
  QCOMPARE(canvas.zoom(), 1.0);
  QTest::keyClick(&canvas, Qt::Key_0);
  QVERIFY(canvas.isFitted());
}

void JourneyTest::saysThatAPhotoIsMissing() {
  QTemporaryDir folder;
  const std::filesystem::path root = folder.path().toStdString();
  const auto photos = drawPhotos(root / "photos", 3);
  makeProject(root / "project", photos, 1);
  std::filesystem::remove(photos[0]);
  OpenWindow open(folder.path() + QStringLiteral("/project"));
  const QModelIndex first = open.page->model().index(0);
  QTRY_COMPARE(first.data(GalleryModel::kStateRole).toInt(),
               static_cast<int>(curation::ThumbnailState::kMissing));
  QVERIFY(open.page->detail().canvas().pictures()[0].problem.contains(
      QString::fromStdString(photos[0].string())));
}

void JourneyTest::changesTheTheme() {
  OpenWindow open(project_);
  Theme::instance().choose(ThemeChoice::kLight);
  const QColor light = open.window.grab().toImage().pixelColor(4, 400);
  QCOMPARE(light, lightTokens().panel);
  open.press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
  QVERIFY(Theme::instance().choice() == ThemeChoice::kDark);
  QCOMPARE(open.window.grab().toImage().pixelColor(4, 400), darkTokens().panel);
}

void JourneyTest::refusesAFolderThatIsNoProject() {
  MainWindow window;
  window.show();
  window.openProject(folder_.path());
  QVERIFY(!window.session());
  QVERIFY(!window.page());
  const QList<Note*> notes = window.findChildren<Note*>();
  QVERIFY(std::any_of(notes.begin(), notes.end(), [](const Note* note) {
    return note->isVisible() && note->text().contains(QLatin1String("project.sqlite"));
  }));
}

void JourneyTest::nothingHoldsUpTheWindow() {
  const QString held = static_cast<WatchedApplication*>(qApp)->heldUpBy([this] {
    OpenWindow open(project_);
    open.press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    for (int i = 0; i < kSamples; ++i) open.press(Qt::Key_Right);
    open.press(Qt::Key_Return);
    for (const Qt::Key key : {Qt::Key_H, Qt::Key_H, Qt::Key_BracketRight, Qt::Key_G, Qt::Key_R,
                              Qt::Key_Plus, Qt::Key_0, Qt::Key_Left, Qt::Key_Escape}) {
      open.press(key);
    }
  });
  QVERIFY2(held.isEmpty(), qPrintable(held));
}

}  // namespace mia::test
