// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "domain/image.h"
#include "storage/statement.h"

namespace mia::storage {

/// Reads images.
class ImageReader {
 public:
  explicit ImageReader(Database& database) : database_(database) {}

  /// Error kNotFound when there is none.
  Image get(ImageId id);
  /// The images of these ids, in this order; Error kNotFound names the first that is not there.
  std::vector<Image> get(const std::vector<ImageId>& ids);
  std::int64_t count();
  /// Up to `limit` images behind `after` ({} starts), by id.
  std::vector<Image> page(ImageId after, int limit);
  /// Every image, by id, without holding them all.
  void forEach(const std::function<void(Image&&)>& take);

 private:
  Database& database_;
};

/// Writes images. An image is known by root, path and content: the same again is the same row.
class ImageWriter {
 public:
  explicit ImageWriter(Database& database);

  /// The id of the image, stored now or before; `image.id` is ignored.
  ImageId add(const Image& image);

 private:
  Statement addRoot_;
  Statement insert_;
  Statement find_;
};

}  // namespace mia::storage
