// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/candidate.h"
#include "storage/statement.h"

namespace mia::storage {

/// Which candidates; an empty field does not narrow.
struct CandidateFilter {
  std::optional<std::string> run;
  std::optional<std::string> arm;  ///< "" is the arm of every `generate` run
  SampleId sample;
};

/// How much of a candidate to read: its figures and the shares per layer (what selection needs), or
/// also its tokens, log-probs and the shares per token.
enum class CandidateParts { kFigures, kAll };

/// Reads the model's answers and where it looked.
class CandidateReader {
 public:
  explicit CandidateReader(Database& database) : database_(database) {}

  /// Everything but the maps; Error kNotFound when there is none.
  Candidate get(CandidateId id);
  std::int64_t count(const CandidateFilter& filter = {});
  /// The samples that a run has answered, by id.
  std::vector<SampleId> samplesOfRun(const std::string& run);
  /// Every candidate by sample, run, arm and number, without holding them all.
  void forEach(const CandidateFilter& filter, CandidateParts parts,
               const std::function<void(Candidate&&)>& take);
  std::vector<Candidate> ofSample(SampleId sample, CandidateParts parts = CandidateParts::kAll);

  /// The maps of a candidate by layer and picture; `layer` narrows.
  std::vector<AttentionMap> maps(CandidateId id, std::optional<int> layer = {});

 private:
  Database& database_;
};

/// Writes candidates with their maps. One is known by run, arm, sample and number.
class CandidateWriter {
 public:
  explicit CandidateWriter(Database& database);

  /// Stores a candidate (its `id` is ignored) and its maps; nothing when it is there already.
  std::optional<CandidateId> add(const Candidate& candidate, const std::string& arm,
                                 const std::vector<AttentionMap>& maps);

 private:
  void addTokens(CandidateId id, const Candidate& candidate);

  Statement insert_;
  Statement insertTokens_;
  Statement insertMap_;
};

}  // namespace mia::storage
