// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "exchange/json_array_writer.h"
#include "exchange/preference.h"

namespace mia::exchange {

/// Writes the format of the MIA-DPO data set:
///   [{"id":…, "image":["a.jpg","b.jpg"], "prompt":"Image1:<image>\n…", "chosen":…, "rejected":…,
///     "gt":…}]
class MiaDpoWriter {
 public:
  explicit MiaDpoWriter(const std::filesystem::path& file) : list_(file) {}
  /// Error kBadInput for a record that fails check().
  void add(const PreferenceRecord& record);
  /// Puts the file in place.
  void finish() { list_.finish(); }

 private:
  JsonArrayWriter list_;
};

/// Reads the same, one record at a time; `image` may be a text or a list, and
/// "<image-placeholder>" means "<image>". Error kBadInput, with file and row, for a record that
/// cannot be read or fails check().
void readMiaDpo(const std::filesystem::path& file,
                const std::function<void(PreferenceRecord&&)>& take);

}  // namespace mia::exchange
