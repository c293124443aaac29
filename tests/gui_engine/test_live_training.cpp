// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui_engine/test_live_training.h"

#include <QLineEdit>
#include <QSettings>
#include <QTest>
#include <functional>

#include "tests/gui/sample_project.h"
#include "ui/main_window.h"
#include "ui/pages/train/run_panel.h"
#include "ui/pages/train/train_form.h"
#include "ui/pages/train/train_page.h"

namespace mia::test {

using namespace mia::ui;
using curation::RunHold;
using curation::RunTurn;
using run::RunState;

namespace {

constexpr int kLong = 180000;  ///< ms that the engine may take on a busy machine

/// The window on its Train page.
struct TrainWindow {
  explicit TrainWindow(const QString& project) {
    window.resize(1280, 800);
    window.show();
    window.openProject(project);
    window.showPage(QStringLiteral("train"));
    page = qobject_cast<TrainPage*>(window.page());
  }
  bool until(const std::function<bool()>& holds) { return QTest::qWaitFor(holds, kLong); }
  bool settle() {
    return until([this] { return page->isSettled(); });
  }
  const curation::RunFacts* find(const QString& run) { return page->feed().find(run); }
  bool isIn(const QString& run, RunState state) {
    const auto* facts = find(run);
    return facts && facts->turn == RunTurn::kNone && facts->state == state;
  }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    page->list().setFocus();
    QTest::keyClick(&page->list(), key, modifiers);
  }
  void pick(const QString& run) {
    for (int row = 0; row < page->list().model()->rowCount(); ++row) {
      const QModelIndex line = page->list().model()->index(row, 0);
      if (line.data(Qt::ToolTipRole).toString() == run) page->list().setCurrentIndex(line);
    }
  }
  void write(const char* field, const QString& value) {
    auto* line = static_cast<QLineEdit*>(page->form().row(QLatin1String(field))->editor());
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, value);
  }
  /// Begins a training of so many steps; its id.
  QString train(int steps, int seed) {
    const QString before = page->current();
    press(Qt::Key_N);
    page->form().begin(QStringLiteral("quick"));
    page->form().showAll(true);
    write("max_steps", QString::number(steps));
    write("batch_size", QStringLiteral("2"));
    write("micro_batch_size", QStringLiteral("2"));
    write("seed", QString::number(seed));
    settle();
    QTest::keyClick(page, Qt::Key_Return, Qt::ControlModifier);
    until([&] { return !page->current().isEmpty() && page->current() != before; });
    return page->current();
  }

  MainWindow window;
  TrainPage* page = nullptr;
};

}  // namespace

void LiveTrainingTest::initTestCase() {
  QSettings().clear();
  const std::filesystem::path root = folder_.path().toStdString();
  makeProject(root / "project", drawPhotos(root / "photos", 5), 4);
  project_ = QString::fromStdString((root / "project").string());
}

void LiveTrainingTest::pausesQueuesAndOutlivesTheWindow() {
  auto open = std::make_unique<TrainWindow>(project_);
  QVERIFY(open->page && open->settle());
  const QString first = open->train(100000, 1);
  QVERIFY(open->until([&] { return open->find(first) && open->find(first)->step >= 3; }));
  open->press(Qt::Key_P);
  QVERIFY(open->until([&] { return open->find(first)->hold == RunHold::kHeld; }));
  const std::int64_t heldAt = open->find(first)->step;
  // The next one queues behind it.
  const QString second = open->train(2, 2);
  QVERIFY(second != first);
  QVERIFY(open->until(
      [&] { return open->find(second) && open->find(second)->turn == RunTurn::kWaiting; }));
  QCOMPARE(open->find(first)->step, heldAt);

  open.reset();
  open = std::make_unique<TrainWindow>(project_);
  QVERIFY(open->until([&] { return open->find(first) && open->find(second); }));
  QVERIFY(open->find(first)->hold == RunHold::kHeld);
  QVERIFY(open->find(second)->turn == RunTurn::kWaiting);
  QCOMPARE(open->find(first)->step, heldAt);
  open->pick(first);
  open->press(Qt::Key_P);
  QVERIFY(open->until([&] { return open->find(first)->step > heldAt; }));

  // Stopped, it makes way for the one that waits, and is gone on with behind it.
  open->press(Qt::Key_S);
  QVERIFY(open->until([&] { return open->isIn(first, RunState::kStopped); }));
  const std::int64_t stoppedAt = open->find(first)->step;
  QCOMPARE(open->find(first)->checkpoint, stoppedAt);
  QVERIFY(open->page->panel().nextWords().contains(QStringLiteral("can be resumed")));
  QVERIFY(open->until([&] { return open->isIn(second, RunState::kFinished); }));
  open->pick(first);
  open->press(Qt::Key_R);
  QVERIFY(open->until([&] { return open->find(first)->step > stoppedAt; }));
  open->press(Qt::Key_S);
  QVERIFY(open->until([&] { return open->isIn(first, RunState::kStopped); }));
}

void LiveTrainingTest::saysWhyARunFailed() {
  TrainWindow open(project_);
  QVERIFY(open.page && open.settle());
  // The form would not begin it: no pair is as short.
  Q_EMIT open.page->jobAsked(
      QStringLiteral("Training"),
      {QStringLiteral("train"), QStringLiteral("--max-length"), QStringLiteral("8")});
  QString failed;
  QVERIFY(open.until([&] {
    for (const curation::RunFacts& run : open.page->feed().runs()) {
      if (run.state == RunState::kFailed) failed = QString::fromStdString(run.id());
    }
    return !failed.isEmpty();
  }));
  const curation::RunFacts& facts = *open.find(failed);
  QVERIFY2(facts.failure.find("tokens long") != std::string::npos, facts.failure.c_str());
  QCOMPARE(curation::adviceFor(facts), std::string("Duplicate it with a larger max_length"));
}

}  // namespace mia::test
