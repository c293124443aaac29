// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "curation/project.h"
#include "domain/sample.h"

namespace mia::curation {

/// Where the other images of a sample come from; never one with the target's content.
enum class Distractors {
  kAny,             ///< any image of the project
  kSameCollection,  ///< the target's collection: images whose path begins with the same folder (the
                    ///< paper's; "coco/train2017/1.jpg" is of "coco")
  kLookAlike,       ///< of some hundreds drawn from the project, those most like the target
  kUnlike           ///< of those, the least like it. Likeness: pictures shrunk to 8 x 8 px
};

const char* toString(Distractors policy);  ///< "any", "same-collection", "look-alike", "unlike"
Distractors distractorsFromString(const std::string& name);

struct ComposeRequest {
  LayoutKind layout = LayoutKind::kSequence;
  /// Each question draws one of these; empty: the paper's (sequence 2 3 4 5, grid 2 3 4 6 9).
  std::vector<int> imageCounts;
  GridParameters grid;  ///< rows, and columns unless fixed below, follow the number of images
  int gridColumns = 0;  ///< 0: the most square shape that the images fill, as in the paper
  PicInPicParameters picInPic;
  std::string wording;  ///< empty: the paper's; for pic-in-pic each draws one of its phrases
  Distractors distractors = Distractors::kSameCollection;
  /// 0-based place of the target among the images (the last where there are fewer); none: drawn.
  /// Pic-in-pic's is always the inset.
  std::optional<int> target;
  std::optional<int> turn = 0;  ///< 0-based turn of the conversation; none: a sample for every turn
  int maxAnswer = 511;     ///< characters; longer ground truths are skipped (the paper's limit)
  std::int64_t limit = 0;  ///< samples at most; 0: one for every question that fits
  std::uint64_t seed = 1;
  Split split = Split::kTrain;
  /// This share of the images, known by content, is kept from training: their questions make
  /// held-out samples only, all others training samples only. 0: all make either.
  double heldOutShare = 0.1;
  std::optional<SourceId> source;  ///< only questions of this source
  bool operator==(const ComposeRequest&) const = default;
};

/// A request as people keep it: a preset. Fields of other layouts are left out; of a preset that is
/// read, what it does not say is as in a new request. Error kBadInput or kUsage.
Json toJson(const ComposeRequest& request);
ComposeRequest composeRequestFromJson(const Json& json, const std::string& where);

struct ComposeResult {
  std::int64_t turns = 0;    ///< turns of questions that were looked at
  std::int64_t chosen = 0;   ///< those that the limit left; added + present + skipped
  std::int64_t added = 0;    ///< samples that are new in the project
  std::int64_t present = 0;  ///< samples that were there: the same recipe for the same turn
  std::map<std::string, std::int64_t> skipped;  ///< why -> turns
};

/// Makes samples, of images that nobody excluded. What a question becomes depends on the request,
/// its own content and the contents of the images, never on ids or on the order of the import: the
/// same everywhere. Committed in batches; Error kStopped leaves what was committed, and the same
/// request then adds the rest. Error kUsage for a request that cannot be met.
ComposeResult compose(Project& project, const ComposeRequest& request, const WorkContext& work);

}  // namespace mia::curation
