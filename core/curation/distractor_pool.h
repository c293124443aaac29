// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/random.h"
#include "curation/compose.h"
#include "curation/likeness.h"
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
  /// Looking alike needs the pictures: Error as imaging::decode() for the target's; others that
  /// cannot be read are passed over.
  std::vector<ImageId> draw(ImageId target, int count, Random& random);

 private:
  struct Member {
    ImageId image;
    std::string content;
  };
  std::vector<ImageId> drawAny(ImageId target, std::size_t count, Random& random) const;
  std::vector<ImageId> drawByLikeness(ImageId target, std::size_t count, Random& random);

  Project& project_;
  Distractors policy_;
  std::unordered_map<std::string, Likeness> likeness_;                      // by content
  std::unordered_set<std::string> excluded_;                                // contents
  std::unordered_map<ImageId, std::pair<std::string, std::string>> known_;  // content, collection
  std::unordered_map<std::string, std::vector<Member>> collections_;
};

}  // namespace mia::curation
