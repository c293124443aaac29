// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QString>
#include <functional>

namespace mia::test {

/// An application that measures how long each event keeps the GUI thread, so that a test can say
/// that nothing held it up. Time in which the scheduler gave the processor to somebody else is not
/// counted (Linux), for a busy machine is not the program's fault.
class WatchedApplication : public QApplication {
 public:
  using QApplication::QApplication;

  bool notify(QObject* receiver, QEvent* event) override;

  /// Walks a journey, up to three times over, and tells which event held the GUI thread longer than
  /// 50 ms in each of them; empty when none did in one. What is slow is slow each time, what
  /// another program caused is not. On a slower machine, as measured by a fixed piece of painting,
  /// the limit is wider, and never so wide that it would mean nothing.
  QString heldUpBy(const std::function<void()>& journey);

 private:
  int depth_ = 0;
  double longest_ = 0;  ///< that one event took, ms
  QString culprit_;     ///< which event that was, to whom
};

}  // namespace mia::test
