// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/record_batches.h"

namespace mia::curation {
namespace {

// A batch is what one transaction stores: large, so that syncs and the pages of the indices that
// random keys touch are paid seldom; small enough to wait for, and to lose in a crash.
constexpr std::size_t kRowsPerBatch = 16384;
constexpr std::int64_t kBytesPerBatch = 32 << 20;

}  // namespace

RecordBatches::RecordBatches(const std::filesystem::path& file, ImageChecker& images,
                             std::int64_t byte, std::int64_t row,
                             std::optional<std::vector<std::int64_t>> only)
    : reader_(file, byte, row),
      images_(images),
      only_(std::move(only)),
      thread_([this](std::stop_token stop) { readAll(stop); }) {}

void RecordBatches::readAll(std::stop_token stop) {
  try {
    while (auto batch = read(stop)) {
      std::unique_lock lock(mutex_);
      if (!changed_.wait(lock, stop, [this] { return !ready_; })) return;
      ready_ = std::move(batch);
      changed_.notify_all();
    }
  } catch (const std::exception&) {
    const std::lock_guard lock(mutex_);
    failure_ = std::current_exception();
  }
  const std::lock_guard lock(mutex_);
  ended_ = true;
  changed_.notify_all();
}

std::optional<RecordBatch> RecordBatches::read(std::stop_token stop) {
  RecordBatch batch;
  std::int64_t begin = -1;
  while (batch.records.size() < kRowsPerBatch && !stop.stop_requested()) {
    if (only_ && nextOnly_ == only_->size()) break;
    auto record = reader_.next();
    if (!record) break;
    if (begin < 0) begin = record->byte;
    if (only_) {
      if (record->row < (*only_)[nextOnly_]) continue;
      ++nextOnly_;
    }
    const bool full = record->byte - begin > kBytesPerBatch;
    batch.records.emplace_back(std::move(*record), nullptr);
    if (full && !only_) break;
  }
  if (batch.records.empty()) return std::nullopt;
  std::vector<std::string_view> paths;
  for (const auto& [record, image] : batch.records) {
    if (!record.problem) paths.emplace_back(record.image);
  }
  const auto checked = images_.check(paths);
  auto found = checked.begin();
  for (auto& [record, image] : batch.records) {
    if (!record.problem) image = *found++;
  }
  return batch;
}

std::optional<RecordBatch> RecordBatches::next() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return ready_ || ended_; });
  if (!ready_) {
    if (failure_) std::rethrow_exception(failure_);
    return std::nullopt;
  }
  auto batch = std::exchange(ready_, std::nullopt);
  changed_.notify_all();
  return batch;
}

}  // namespace mia::curation
