// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/random.h"
#include "curation/compose.h"
#include "domain/image.h"

namespace mia::curation {

/// The images that distractors are drawn from: every content once, in an order that depends on
/// contents alone. A content of which some image is excluded takes no part.
class DistractorPool {
 public:
  DistractorPool(Project& project, Distractors policy);

  const std::string& contentOf(ImageId image) const;
  bool isExcluded(ImageId image) const { return excluded_.contains(contentOf(image)); }
  /// `count` images of other content than `target`, without replacement; fewer were there: empty.
  std::vector<ImageId> draw(ImageId target, int count, Random& random) const;

 private:
  struct Member {
    ImageId image;
    std::string content;
  };
  std::unordered_set<std::string> excluded_;                                // contents
  std::unordered_map<ImageId, std::pair<std::string, std::string>> known_;  // content, collection
  std::unordered_map<std::string, std::vector<Member>> collections_;
};

}  // namespace mia::curation
