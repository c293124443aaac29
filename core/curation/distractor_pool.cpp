// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/distractor_pool.h"

#include <algorithm>
#include <set>

#include "storage/images.h"
#include "storage/marks.h"

namespace mia::curation {
namespace {

std::string collectionOf(const Image& image, Distractors policy) {
  if (policy == Distractors::kAny) return {};
  const auto slash = image.path.find('/');
  return slash == std::string::npos ? std::string() : image.path.substr(0, slash);
}

}  // namespace

DistractorPool::DistractorPool(Project& project, Distractors policy) {
  storage::ImageReader images(project.database());
  for (const std::int64_t id :
       storage::MarkReader(project.database()).excluded(storage::Marked::kImage)) {
    excluded_.insert(images.get(ImageId{id}).contentHash);
  }
  images.forEach([&](Image&& image) {
    const std::string collection = collectionOf(image, policy);
    known_.emplace(image.id, std::pair(image.contentHash, collection));
    std::vector<Member>& members = collections_[collection];
    if (!excluded_.contains(image.contentHash)) members.push_back({image.id, image.contentHash});
  });
  for (auto& [name, members] : collections_) {
    std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
      return std::tie(a.content, a.image) < std::tie(b.content, b.image);
    });
    const auto twins =
        std::unique(members.begin(), members.end(),
                    [](const Member& a, const Member& b) { return a.content == b.content; });
    members.erase(twins, members.end());
  }
}

const std::string& DistractorPool::contentOf(ImageId image) const { return known_.at(image).first; }

std::vector<ImageId> DistractorPool::draw(ImageId target, int count, Random& random) const {
  const auto& [content, collection] = known_.at(target);
  const std::vector<Member>& members = collections_.at(collection);
  // The target's own content is a member, too: who asks for excluded targets leaves them out first.
  if (static_cast<std::size_t>(count) + 1 > members.size()) return {};
  std::vector<ImageId> drawn;
  std::set<std::uint64_t> taken;
  while (drawn.size() < static_cast<std::size_t>(count)) {
    const std::uint64_t index = random.below(members.size());
    if (members[index].content == content || !taken.insert(index).second) continue;
    drawn.push_back(members[index].image);
  }
  return drawn;
}

}  // namespace mia::curation
