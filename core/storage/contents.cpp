// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/contents.h"

#include <utility>

#include "storage/marks.h"
#include "storage/statement.h"

namespace mia::storage {

bool ContentsWatch::look() {
  Statement version(database_, "PRAGMA data_version");
  version.step();
  if (version.integer(0) == version_) return false;
  version_ = version.integer(0);
  Statement row(database_,
                "SELECT (SELECT max(id) FROM images), (SELECT max(id) FROM questions), "
                "(SELECT max(id) FROM samples)");
  row.step();
  const Contents was = std::move(contents_);
  contents_ = {row.integer(0), row.integer(1), row.integer(2),
               MarkReader(database_).excluded(Marked::kImage)};
  return contents_ != was;
}

}  // namespace mia::storage
