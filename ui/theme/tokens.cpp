// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

namespace mia::ui {

const Tokens& lightTokens() {
  static const Tokens tokens{
      .canvas = QColor(0xF4F4F5),
      .panel = QColor(0xFFFFFF),
      .raised = QColor(0xFFFFFF),
      .line = QColor(0xE4E4E7),
      .edge = QColor(0xC8C8CE),
      .text = QColor(0x18181B),
      .dim = QColor(0x63636B),
      .accent = QColor(0x2563EB),
      .onAccent = QColor(0xFFFFFF),
      .chosen = QColor(0x0F766E),
      .rejected = QColor(0xC2410C),
      .undecided = QColor(0x71717A),
      .warning = QColor(0xB45309),
      .error = QColor(0xB91C1C),
  };
  return tokens;
}

const Tokens& darkTokens() {
  static const Tokens tokens{
      .canvas = QColor(0x131316),
      .panel = QColor(0x1C1C20),
      .raised = QColor(0x26262B),
      .line = QColor(0x34343A),
      .edge = QColor(0x4C4C54),
      .text = QColor(0xEDEDEF),
      .dim = QColor(0xA0A0A9),
      .accent = QColor(0x6EA0FF),
      .onAccent = QColor(0x131316),
      .chosen = QColor(0x2DD4BF),
      .rejected = QColor(0xFB923C),
      .undecided = QColor(0xA1A1AA),
      .warning = QColor(0xFBBF24),
      .error = QColor(0xF87171),
  };
  return tokens;
}

QColor mixed(const QColor& bottom, const QColor& top, double opacity) {
  const auto channel = [&](int low, int high) {
    return static_cast<int>(low + (high - low) * opacity + 0.5);
  };
  return QColor(channel(bottom.red(), top.red()), channel(bottom.green(), top.green()),
                channel(bottom.blue(), top.blue()));
}

}  // namespace mia::ui
