// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

#include "domain/decision.h"

namespace mia::ui {

/// The review that goes on in a project.
struct KeptReview {
  Review review;
  std::optional<Review> decidedBy;  ///< a blind review of what this one decided
};

/// As it was left; the first round of the reviewer of the settings when it was another project, or
/// when that name was changed since.
KeptReview keptReview(const QString& project);
void keepReview(const QString& project, const KeptReview& kept);

}  // namespace mia::ui
