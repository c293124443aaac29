// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace mia::ui {

/// Every colour of the window, once: pages and widgets name these and no others. Greys carry no
/// tint, so that photos and heatmaps are judged rightly; text reaches 4.5:1, marks 3:1.
struct Tokens {
  QColor canvas;  ///< behind pictures
  QColor panel;
  QColor raised;
  QColor line;
  QColor edge;  ///< outline of things that can be operated
  QColor text;
  QColor dim;
  QColor accent;    ///< focus and selection
  QColor onAccent;  ///< text upon the accent
  QColor chosen;
  QColor rejected;
  QColor undecided;
  QColor warning;
  QColor error;
};

const Tokens& lightTokens();
const Tokens& darkTokens();

/// Distances in logical px; nothing is laid out in others.
namespace space {
constexpr int kTiny = 4;
constexpr int kSmall = 8;
constexpr int kMedium = 12;
constexpr int kLarge = 16;
constexpr int kHuge = 24;
constexpr int kCorner = 6;
}  // namespace space

/// Type sizes in logical px.
namespace type {
constexpr int kCaption = 11;
constexpr int kBody = 13;
constexpr int kSection = 16;
constexpr int kTitle = 22;
}  // namespace type

/// `top` over `bottom` at this opacity (0..1).
QColor mixed(const QColor& bottom, const QColor& top, double opacity);

}  // namespace mia::ui
