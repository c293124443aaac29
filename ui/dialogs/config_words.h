// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mia::ui {

/// A field's label, unit or explanation in the window's language; as it stands where none is known.
QString configWords(const char* english);

}  // namespace mia::ui
