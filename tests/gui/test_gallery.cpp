// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/test_gallery.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QTest>
#include <QToolButton>

#include "storage/features.h"
#include "storage/sources.h"
#include "tests/gui/rest.h"
#include "tests/gui/sample_project.h"
#include "tests/gui/watched_application.h"
#include "ui/main_window.h"
#include "ui/pages/data/data_page.h"
#include "ui/pages/data/detail_pane.h"
#include "ui/pages/data/filter_panel.h"
#include "ui/pages/data/gallery_view.h"
#include "ui/pages/data/selection_bar.h"

namespace mia::test {

using namespace mia::ui;

namespace {

constexpr int kPhotos = 12;
constexpr int kSamples = 9;
constexpr auto kShift = Qt::ControlModifier | Qt::ShiftModifier;

/// The window on a project, with its data page at rest.
struct Gallery {
  MainWindow window;
  DataPage* page = nullptr;

  explicit Gallery(const QString& project) {
    window.resize(1500, 900);
    window.show();
    window.openProject(project);
    page = qobject_cast<DataPage*>(window.page());
    settle();
  }
  GalleryView& view() { return page->gallery(); }
  int rows() { return page->model().rowCount(); }
  QVariant at(int row, int role) { return page->model().index(row).data(role); }

  void settle() {
    waitForRest([this] {
      window.repaint();
      return page && page->isSettled();
    });
  }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(window.focusWidget(), key, modifiers);
    settle();
  }
  void type(const QString& words) {
    QTest::keyClicks(window.focusWidget(), words);
    QTest::keyClick(window.focusWidget(), Qt::Key_Return);
    settle();
  }
  void click(int row, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::mouseClick(view().viewport(), Qt::LeftButton, modifiers,
                      view().visualRect(page->model().index(row)).center());
    settle();
  }
  /// The widget of a kind whose accessible name begins so.
  template <class Widget>
  Widget* named(const QString& name) {
    for (Widget* widget : page->findChildren<Widget*>()) {
      if (widget->accessibleName().startsWith(name) && widget->isVisible()) return widget;
    }
    return nullptr;
  }
  template <class Button>
  bool push(const QString& name) {
    Button* button = named<Button>(name);
    if (!button) return false;
    QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(10, button->height() / 2));
    settle();
    return true;
  }
  void undo() {
    window.session()->undoStack().undo();
    settle();
  }
};

}  // namespace

void GalleryTest::initTestCase() {
  const std::filesystem::path root = folder_.path().toStdString();
  makeProject(root / "project", drawPhotos(root / "photos", kPhotos), kSamples);
  project_ = folder_.path() + QStringLiteral("/project");
  storage::Database database(root / "project" / "project.sqlite",
                             storage::Database::Open::kExisting);
  storage::SourceWriter sources(database);
  sources.quarantine({SourceId{1}, 40, "r40", QuarantineReason::kTextOnly, "it names no image"});
  sources.quarantine({SourceId{1}, 41, "r41", QuarantineReason::kMissingImage,
                      "there is no file photos/forty-one.jpg"});
  storage::FeatureStore(database).replaceGroups(
      {{ImageId{2}, 1, 0}, {ImageId{9}, 1, 3}, {ImageId{4}, 2, 0}, {ImageId{7}, 2, 0}});
}

void GalleryTest::init() { QSettings().clear(); }

void GalleryTest::narrowsByChoicesWithCountsAndTakesAChipAway() {
  Gallery open(project_);
  open.press(Qt::Key_S, kShift);
  QCOMPARE(open.rows(), kSamples);
  open.press(Qt::Key_F, kShift);
  QVERIFY(open.page->filters().isVisible());
  QVERIFY(open.named<QCheckBox>(QStringLiteral("Layout, grid, 3")));
  QVERIFY(open.named<QCheckBox>(QStringLiteral("Split, train, 8")));
  QVERIFY(open.push<QCheckBox>(QStringLiteral("Layout, grid")));
  QCOMPARE(open.rows(), 3);
  // Beside its own facet the counts stay, beside the others they follow.
  QVERIFY(open.named<QCheckBox>(QStringLiteral("Layout, sequence, 3")));
  QVERIFY(open.named<QCheckBox>(QStringLiteral("Split, train, 2")));
  QVERIFY(open.push<QCheckBox>(QStringLiteral("Layout, sequence")));
  QCOMPARE(open.rows(), 6);
  QVERIFY(open.push<QToolButton>(QStringLiteral("Remove the filter Layout: grid")));
  QCOMPARE(open.rows(), 3);
  QVERIFY(!open.named<QCheckBox>(QStringLiteral("Layout, grid"))->isChecked());
  QVERIFY(open.named<QCheckBox>(QStringLiteral("Layout, sequence"))->isChecked());
  open.view().setFocus();
  open.press(Qt::Key_Escape);
  QCOMPARE(open.rows(), kSamples);
}

void GalleryTest::narrowsByARangeAndOrders() {
  Gallery open(project_);
  open.press(Qt::Key_S, kShift);
  open.press(Qt::Key_F, kShift);
  auto* highest = open.named<QLineEdit>(QStringLiteral("Attention share to"));
  QVERIFY(highest);
  highest->setFocus();
  open.type(QStringLiteral("0.2"));  // every verdict is of 0.3
  QCOMPARE(open.rows(), 0);
  highest->selectAll();
  open.type(QStringLiteral("0.4"));
  QCOMPARE(open.rows(), kSamples);
  QVERIFY(open.push<QToolButton>(QStringLiteral("Remove the filter attention share up to 0.4")));
  QCOMPARE(highest->text(), QString());
  open.view().setFocus();
  const qint64 first = open.page->model().idAt(0);
  open.press(Qt::Key_D, kShift);
  QCOMPARE(open.page->model().idAt(kSamples - 1), first);
}

void GalleryTest::selectsManyWithKeysAndMouse() {
  Gallery open(project_);
  open.click(1);
  open.click(4, Qt::ShiftModifier);
  QCOMPARE(open.view().selectedCount(), 4);
  QVERIFY(open.page->selectionBar().isVisible());
  open.click(2, Qt::ControlModifier);
  QCOMPARE(open.view().selectedCount(), 3);
  open.press(Qt::Key_A, Qt::ControlModifier);
  QCOMPARE(open.view().selectedCount(), kPhotos);
  open.press(Qt::Key_Home);
  QCOMPARE(open.view().selectedCount(), 1);
  QVERIFY(!open.page->selectionBar().isVisible());
  open.press(Qt::Key_Right, Qt::ShiftModifier);
  QCOMPARE(open.view().selectedCount(), 2);

  // A frame from within the first cell to within the one below its right neighbour.
  QWidget* viewport = open.view().viewport();
  const auto centre = [&](int row) {
    return open.view().visualRect(open.page->model().index(row)).center();
  };
  int below = 1;
  while (centre(below).y() == centre(0).y()) ++below;
  QTest::mousePress(viewport, Qt::LeftButton, {}, centre(0));
  for (const QPoint& at : {centre(1), centre(below), centre(below + 1)}) {
    QMouseEvent move(QEvent::MouseMove, at, viewport->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier);
    QApplication::sendEvent(viewport, &move);
  }
  QTest::mouseRelease(viewport, Qt::LeftButton, {}, centre(below + 1));
  open.settle();
  QCOMPARE(open.view().selectedCount(), 4);
}

void GalleryTest::tagsManyAndTakesItBack() {
  Gallery open(project_);
  open.click(0);
  open.click(2, Qt::ShiftModifier);
  open.press(Qt::Key_T);
  open.type(QStringLiteral("odd one"));
  QCOMPARE(open.at(2, GalleryModel::kTagsRole).toStringList(),
           QStringList{QStringLiteral("odd one")});
  QVERIFY(open.at(3, GalleryModel::kTagsRole).toStringList().isEmpty());
  QCOMPARE(open.view().selectedCount(), 3);  // what was marked stays selected
  open.press(Qt::Key_F, kShift);
  QVERIFY(open.push<QCheckBox>(QStringLiteral("Tag, odd one, 3")));
  QCOMPARE(open.rows(), 3);
  open.undo();
  QCOMPARE(open.rows(), 0);
  open.view().setFocus();
  open.press(Qt::Key_Escape);
  QVERIFY(open.at(2, GalleryModel::kTagsRole).toStringList().isEmpty());
}

void GalleryTest::excludesAndTakesItBack() {
  Gallery open(project_);
  open.press(Qt::Key_S, kShift);
  open.click(1);
  open.press(Qt::Key_X);
  QVERIFY(open.at(1, GalleryModel::kExcludedRole).toBool());
  QVERIFY(!open.at(0, GalleryModel::kExcludedRole).toBool());
  QVERIFY(open.page->detail().item()->sample->excluded);
  open.press(Qt::Key_X);
  QVERIFY(!open.at(1, GalleryModel::kExcludedRole).toBool());
  open.undo();
  QVERIFY(open.at(1, GalleryModel::kExcludedRole).toBool());
  open.undo();
  QVERIFY(!open.at(1, GalleryModel::kExcludedRole).toBool());
}

void GalleryTest::keepsAView() {
  Gallery open(project_);
  open.press(Qt::Key_S, kShift);
  open.press(Qt::Key_F, kShift);
  QVERIFY(open.push<QCheckBox>(QStringLiteral("Layout, pic-in-pic")));
  QCOMPARE(open.rows(), 3);
  open.view().setFocus();
  open.press(Qt::Key_V, kShift);
  open.type(QStringLiteral("insets"));
  open.press(Qt::Key_Escape);
  QCOMPARE(open.rows(), kSamples);
  auto* views = open.named<QToolButton>(QStringLiteral("Saved views"));
  QVERIFY(views);
  QAction* first = views->menu()->actions().constFirst();
  QCOMPARE(first->text(), QStringLiteral("insets"));
  first->trigger();
  open.settle();
  QCOMPARE(open.rows(), 3);
}

void GalleryTest::showsWhatWasSetAside() {
  Gallery open(project_);
  open.press(Qt::Key_Q, kShift);
  QCOMPARE(open.rows(), 2);
  QCOMPARE(open.at(1, GalleryModel::kTitleRole).toString(),
           QStringLiteral("there is no file photos/forty-one.jpg"));
  QCOMPARE(open.at(1, GalleryModel::kFactsRole).toString(), QStringLiteral("row 41"));
  open.press(Qt::Key_Right);
  QVERIFY(open.page->detail().item()->quarantined);
  QCOMPARE(open.page->detail().item()->quarantined->row.row, 41);
  open.press(Qt::Key_F, kShift);
  QVERIFY(open.push<QCheckBox>(QStringLiteral("Reason, text only, 1")));
  QCOMPARE(open.rows(), 1);
  QVERIFY(open.window.showPage(QStringLiteral("data"), QStringLiteral("quarantine")));
  open.settle();
  QCOMPARE(open.rows(), 2);
}

void GalleryTest::showsLookAlikesTogether() {
  Gallery open(project_);
  QVERIFY(open.window.showPage(QStringLiteral("data"), QStringLiteral("duplicates")));
  open.settle();
  QCOMPARE(open.rows(), 4);
  QList<qint64> ids, groups;
  for (int row = 0; row < 4; ++row) {
    ids << open.page->model().idAt(row);
    groups << open.at(row, GalleryModel::kGroupRole).toLongLong();
  }
  QCOMPARE(ids, (QList<qint64>{2, 9, 4, 7}));
  QCOMPARE(groups, (QList<qint64>{1, 1, 2, 2}));
  QCOMPARE(open.at(1, GalleryModel::kDistanceRole).toInt(), 3);
}

void GalleryTest::isAsItWasLeft() {
  qint64 shown = 0;
  {
    Gallery open(project_);
    open.press(Qt::Key_S, kShift);
    open.press(Qt::Key_F, kShift);
    QVERIFY(open.push<QCheckBox>(QStringLiteral("Layout, grid")));
    open.view().setFocus();
    open.press(Qt::Key_Right);
    shown = open.page->detail().item()->id;
  }
  Gallery again(project_);
  QCOMPARE(again.rows(), 3);
  QVERIFY(again.page->filters().isVisible());
  QCOMPARE(again.page->detail().item()->id, shown);
  QVERIFY(again.named<QCheckBox>(QStringLiteral("Layout, grid"))->isChecked());
}

void GalleryTest::nothingHoldsUpTheWindow() {
  const QString held = static_cast<WatchedApplication*>(qApp)->heldUpBy([this] {
    Gallery open(project_);
    open.press(Qt::Key_S, kShift);
    open.press(Qt::Key_F, kShift);
    open.push<QCheckBox>(QStringLiteral("Layout, grid"));
    open.view().setFocus();
    for (const Qt::Key key : {Qt::Key_D, Qt::Key_Q, Qt::Key_I, Qt::Key_S}) open.press(key, kShift);
    open.press(Qt::Key_A, Qt::ControlModifier);
    open.press(Qt::Key_X);
    open.undo();
    open.press(Qt::Key_Escape);
  });
  QVERIFY2(held.isEmpty(), qPrintable(held));
}

}  // namespace mia::test
