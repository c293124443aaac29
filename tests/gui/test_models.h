// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTemporaryDir>

namespace mia::test {

/// The models and small parts of the window, each alone.
class ModelTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void galleryModelKeepsTheRulesOfModels();
  void heatmapsLieOnWhatTheModelSaw();
  void everyThemeIsReadable_data();
  void everyThemeIsReadable();

 private:
  QTemporaryDir folder_;
};

}  // namespace mia::test
