// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/record_batches.h"

#include <utility>

namespace mia::curation {
namespace {

// Three batches are in memory at a time: read, waiting, stored.
constexpr std::size_t kRowsPerBatch = 2048;
constexpr std::int64_t kBytesPerBatch = 8 << 20;

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
    while (true) {
      auto records = read(stop);
      if (records.empty()) break;
      RecordBatch batch = prepare(std::move(records));
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

std::vector<exchange::LlavaRecord> RecordBatches::read(std::stop_token stop) {
  std::vector<exchange::LlavaRecord> records;
  while (records.size() < kRowsPerBatch && !stop.stop_requested()) {
    if (only_ && nextOnly_ == only_->size()) break;
    auto record = reader_.next();
    if (!record) break;
    if (only_ && record->row < (*only_)[nextOnly_]) continue;
    ++nextOnly_;
    records.push_back(std::move(*record));
    if (records.back().byte - records.front().byte > kBytesPerBatch) break;
  }
  return records;
}

RecordBatch RecordBatches::prepare(std::vector<exchange::LlavaRecord>&& records) {
  std::vector<std::string_view> paths;
  for (const auto& record : records) {
    if (!record.problem) paths.emplace_back(record.image);
  }
  const auto checked = images_.check(paths);
  auto found = checked.begin();
  RecordBatch batch;
  for (auto& record : records) {
    ReadyRow& row = batch.emplace_back();
    row.row = record.row;
    row.byte = record.byte;
    row.id = std::move(record.id);
    row.problem = std::move(record.problem);
    if (row.problem) continue;
    row.image = *found++;
    if (row.image->problem) {
      row.problem = {*row.image->problem, row.image->words};
    } else {
      row.turns = storage::storedTurns(record.turns, row.image->image.contentHash);
    }
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
