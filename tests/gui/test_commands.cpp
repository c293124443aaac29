// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/test_commands.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QUndoCommand>
#include <algorithm>

#include "tests/gui/sample_project.h"
#include "ui/commands/command_palette.h"
#include "ui/commands/fuzzy.h"
#include "ui/commands/key_sheet.h"
#include "ui/dialogs/field_row.h"
#include "ui/dialogs/settings_sheet.h"
#include "ui/dialogs/step_sheet.h"
#include "ui/main_window.h"
#include "ui/pages/data/data_page.h"
#include "ui/pages/data/detail_pane.h"
#include "ui/session/settings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/note.h"

namespace mia::test {

using namespace mia::ui;

namespace {

/// A window on the project that has come to rest.
struct Shell {
  MainWindow window;

  explicit Shell(const QString& project) {
    window.resize(1280, 800);
    window.show();
    window.openProject(project);
    settle();
  }
  void settle() {
    QVERIFY(QTest::qWaitFor([this] { return window.isSettled(); }));
  }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, key, modifiers);
  }
  template <class T>
  T* sheet() {
    T* found = window.findChild<T*>();
    return found && found->isVisible() ? found : nullptr;
  }
  void palette(const QString& words) {
    press(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(window.focusWidget(), words);
  }
};

FieldRow* rowOf(const StepSheet& sheet, const char* name) {
  for (FieldRow* row : sheet.findChildren<FieldRow*>()) {
    if (row->field().name == QLatin1String(name)) return row;
  }
  return nullptr;
}

int scoreOf(const char* pattern, const char* text) {
  const auto match = fuzzyMatch(QLatin1String(pattern), QLatin1String(text));
  return match ? match->score : -1000;
}

}  // namespace

void CommandTest::initTestCase() {
  const std::filesystem::path root = folder_.path().toStdString();
  makeProject(root / "project", drawPhotos(root / "photos", 6), 4);
  project_ = folder_.path() + QStringLiteral("/project");
}

void CommandTest::fuzzyMatchPrefersBeginningsAndRuns() {
  QVERIFY(!fuzzyMatch(QStringLiteral("xyz"), QStringLiteral("Open project")));
  QVERIFY(!fuzzyMatch(QStringLiteral("po"), QStringLiteral("o p")));  // in their order
  QCOMPARE(fuzzyMatch(QStringLiteral("OP"), QStringLiteral("Open"))->positions, (QList<int>{0, 1}));
  QVERIFY(scoreOf("op", "Open project") > scoreOf("op", "Stop"));
  QVERIFY(scoreOf("fs", "Full screen") > scoreOf("fs", "Offset"));
  QVERIFY(scoreOf("full", "Full screen") > scoreOf("full", "Fit under label, long"));
  QVERIFY(fuzzyMatch(QStringLiteral("screen full"), QStringLiteral("Full screen")));
}

void CommandTest::commandListKeepsTheRulesOfModels() {
  CommandList list(
      {{QStringLiteral("Open"), QStringLiteral("Window"), {}, {}, true, [] {}},
       {QStringLiteral("Undo"), QStringLiteral("Window"), {}, {}, false, [] {}}},
      [](const QString&) { return QList<Command>(); }, nullptr);
  QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
  QCOMPARE(list.rowCount(), 2);
  list.setText(QStringLiteral("und"));
  QCOMPARE(list.rowCount(), 1);
  QVERIFY(!(list.index(0).flags() & Qt::ItemIsEnabled));
  list.setText(QStringLiteral("window"));  // by their group
  QCOMPARE(list.rowCount(), 2);
}

void CommandTest::paletteRunsWhatIsTyped() {
  Shell shell(project_);
  Theme::instance().choose(ThemeChoice::kLight);
  shell.palette(QStringLiteral("next theme"));
  QVERIFY(shell.sheet<CommandPalette>());
  shell.press(Qt::Key_Return);
  QVERIFY(!shell.sheet<CommandPalette>());
  QVERIFY(Theme::instance().choice() == ThemeChoice::kDark);
}

void CommandTest::paletteGoesToASampleById() {
  Shell shell(project_);
  shell.palette(QStringLiteral("sample 3"));
  QCOMPARE(shell.sheet<CommandPalette>()->list().at(0).title, QStringLiteral("Sample 3"));
  shell.press(Qt::Key_Return);
  shell.settle();
  auto* page = qobject_cast<DataPage*>(shell.window.page());
  QVERIFY(page->detail().item());
  QCOMPARE(page->detail().item()->id, qint64{3});
  QVERIFY(page->model().query().shelf == curation::Shelf::kSamples);

  // From a list that shows another; what is not there is told, and changes nothing.
  shell.palette(QStringLiteral("sample 2"));
  shell.press(Qt::Key_Return);
  shell.settle();
  QCOMPARE(page->detail().item()->id, qint64{2});
  shell.palette(QStringLiteral("sample 99999"));
  shell.press(Qt::Key_Return);
  shell.settle();
  QCOMPARE(page->detail().item()->id, qint64{2});
  const auto notes = page->findChildren<Note*>();
  QVERIFY(std::any_of(notes.begin(), notes.end(), [](Note* note) { return note->isVisible(); }));

  // The page on view stands first.
  shell.press(Qt::Key_3, Qt::ControlModifier);
  shell.settle();
  shell.palette(QStringLiteral("sample 3"));
  QCOMPARE(shell.sheet<CommandPalette>()->list().at(0).group, QStringLiteral("Responses"));
  QCOMPARE(shell.sheet<CommandPalette>()->list().at(1).group, QStringLiteral("Data"));
}

void CommandTest::paletteIsLeftAsItWasEntered() {
  Shell shell(project_);
  QWidget* before = shell.window.focusWidget();
  shell.palette(QStringLiteral("zzzzz"));
  QCOMPARE(shell.sheet<CommandPalette>()->list().rowCount(), 0);
  shell.press(Qt::Key_Return);  // nothing to run
  QVERIFY(shell.sheet<CommandPalette>());
  shell.press(Qt::Key_Escape);
  QVERIFY(!shell.sheet<CommandPalette>());
  QCOMPARE(shell.window.focusWidget(), before);
}

void CommandTest::keysOfThePageAreShown() {
  Shell shell(project_);
  QTest::keyClick(shell.window.focusWidget(), '?');
  auto* sheet = shell.sheet<KeySheet>();
  QVERIFY(sheet);
  QStringList words;
  for (const QLabel* label : sheet->findChildren<QLabel*>()) words += label->text();
  QVERIFY(words.contains(QStringLiteral("Commands")));
  QVERIFY(words.contains(QStringLiteral("Ctrl+K")));
  QVERIFY(words.contains(QStringLiteral("Data")));
  shell.press(Qt::Key_Escape);
  QVERIFY(!shell.sheet<KeySheet>());
}

void CommandTest::undoTellsWhatItWillUndo() {
  struct Change : QUndoCommand {
    int& value;
    explicit Change(int& changed) : QUndoCommand(QStringLiteral("Tag 2 images")), value(changed) {}
    void redo() override { ++value; }
    void undo() override { --value; }
  };
  Shell shell(project_);
  int value = 0;
  shell.window.session()->undoStack().push(new Change(value));
  QCOMPARE(value, 1);
  shell.palette(QStringLiteral("undo"));
  QCOMPARE(shell.sheet<CommandPalette>()->list().at(0).title, QStringLiteral("Undo: Tag 2 images"));
  shell.press(Qt::Key_Escape);
  shell.press(Qt::Key_Z, Qt::ControlModifier);
  QCOMPARE(value, 0);
  shell.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
  QCOMPARE(value, 1);
}

void CommandTest::formTellsOnlyWhatDiffersFromTheDefaults() {
  QWidget window;
  window.resize(1000, 800);
  window.show();
  auto* sheet = new StepSheet(&window, *chainStep(QStringLiteral("train")), Preset::kPaper, {});
  sheet->open();
  QCOMPARE(sheet->arguments(), QStringList{QStringLiteral("train")});
  rowOf(*sheet, "learning_rate")->setValue(1e-5);
  rowOf(*sheet, "disable_dropout")->setValue(false);
  rowOf(*sheet, "beta")->setValue(0.1);
  QCOMPARE(sheet->arguments(),
           (QStringList{QStringLiteral("train"), QStringLiteral("--learning-rate"),
                        QStringLiteral("1e-05"), QStringLiteral("--no-disable-dropout")}));
}

void CommandTest::formSaysWhatIsWrongAndDoesNotStart() {
  QWidget window;
  window.resize(1000, 800);
  window.show();
  auto* sheet = new StepSheet(&window, *chainStep(QStringLiteral("generate")), Preset::kPaper, {});
  QSignalSpy accepted(sheet, &StepSheet::accepted);
  sheet->open();
  FieldRow* temperature = rowOf(*sheet, "temperature");
  QVERIFY(!temperature->editor()->isVisible());
  static_cast<QLineEdit*>(temperature->editor())->setText(QStringLiteral("11"));
  QVERIFY(temperature->problem().contains(QLatin1String("10")));
  QVERIFY(temperature->editor()->isVisible());  // what is wrong must be seen
  QTest::keyClick(temperature->editor(), Qt::Key_Return);
  QCOMPARE(accepted.size(), 0);
  static_cast<QLineEdit*>(temperature->editor())->setText(QStringLiteral("0.5"));
  QTest::keyClick(temperature->editor(), Qt::Key_Return);
  QCOMPARE(accepted.size(), 1);
  QCOMPARE(accepted[0][1].toStringList(),
           (QStringList{QStringLiteral("generate"), QStringLiteral("--temperature"),
                        QStringLiteral("0.5")}));
}

void CommandTest::formOfTheDemoBeginsWithItsSettings() {
  const StepFields paper = fieldsOfStep(QStringLiteral("train"), Preset::kPaper);
  const StepFields demo = fieldsOfStep(QStringLiteral("train"), Preset::kDemo);
  const auto rank = [](const StepFields& fields) {
    for (const Field& field : fields.main) {
      if (field.name == QLatin1String("lora_r")) return field;
    }
    return Field{};
  };
  QCOMPARE(rank(paper).value, rank(paper).fallback);
  QVERIFY(rank(demo).value != rank(demo).fallback);
  QVERIFY(!rank(demo).arguments(rank(demo).value).isEmpty());
}

void CommandTest::tabStaysOnASheet() {
  Shell shell(project_);
  shell.press(Qt::Key_Comma, Qt::ControlModifier);
  auto* sheet = shell.sheet<SettingsSheet>();
  QVERIFY(sheet);
  QSet<QWidget*> visited;
  for (int i = 0; i < 20; ++i) {
    shell.press(Qt::Key_Tab);
    visited.insert(shell.window.focusWidget());
    QVERIFY(sheet->isAncestorOf(shell.window.focusWidget()));
  }
  QVERIFY(visited.size() >= 5);
}

void CommandTest::settingsHoldAtOnce() {
  Shell shell(project_);
  shell.press(Qt::Key_Comma, Qt::ControlModifier);
  auto* sheet = shell.sheet<SettingsSheet>();
  for (FieldRow* row : sheet->findChildren<FieldRow*>()) {
    if (row->field().label() == QLatin1String("Reviewer")) {
      row->editor()->setFocus();
      QTest::keyClicks(row->editor(), QStringLiteral("Ada"));
    }
    if (row->field().label() == QLatin1String("Theme")) row->setValue(QStringLiteral("light"));
  }
  QCOMPARE(get(settings::kReviewer), QStringLiteral("Ada"));
  QCOMPARE(get(settings::kTheme), QStringLiteral("light"));
  QVERIFY(Theme::instance().choice() == ThemeChoice::kLight);
}

}  // namespace mia::test
