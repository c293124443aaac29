// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>
#include <vector>

namespace mia::test {

/// Runs a class of tests, unless MIA_GUI_ONLY names others ("A,B"); returns how many failed.
template <class Test>
int runTest(int argc, char** argv) {
  const QByteArray only = qgetenv("MIA_GUI_ONLY");
  const QByteArray name = QByteArray(Test::staticMetaObject.className()).split(':').last();
  if (!only.isEmpty() && !only.split(',').contains(name)) return 0;
  Test test;
  // Qt's handler of crashes returns to the instruction that crashed, again and again, and may wait
  // for ever in a child that it began within the signal.
  std::vector<char*> all(argv, argv + argc);
  char noHandler[] = "-nocrashhandler";
  all.push_back(noHandler);
  return QTest::qExec(&test, static_cast<int>(all.size()), all.data());
}

template <class... Tests>
int runTests(int argc, char** argv) {
  return (runTest<Tests>(argc, argv) + ...);
}

}  // namespace mia::test
