// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "curation/run_history.h"
#include "curation/train.h"

namespace mia::curation {

/// What a training would need and learn from, looked up before it starts. Nothing is loaded but
/// the tokenizer.
struct TrainCheck {
  struct Lengths {
    int shortest = 0, median = 0, longest = 0;  ///< tokens of a pair's longer half, images included
  };
  SelectionId selection;
  PairSource source = PairSource::kAutomatic;
  std::int64_t pairs = 0;                       ///< selected, or accepted, as `source` says
  std::int64_t accepted = 0;                    ///< of the selection, in the audit
  std::map<LayoutKind, std::int64_t> byLayout;  ///< of them
  std::int64_t usable = 0;                      ///< short enough, and learned from
  std::int64_t heldOut = 0;                     ///< of held-out samples: only scored
  std::int64_t tooLong = 0;
  std::int64_t missing = 0;  ///< a photo is not where it was
  std::string missingFile;   ///< one of them
  Lengths lengths;
  std::int64_t steps = 0;
  std::int64_t memory = 0;      ///< bytes; 0: not known
  std::string memoryBasis;      ///< what the figure is based on, for people
  std::int64_t memoryFree = 0;  ///< of the machine, bytes; 0: not known
  double seconds = 0;           ///< 0: not known
  std::string secondsBasis;
  std::optional<std::string> same;    ///< a run that did, or began, exactly this
  std::vector<std::string> problems;  ///< why it cannot start or will not do what is meant
};

/// Looks a training up, again and again as its settings change: what takes long (tokens of every
/// pair) is kept per choice of pairs and model. Use from one thread.
class TrainChecker {
 public:
  explicit TrainChecker(const std::filesystem::path& project);
  ~TrainChecker();
  /// `history`: the runs that figures may be based on. Where nothing was accepted, that is a
  /// problem of the check. Error kNotFound, kUsage as prepareTrain() otherwise.
  TrainCheck check(const TrainRequest& request, const std::vector<RunFacts>& history);

 private:
  struct Measured;
  const Measured& measure(const PairChoice& choice, const std::filesystem::path& model);

  Project project_;
  std::unique_ptr<Measured> measured_;
};

/// As `mia train --check --json` prints it, and as it prints it for people.
Json toJson(const TrainCheck& check);
std::string toText(const TrainCheck& check);

}  // namespace mia::curation
