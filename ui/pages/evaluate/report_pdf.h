// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mia::ui {

/// Sets the page of a report on sheets of paper; "" or why it cannot. Any thread, slow.
QString writePdf(const QString& html, const QString& title, const QString& file);

}  // namespace mia::ui
