// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "curation/project.h"
#include "domain/decision.h"

namespace mia::curation {

/// The name that decisions are signed with when nobody gave another: MIA_REVIEWER, else the login
/// name, else "reviewer".
std::string defaultReviewer();

/// Decides about a pair in a review and stores it: when this returns, the decision survives kill -9
/// and a power cut (a transaction of its own, about a millisecond). Nothing is written, and nothing
/// returned, when the act changes nothing: a key that is held down doubles no decision.
/// Errors kNotFound (no such pair), kUsage (see after() in domain/decision.h; a review without a
/// name or of round < 1).
std::optional<Decision> decide(Project& project, const Review& review, PairId pair, const Act& act);

/// The same act on many pairs, in one transaction and as one step of undo. Pairs that it would not
/// change are left alone, as are those that it cannot be done to; the number of both is the
/// difference to `pairs`. Error kStopped: nothing was stored.
std::vector<Decision> decideAll(Project& project, const Review& review,
                                const std::vector<PairId>& pairs, const Act& act,
                                const WorkContext& work = {});

/// Takes back the newest step of a review that stands (a decision or a batch), across restarts and
/// whichever selection it was made on; the entries that did it, none when there is nothing left.
/// Error kStopped: nothing was stored.
std::vector<Decision> undo(Project& project, const Review& review, const WorkContext& work = {});
/// Does again what was taken back last, unless something was decided since.
std::vector<Decision> redo(Project& project, const Review& review, const WorkContext& work = {});

/// Whether there is something for undo() and redo().
struct UndoState {
  bool canUndo = false;
  bool canRedo = false;
};
UndoState undoState(storage::Database& database, const Review& review);

/// Settles a pair on which reviews disagree: what `state` says holds from now on, whatever they
/// say. Stored as a decision of round 0 of `reviewer`; the newest of all resolutions holds.
Decision resolve(Project& project, const std::string& reviewer, PairId pair,
                 const ReviewState& state);

/// Every entry about a pair, oldest first; of one review alone, if named.
std::vector<Decision> historyOf(storage::Database& database, PairId pair,
                                const std::optional<Review>& review = {});

/// The state of a pair in a review.
ReviewState stateOf(storage::Database& database, const Review& review, const Pair& pair);

}  // namespace mia::curation
