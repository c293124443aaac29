// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/test_accessibility.h"

#include <QAccessible>
#include <QLineEdit>
#include <QMetaEnum>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

#include "tests/gui/sample_project.h"
#include "ui/main_window.h"

namespace mia::test {

using namespace mia::ui;

namespace {

/// Roles that a person operates or that hold what is operated.
bool needsAName(QAccessible::Role role) {
  switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::EditableText:
    case QAccessible::ComboBox:
    case QAccessible::Slider:
    case QAccessible::SpinBox:
    case QAccessible::Dial:
    case QAccessible::List:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::ProgressBar:
    case QAccessible::PageTab: return true;
    default: return false;
  }
}

/// The tree as lines; nameless controls are put into `nameless` with the way to them.
void dump(QAccessibleInterface* node, const QString& way, QStringList& lines,
          QStringList& nameless) {
  if (!node || !node->isValid() || node->state().invisible) return;
  const QString role =
      QLatin1String(QMetaEnum::fromType<QAccessible::Role>().valueToKey(node->role()));
  const QString name = node->text(QAccessible::Name);
  const QString line = QStringLiteral("%1 “%2”").arg(role, name);
  lines.append(way + line);
  // The clear button of a search field is Qt's own, and named by the field it is in.
  const bool part = node->parent() && node->parent()->role() == QAccessible::EditableText;
  if (needsAName(node->role()) && name.trimmed().isEmpty() && !part) {
    const QString type =
        node->object() ? QLatin1String(node->object()->metaObject()->className()) : QString();
    nameless.append(way + line + QStringLiteral(" (") + type + QLatin1Char(')'));
  }
  // The cells of a list are named by its model, which has tests of its own.
  if (node->role() == QAccessible::List || node->role() == QAccessible::Table) return;
  for (int i = 0; i < node->childCount(); ++i) {
    dump(node->child(i), way + QStringLiteral("  "), lines, nameless);
  }
}

QStringList namelessIn(QWidget& window, QStringList& lines) {
  QStringList nameless;
  dump(QAccessible::queryAccessibleInterface(&window), {}, lines, nameless);
  return nameless;
}

}  // namespace

void AccessibilityTest::initTestCase() {
  QAccessible::setActive(true);
  const std::filesystem::path root = folder_.path().toStdString();
  makeProject(root / "project", drawPhotos(root / "photos", 5), 4);
}

void AccessibilityTest::everyControlHasAName_data() {
  QTest::addColumn<QString>("shown");
  QTest::newRow("start") << QStringLiteral("start");
  for (const PageInfo& info : pages()) {
    QTest::newRow(info.name) << QString(QLatin1String(info.name));
  }
  for (const char* sheet : {"palette", "keys", "settings", "import", "run/generate", "run/select",
                            "train/form/all", "run/evaluate", "run/export"}) {
    QTest::newRow(sheet) << QString(QLatin1String(sheet));
  }
}

void AccessibilityTest::everyControlHasAName() {
  QFETCH(QString, shown);
  MainWindow window;
  window.resize(1280, 800);
  window.show();
  window.openProject(folder_.path() + QStringLiteral("/project"));
  QVERIFY(
      window.showPage(shown.section(QLatin1Char('/'), 0, 0), shown.section(QLatin1Char('/'), 1)));
  QVERIFY(QTest::qWaitFor([&] { return window.isSettled(); }));
  QStringList lines;
  const QStringList nameless = namelessIn(window, lines);
  QVERIFY(lines.size() > 5);
  QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
}

void AccessibilityTest::namelessControlsAreFound() {
  QWidget window;
  auto* layout = new QVBoxLayout(&window);
  layout->addWidget(new QPushButton);
  layout->addWidget(new QPushButton(QStringLiteral("named")));
  layout->addWidget(new QLineEdit);
  window.show();
  QStringList lines;
  QCOMPARE(namelessIn(window, lines).size(), 2);
}

}  // namespace mia::test
