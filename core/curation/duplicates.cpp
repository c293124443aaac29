// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/duplicates.h"

#include <algorithm>
#include <bit>
#include <future>
#include <map>
#include <optional>
#include <thread>
#include <unordered_map>

#include "base/error.h"
#include "curation/look_alikes.h"
#include "imaging/decode.h"
#include "imaging/perceptual_hash.h"
#include "storage/features.h"
#include "storage/images.h"

namespace mia::curation {
namespace {

constexpr int kHashedEdge = 64;               // px: more than the hash looks at
constexpr std::size_t kContentsAtOnce = 256;  // per transaction

using Hashes = std::unordered_map<std::string, std::uint64_t>;

std::optional<std::uint64_t> hashOf(const Image& image) {
  try {
    return imaging::perceptualHash(imaging::thumbnail(image.file(), kHashedEdge));
  } catch (const Error&) {
    return std::nullopt;  // it may come back, and is looked at again next time
  }
}

/// The hashes of some images, each part of them on a thread of its own.
std::vector<std::optional<std::uint64_t>> hashesOf(const std::vector<const Image*>& images) {
  std::vector<std::optional<std::uint64_t>> hashes(images.size());
  const std::size_t threads = std::max(1u, std::thread::hardware_concurrency());
  std::vector<std::future<void>> parts;
  for (std::size_t part = 0; part < threads; ++part) {
    parts.push_back(std::async(std::launch::async, [&, part] {
      for (std::size_t i = part; i < images.size(); i += threads) hashes[i] = hashOf(*images[i]);
    }));
  }
  for (std::future<void>& part : parts) part.get();
  return hashes;
}

/// Looks at every content that is not known yet.
void lookAt(Project& project, const std::vector<Image>& images, Hashes& known,
            DuplicateSummary& summary, const WorkContext& work) {
  storage::FeatureStore store(project.database());
  std::unordered_map<std::string, const Image*> open;
  for (const Image& image : images) {
    if (!known.contains(image.contentHash)) open.emplace(image.contentHash, &image);
  }
  std::vector<const Image*> waiting;
  for (const auto& [content, image] : open) waiting.push_back(image);
  std::sort(waiting.begin(), waiting.end(),
            [](const Image* a, const Image* b) { return a->id < b->id; });
  for (std::size_t begin = 0; begin < waiting.size(); begin += kContentsAtOnce) {
    const std::size_t end = std::min(begin + kContentsAtOnce, waiting.size());
    const std::vector<const Image*> some(waiting.begin() + static_cast<std::ptrdiff_t>(begin),
                                         waiting.begin() + static_cast<std::ptrdiff_t>(end));
    const auto hashes = hashesOf(some);
    storage::Transaction transaction(project.database());
    for (std::size_t i = 0; i < some.size(); ++i) {
      ++summary.looked;
      summary.unreadable += !hashes[i];
      if (!hashes[i]) continue;
      store.addPerceptualHash(some[i]->contentHash, *hashes[i]);
      known.emplace(some[i]->contentHash, *hashes[i]);
    }
    transaction.commit();
    work.progress({"duplicates", static_cast<std::int64_t>(end),
                   static_cast<std::int64_t>(waiting.size()), "pictures"});
    if (work.stop.stop_requested()) {
      throw Error(ErrorKind::kStopped, "Stopped after " + std::to_string(end) + " pictures",
                  "The same command goes on from there");
    }
  }
}

std::uint64_t hashIn(const Hashes& hashes, const Image& image) {
  const auto found = hashes.find(image.contentHash);
  return found == hashes.end() ? 0 : found->second;
}

/// Images of one group, by place among all, that share content or looks.
std::map<std::uint32_t, std::vector<std::uint32_t>> membersByRoot(const std::vector<Image>& images,
                                                                  const Hashes& hashes, int bits) {
  // A content is compared once, whatever the number of its copies.
  std::unordered_map<std::string, std::uint32_t> placeOf;
  std::vector<std::uint64_t> contents;
  for (const Image& image : images) {
    const auto place = static_cast<std::uint32_t>(contents.size());
    if (placeOf.try_emplace(image.contentHash, place).second) {
      contents.push_back(hashIn(hashes, image));
    }
  }
  const std::vector<std::uint32_t> roots = groupLookAlikes(contents, bits);
  std::map<std::uint32_t, std::vector<std::uint32_t>> members;
  for (std::uint32_t i = 0; i < images.size(); ++i) {
    members[roots[placeOf.at(images[i].contentHash)]].push_back(i);
  }
  std::erase_if(members, [](const auto& group) { return group.second.size() < 2; });
  return members;
}

}  // namespace

DuplicateSummary findDuplicates(Project& project, const DuplicateRequest& request,
                                const WorkContext& work) {
  std::vector<Image> images;
  storage::ImageReader(project.database()).forEach([&](Image&& image) {
    images.push_back(std::move(image));
  });
  groupLookAlikes({}, request.bits);  // an impossible request fails before any work
  DuplicateSummary summary;
  summary.images = static_cast<std::int64_t>(images.size());
  storage::FeatureStore store(project.database());
  Hashes hashes = store.perceptualHashes();
  lookAt(project, images, hashes, summary, work);

  std::vector<storage::GroupedImage> grouped;
  for (const auto& [root, members] : membersByRoot(images, hashes, request.bits)) {
    ++summary.groups;
    std::unordered_map<std::string, int> contents;
    for (const std::uint32_t member : members) {
      const Image& first = images[members.front()];
      const Image& image = images[member];
      const int distance = std::popcount(hashIn(hashes, image) ^ hashIn(hashes, first));
      grouped.push_back({image.id, summary.groups, distance});
      summary.copies += contents[image.contentHash]++ > 0;
    }
  }
  summary.grouped = static_cast<std::int64_t>(grouped.size());
  storage::Transaction transaction(project.database());
  store.replaceGroups(grouped);
  transaction.commit();
  return summary;
}

std::vector<DuplicateGroup> duplicateGroups(Project& project) {
  std::vector<DuplicateGroup> groups;
  storage::ImageReader images(project.database());
  for (const storage::GroupedImage& member : storage::FeatureStore(project.database()).groups()) {
    if (groups.empty() || groups.back().number != member.group) {
      groups.push_back({member.group, {}});
    }
    groups.back().members.push_back({images.get(member.image), member.distance});
  }
  return groups;
}

}  // namespace mia::curation
