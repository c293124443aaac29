// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

#include "app/cli/verbs.h"
#include "base/json.h"
#include "base/progress.h"

namespace mia::cli {

/// Shows progress on standard error: one line that is redrawn, with rate and time left, on a
/// terminal; a plain line now and then elsewhere.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  void show(const Progress& progress);
  /// Ends the line of the present stage.
  void finish();

 private:
  using Clock = std::chrono::steady_clock;
  std::string describe(const Progress& progress) const;

  const bool terminal_;
  const Clock::duration period_;  ///< between two lines
  std::string stage_;
  Progress last_;
  std::int64_t firstDone_ = 0;
  bool shownLast_ = true;
  Clock::time_point begun_;
  Clock::time_point shown_;
};

/// The result of a verb on standard output: `words` for people, `result` with --json.
void report(const Context& context, const Json& result, const std::string& words);

/// "1 234 567": digits in groups, with thin spaces that do not break.
std::string withGroups(std::int64_t number);
/// "51 s", "3 m 20 s", "2 h 5 m".
std::string duration(double seconds);

}  // namespace mia::cli
