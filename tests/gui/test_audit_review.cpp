// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/test_audit_review.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "curation/journal_file.h"
#include "tests/gui/audit_window.h"
#include "ui/models/gallery_model.h"
#include "ui/pages/audit/work_bar.h"
#include "ui/widgets/line_list.h"

namespace mia::test {

using namespace mia::ui;
using curation::QueueFilter;

void AuditReviewTest::init() { startAudit(); }

void AuditReviewTest::decidesABatchAfterAPreview() {
  const QString project = makeProject(9);
  AuditWindow open(project);
  open.press(Qt::Key_X);
  open.page->queue().shows().setFocus();
  QTest::keyClick(&open.page->queue().shows(), Qt::Key_Down);  // all pairs
  open.settle();
  open.page->queue().takeFocus();
  open.press(Qt::Key_B);
  QVERIFY(open.page->batchBar().preview().contains(QLatin1String("9 pairs")));
  QPushButton& accept = open.page->batchBar().button(DecisionKind::kAccept);
  QVERIFY(accept.text().contains(QLatin1Char('9')));
  QVERIFY(open.page->batchBar().button(DecisionKind::kReject).text().contains(QLatin1Char('8')));
  QCOMPARE(StoredReviews(project).count(kAnna, QueueFilter::kDecided), 1);
  QTest::mouseClick(&accept, Qt::LeftButton);
  open.settle();
  QTRY_COMPARE(StoredReviews(project).count(kAnna, QueueFilter::kAccepted), 9);
  open.press(Qt::Key_Backspace);  // as one step
  QTRY_COMPARE(StoredReviews(project).count(kAnna, QueueFilter::kDecided), 1);
}

void AuditReviewTest::narrowsTheQueueByChips() {
  const QString project = makeProject(12);  // four of each layout, with 3, 4 and 2 images
  {
    AuditWindow open(project);
    QueueNarrowing& narrowing = open.page->queue().narrowing();
    const auto choose = [&](const char* words) {
      Q_EMIT narrowing.menu().aboutToShow();
      for (QAction* action : narrowing.menu().actions()) {
        if (action->text().startsWith(QLatin1String(words))) action->trigger();
      }
      open.settle();
    };
    QVERIFY(narrowing.chips().isEmpty());
    choose("4 images");
    QCOMPARE(open.page->queue().model().rowCount(), 4);
    QCOMPARE(narrowing.chips().size(), 1);
    choose("rule attention");
    QCOMPARE(open.page->queue().model().rowCount(), 4);
    QCOMPARE(narrowing.chips().size(), 2);
    // A batch takes what the chips leave.
    open.press(Qt::Key_B);
    QVERIFY(open.page->batchBar().preview().startsWith(QLatin1String("4 pairs")));
    open.press(Qt::Key_Escape);
    choose("sequence");  // of 3 images
    QCOMPARE(open.page->queue().model().rowCount(), 0);
    QTest::mouseClick(narrowing.chips().first(), Qt::LeftButton);
    open.settle();
    QCOMPARE(open.page->queue().model().rowCount(), 4);
  }
  AuditWindow open(project);
  QCOMPARE(open.page->queue().narrowing().chips().size(), 2);
  QCOMPARE(open.page->queue().query().images, std::optional(4));
}

void AuditReviewTest::tellsHowFarLongWorkIs() {
  WorkBar bar;
  QSignalSpy stops(&bar, &WorkBar::stopAsked);
  QVERIFY(!bar.isVisible());
  bar.show(QStringLiteral("Deciding"), 34'000, 100'000);
  QVERIFY(bar.isVisible());
  QVERIFY2(bar.text().contains(QStringLiteral("%1 of %2").arg(grouped(34'000), grouped(100'000))),
           qPrintable(bar.text()));
  QTest::mouseClick(&bar.stopButton(), Qt::LeftButton);
  QCOMPARE(stops.count(), 1);
  QVERIFY(!bar.stopButton().isEnabled());  // once is enough
}

void AuditReviewTest::movesThresholds() {
  AuditWindow open(makeProject(12));
  open.press(Qt::Key_2, Qt::AltModifier);
  QCOMPARE(open.page->view(), AuditPage::View::kThresholds);
  ThresholdView& view = open.page->thresholds();
  QCOMPARE(view.histograms().size(), 6);  // three layouts, and three figures of all answers
  QVERIFY(!view.applyButton().isEnabled());
  CutHistogram& share = *view.histograms().first();
  const QString before = view.summary();
  // Dragged to the far left nothing is below the cut.
  const QPoint at(static_cast<int>(share.xOf(share.cut())), share.height() / 2);
  QTest::mousePress(&share, Qt::LeftButton, {}, at);
  QTest::mouseMove(&share, QPoint(static_cast<int>(share.xOf(0.01)), at.y()));
  QTest::mouseRelease(&share, Qt::LeftButton, {},
                      QPoint(static_cast<int>(share.xOf(0.01)), at.y()));
  open.settle();
  QVERIFY2(view.summary() != before, qPrintable(view.summary()));
  QVERIFY(view.summary().contains(QLatin1String("go")));
  QVERIFY(view.examples().count() > 0);
  QVERIFY(view.applyButton().isEnabled());
  QSignalSpy asked(open.page, &Page::jobAsked);
  QTest::mouseClick(&view.applyButton(), Qt::LeftButton);
  QCOMPARE(asked.count(), 1);
  const QStringList arguments = asked.first().at(1).toStringList();
  QCOMPARE(arguments.first(), QStringLiteral("select"));
  const QString cut = arguments.filter(QStringLiteral("=0.01")).value(0);
  QVERIFY2(!cut.isEmpty(), qPrintable(arguments.join(QLatin1Char(' '))));
  // By key, and back.
  share.setFocus();
  QTest::keyClick(&share, Qt::Key_Right, Qt::ShiftModifier);
  QVERIFY(qAbs(share.cut() - 0.11) < 1e-9);
  QTest::keyClick(&share, Qt::Key_Home);
  open.settle();
  QCOMPARE(view.summary(), before);
  QTest::keyClick(&share, Qt::Key_Left);
  QCOMPARE(open.page->view(), AuditPage::View::kThresholds);  // the arrow was the histogram's
}

void AuditReviewTest::reviewsBlindAndSettlesDisagreements() {
  const QString project = makeProject(6);
  AuditWindow open(project);
  for (int i = 0; i < 4; ++i) open.press(Qt::Key_A);
  open.press(Qt::Key_3, Qt::AltModifier);
  AgreementView& view = open.page->agreement();
  QVERIFY(view.disputes().count() == 0);
  view.nextReviewer().setFocus();
  view.nextReviewer().selectAll();
  QTest::keyClicks(&view.nextReviewer(), QStringLiteral("ben"));
  QTest::mouseClick(&view.startButton(), Qt::LeftButton);
  open.settle();
  QVERIFY((open.page->review() == Review{"ben", 1}));
  QCOMPARE(open.page->queue().model().rowCount(), 4);  // what anna decided, and not how
  QCOMPARE(open.state().verdict, Verdict::kUndecided);
  for (int i = 0; i < 4; ++i) open.press(i == 0 ? Qt::Key_X : Qt::Key_A);
  open.press(Qt::Key_3, Qt::AltModifier);
  QCOMPARE(view.disputes().count(), 1);
  const QString all = view.table().filter(QStringLiteral("all pairs")).value(0);
  QVERIFY2(all.contains(QStringLiteral("75\u00a0%")), qPrintable(all));
  QCOMPARE(view.panel().buttons().size(), 2);
  QTest::mouseClick(view.panel().buttons().last(), Qt::LeftButton);
  open.settle();
  QTRY_COMPARE(view.disputes().count(), 0);
  StoredReviews stored(project);
  QCOMPARE(stored.count(kAnna, QueueFilter::kDisputed), 0);
}

void AuditReviewTest::takesOverAnothersDecisions() {
  const QString ours = makeProject(4), theirs = makeProject(4);
  {
    AuditWindow open(theirs);
    for (int i = 0; i < 2; ++i) open.press(Qt::Key_X);
  }
  set(settings::kReviewer, QStringLiteral("ben"));
  AuditWindow open(ours);
  for (int i = 0; i < 4; ++i) open.press(Qt::Key_A);
  open.press(Qt::Key_3, Qt::AltModifier);
  Q_EMIT open.page->agreement().mergeAsked(theirs);  // as the dialog for a folder does
  QTRY_COMPARE(open.page->agreement().disputes().count(), 2);
  QVERIFY(open.page->agreement().mergedText().startsWith(QLatin1String("2 decisions")));
  QCOMPARE(StoredReviews(ours).entries(), 6);
}

void AuditReviewTest::takesOverAFile() {
  const QString ours = makeProject(4), theirs = makeProject(4);
  const QString file = theirs + QStringLiteral("/sent.jsonl");
  {
    AuditWindow open(theirs);
    for (int i = 0; i < 2; ++i) open.press(Qt::Key_X);
    curation::Project project = curation::Project::open(theirs.toStdString());
    QCOMPARE(curation::writeJournal(project, file.toStdString()), 2);
  }
  set(settings::kReviewer, QStringLiteral("ben"));
  AuditWindow open(ours);
  open.press(Qt::Key_3, Qt::AltModifier);
  Q_EMIT open.page->agreement().mergeAsked(file);  // as the dialog for a file does
  QTRY_COMPARE(StoredReviews(ours).entries(), 2);
  QTRY_VERIFY(open.page->agreement().mergedText().startsWith(QLatin1String("2 decisions")));
}

void AuditReviewTest::saysWhatIsNext() {
  const QString empty = makeProject(0);
  {
    AuditWindow open(empty);
    QVERIFY(open.page->isSettled());
    QCOMPARE(open.page->nextSteps().heading(), QStringLiteral("No pairs yet"));
    QSignalSpy asked(open.page, &Page::pageAsked);
    QTest::mouseClick(open.page->nextSteps().buttons().first(), Qt::LeftButton);
    QCOMPARE(asked.first(), (QVariantList{QStringLiteral("run"), QStringLiteral("select")}));
  }
  const QString project = makeProject(1);
  AuditWindow open(project);
  open.press(Qt::Key_A);
  QCOMPARE(open.page->nextSteps().heading(), QStringLiteral("Every pair is decided"));
  QTest::mouseClick(open.page->nextSteps().buttons().last(), Qt::LeftButton);
  open.settle();
  QCOMPARE(open.page->queue().model().rowCount(), 1);
  QCOMPARE(open.state().verdict, Verdict::kAccepted);
}

void AuditReviewTest::comesBackAsItWasLeft() {
  const QString project = makeProject(8);
  qint64 pair = 0;
  {
    AuditWindow open(project);
    open.page->queue().orders().setFocus();
    QTest::keyClick(&open.page->queue().orders(), Qt::Key_End);  // random
    open.settle();
    open.page->queue().takeFocus();
    open.press(Qt::Key_Right);
    open.press(Qt::Key_Right);
    pair = open.shownId();
  }
  AuditWindow open(project);
  QCOMPARE(open.page->queue().query().order, curation::QueueOrder::kRandom);
  QCOMPARE(open.shownId(), pair);
}

void AuditReviewTest::listsPairsAsAModelShould() {
  const QString project = makeProject(70);  // more than a page of lines
  ProjectSession session(project);
  PairModel model(session, std::make_shared<ReviewDesk>(), nullptr);
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  curation::QueueQuery query;
  query.review = kAnna;
  model.setQuery(query);
  QTRY_COMPARE(model.rowCount(), 70);
  QTRY_VERIFY(model.index(69).data().isValid());
  ReviewState accepted;
  accepted.verdict = Verdict::kAccepted;
  model.setState(model.idAt(0), accepted, Saved::kNotYet);
  QCOMPARE(model.undecidedFrom(69), 1);
  QTRY_VERIFY(
      model.index(0).data(LineDelegate::kCaptionRole).toString().contains(QLatin1String("saving")));
}

}  // namespace mia::test
