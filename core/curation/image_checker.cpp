// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/image_checker.h"

#include <algorithm>
#include <system_error>

#include "base/content_hash.h"
#include "base/error.h"
#include "curation/in_parallel.h"
#include "imaging/decode.h"

namespace mia::curation {
namespace {

namespace fs = std::filesystem;

void setAside(CheckedImage& checked, QuarantineReason reason, const std::string& words) {
  checked.problem = reason;
  checked.words = words;
}

bool liesBelow(const fs::path& path, const fs::path& root) {
  const auto [atRoot, atPath] = std::mismatch(root.begin(), root.end(), path.begin(), path.end());
  return atRoot == root.end();
}

}  // namespace

ImageChecker::ImageChecker(const fs::path& root) {
  std::error_code error;
  root_ = fs::canonical(root, error);
  if (error || !fs::is_directory(root_)) {
    throw Error(ErrorKind::kNotFound, "There is no folder " + root.string(),
                "Name the folder that the file's image paths start from");
  }
}

std::vector<const CheckedImage*> ImageChecker::check(const std::vector<std::string_view>& paths) {
  std::vector<CheckedImage*> fresh;
  for (const std::string_view path : paths) {
    if (byPath_.contains(path)) continue;
    CheckedImage& added = checked_.emplace_back();
    added.image.path = path;
    byPath_.emplace(added.image.path, &added);
    fresh.push_back(&added);
  }
  inParallel(fresh.size(), [&](std::size_t i) { look(*fresh[i]); });
  std::vector<const CheckedImage*> answers;
  for (const std::string_view path : paths) answers.push_back(byPath_.at(path));
  return answers;
}

// Leaves image.path alone: the map's key points into its text.
void ImageChecker::look(CheckedImage& checked) const {
  const fs::path relative(checked.image.path);
  const std::string named = "\"" + checked.image.path + "\"";
  checked.image.root = root_.string();
  if (relative.is_absolute() || *relative.lexically_normal().begin() == "..") {
    return setAside(checked, QuarantineReason::kPathEscapesRoot,
                    named + " leads out of the image root " + root_.string());
  }
  std::error_code error;
  const fs::path file = fs::canonical(root_ / relative, error);
  if (error) {
    return setAside(checked, QuarantineReason::kMissingImage,
                    "there is no " + named + " below " + root_.string());
  }
  if (!liesBelow(file, root_)) {
    return setAside(checked, QuarantineReason::kPathEscapesRoot,
                    named + " is a link that leads out of the image root, to " + file.string());
  }
  if (!fs::is_regular_file(file, error)) {
    return setAside(checked, QuarantineReason::kUnreadableImage, named + " is not a file");
  }
  try {
    const imaging::ImageFacts facts = imaging::probe(file);
    checked.image.width = facts.width;
    checked.image.height = facts.height;
    checked.image.contentHash = contentHashOfFile(file);
  } catch (const Error& e) {
    return setAside(checked, QuarantineReason::kUnreadableImage, e.what());
  }
}

}  // namespace mia::curation
