// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/review_rows.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

#include "storage/decisions.h"
#include "storage/selections.h"

namespace mia::curation {
namespace {

/// The state of an entry. Nearly all are one of two, which are not parsed.
Opinion opinionFrom(std::string_view after) {
  Opinion opinion;
  const auto simple = [&](const char* text, Verdict verdict) {
    if (after != text) return false;
    opinion.verdict = verdict;
    return true;
  };
  ReviewState outcome;
  if (!simple(R"({"verdict":"accepted"})", Verdict::kAccepted) &&
      !simple(R"({"verdict":"rejected"})", Verdict::kRejected)) {
    outcome = reviewStateFromJson(parseJson(after, "the journal"), "the journal");
    opinion.verdict = outcome.verdict;
    opinion.swapped = outcome.swapped;
    opinion.edited = outcome.isEdited();
    opinion.flagged = outcome.flag.has_value();
    outcome.flag.reset();
    outcome.note.clear();
  }
  outcome.verdict = opinion.verdict;
  opinion.outcome =
      opinion.swapped || opinion.edited
          ? answerKey(toJson(outcome).dump(-1, ' ', false, Json::error_handler_t::replace))
          : static_cast<std::uint64_t>(opinion.verdict);
  return opinion;
}

std::uint64_t firstHalf(std::string_view key) {
  std::uint64_t half = 0;
  std::from_chars(key.data(), key.data() + std::min<std::size_t>(16, key.size()), half, 16);
  return half;
}

std::uint16_t placeOf(std::vector<std::string>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  const auto place = static_cast<std::uint16_t>(found - names.begin());
  if (found == names.end()) names.emplace_back(name);
  return place;
}

}  // namespace

void ReviewRows::load(storage::Database& database, SelectionId selection) {
  storage::SelectionReader(database).forEachJudged(
      selection, [this](const storage::JudgedAnswer& answer) {
        pairs.push_back(answer.id.value);
        candidates.push_back(answer.candidate.value);
        answers.push_back(answerKey(answer.rejected));
        layouts.push_back(static_cast<std::uint8_t>(answer.layout));
        images.push_back(static_cast<std::uint16_t>(answer.images));
        rules.push_back(placeOf(ruleNames, answer.rule));
        selected.push_back(answer.status == PairStatus::kSelected);
        certainty.push_back(static_cast<float>(std::abs(answer.share - answer.threshold)));
      });
  byCandidate_.resize(size());
  std::iota(byCandidate_.begin(), byCandidate_.end(), 0U);
  std::sort(byCandidate_.begin(), byCandidate_.end(),
            [this](std::uint32_t a, std::uint32_t b) { return candidates[a] < candidates[b]; });
}

std::int64_t ReviewRows::follow(storage::Database& database, std::int64_t behind) {
  storage::DecisionReader reader(database);
  bool knowsReviews = false;
  reader.forEachLine(behind, [&](const storage::JournalLine& line) {
    if (!knowsReviews) {
      // Read when there is something new, behind which no review is missing.
      for (const storage::ReviewRecord& record : reader.reviews()) {
        if (voiceOf(record.review) == nullptr) voices.push_back({record.id, record.review, {}});
      }
      std::sort(voices.begin(), voices.end(),
                [](const Voice& a, const Voice& b) { return a.review < b.review; });
      knowsReviews = true;
    }
    take(line);
    behind = line.id;
  });
  return behind;
}

void ReviewRows::take(const storage::JournalLine& line) {
  const auto row = rowOf(line.candidate, line.answer);
  if (!row) return;
  const auto voice = std::find_if(voices.begin(), voices.end(),
                                  [&](const Voice& known) { return known.id == line.review; });
  if (voice == voices.end()) return;
  if (voice->opinions.empty()) voice->opinions.resize(size());
  Opinion& held = voice->opinions[*row];
  const std::uint64_t key = firstHalf(line.key);
  if (std::pair(line.time, key) < std::pair(held.time, held.key)) return;
  held = opinionFrom(line.after);
  held.time = line.time;
  held.key = key;
}

std::size_t ReviewRows::rowOf(PairId pair) const {
  const auto found = std::lower_bound(pairs.begin(), pairs.end(), pair.value);
  if (found == pairs.end() || *found != pair.value) {
    throw Error(ErrorKind::kNotFound, "The selection has no pair " + std::to_string(pair.value));
  }
  return static_cast<std::size_t>(found - pairs.begin());
}

std::optional<std::size_t> ReviewRows::rowOf(CandidateId candidate, std::uint64_t answer) const {
  const auto found =
      std::lower_bound(byCandidate_.begin(), byCandidate_.end(), candidate.value,
                       [this](std::uint32_t row, std::int64_t id) { return candidates[row] < id; });
  if (found == byCandidate_.end() || candidates[*found] != candidate.value ||
      answers[*found] != answer)
    return std::nullopt;
  return *found;
}

const ReviewRows::Voice* ReviewRows::voiceOf(const Review& review) const {
  const auto found = std::find_if(voices.begin(), voices.end(),
                                  [&](const Voice& voice) { return voice.review == review; });
  return found == voices.end() ? nullptr : &*found;
}

ReviewRows::Heard ReviewRows::heard(std::size_t row) const {
  const Voice* resolver = nullptr;
  const Voice* first = nullptr;
  bool disputed = false;
  for (const Voice& voice : voices) {
    const Opinion opinion = opinionOf(&voice, row);
    if (opinion.verdict == Verdict::kUndecided) continue;
    if (voice.review.round == 0) {
      if (resolver == nullptr || opinion.time > resolver->opinions[row].time) resolver = &voice;
    } else if (first == nullptr) {
      first = &voice;
    } else if (first->opinions[row].outcome != opinion.outcome) {
      disputed = true;
    }
  }
  if (resolver != nullptr) return {resolver, resolver->opinions[row].verdict, false};
  if (disputed) return {nullptr, Verdict::kUndecided, true};
  if (first == nullptr) return {};
  return {first, first->opinions[row].verdict, false};
}

}  // namespace mia::curation
