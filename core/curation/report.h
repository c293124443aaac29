// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "curation/evaluate.h"
#include "selection/rule.h"

namespace mia::curation {

/// What a report is written from: no database, so that any thread can write it.
struct ReportSource {
  run::RunDirectory run;
  selection::Rule rule;  ///< names the layers that decide, and the thresholds
};

/// Of this evaluation; of the newest finished one where `evaluation` is empty. Error kNotFound.
ReportSource reportSource(storage::Database& database, const std::filesystem::path& project,
                          const std::string& evaluation);

struct ReportRequest {
  WrongRule wrong = WrongRule::kNormalised;
  int samplesPerGroup = 2;  ///< shown with pictures, of each layout and number of images
};

/// The evaluation as one page of HTML that needs no other file: what was compared, the table of
/// every arm, and samples with where both models looked and the difference. Its figures are those
/// of evaluation::toText(). Simple enough for a text layout that knows tables but no style sheets.
/// Error kStopped.
std::string htmlReport(const ReportSource& source, const ReportRequest& request,
                       const WorkContext& work);

/// Writes it, in one step. Error kUsage unless the file's name ends in .html or .htm.
void writeReport(const ReportSource& source, const ReportRequest& request,
                 const std::filesystem::path& file, const WorkContext& work);

}  // namespace mia::curation
