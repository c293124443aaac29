// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

namespace mia::cli {

/// Turns SIGINT and SIGTERM into a polite request to stop. Call once, first thing in main, before
/// any thread is started: the signals are blocked there and taken by a thread of their own. A
/// second signal ends the program at once (exit code 130); nothing that was stored is lost by that.
std::stop_token installStopSignals();

/// The token installStopSignals() returned.
std::stop_token stopToken();

}  // namespace mia::cli
