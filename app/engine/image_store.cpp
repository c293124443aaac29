// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/image_store.h"

#include <utility>

#include "base/content_hash.h"
#include "base/error.h"
#include "imaging/decode.h"

namespace mia::engine {

void ImageStore::check(const std::string& file, const std::string& hash) {
  auto known = hashes_.find(file);
  if (known == hashes_.end()) known = hashes_.emplace(file, contentHashOfFile(file)).first;
  if (known->second != hash) {
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
