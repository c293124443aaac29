// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace mia::test {

/// Handles events until what is tested is at rest. Where it does not come to rest, the run ends
/// here: what follows would look at things that are not there.
template <class Condition>
void waitForRest(Condition isAtRest) {
  constexpr int kPatience = 20'000;  // ms
  if (!QTest::qWaitFor(isAtRest, kPatience)) qFatal("It did not come to rest within 20 s");
}

}  // namespace mia::test
