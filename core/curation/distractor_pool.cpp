// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/distractor_pool.h"

#include <algorithm>
#include <set>

#include "storage/images.h"
#include "storage/marks.h"

namespace mia::curation {
namespace {

constexpr std::size_t kCandidates = 256;  // so many are compared with a target

std::string collectionOf(const Image& image, Distractors policy) {
  if (policy != Distractors::kSameCollection) return {};
  const auto slash = image.path.find('/');
  return slash == std::string::npos ? std::string() : image.path.substr(0, slash);
}

}  // namespace

DistractorPool::DistractorPool(Project& project, Distractors policy)
    : project_(project), policy_(policy) {
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

std::vector<ImageId> DistractorPool::draw(ImageId target, int count, Random& random) {
  const auto wanted = static_cast<std::size_t>(count);
  const bool byLikeness = policy_ == Distractors::kLookAlike || policy_ == Distractors::kUnlike;
  return byLikeness ? drawByLikeness(target, wanted, random) : drawAny(target, wanted, random);
}

std::vector<ImageId> DistractorPool::drawAny(ImageId target, std::size_t count,
                                             Random& random) const {
  const auto& [content, collection] = known_.at(target);
  const std::vector<Member>& members = collections_.at(collection);
  // The target's own content is a member, too.
  if (count + 1 > members.size()) return {};
  std::vector<ImageId> drawn;
  std::set<std::uint64_t> taken;
  while (drawn.size() < count) {
    const std::uint64_t index = random.below(members.size());
    if (members[index].content == content || !taken.insert(index).second) continue;
    drawn.push_back(members[index].image);
  }
  return drawn;
}

std::vector<ImageId> DistractorPool::drawByLikeness(ImageId target, std::size_t count,
                                                    Random& random) {
  const std::size_t others = collections_.at({}).size() - 1;
  if (count > others) return {};
  storage::ImageReader reader(project_.database());
  const auto of = [&](ImageId id) -> const Likeness& {
    const std::string& content = contentOf(id);
    auto known = likeness_.find(content);
    if (known == likeness_.end()) {
      known = likeness_.emplace(content, likenessOf(reader.get(id), project_.cacheFolder())).first;
    }
    return known->second;
  };
  const Likeness wanted = of(target);
  std::vector<std::pair<std::int64_t, ImageId>> ranked;
  for (const ImageId id : drawAny(target, std::min(others, std::max(count, kCandidates)), random)) {
    try {
      const std::int64_t distance = distanceOf(wanted, of(id));
      ranked.emplace_back(policy_ == Distractors::kUnlike ? -distance : distance, id);
    } catch (const Error&) {
      // A picture that is gone or damaged is no distractor.
    }
  }
  if (ranked.size() < count) return {};
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<ImageId> drawn;
  for (std::size_t i = 0; i < count; ++i) drawn.push_back(ranked[i].second);
  random.shuffle(drawn);
  return drawn;
}

}  // namespace mia::curation
