// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/image.h"
#include "domain/question.h"

namespace mia::curation {

/// A picture that a source names: what it is, or why it cannot be used.
struct CheckedImage {
  Image image;
  std::optional<QuarantineReason> problem;
  std::string words;
};

/// Looks at the pictures below one root, each path once however often it is named. Nothing outside
/// of the root is ever opened, whichever way a path or a link leads there.
class ImageChecker {
 public:
  /// Error kNotFound when there is no such folder.
  explicit ImageChecker(const std::filesystem::path& root);

  const std::filesystem::path& root() const { return root_; }

  /// The answers for these paths, in their order; those not seen before are looked at on all cores.
  /// The pointers live as long as the checker.
  std::vector<const CheckedImage*> check(const std::vector<std::string_view>& paths);

 private:
  void look(CheckedImage& checked) const;

  std::filesystem::path root_;  ///< canonical
  std::deque<CheckedImage> checked_;
  std::unordered_map<std::string_view, const CheckedImage*> byPath_;
};

}  // namespace mia::curation
