// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace mia::bench {

/// Starts the window on a project in processes of their own, one after the other; ms from the
/// process's start to the window's first painted frame. One more start goes before, so that what is
/// read from the disk is warm. Ends the program when there is no such frame.
std::vector<double> windowStarts(const QString& project, int times);

/// Such a process: what mia-studio does, until the first frame is painted. Its exit code.
int startWindow(int argc, char** argv, const QString& project);

}  // namespace mia::bench
