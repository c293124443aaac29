// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/files.h"
#include "domain/candidate.h"

namespace mia::run {

/// An answer with its attention maps, and the arm (evaluate) that gave it.
struct Answer {
  std::string arm;  ///< "" for generate
  Candidate candidate;
  std::vector<AttentionMap> maps;
};

/// Writes answers as the engine makes them. `answers.jsonl` has one line per candidate;
/// `attention.bin` holds the maps as little-endian binary16 in units of times uniform, and each
/// line says where its maps stand: "maps":[{"layer","picture","rows","columns","offset" (bytes)}].
/// The maps are written first: a line that can be read names maps that are whole. Opening cuts what
/// a crash left behind the last whole line.
class AnswerWriter {
 public:
  AnswerWriter(const std::filesystem::path& answers, const std::filesystem::path& attention);
  void write(const Answer& answer);

 private:
  LineAppender lines_;
  std::ofstream maps_;
  std::uint64_t offset_ = 0;
};

/// Which samples have been answered: (arm, sample id).
using AnsweredSamples = std::set<std::pair<std::string, std::int64_t>>;

/// Prepares a run that ended early for going on. The answers of one arm to one sample are written
/// together, `perSample` of them; when a crash left fewer of the last one, its lines are cut off,
/// so that asking it again writes nothing twice. Returns the samples that are wholly answered.
/// Error kBadInput when the file holds anything else (a gap, or more answers than were asked for).
AnsweredSamples keepWholeSamples(const std::filesystem::path& answers, std::size_t perSample);

/// Calls `take` with every whole answer, in the order they were written. `withMaps` false leaves
/// `maps` empty and does not touch attention.bin.
void readAnswers(const std::filesystem::path& answers, const std::filesystem::path& attention,
                 bool withMaps, const std::function<void(Answer&&)>& take);

}  // namespace mia::run
