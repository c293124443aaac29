// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/distractor_pool.h"

#include <algorithm>
#include <optional>
#include <set>

#include "curation/in_parallel.h"
#include "storage/images.h"
#include "storage/marks.h"

namespace mia::curation {
namespace {

constexpr std::size_t kCandidates = 256;  // so many are compared with a target

std::string collectionOf(const Image& image) {
  const auto slash = image.path.find('/');
  return slash == std::string::npos ? std::string() : image.path.substr(0, slash);
}

}  // namespace

DistractorPool::DistractorPool(Project& project) : project_(project) {
  storage::ImageReader images(project.database());
  for (const std::int64_t id :
       storage::MarkReader(project.database()).excluded(storage::Marked::kImage)) {
    excluded_.insert(images.get(ImageId{id}).contentHash);
  }
  images.forEach([&](Image&& image) {
    Members& collection = collections_[collectionOf(image)];
    const auto known = known_.emplace(image.id, Known{image.contentHash, &collection}).first;
    const std::string& content = known->second.content;
    if (!excluded_.contains(content)) all_.push_back({image.id, &content});
  });
  std::sort(all_.begin(), all_.end(), [](const Member& a, const Member& b) {
    return std::tie(*a.content, a.image) < std::tie(*b.content, b.image);
  });
  for (const Member& member : all_) {
    Members& collection = *known_.at(member.image).collection;
    if (collection.empty() || *collection.back().content != *member.content) {
      collection.push_back(member);
    }
  }
  const auto twins = std::unique(all_.begin(), all_.end(), [](const Member& a, const Member& b) {
    return *a.content == *b.content;
  });
  all_.erase(twins, all_.end());
}

std::vector<ImageId> DistractorPool::draw(ImageId target, int count, Distractors policy,
                                          Random& random) {
  const auto wanted = static_cast<std::size_t>(count);
  const Known& known = known_.at(target);
  switch (policy) {
    case Distractors::kAny: return drawFrom(all_, known.content, wanted, random);
    case Distractors::kSameCollection:
      return drawFrom(*known.collection, known.content, wanted, random);
    case Distractors::kLookAlike:
    case Distractors::kUnlike: break;
  }
  return drawByLikeness(target, wanted, policy, random);
}

std::vector<ImageId> DistractorPool::drawFrom(const Members& members, const std::string& content,
                                              std::size_t count, Random& random) {
  // The target's own content is a member, too.
  if (count + 1 > members.size()) return {};
  std::vector<ImageId> drawn;
  std::set<std::uint64_t> taken;
  while (drawn.size() < count) {
    const std::uint64_t index = random.below(members.size());
    if (*members[index].content == content || !taken.insert(index).second) continue;
    drawn.push_back(members[index].image);
  }
  return drawn;
}

/// The images that are held against a target; fewer than `count` were there: none.
std::vector<ImageId> DistractorPool::compared(ImageId target, std::size_t count,
                                              Random& random) const {
  const std::size_t others = all_.empty() ? 0 : all_.size() - 1;
  if (count > others) return {};
  return drawFrom(all_, contentOf(target), std::min(others, std::max(count, kCandidates)), random);
}

/// What these look like, and how many were not known before; a picture that is gone or damaged is
/// not known afterwards.
std::size_t DistractorPool::learn(const std::vector<ImageId>& images) {
  storage::ImageReader reader(project_.database());
  std::vector<Image> unknown;
  for (const ImageId id : images) {
    if (!likeness_.contains(contentOf(id))) unknown.push_back(reader.get(id));
  }
  std::vector<std::optional<Likeness>> found(unknown.size());
  inParallel(unknown.size(), [&](std::size_t i) {
    try {
      found[i] = likenessOf(unknown[i], project_.cacheFolder());
    } catch (const Error&) {
      // It is no distractor.
    }
  });
  std::size_t learned = 0;
  for (std::size_t i = 0; i < unknown.size(); ++i) {
    if (found[i]) learned += likeness_.emplace(unknown[i].contentHash, *found[i]).second ? 1 : 0;
  }
  return learned;
}

bool DistractorPool::prepareLikeness(ImageId target, int count, Random random, std::size_t atMost) {
  std::vector<ImageId> images = compared(target, static_cast<std::size_t>(count), random);
  images.push_back(target);
  std::erase_if(images, [&](ImageId id) { return likeness_.contains(contentOf(id)); });
  images.resize(std::min(images.size(), atMost));
  return learn(images) > 0;
}

std::vector<ImageId> DistractorPool::drawByLikeness(ImageId target, std::size_t count,
                                                    Distractors policy, Random& random) {
  const std::vector<ImageId> others = compared(target, count, random);
  if (others.empty()) return {};
  const std::string& content = contentOf(target);
  if (!likeness_.contains(content)) {
    const Image image = storage::ImageReader(project_.database()).get(target);
    likeness_.emplace(content, likenessOf(image, project_.cacheFolder()));
  }
  learn(others);
  const Likeness& wanted = likeness_.at(content);
  std::vector<std::pair<std::int64_t, ImageId>> ranked;
  for (const ImageId id : others) {
    const auto known = likeness_.find(contentOf(id));
    if (known == likeness_.end()) continue;
    const std::int64_t distance = distanceOf(wanted, known->second);
    ranked.emplace_back(policy == Distractors::kUnlike ? -distance : distance, id);
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
