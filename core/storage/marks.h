// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "domain/ids.h"
#include "storage/statement.h"

namespace mia::storage {

/// What a person can mark: ids of the one are not ids of the other.
enum class Marked { kImage, kSample };

/// A named query of the gallery.
struct SavedView {
  std::string name;
  std::string query;  ///< JSON
  bool operator==(const SavedView&) const = default;
};

/// Reads what people added: tags, exclusions, saved views.
class MarkReader {
 public:
  explicit MarkReader(Database& database) : database_(database) {}

  std::vector<std::string> tags();  ///< every tag there is, by name
  std::vector<std::string> tagsOf(Marked what, std::int64_t id);
  void forEachTagged(Marked what,
                     const std::function<void(std::string_view tag, std::int64_t id)>& take);
  bool isExcluded(Marked what, std::int64_t id);
  std::vector<std::int64_t> excluded(Marked what);  ///< ascending
  /// The samples that take no part: excluded themselves, or made of an excluded image.
  std::unordered_set<SampleId> samplesOut();
  std::vector<SavedView> views();  ///< by name

 private:
  Database& database_;
};

/// Writes them. Each call tells what it changed, so that it can be taken back exactly.
class MarkWriter {
 public:
  explicit MarkWriter(Database& database) : database_(database) {}

  /// Puts a tag on these items, or takes it off; the ids that had been otherwise. A tag that no
  /// item has any more is gone.
  std::vector<std::int64_t> setTag(Marked what, const std::string& tag,
                                   const std::vector<std::int64_t>& ids, bool on);
  std::vector<std::int64_t> setExcluded(Marked what, const std::vector<std::int64_t>& ids, bool on);
  /// Stores a view under its name, in place of an earlier one.
  void setView(const SavedView& view);
  void removeView(const std::string& name);

 private:
  Database& database_;
};

}  // namespace mia::storage
