// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTemporaryDir>

namespace mia::test {

/// Jobs of the window, against a stand-in for the command-line program.
class JobTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void tellsProgressAndEnd();
  void tellsWhyItFailed();
  void stopsPolitely();
  void saysThatTheProgramIsMissing();

 private:
  void standIn(const QByteArray& script);

  QTemporaryDir folder_;
  QByteArray path_;
};

}  // namespace mia::test
