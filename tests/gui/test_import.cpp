// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/test_import.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

#include "tests/gui/sample_project.h"
#include "tests/gui/stand_in.h"
#include "ui/main_window.h"
#include "ui/pages/import/import_sheet.h"
#include "ui/pages/import/preview_list.h"
#include "ui/widgets/note.h"

namespace mia::test {

using namespace mia::ui;

namespace {

QByteArray row(int id, const QByteArray& image) {
  return "{\"id\":" + QByteArray::number(id) + ",\"image\":\"" + image +
         "\",\"conversations\":[{\"from\":\"human\",\"value\":\"<image>\\nWhat is it?\"},"
         "{\"from\":\"gpt\",\"value\":\"Number " +
         QByteArray::number(id) + ".\"}]}";
}

void write(const QString& path, const QByteArray& content) {
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(content);
}

/// Drops a file or folder on the window, as from a file manager.
bool drop(MainWindow& window, const QString& path) {
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(path)});
  QDragEnterEvent enter({400, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(&window, &enter);
  if (!enter.isAccepted()) return false;
  QDropEvent dropped(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(&window, &dropped);
  return true;
}

ImportSheet* settledSheet(MainWindow& window) {
  auto* sheet = window.findChild<ImportSheet*>();
  return sheet && QTest::qWaitFor([sheet] { return sheet->isSettled(); }) ? sheet : nullptr;
}

QString noteOf(const ImportSheet& sheet) {
  const Note* note = sheet.findChild<Note*>();
  return note && note->isVisible() ? note->text() : QString();
}

QPushButton* importButton(const ImportSheet& sheet) {
  for (QPushButton* button : sheet.findChildren<QPushButton*>()) {
    if (button->isDefault()) return button;
  }
  return nullptr;
}

}  // namespace

void ImportTest::initTestCase() {
  const std::filesystem::path root = folder_.path().toStdString();
  drawPhotos(root / "photos", 3);
  write(file(), "[" + row(1, "object-0.png") + "," + row(2, "gone.png") + "," +
                    row(3, "object-1.png") + "," + row(3, "object-1.png") + "]");
}

void ImportTest::previewListKeepsTheRulesOfModels() {
  PreviewList list;
  QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
  const auto preview = std::make_shared<const curation::ImportPreview>(
      curation::previewImport(file().toStdString(), {}, 10));
  list.show(preview, false);
  QCOMPARE(list.rowCount(), 4);
  QTRY_VERIFY(!list.index(0).data(Qt::DecorationRole).value<QImage>().isNull());
  QCOMPARE(list.index(0).data(PreviewList::kAnswerRole).toString(), QStringLiteral("Number 1."));
  list.show(preview, true);
  QCOMPARE(list.rowCount(), 2);
}

void ImportTest::showsWhatWouldBecomeOfADroppedFile() {
  MainWindow window;
  window.resize(1100, 800);
  window.show();
  QVERIFY(drop(window, file()));
  ImportSheet* sheet = settledSheet(window);
  QVERIFY(sheet);
  QCOMPARE(sheet->list().rowCount(), 4);
  QVERIFY(sheet->list()
              .index(1)
              .data(PreviewList::kReasonRole)
              .toString()
              .contains(QLatin1String("missing image")));
  QVERIFY(sheet->list()
              .index(3)
              .data(PreviewList::kReasonRole)
              .toString()
              .contains(QLatin1String("duplicate")));
  auto* only = sheet->findChild<QCheckBox*>();
  QVERIFY(only->isVisible());
  QTest::keyClick(only, Qt::Key_Space);
  QCOMPARE(sheet->list().rowCount(), 2);
}

void ImportTest::importsIntoANewProject() {
  const RealProgram real;
  MainWindow window;
  window.resize(1100, 800);
  window.show();
  drop(window, file());
  ImportSheet* sheet = settledSheet(window);
  const QString target = folder_.path() + QStringLiteral("/made");
  for (QLineEdit* field : sheet->findChildren<QLineEdit*>()) {
    if (field->accessibleName() == QLatin1String("Project")) {
      field->selectAll();
      QTest::keyClicks(field, target);
      QTest::keyClick(field, Qt::Key_Return);
    }
  }
  QTRY_VERIFY_WITH_TIMEOUT(window.session() && window.session()->counts().questions == 2, 20000);
  QCOMPARE(QDir(window.session()->folder()), QDir(target));
  QCOMPARE(window.session()->counts().quarantined, std::int64_t{2});
}

void ImportTest::saysThatAFolderOfPhotosHasNoQuestions() {
  MainWindow window;
  window.resize(1100, 800);
  window.show();
  QVERIFY(drop(window, folder_.path() + QStringLiteral("/photos")));
  ImportSheet* sheet = settledSheet(window);
  QVERIFY(noteOf(*sheet).contains(QLatin1String("no questions")));
  QVERIFY(!importButton(*sheet)->isEnabled());
  sheet->choose(file());  // the photos that were dropped stay named
  QTRY_VERIFY(importButton(*sheet)->isEnabled());
  QCOMPARE(noteOf(*sheet), QString());
}

void ImportTest::takesTheQuestionsOfADroppedFolder() {
  MainWindow window;
  window.resize(1100, 800);
  window.show();
  QVERIFY(drop(window, folder_.path()));
  ImportSheet* sheet = settledSheet(window);
  QTRY_COMPARE(sheet->list().rowCount(), 4);
}

void ImportTest::refusesWhatIsNoListOfQuestions() {
  const QString pairs = folder_.path() + QStringLiteral("/pairs.txt");
  write(pairs, R"([{"chosen":"a","rejected":"b"}])");
  MainWindow window;
  window.resize(1100, 800);
  window.show();
  QVERIFY(drop(window, pairs));
  ImportSheet* sheet = settledSheet(window);
  QVERIFY(noteOf(*sheet).contains(QLatin1String("Preference pairs")));
  QVERIFY(!importButton(*sheet)->isEnabled());
  QFile::remove(pairs);
}

void ImportTest::opensADroppedProject() {
  const std::filesystem::path root = folder_.path().toStdString();
  makeProject(root / "there", drawPhotos(root / "more-photos", 2), 1);
  MainWindow window;
  window.show();
  QVERIFY(drop(window, folder_.path() + QStringLiteral("/there")));
  QVERIFY(window.session());
  QVERIFY(!window.findChild<ImportSheet*>());
}

}  // namespace mia::test
