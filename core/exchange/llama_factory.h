// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "exchange/json_array_writer.h"
#include "exchange/preference.h"

namespace mia::exchange {

/// Writes a folder that LLaMA-Factory takes as a data set directory, ShareGPT ranking:
///   data.json          [{"conversations":[{"from":"human","value":"<image><image>…"}],
///                        "chosen":{"from":"gpt","value":…}, "rejected":{"from":"gpt","value":…},
///                        "images":["a.jpg","b.jpg"]}]
///   dataset_info.json  names data.json and its columns as the data set "mia"
/// The format has no place for id and ground truth.
class LlamaFactoryWriter {
 public:
  /// Makes the folder.
  explicit LlamaFactoryWriter(const std::filesystem::path& folder);
  /// Error kBadInput for a record that fails check().
  void add(const PreferenceRecord& record);
  /// Puts both files in place.
  void finish();

 private:
  std::filesystem::path folder_;
  JsonArrayWriter list_;
};

/// Reads the data set "mia" of such a folder through its dataset_info.json. Error kBadInput, with
/// file and row, for a record that cannot be read or fails check().
void readLlamaFactory(const std::filesystem::path& folder,
                      const std::function<void(PreferenceRecord&&)>& take);

}  // namespace mia::exchange
