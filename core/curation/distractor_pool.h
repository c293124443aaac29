// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
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
  /// Reads every image.
  explicit DistractorPool(Project& project);

  bool knows(ImageId image) const { return known_.contains(image); }
  const std::string& contentOf(ImageId image) const { return known_.at(image).content; }
  bool isExcluded(ImageId image) const { return excluded_.contains(contentOf(image)); }
  /// `count` images of other content than `target`, without replacement; fewer were there: empty.
  /// Looking alike needs the pictures: Error as imaging::decode() for the target's; others that
  /// cannot be read are passed over.
  std::vector<ImageId> draw(ImageId target, int count, Distractors policy, Random& random);
  /// Looks at up to `atMost` of the pictures that draw() would compare with the target; false when
  /// that told nothing new.
  bool prepareLikeness(ImageId target, int count, Random random, std::size_t atMost);

 private:
  struct Member {
    ImageId image;
    const std::string* content;
  };
  using Members = std::vector<Member>;
  struct Known {
    std::string content;
    Members* collection;
  };

  static std::vector<ImageId> drawFrom(const Members& members, const std::string& content,
                                       std::size_t count, Random& random);
  std::vector<ImageId> drawByLikeness(ImageId target, std::size_t count, Distractors policy,
                                      Random& random);
  std::vector<ImageId> compared(ImageId target, std::size_t count, Random& random) const;
  std::size_t learn(const std::vector<ImageId>& images);

  Project& project_;
  std::unordered_map<ImageId, Known> known_;
  std::unordered_set<std::string> excluded_;  ///< contents
  Members all_;
  std::map<std::string, Members> collections_;          ///< by name
  std::unordered_map<std::string, Likeness> likeness_;  ///< by content
};

}  // namespace mia::curation
