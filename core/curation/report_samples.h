// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "curation/report.h"

namespace mia::curation {

/// The text with what HTML would read as its own put in words that it shows as they are.
std::string escaped(const std::string& text);

/// The samples that a report shows of one comparison, of every group that has no parts: those that
/// changed first.
std::vector<ComparedSample> chosenForReport(const ArmComparison& comparison, int perGroup);

/// HTML of these samples, on one scale: both answers, where both models looked, the difference.
std::string htmlSamples(const ReportSource& source, const ArmComparison& comparison,
                        const std::vector<ComparedSample>& samples, const WorkContext& work);

}  // namespace mia::curation
