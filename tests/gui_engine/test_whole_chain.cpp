// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui_engine/test_whole_chain.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>

#include "scenes/data_set.h"
#include "tests/gui_engine/studio_person.h"
#include "ui/pages/audit/audit_page.h"
#include "ui/pages/audit/pair_queue.h"
#include "ui/pages/audit/progress_strip.h"
#include "ui/pages/compose/compose_page.h"
#include "ui/pages/evaluate/evaluate_page.h"
#include "ui/pages/import/import_sheet.h"
#include "ui/pages/responses/responses_page.h"
#include "ui/pages/train/train_form.h"
#include "ui/pages/train/train_page.h"

namespace mia::test {

using namespace mia::ui;

namespace {

constexpr int kScenes = 90;
constexpr int kAudited = 20;
constexpr int kSteps = 3;
constexpr int kAsked = 12;  ///< held-out samples that are evaluated

QPushButton* defaultButton(const QWidget& parent) {
  for (QPushButton* button : parent.findChildren<QPushButton*>()) {
    if (button->isDefault() && button->isVisible()) return button;
  }
  return nullptr;
}

/// The control of this accessible name.
template <class Control>
Control* childOf(const QWidget& parent, const char* name) {
  for (Control* one : parent.findChildren<Control*>()) {
    if (one->accessibleName() == QLatin1String(name)) return one;
  }
  return nullptr;
}

}  // namespace

void WholeChainTest::goesFromPhotosToACheckedAdapter() {
  const scenes::DataSet scenes =
      scenes::writeDataSet(folder_.path().toStdString() + "/scenes", "train", kScenes, 7);
  const QString project = folder_.filePath(QStringLiteral("project"));
  StudioPerson person;
  MainWindow& window = person.window;

  // Import.
  person.press(Qt::Key_I, Qt::ControlModifier);
  auto* import = window.findChild<ImportSheet*>();
  QVERIFY(import);
  person.write(childOf<QLineEdit>(*import, "Questions"),
               QString::fromStdString(scenes.rows.string()));
  person.write(childOf<QLineEdit>(*import, "Photos"), QString::fromStdString(scenes.root.string()));
  person.write(childOf<QLineEdit>(*import, "Project"), project);
  QVERIFY(QTest::qWaitFor([&] { return import->isSettled(); }, StudioPerson::kPatience));
  QTest::keyClick(childOf<QLineEdit>(*import, "Project"), Qt::Key_Return);
  QTRY_VERIFY_WITH_TIMEOUT(window.session(), StudioPerson::kPatience);
  QCOMPARE(person.awaitJob("import"), QString());

  // Compose.
  auto* compose = person.page<ComposePage>("compose");
  QVERIFY(compose);
  QTRY_VERIFY_WITH_TIMEOUT(defaultButton(*compose) && defaultButton(*compose)->isEnabled(),
                           StudioPerson::kPatience);
  QTest::mouseClick(defaultButton(*compose), Qt::LeftButton);
  QCOMPARE(person.awaitJob("compose"), QString());
  // A tenth of the questions is held out; what is evaluated later is made of those.
  QComboBox* split = childOf<QComboBox>(*compose, "Split");
  QVERIFY(split);
  split->setFocus();
  QTest::keyClick(split, Qt::Key_Down);
  QVERIFY(person.settle());
  const qsizetype composed = window.jobs().jobs().size();
  QTest::mouseClick(defaultButton(*compose), Qt::LeftButton);
  QTRY_VERIFY_WITH_TIMEOUT(window.jobs().jobs().size() > composed, StudioPerson::kPatience);
  QCOMPARE(person.awaitJob("compose"), QString());

  // Generate, by name in the palette, with the demo's settings.
  person.command(QStringLiteral("generate answers"));
  QVERIFY(person.sheet());
  person.fill("limit", QStringLiteral("140"));
  person.press(Qt::Key_Return);
  QCOMPARE(person.awaitJob("generate"), QString());
  auto* responses = person.page<ResponsesPage>("responses");
  QVERIFY(responses && responses->sample());
  QVERIFY(responses->board().hasMaps());

  // Select.
  person.command(QStringLiteral("select pairs"));
  QVERIFY(person.sheet());
  person.press(Qt::Key_Return);
  QCOMPARE(person.awaitJob("select"), QString());

  // Audit twenty pairs by keys: three of four are accepted, one is rejected.
  auto* audit = person.page<AuditPage>("audit");
  QVERIFY(audit);
  QTRY_VERIFY_WITH_TIMEOUT(audit->queue().model().rowCount() >= kAudited, StudioPerson::kPatience);
  for (int pair = 0; pair < kAudited; ++pair) {
    QVERIFY(person.settle());
    QVERIFY(audit->shown());
    person.press(pair % 4 == 3 ? Qt::Key_X : Qt::Key_A);
  }
  QTRY_VERIFY2_WITH_TIMEOUT(audit->strip().text().contains(QStringLiteral("%1 of").arg(kAudited)),
                            qPrintable(audit->strip().text()), StudioPerson::kPatience);

  // Train, twice: with the demo's settings, and with a larger step.
  auto* train = person.page<TrainPage>("train");
  QVERIFY(train);
  for (const char* rate : {"5e-4", "1e-4"}) {
    QVERIFY(window.showPage(QStringLiteral("train"), QStringLiteral("form/all")));
    QVERIFY(person.settle());
    person.write(train->form().row(QStringLiteral("max_steps"))->editor(), QString::number(kSteps));
    person.write(train->form().row(QStringLiteral("learning_rate"))->editor(), QLatin1String(rate));
    QTRY_VERIFY_WITH_TIMEOUT(train->form().isSettled() && train->form().canStart(),
                             StudioPerson::kPatience);
    const qsizetype before = window.jobs().jobs().size();
    QTest::mouseClick(&train->form().startButton(), Qt::LeftButton);
    QTRY_VERIFY(window.jobs().jobs().size() > before);
    QCOMPARE(person.awaitJob("train"), QString());
  }

  // Compare both runs.
  QVERIFY(window.showPage(QStringLiteral("train"), QStringLiteral("compare")));
  QVERIFY(person.settle());
  QTRY_COMPARE_WITH_TIMEOUT(train->table().model()->columnCount(), 2, StudioPerson::kPatience);
  QVERIFY(train->table().model()->rowCount() > 0);

  // Evaluate from the page, the newest training run on a few held-out samples.
  auto* evaluate = person.page<EvaluatePage>("evaluate");
  QVERIFY(evaluate);
  person.press(Qt::Key_E);
  QVERIFY(person.sheet());
  person.fill("limit", QString::number(kAsked));
  person.press(Qt::Key_Return);
  QCOMPARE(person.awaitJob("evaluate"), QString());
  QTRY_VERIFY_WITH_TIMEOUT(evaluate->stage() == EvaluatePage::Stage::kTable,
                           StudioPerson::kPatience);
  QVERIFY(person.settle());
  ComparisonModel& table = evaluate->table().model();
  QVERIFY(table.rowCount() > 0);
  QCOMPARE(table.index(table.rowCount() - 1, ComparisonModel::kSamples).data().toString(),
           QString::number(kAsked));
  person.press(Qt::Key_Return);
  person.press(Qt::Key_L);
  QVERIFY(person.settle());
  evaluate->samples().takeFocus();
  person.press(Qt::Key_Home);
  QVERIFY(person.settle());
  QVERIFY(evaluate->answerOn(0) && evaluate->answerOn(1));
  QVERIFY(evaluate->board().hasMaps());
  person.press(Qt::Key_Escape);

  // The report, and the adapter with the check of what was copied.
  QVERIFY(person.settle());
  const QString report = folder_.filePath(QStringLiteral("report.html"));
  person.press(Qt::Key_S, Qt::ControlModifier);
  QVERIFY(person.choose(report));
  QTRY_VERIFY_WITH_TIMEOUT(evaluate->note().text().contains(report), StudioPerson::kPatience);
  QVERIFY(QFile::exists(report));
  const QString adapter = folder_.filePath(QStringLiteral("adapter"));
  person.press(Qt::Key_X);
  QVERIFY(person.choose(adapter));
  QTRY_VERIFY_WITH_TIMEOUT(person.newest("export"), StudioPerson::kPatience);
  QCOMPARE(person.awaitJob("export"), QString());
  QTRY_VERIFY(evaluate->note().text().contains(QLatin1String("modules matched")));
  QVERIFY(QFile::exists(adapter + QStringLiteral("/adapter_model.safetensors")));
}

}  // namespace mia::test
