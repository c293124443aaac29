// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>

namespace mia::ui {

/// UTF-8 as the window holds text.
inline QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

/// "31 %" of a share 0 … 1, with a blank that does not break.
inline QString percent(double share, int decimals = 0) {
  return QStringLiteral("%1\u00a0%").arg(share * 100, 0, 'f', decimals);
}

}  // namespace mia::ui
