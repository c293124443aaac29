// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "storage/database.h"

namespace mia::storage {

/// What tells that samples may be composed otherwise than before. Rows of these tables are added
/// and stay as they are; only exclusions are taken back.
struct Contents {
  std::int64_t images = 0;             ///< last id
  std::int64_t questions = 0;          ///< last id
  std::int64_t samples = 0;            ///< last id
  std::vector<std::int64_t> excluded;  ///< images
  bool operator==(const Contents&) const = default;
};

/// Notices what other connections commit.
class ContentsWatch {
 public:
  explicit ContentsWatch(Database& database) : database_(database) { look(); }

  const Contents& contents() const { return contents_; }
  /// Looks again; true when the contents are others. Costs next to nothing while nobody writes.
  bool look();

 private:
  Database& database_;
  Contents contents_;
  std::int64_t version_ = -1;
};

}  // namespace mia::storage
