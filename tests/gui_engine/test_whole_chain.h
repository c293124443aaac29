// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTemporaryDir>

namespace mia::test {

/// The whole way in one window, with the real programs and the demo's model: from a file of
/// questions to an adapter that was checked, by keys and mouse.
class WholeChainTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void goesFromPhotosToACheckedAdapter();

 private:
  QTemporaryDir folder_;
};

}  // namespace mia::test
