// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QString>

namespace mia::test {

/// An application that measures how long each event keeps the GUI thread, so that a test can say
/// that nothing held it up. Time in which the scheduler gave the processor to somebody else is not
/// counted (Linux), for a busy machine is not the program's fault.
class WatchedApplication : public QApplication {
 public:
  using QApplication::QApplication;

  bool notify(QObject* receiver, QEvent* event) override;

  /// Begins to watch; forgets what was measured.
  void watch();
  /// The longest that one event took since watch(), ms.
  double longest() const { return longest_; }
  /// How much slower this machine is than the one that limits are meant for, by the time of a fixed
  /// piece of painting; at least 1, and never so much that a limit would mean nothing.
  static double slowness();
  /// Which event that was, to whom.
  const QString& culprit() const { return culprit_; }

 private:
  int depth_ = 0;
  double longest_ = 0;
  QString culprit_;
};

}  // namespace mia::test
