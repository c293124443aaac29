// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

namespace mia::train {

/// Makes the folder `target` in one step: `fill` writes into a folder beside it, which is synced
/// and renamed. An older `target` is removed just before; a crash leaves the old, the new or none,
/// never a part.
void writeFolderAtomically(const std::filesystem::path& target,
                           const std::function<void(const std::filesystem::path&)>& fill);

/// The folders `step-N` of a run, each whole or not there.
class Checkpoints {
 public:
  /// Makes `folder` if there is none, and removes what a crash left half-written in it.
  Checkpoints(std::filesystem::path folder, std::int64_t keep);

  /// The step of the newest checkpoint; 0 when there is none.
  std::int64_t latestStep() const;
  std::filesystem::path pathOf(std::int64_t step) const;
  /// Writes the checkpoint of `step`, then removes all but the newest `keep`.
  void write(std::int64_t step, const std::function<void(const std::filesystem::path&)>& fill);

 private:
  std::vector<std::int64_t> steps() const;  // ascending

  std::filesystem::path folder_;
  std::int64_t keep_;
};

}  // namespace mia::train
