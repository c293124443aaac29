// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/compose/preview_loader.h"

namespace mia::ui {

/// The figures of a preview in one line: size in px, tokens against the model's limit, what the
/// model sees of it.
QString previewFacts(const LoadedPreview& loaded);
/// Why this sample cannot be used as it is; "" when it can.
QString previewProblem(const LoadedPreview& loaded);

}  // namespace mia::ui
