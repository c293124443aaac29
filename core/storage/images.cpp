// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/images.h"

namespace mia::storage {
namespace {

const std::string kSelectImages =
    "SELECT i.id, r.folder, i.path, i.content_hash, i.width, i.height "
    "FROM images i JOIN image_roots r ON r.id = i.root_id";

Image imageFrom(const Statement& row) {
  return {row.id<ImageId>(0),
          row.string(1),
          row.string(2),
          row.string(3),
          static_cast<int>(row.integer(4)),
          static_cast<int>(row.integer(5))};
}

Image getWith(Statement& byId, ImageId id) {
  if (!byId.bind(id).step()) {
    throw Error(ErrorKind::kNotFound, "The project has no image " + std::to_string(id.value));
  }
  return imageFrom(byId);
}

}  // namespace

Image ImageReader::get(ImageId id) {
  Statement byId(database_, kSelectImages + " WHERE i.id = ?1");
  return getWith(byId, id);
}

std::vector<Image> ImageReader::get(const std::vector<ImageId>& ids) {
  Statement byId(database_, kSelectImages + " WHERE i.id = ?1");
  std::vector<Image> images;
  for (const ImageId id : ids) images.push_back(getWith(byId, id));
  return images;
}

std::int64_t ImageReader::count() {
  Statement row(database_, "SELECT count(*) FROM images");
  row.step();
  return row.integer(0);
}

std::vector<Image> ImageReader::page(ImageId after, int limit) {
  std::vector<Image> images;
  Statement rows(database_, kSelectImages + " WHERE i.id > ?1 ORDER BY i.id LIMIT ?2");
  rows.bind(after, limit);
  while (rows.step()) images.push_back(imageFrom(rows));
  return images;
}

void ImageReader::forEach(const std::function<void(Image&&)>& take) {
  Statement rows(database_, kSelectImages + " ORDER BY i.id");
  while (rows.step()) take(imageFrom(rows));
}

ImageWriter::ImageWriter(Database& database)
    : addRoot_(database, "INSERT OR IGNORE INTO image_roots (folder) VALUES (?1)"),
      insert_(database,
              "INSERT OR IGNORE INTO images (root_id, path, content_hash, width, height) "
              "SELECT id, ?2, ?3, ?4, ?5 FROM image_roots WHERE folder = ?1"),
      find_(database,
            "SELECT i.id FROM images i JOIN image_roots r ON r.id = i.root_id "
            "WHERE r.folder = ?1 AND i.path = ?2 AND i.content_hash = ?3") {}

ImageId ImageWriter::add(const Image& image) {
  addRoot_.bind(image.root).run();
  insert_.bind(image.root, image.path, image.contentHash, image.width, image.height).run();
  find_.bind(image.root, image.path, image.contentHash).step();
  const auto id = find_.id<ImageId>(0);
  find_.step();
  return id;
}

}  // namespace mia::storage
