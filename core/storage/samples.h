// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "domain/sample.h"
#include "storage/statement.h"

namespace mia::storage {

/// Which samples; an empty field does not narrow.
struct SampleFilter {
  std::optional<Split> split;
  std::optional<LayoutKind> layout;
  std::optional<int> imageCount;
};

/// How many samples of one kind there are.
struct SampleCount {
  LayoutKind layout = LayoutKind::kSingle;
  Split split = Split::kTrain;
  int imageCount = 0;
  std::int64_t samples = 0;
};

/// Reads samples.
class SampleReader {
 public:
  explicit SampleReader(Database& database) : database_(database) {}

  /// Error kNotFound when there is none.
  Sample get(SampleId id);
  std::int64_t count(const SampleFilter& filter = {});
  std::vector<SampleCount> counts();
  /// Up to `limit` samples behind `after` ({} starts), by id.
  std::vector<Sample> page(const SampleFilter& filter, SampleId after, int limit);
  /// Every sample, by id, without holding them all.
  void forEach(const SampleFilter& filter, const std::function<void(Sample&&)>& take);
  /// The question and the split of every sample, in no order.
  void forEachUse(const std::function<void(QuestionId question, Split split)>& take);
  /// The ids alone: a million of them are 8 MB.
  std::vector<SampleId> ids(const SampleFilter& filter = {});

 private:
  Database& database_;
};

/// Writes samples. The same recipe for the same turn of the same question is the same sample.
class SampleWriter {
 public:
  explicit SampleWriter(Database& database);

  /// Stores a sample (its `id` is ignored); nothing when it is there already.
  std::optional<SampleId> add(const Sample& sample);

 private:
  Statement insert_;
  Statement addImage_;
};

}  // namespace mia::storage
