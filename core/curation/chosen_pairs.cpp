// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/chosen_pairs.h"

#include "curation/review.h"
#include "curation/review_book.h"
#include "curation/review_rows.h"
#include "storage/selections.h"

namespace mia::curation {
namespace {

std::vector<AcceptedPair> acceptedPairs(Project& project, const PairChoice& choice) {
  const ReviewBook book(project.database(), choice.selection);
  const ReviewRows& rows = book.rows();
  const auto* named = choice.review ? rows.voiceOf(*choice.review) : nullptr;
  std::vector<AcceptedPair> accepted;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto* voice = choice.review ? named : rows.heard(row).voice;
    if (opinionOf(voice, row).verdict != Verdict::kAccepted) continue;
    accepted.push_back({PairId{rows.pairs[row]}, voice->review});
  }
  return accepted;
}

}  // namespace

const char* toString(PairSource source) {
  return source == PairSource::kAutomatic ? "automatic" : "accepted";
}

PairSource pairSourceFromString(const std::string& name) {
  for (const PairSource source : {PairSource::kAutomatic, PairSource::kAccepted}) {
    if (name == toString(source)) return source;
  }
  throw Error(ErrorKind::kUsage, "\"" + name + "\" is no choice of pairs",
              "Known: automatic, accepted");
}

SelectionId selectionOf(Project& project, SelectionId asked) {
  storage::SelectionReader reader(project.database());
  if (asked) return reader.get(asked).id;
  const auto latest = reader.latest();
  if (!latest) {
    throw Error(ErrorKind::kNotFound, "The project has no pairs yet", "Run `mia select` first");
  }
  return latest->id;
}

ChosenPairs::ChosenPairs(Project& project, const PairChoice& choice)
    : project_(project), choice_(choice) {
  choice_.selection = selectionOf(project, choice.selection);
  const std::string name = "election " + std::to_string(choice_.selection.value);
  if (choice.source == PairSource::kAccepted) {
    findAccepted();
    if (count_ > 0) return;
    throw Error(ErrorKind::kUsage, "No pair of s" + name + " has been accepted",
                "The Audit page and `mia audit decide` accept pairs");
  }
  count_ = storage::SelectionReader(project.database())
               .countPairs({.selection = choice_.selection, .status = PairStatus::kSelected});
  if (count_ > 0) return;
  throw Error(ErrorKind::kUsage, "S" + name + " selected no pair",
              "`mia status` shows what its rule left out; try other thresholds with `mia select`");
}

void ChosenPairs::findAccepted() {
  accepted_ = acceptedPairs(project_, choice_);
  count_ = static_cast<std::int64_t>(accepted_.size());
}

void ChosenPairs::forEach(const std::function<void(Pair&&)>& take) {
  storage::SelectionReader reader(project_.database());
  if (choice_.source == PairSource::kAutomatic) {
    reader.forEachPair({.selection = choice_.selection, .status = PairStatus::kSelected}, take);
    return;
  }
  for (const auto& [id, review] : accepted_) {
    const Pair pair = reader.pair(id);
    take(reviewed(pair, stateOf(project_.database(), review, pair)));
  }
}

std::int64_t countAccepted(Project& project, const PairChoice& choice) {
  return static_cast<std::int64_t>(acceptedPairs(project, choice).size());
}

}  // namespace mia::curation
