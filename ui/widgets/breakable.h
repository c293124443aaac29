// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mia::ui {

/// The text for a label, whose lines end at words only: a word that is longer than any column gets
/// places where it may be broken (U+200B, which is not seen). Other text comes back as it is.
QString breakable(const QString& text);

}  // namespace mia::ui
