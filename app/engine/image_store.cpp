// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/image_store.h"

#include <system_error>
#include <utility>

#include "base/content_hash.h"
#include "base/error.h"
#include "imaging/decode.h"

namespace mia::engine {

const std::string& ImageStore::hash(const std::string& file) {
  std::error_code gone;
  const Stamp stamp{std::filesystem::file_size(file, gone),
                    std::filesystem::last_write_time(file, gone)};
  if (gone || stamps_[file] != stamp) forget(file);
  const auto known = hashes_.find(file);
  if (known != hashes_.end()) return known->second;
  std::string fresh = contentHashOfFile(file);
  stamps_[file] = stamp;
  return hashes_[file] = std::move(fresh);
}

void ImageStore::forget(const std::string& file) {
  hashes_.erase(file);
  sizes_.erase(file);
  const auto place = places_.find(file);
  if (place == places_.end()) return;
  bytes_ -= place->second->picture->rgb.size();
  decoded_.erase(place->second);
  places_.erase(place);
}

void ImageStore::check(const std::string& file, const std::string& expected) {
  if (hash(file) != expected) {
    throw Error(ErrorKind::kBadInput, file + " is not the picture that was imported any more",
                "Put the old file back, or import the new one and compose again");
  }
}

layout::Size ImageStore::size(const std::string& file) {
  const auto known = sizes_.find(file);
  if (known != sizes_.end()) return known->second;
  const imaging::ImageFacts facts = imaging::probe(file);
  return sizes_[file] = {facts.width, facts.height};
}

std::shared_ptr<const imaging::Picture> ImageStore::picture(const std::string& file) {
  const auto place = places_.find(file);
  if (place != places_.end()) {
    decoded_.splice(decoded_.begin(), decoded_, place->second);
    return decoded_.front().picture;
  }
  decoded_.push_front({file, std::make_shared<imaging::Picture>(imaging::decode(file))});
  places_[file] = decoded_.begin();
  bytes_ += decoded_.front().picture->rgb.size();
  while (bytes_ > maxBytes_ && decoded_.size() > 1) {
    bytes_ -= decoded_.back().picture->rgb.size();
    places_.erase(decoded_.back().file);
    decoded_.pop_back();
  }
  return decoded_.front().picture;
}

}  // namespace mia::engine
