// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "domain/sample.h"

namespace mia::run {

/// A sample as the engine gets it: everything that is needed to render and ask it, no database.
struct BundleSample {
  Sample sample;
  std::vector<std::string> files;   ///< absolute, one per sample.images
  std::vector<std::string> hashes;  ///< content hashes the files must still have
};

/// A pair as the engine gets it; `sample` is an index into the bundle's samples.
struct BundlePair {
  std::int64_t pairId = 0;
  std::size_t sample = 0;
  std::string chosen;
  std::string rejected;
};

/// An immutable manifest: made once, before a run starts, never changed. On disk `bundle.jsonl`:
/// a header line {"schema":1,"samples":N,"pairs":M}, then one line per sample, then per pair.
struct Bundle {
  std::vector<BundleSample> samples;
  std::vector<BundlePair> pairs;
};

/// The text of a bundle's file; equal bundles have equal texts.
std::string bundleText(const Bundle& bundle);
void writeBundle(const std::filesystem::path& file, const Bundle& bundle);
Bundle readBundle(const std::filesystem::path& file);

}  // namespace mia::run
