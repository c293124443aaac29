// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "curation/image_checker.h"
#include "exchange/llava_instruct.h"
#include "storage/questions.h"

namespace mia::curation {

/// A row of a source file, ready to be stored: a question, or a problem.
struct ReadyRow {
  std::int64_t row = 0;
  std::int64_t byte = 0;  ///< where it ends in the file
  std::string id;
  std::optional<exchange::LlavaRecord::Problem> problem;
  const CheckedImage* image = nullptr;  ///< set unless there is a problem
  storage::StoredTurns turns;
};

using RecordBatch = std::vector<ReadyRow>;

/// Reads a LLaVA-instruct file, looks at its pictures and prepares its rows on a thread of its own,
/// one batch ahead of who stores them.
class RecordBatches {
 public:
  /// Begins behind row `row` - 1, which ended at `byte`. With `only` (ascending rows) all others
  /// are left out.
  RecordBatches(const std::filesystem::path& file, ImageChecker& images, std::int64_t byte,
                std::int64_t row, std::optional<std::vector<std::int64_t>> only);
  /// Stops reading.
  ~RecordBatches() = default;

  /// The next batch; nothing at the end. Throws what the reading threw.
  std::optional<RecordBatch> next();
  /// Where the file is broken; to be asked after the end.
  const std::optional<exchange::JsonArrayStream::Break>& broken() const { return reader_.broken(); }

 private:
  void readAll(std::stop_token stop);
  std::vector<exchange::LlavaRecord> read(std::stop_token stop);
  RecordBatch prepare(std::vector<exchange::LlavaRecord>&& records);

  exchange::LlavaInstructReader reader_;
  ImageChecker& images_;
  std::optional<std::vector<std::int64_t>> only_;
  std::size_t nextOnly_ = 0;

  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::optional<RecordBatch> ready_;
  bool ended_ = false;
  std::exception_ptr failure_;
  std::jthread thread_;  ///< last: it is stopped and joined before what it uses is gone
};

}  // namespace mia::curation
