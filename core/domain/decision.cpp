// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decision.h"

#include <charconv>
#include <utility>

#include "base/content_hash.h"

namespace mia {
namespace {

void edit(std::optional<std::string>& edited, const std::string& own, const std::string& text) {
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
    throw Error(ErrorKind::kUsage, "An answer cannot be edited to nothing",
                "Reject the pair, or write an answer");
  }
  if (text == own) {
    edited.reset();
  } else {
    edited = text;
  }
}

void takeText(const Json& json, const char* key, std::optional<std::string>& text,
              const std::string& where) {
  if (json.contains(key)) text = require<std::string>(json, key, where);
}

}  // namespace

Json toJson(const ReviewState& state) {
  Json json = Json::object();
  if (state.verdict != Verdict::kUndecided) json["verdict"] = toString(state.verdict);
  if (state.swapped) json["swapped"] = true;
  if (state.chosen) json["chosen"] = *state.chosen;
  if (state.rejected) json["rejected"] = *state.rejected;
  if (state.flag) json["flag"] = *state.flag;
  if (!state.note.empty()) json["note"] = state.note;
  return json;
}

ReviewState reviewStateFromJson(const Json& json, const std::string& where) {
  ReviewState state;
  if (json.contains("verdict")) {
    state.verdict = verdictFromString(require<std::string>(json, "verdict", where));
  }
  state.swapped = valueOr(json, "swapped", false, where);
  takeText(json, "chosen", state.chosen, where);
  takeText(json, "rejected", state.rejected, where);
  takeText(json, "flag", state.flag, where);
  state.note = valueOr(json, "note", std::string(), where);
  return state;
}

Pair reviewed(Pair pair, const ReviewState& state) {
  if (state.chosen) pair.chosen = *state.chosen;
  if (state.rejected) pair.rejected = *state.rejected;
  if (state.swapped) std::swap(pair.chosen, pair.rejected);
  return pair;
}

ReviewState after(const ReviewState& before, const Pair& pair, const Act& act) {
  ReviewState state = before;
  switch (act.kind) {
    case DecisionKind::kAccept: state.verdict = Verdict::kAccepted; break;
    case DecisionKind::kReject: state.verdict = Verdict::kRejected; break;
    case DecisionKind::kClear: state.verdict = Verdict::kUndecided; break;
    case DecisionKind::kSwap: state.swapped = !state.swapped; break;
    case DecisionKind::kEditChosen: edit(state.chosen, pair.chosen, act.text); break;
    case DecisionKind::kEditRejected: edit(state.rejected, pair.rejected, act.text); break;
    case DecisionKind::kFlag:
      state.flag = act.text.empty() ? std::nullopt : std::optional(act.text);
      break;
    case DecisionKind::kNote: state.note = act.text; break;
    default:
      throw Error(ErrorKind::kUsage,
                  std::string("\"") + toString(act.kind) + "\" is nothing to decide about a pair");
  }
  const bool matters = act.kind == DecisionKind::kAccept || act.kind == DecisionKind::kEditChosen ||
                       act.kind == DecisionKind::kEditRejected;
  const Pair now = reviewed(pair, state);
  if (matters && now.chosen == now.rejected) {
    throw Error(ErrorKind::kUsage, "Both answers would be the same: \"" + now.chosen + "\"",
                "A pair teaches nothing without a difference; reject it, or edit it otherwise");
  }
  return state;
}

std::string toString(const Review& review) {
  if (review.round == 0) return review.reviewer + " (resolving)";
  if (review.round == 1) return review.reviewer;
  return review.reviewer + " (" + std::to_string(review.round) + ")";
}

std::uint64_t answerKey(std::string_view rejected) {
  const std::string hash = contentHash(rejected);
  std::uint64_t key = 0;
  std::from_chars(hash.data(), hash.data() + 16, key, 16);
  return key;
}

ReviewSubject subjectOf(const Pair& pair) {
  return {pair.sample, pair.candidate, answerKey(pair.rejected)};
}

}  // namespace mia
