// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

namespace mia::ui {

/// What the command line of the studio asked for.
struct StudioOptions {
  QString project;     ///< folder to open; "" shows the start page
  bool demo = false;   ///< the folder is the demo project's: make it first when there is none
  QString page;        ///< PAGE or PAGE/STATE to turn to
  QString screenshot;  ///< write a PNG of the page there and end
  QString theme;       ///< "light", "dark", "system"; "" as last time
  QSize size;          ///< of the window; empty: as last time
};

/// Runs the window to its end; the exit code of the program. `argc` and `argv` are for Qt.
int runStudio(int& argc, char** argv, const StudioOptions& options);

}  // namespace mia::ui
