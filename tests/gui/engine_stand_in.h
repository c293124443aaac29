// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace mia::test {

/// Plays `mia-engine serve` on standard input and output: four layers, two heads and 4 x 4 patches
/// per picture; answers "one two three four", reads a given text word by word. A question with
/// "slow" gets one token in 100 ms, one with "die" ends the process in the middle of its answer.
int runEngineStandIn();

/// Puts a program `mia-engine` that plays the engine into `folder`.
void writeEngineStandIn(const std::filesystem::path& folder);

}  // namespace mia::test
