// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/test_audit.h"

#include <QTest>

#include "storage/statement.h"
#include "tests/gui/audit_window.h"
#include "tests/gui/watched_application.h"
#include "ui/dialogs/key_fields.h"
#include "ui/dialogs/settings_sheet.h"

namespace mia::test {

using namespace mia::ui;
using curation::QueueFilter;

void AuditTest::init() { startAudit(); }

void AuditTest::tellsWordsApart() {
  const auto onlyIn = [](const QString& text, const QVector<WordRun>& runs) {
    QStringList words;
    int at = 0;
    for (const WordRun& run : runs) {
      if (run.start != at) return QStringList{QStringLiteral("gap")};
      at += run.length;
      if (!run.shared) words << text.mid(run.start, run.length).trimmed();
    }
    return words;
  };
  const QString left = QStringLiteral("The object is at the bottom left.");
  const QString right = QStringLiteral("The object is at the very bottom right.");
  const WordDifference both = wordDifference(left, right);
  QCOMPARE(onlyIn(left, both.first), QStringList{QStringLiteral("left")});
  QCOMPARE(onlyIn(right, both.second),
           (QStringList{QStringLiteral("very"), QStringLiteral("right")}));
  QVERIFY(both.likeness > 0.7 && both.likeness < 1);
  QCOMPARE(wordDifference(left, left).likeness, 1.0);
  QVERIFY(onlyIn(left, wordDifference(left, left).first).isEmpty());
  // Without blanks between words.
  const QString ring = QStringLiteral("红色圆环"), block = QStringLiteral("红色方块");
  QCOMPARE(onlyIn(block, wordDifference(ring, block).second), QStringList{QStringLiteral("方块")});
  QCOMPARE(onlyIn(left, wordDifference(left, QString()).first), QStringList{left});
}

void AuditTest::showsThePairAndWhyItIsOne() {
  AuditWindow open(makeProject(6));
  QVERIFY(open.page);
  QCOMPARE(open.page->queue().model().rowCount(), 6);
  QVERIFY(open.shownId() > 0);
  QVERIFY(!open.page->board().canvas().heatmaps().isEmpty());
  QVERIFY(open.page->pane().verdict().contains(QLatin1String("below the threshold of 70")));
  // The words that only one side has are told, and not by their colour alone.
  QVERIFY(!open.page->pane().chosen().markedWords().isEmpty());
  QVERIFY(
      open.page->pane().rejected().accessibleDescription().contains(QLatin1String("lighthouse")));
  QVERIFY(open.page->strip().text().contains(QLatin1String("0 of 6")));
  // Every key of the pairs is on the page.
  QStringList shown;
  for (const KeyCap* cap : open.page->keyBar().caps()) shown << cap->key();
  for (const char* key : {"A", "X", "S", "Space", "⌫", "F", "E", "Shift+E", "N", "←",    "→",
                          "H", "Q", "W", "Z",     "[", "]", ",", ".",       "B", "1 … 9"}) {
    QVERIFY2(shown.contains(QString::fromUtf8(key)), key);
  }
}

void AuditTest::auditsTwentyPairsByKeys() {
  const QString project = makeProject(20);
  {
    AuditWindow open(project);
    QSet<qint64> seen;
    for (int i = 0; i < 20; ++i) {
      QVERIFY(open.shownId() > 0);
      seen.insert(open.shownId());
      open.press(i % 4 == 3 ? Qt::Key_X : Qt::Key_A);
    }
    QCOMPARE(seen.size(), 20);
    QTRY_VERIFY(open.page->strip().text().contains(QLatin1String("20 of 20")));
    QVERIFY(open.page->strip().acceptanceText().contains(QStringLiteral("75\u00a0%")));
    QCOMPARE(open.page->nextSteps().heading(), QStringLiteral("Every pair is decided"));
  }
  StoredReviews stored(project);
  QCOMPARE(stored.entries(), 20);
  QCOMPARE(stored.count(kAnna, QueueFilter::kAccepted), 15);
  QCOMPARE(stored.count(kAnna, QueueFilter::kRejected), 5);
}

void AuditTest::aHeldKeyDecidesOnce() {
  const QString project = makeProject(6);
  {
    AuditWindow open(project);
    const qint64 first = open.shownId();
    QTest::simulateEvent(open.target(), true, Qt::Key_A, Qt::NoModifier, QStringLiteral("a"),
                         false);
    for (int i = 0; i < 30; ++i) {
      open.settle();
      QTest::simulateEvent(open.target(), true, Qt::Key_A, Qt::NoModifier, QStringLiteral("a"),
                           true);
    }
    QTest::simulateEvent(open.target(), false, Qt::Key_A, Qt::NoModifier, QStringLiteral("a"),
                         false);
    open.settle();
    QVERIFY(open.shownId() != first);
    QCOMPARE(open.page->queue().model().undecidedCount(), 5);
    // Arrows go on while they are held.
    const int row = open.row();
    for (const bool again : {false, true, true}) {
      QTest::simulateEvent(open.target(), true, Qt::Key_Right, Qt::NoModifier, QString(), again);
    }
    QCOMPARE(open.row(), row + 3);
  }
  QCOMPARE(StoredReviews(project).entries(), 1);
}

void AuditTest::decidesOnlyWhatIsOnView() {
  const QString project = makeProject(6);
  {
    AuditWindow open(project);
    // Ten presses in a row, none waited for: each decides a pair that was shown, or nothing.
    for (int i = 0; i < 10; ++i) QTest::keyClick(open.target(), Qt::Key_A);
    open.settle();
    const int left = open.page->queue().model().undecidedCount();
    QVERIFY(left < 6);
    StoredReviews stored(project);
    QCOMPARE(stored.entries(), 6 - left);
    QCOMPARE(stored.count(kAnna, QueueFilter::kAccepted), 6 - left);
  }
}

void AuditTest::undoesAndRedoesAcrossStarts() {
  const QString project = makeProject(5);
  qint64 first = 0, second = 0;
  {
    AuditWindow open(project);
    first = open.shownId();
    open.press(Qt::Key_A);
    second = open.shownId();
    open.press(Qt::Key_X);
    open.press(Qt::Key_Backspace);
    QCOMPARE(open.shownId(), second);
    QCOMPARE(open.state().verdict, Verdict::kUndecided);
    open.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(open.state().verdict, Verdict::kRejected);
  }
  {
    AuditWindow open(project);
    QVERIFY(open.window.session()->undoStack().canUndo());
    open.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(open.shownId(), second);
    QCOMPARE(open.state().verdict, Verdict::kUndecided);
    open.press(Qt::Key_Backspace);
    QCOMPARE(open.shownId(), first);
    QCOMPARE(open.state().verdict, Verdict::kUndecided);
    QVERIFY(!open.window.session()->undoStack().canUndo());
    open.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(open.state().verdict, Verdict::kAccepted);
  }
  AuditWindow open(project);
  open.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
  QCOMPARE(open.shownId(), second);
  QCOMPARE(open.state().verdict, Verdict::kRejected);
  QCOMPARE(StoredReviews(project).count(kAnna, QueueFilter::kDecided), 2);
}

void AuditTest::editsSwapsAndNotesInline() {
  const QString project = makeProject(3);
  AuditWindow open(project);
  const QString rejected = open.page->pane().rejected().text();
  open.press(Qt::Key_E);
  InlineEditor& editor = open.page->pane().editor(AnswerPane::Field::kRejected);
  QVERIFY(editor.hasFocus());
  QTest::keyClicks(&editor, QStringLiteral("A quay."));  // the letters decide nothing
  QTest::keyClick(&editor, Qt::Key_Return);
  open.settle();
  QCOMPARE(open.page->pane().rejected().text(), QStringLiteral("A quay."));
  QCOMPARE(QString::fromStdString(*open.state().rejected), QStringLiteral("A quay."));
  open.press(Qt::Key_E, Qt::ShiftModifier);
  QTest::keyClicks(&open.page->pane().editor(AnswerPane::Field::kChosen), QStringLiteral("No"));
  QTest::keyClick(open.target(), Qt::Key_Escape);
  QVERIFY(!open.state().chosen);
  open.press(Qt::Key_N);
  QTest::keyClicks(open.target(), QStringLiteral("look again"));
  open.press(Qt::Key_Return);
  QCOMPARE(open.page->pane().note(), QStringLiteral("look again"));
  const QString chosen = open.page->pane().chosen().text();
  open.press(Qt::Key_S);
  QCOMPARE(open.page->pane().chosen().text(), QStringLiteral("A quay."));
  QCOMPARE(open.page->pane().rejected().text(), chosen);
  // An edit of the side that is rejected now is one of the ground truth.
  open.press(Qt::Key_E);
  QTest::keyClicks(open.target(), QStringLiteral("A pier."));
  open.press(Qt::Key_Return);
  QCOMPARE(QString::fromStdString(*open.state().chosen), QStringLiteral("A pier."));
  // What makes no sense is said inline, and nothing is written.
  const std::int64_t entries = StoredReviews(project).entries();
  open.press(Qt::Key_E);
  QTest::keyClicks(open.target(), QStringLiteral("A quay."));
  open.press(Qt::Key_Return);
  QVERIFY(open.page->note().isVisible());
  QCOMPARE(StoredReviews(project).entries(), entries);
}

void AuditTest::flagsWithAReason() {
  const QString project = makeProject(3);
  AuditWindow open(project);
  const qint64 pair = open.shownId();
  open.press(Qt::Key_F);
  QVERIFY(open.page->isFlagging());
  QCOMPARE(open.page->keyBar().caps().first()->key(), QStringLiteral("1"));
  open.press(Qt::Key_3);
  QVERIFY(!open.page->isFlagging());
  QCOMPARE(open.shownId(), pair);
  QVERIFY(open.page->pane().stateText().contains(QLatin1String("both answers are wrong")));
  QCOMPARE(StoredReviews(project).count(kAnna, QueueFilter::kFlagged), 1);
  open.press(Qt::Key_F);
  open.press(Qt::Key_Escape);
  QVERIFY(!open.page->isFlagging());
  open.press(Qt::Key_3);  // means nothing without the flag's key
  open.press(Qt::Key_F);
  open.press(Qt::Key_0);
  QVERIFY(!open.state().flag);
  QCOMPARE(StoredReviews(project).count(kAnna, QueueFilter::kFlagged), 0);
}

void AuditTest::saysWhatWasNotSaved() {
  const QString project = makeProject(4);
  AuditWindow open(project);
  const qint64 pair = open.shownId();
  {
    storage::Database other(project.toStdString() + "/project.sqlite",
                            storage::Database::Open::kExisting);
    storage::Statement(other,
                       "CREATE TRIGGER full BEFORE INSERT ON decisions BEGIN "
                       "SELECT RAISE(ABORT, 'the disk is full'); END")
        .step();
  }
  open.press(Qt::Key_A);
  QVERIFY(open.page->note().isVisible());
  QVERIFY(open.page->note().text().contains(QLatin1String("was not saved")));
  QCOMPARE(open.page->queue().model().saved(pair), Saved::kFailed);
  QCOMPARE(open.page->queue().model().undecidedCount(), 4);
  QVERIFY(!open.window.session()->undoStack().canUndo());
  {
    storage::Database other(project.toStdString() + "/project.sqlite",
                            storage::Database::Open::kExisting);
    storage::Statement(other, "DROP TRIGGER full").step();
  }
  open.press(Qt::Key_Left);
  QCOMPARE(open.shownId(), pair);
  QVERIFY(open.page->pane().stateText().startsWith(QLatin1String("Not saved")));
  open.press(Qt::Key_A);
  QCOMPARE(open.page->queue().model().undecidedCount(), 3);
  QCOMPARE(StoredReviews(project).entries(), 1);
}

void AuditTest::showsTheTargetLargeWhileHeld() {
  AuditWindow open(makeProject(3));
  PictureCanvas& canvas = open.page->board().canvas();
  const double fitted = canvas.zoom();
  QTest::keyPress(open.target(), Qt::Key_Z);
  QVERIFY(canvas.zoom() > fitted);
  QVERIFY(!canvas.isFitted());
  QTest::keyRelease(open.target(), Qt::Key_Z);
  QVERIFY(canvas.isFitted());
  QCOMPARE(canvas.zoom(), fitted);
}

void AuditTest::zoomsToAnImage() {
  AuditWindow open(makeProject(3));
  PictureCanvas& canvas = open.page->board().canvas();
  // How far the middle of an image is from the middle of the canvas that shows it.
  const auto away = [](const PictureCanvas& shown, int image) {
    for (int i = 0; i < shown.pictures().size(); ++i) {
      for (const CanvasRegion& region : shown.pictures()[i].regions) {
        if (region.image != image) continue;
        const QPointF middle = shown.toWidget(i, region.rect.center());
        return QLineF(middle, QRectF(shown.rect()).center()).length();
      }
    }
    return std::numeric_limits<double>::infinity();
  };
  const double fitted = canvas.zoom();
  for (const int image : {0, 1}) {
    open.press(static_cast<Qt::Key>(Qt::Key_1 + image));
    QVERIFY(canvas.zoom() > fitted);
    QVERIFY(away(canvas, image) < 1);
  }
  // Beside another map, and behind the target that was held, it is the same image.
  open.press(Qt::Key_Q);
  QCOMPARE(open.page->board().canvasCount(), 2);
  open.press(Qt::Key_Z);
  for (int i = 0; i < 2; ++i) QVERIFY(away(open.page->board().canvas(i), 1) < 1);
  open.press(Qt::Key_Q);
  QVERIFY(away(canvas, 1) < 1);
  QVERIFY(open.page->actionOf("image-2")->isChecked());
  open.press(Qt::Key_2);
  QVERIFY(canvas.isFitted());
  open.press(Qt::Key_2);
  open.press(Qt::Key_Escape);
  QVERIFY(canvas.isFitted());
  // What the pair lacks has no key, a reason's digit is the reason's, the next pair is shown whole.
  QVERIFY(!open.page->actionOf("image-9")->isEnabled());
  open.press(Qt::Key_F);
  open.press(Qt::Key_2);
  QVERIFY(canvas.isFitted());
  QVERIFY(open.state().flag.has_value());
  open.press(Qt::Key_2);
  open.press(Qt::Key_A);
  QVERIFY(canvas.isFitted());
  QVERIFY(!open.page->actionOf("image-2")->isChecked());
}

void AuditTest::looksByLayerAndSide() {
  AuditWindow open(makeProject(3));
  QCOMPARE(open.page->board().canvasCount(), 1);
  const int layer = open.page->look().firstLayer;
  open.press(Qt::Key_BracketRight);
  QCOMPARE(open.page->look().firstLayer, layer + 1);
  open.press(Qt::Key_BracketLeft);
  QCOMPARE(open.page->look().firstLayer, layer);
  open.press(Qt::Key_Q);  // the model gave the right answer too: no engine is needed
  QCOMPARE(open.page->board().canvasCount(), 2);
  QVector<Heatmap> all = open.page->board().canvas(0).heatmaps();
  all += open.page->board().canvas(1).heatmaps();
  QCOMPARE(open.page->board().scale(), sharedScale(all));
  open.press(Qt::Key_W);
  QCOMPARE(open.page->board().canvasCount(), 1);
  open.press(Qt::Key_H);
  QVERIFY(!open.page->board().canvas().hasHeatmaps());
}

void AuditTest::takesOtherKeys() {
  const QString project = makeProject(4);
  AuditWindow open(project);
  open.window.showPage(QStringLiteral("settings"));
  auto* sheet = open.window.findChild<SettingsSheet*>();
  QVERIFY(sheet);
  KeyFields& keys = sheet->keys();
  KeyButton& accept = keys.button(QStringLiteral("accept"));
  accept.setFocus();
  QTest::keyClick(&accept, Qt::Key_Space);
  QVERIFY(accept.isWaiting());
  QTest::keyClick(&accept, Qt::Key_X);  // rejects already
  QVERIFY(keys.problem(QStringLiteral("accept")).contains(QLatin1String("Reject")));
  QCOMPARE(accept.key(), QKeySequence(Qt::Key_A));
  QTest::keyClick(&accept, Qt::Key_Space);
  QTest::keyClick(&accept, Qt::Key_K, Qt::ControlModifier);  // the window's
  QVERIFY(!keys.problem(QStringLiteral("accept")).isEmpty());
  QTest::keyClick(&accept, Qt::Key_Space);
  QTest::keyClick(&accept, Qt::Key_G);
  QVERIFY(keys.problem(QStringLiteral("accept")).isEmpty());
  QTest::keyClick(&accept, Qt::Key_Escape);
  QCOMPARE(open.page->keyBar().caps().first()->key(), QStringLiteral("G"));
  const qint64 first = open.shownId();
  open.page->queue().takeFocus();
  open.press(Qt::Key_A);
  QCOMPARE(open.shownId(), first);
  open.press(Qt::Key_G);
  QVERIFY(open.shownId() != first);
}

void AuditTest::hasTheNextPairPaintedBeforehand() {
  AuditWindow open(makeProject(6));
  open.press(Qt::Key_A);  // by now the canvas has its size
  QVERIFY(open.page->isNextReady());
  open.press(Qt::Key_A);
  QVERIFY(open.page->board().canvas().isPaintedBeforehand());
  // What the canvas paints itself is the same, to the pixel's rounding.
  PictureCanvas& canvas = open.page->board().canvas();
  const QImage beforehand = canvas.grab().toImage();
  canvas.setPainted(nullptr);
  QVERIFY(!canvas.isPaintedBeforehand());
  const QImage live = canvas.grab().toImage();
  QCOMPARE(beforehand.size(), live.size());
  qint64 difference = 0;
  for (int y = 0; y < live.height(); ++y) {
    for (int x = 0; x < live.width(); ++x) {
      difference += qAbs(qGray(live.pixel(x, y)) - qGray(beforehand.pixel(x, y)));
    }
  }
  QVERIFY2(difference < 4LL * live.width() * live.height(),
           qPrintable(QString::number(difference)));
  // With other maps it is no longer what is to be shown.
  open.press(Qt::Key_Q);
  open.press(Qt::Key_A);
  open.press(Qt::Key_A);
  QCOMPARE(open.page->board().canvasCount(), 2);
  QVERIFY(open.page->board().canvas(1).isPaintedBeforehand());
}

void AuditTest::holdsNothingUp() {
  auto* watched = static_cast<WatchedApplication*>(QCoreApplication::instance());
  QVERIFY(watched);
  const QString held = watched->heldUpBy([this] {
    AuditWindow open(makeProject(24));
    for (int i = 0; i < 12; ++i) {
      open.press(i % 3 == 0 ? Qt::Key_X : Qt::Key_A);
      if (i % 4 == 0) open.press(Qt::Key_S);
      if (i % 4 == 1) open.press(Qt::Key_Q);
    }
    open.press(Qt::Key_2, Qt::AltModifier);
    open.press(Qt::Key_3, Qt::AltModifier);
    open.press(Qt::Key_1, Qt::AltModifier);
  });
  QVERIFY2(held.isEmpty(), qPrintable(held));
}

}  // namespace mia::test
