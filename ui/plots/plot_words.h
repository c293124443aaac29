// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

namespace mia::ui {

/// A number for people: "0.52", "1.2 M", "4.1e-5", "−3".
QString numberWords(double value);
/// The same of bytes: "1.4 GB".
QString byteWords(double bytes);
/// A span on a time axis: "0", "45 s", "3 m 20 s", "1 h 5 m".
QString spanWords(double seconds);

/// How the figures of an axis are written.
enum class PlotUnit { kNumber, kSteps, kPairs, kSeconds, kBytes, kShare };
QString unitWords(PlotUnit unit, double value);

/// Colours that people with any colour vision tell apart (Okabe and Ito, 2008), in the shade that
/// stands out in this theme; the number wraps. kChosenColour and kRejectedColour are the theme's
/// own for these two, as on every page.
constexpr int kChosenColour = -1;
constexpr int kRejectedColour = -2;
QColor plotColour(int number, bool dark);

}  // namespace mia::ui
