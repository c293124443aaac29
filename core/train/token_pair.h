// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace mia::train {

/// A preference pair as the model reads it.
struct TokenPair {
  std::int64_t id = 0;  ///< what events call it
  /// The prompt's token ids; each picture stands as a run of the model's image token, one per
  /// visual token.
  std::vector<std::int64_t> prompt;
  std::vector<std::int64_t> chosen;    ///< token ids, the end token last
  std::vector<std::int64_t> rejected;  ///< the same
  std::vector<std::size_t> pictures;   ///< in the prompt's order, indices into the data's pictures

  /// Tokens of the longer of the two texts, prompt and answer.
  std::int64_t length() const {
    return static_cast<std::int64_t>(prompt.size() + std::max(chosen.size(), rejected.size()));
  }
};

}  // namespace mia::train
