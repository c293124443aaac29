// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string_view>

#include "base/error.h"
#include "domain/candidate.h"
#include "domain/decision.h"
#include "domain/layout_recipe.h"
#include "domain/pair.h"
#include "domain/sample.h"
#include "domain/source.h"

namespace mia {
namespace {

template <class Enum, std::size_t n>
Enum fromName(const std::array<const char*, n>& names, std::string_view name, const char* kind) {
  std::string known;
  for (std::size_t i = 0; i < n; ++i) {
    if (name == names[i]) return static_cast<Enum>(i);
    known += (i == 0 ? "" : ", ") + std::string(names[i]);
  }
  throw Error(ErrorKind::kUsage, "\"" + std::string(name) + "\" is not a " + kind,
              "Known: " + known);
}

constexpr std::array kLayouts = {"single", "sequence", "grid", "pip"};
constexpr std::array kFits = {"contain-top-left", "contain-centre", "cover", "stretch"};
constexpr std::array kOrders = {"rows", "columns"};
constexpr std::array kSides = {"above", "below"};
constexpr std::array kAligns = {"left", "centre", "right"};
constexpr std::array kSplits = {"train", "held-out"};
constexpr std::array kOrigins = {"greedy", "sampled"};
constexpr std::array kStatuses = {"selected", "near-miss"};
constexpr std::array kSourceStates = {"importing", "complete", "broken"};
constexpr std::array kVerdicts = {"undecided", "accepted", "rejected"};
constexpr std::array kDecisions = {"accept",      "reject",        "clear",  "swap",
                                   "edit-chosen", "edit-rejected", "flag",   "note",
                                   "undo",        "redo",          "resolve"};

}  // namespace

const char* toString(LayoutKind kind) { return kLayouts[static_cast<std::size_t>(kind)]; }
const char* toString(Fit fit) { return kFits[static_cast<std::size_t>(fit)]; }
const char* toString(CellOrder order) { return kOrders[static_cast<std::size_t>(order)]; }
const char* toString(LabelSide side) { return kSides[static_cast<std::size_t>(side)]; }
const char* toString(LabelAlign align) { return kAligns[static_cast<std::size_t>(align)]; }
const char* toString(Split split) { return kSplits[static_cast<std::size_t>(split)]; }
const char* toString(CandidateOrigin origin) { return kOrigins[static_cast<std::size_t>(origin)]; }
const char* toString(PairStatus status) { return kStatuses[static_cast<std::size_t>(status)]; }
const char* toString(SourceState state) { return kSourceStates[static_cast<std::size_t>(state)]; }
const char* toString(Verdict verdict) { return kVerdicts[static_cast<std::size_t>(verdict)]; }
const char* toString(DecisionKind kind) { return kDecisions[static_cast<std::size_t>(kind)]; }

LayoutKind layoutKindFromString(const std::string& name) {
  return fromName<LayoutKind>(kLayouts, name, "layout");
}
Fit fitFromString(const std::string& name) { return fromName<Fit>(kFits, name, "fit"); }
CellOrder cellOrderFromString(const std::string& name) {
  return fromName<CellOrder>(kOrders, name, "order of cells");
}
LabelSide labelSideFromString(const std::string& name) {
  return fromName<LabelSide>(kSides, name, "side for labels");
}
LabelAlign labelAlignFromString(const std::string& name) {
  return fromName<LabelAlign>(kAligns, name, "alignment of labels");
}
Split splitFromString(const std::string& name) { return fromName<Split>(kSplits, name, "split"); }
CandidateOrigin candidateOriginFromString(const std::string& name) {
  return fromName<CandidateOrigin>(kOrigins, name, "candidate origin");
}
PairStatus pairStatusFromString(const std::string& name) {
  return fromName<PairStatus>(kStatuses, name, "pair status");
}
SourceState sourceStateFromString(const std::string& name) {
  return fromName<SourceState>(kSourceStates, name, "source state");
}
Verdict verdictFromString(const std::string& name) {
  return fromName<Verdict>(kVerdicts, name, "verdict");
}
DecisionKind decisionKindFromString(const std::string& name) {
  return fromName<DecisionKind>(kDecisions, name, "kind of decision");
}

}  // namespace mia
