// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTemporaryDir>

namespace mia::test {

/// Importing from the window, by keys and by dropping.
class ImportTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void previewListKeepsTheRulesOfModels();
  void showsWhatWouldBecomeOfADroppedFile();
  void importsIntoANewProject();
  void saysThatAFolderOfPhotosHasNoQuestions();
  void takesTheQuestionsOfADroppedFolder();
  void refusesWhatIsNoListOfQuestions();
  void opensADroppedProject();

 private:
  QString file() const { return folder_.path() + QStringLiteral("/questions.json"); }

  QTemporaryDir folder_;
};

}  // namespace mia::test
