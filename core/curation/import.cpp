// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/import.h"

#include <chrono>
#include <optional>
#include <unordered_map>

#include "base/content_hash.h"
#include "base/error.h"
#include "base/time.h"
#include "curation/record_batches.h"
#include "storage/images.h"
#include "storage/questions.h"
#include "storage/sources.h"

namespace mia::curation {
namespace {

Source findOrAdd(storage::Database& database, const std::filesystem::path& file,
                 const std::filesystem::path& root) {
  Source source;
  source.file = std::filesystem::absolute(file).lexically_normal().string();
  source.contentHash = contentHashOfFile(file);
  source.format = "llava-instruct";
  source.root = root.string();
  source.bytes = static_cast<std::int64_t>(std::filesystem::file_size(file));
  source.started = utcNow();
  storage::Transaction transaction(database);
  if (auto known = storage::SourceReader(database).find(source.contentHash, source.root)) {
    known->file = source.file;
    source = *known;
    storage::SourceWriter(database).update(source);
  } else {
    source.id = storage::SourceWriter(database).add(source);
  }
  transaction.commit();
  return source;
}

// How long rows are gathered in one transaction: long, so that syncs and the index pages that
// random keys touch are written seldom; short enough for another process to wait for.
constexpr auto kTransactionTime = std::chrono::milliseconds(500);

/// Stores rows with how far they reach.
class Importer {
 public:
  /// `again`: the rows were quarantined before, and are judged anew.
  Importer(storage::Database& database, ImportResult& result, bool again)
      : database_(database),
        source_(result.source),
        result_(result),
        again_(again),
        sources_(database),
        images_(database),
        questions_(database) {}

  void store(const RecordBatch& batch) {
    begin();
    for (const ReadyRow& row : batch) {
      if (again_) sources_.release(source_.id, row.row);
      store(row);
    }
    result_.rowsRead += static_cast<std::int64_t>(batch.size());
    if (!again_) {
      source_.rowsDone = batch.back().row + 1;
      source_.bytesDone = batch.back().byte;
    }
    if (std::chrono::steady_clock::now() - begun_ > kTransactionTime) commit();
  }

  void commit() {
    begin();
    sources_.update(source_);
    transaction_->commit();
    transaction_.reset();
  }

  void finish(const std::optional<exchange::JsonArrayStream::Break>& broken) {
    if (!again_) source_.state = broken ? SourceState::kBroken : SourceState::kComplete;
    if (!again_ && broken) {
      source_.words = "broken at byte " + std::to_string(broken->byte) + ", row " +
                      std::to_string(broken->row) + ": " + broken->words;
    }
    commit();
  }

 private:
  // Another process that imports the same file would have moved the source on.
  void begin() {
    if (transaction_) return;
    transaction_.emplace(database_);
    begun_ = std::chrono::steady_clock::now();
    const auto stored = storage::SourceReader(database_).find(source_.contentHash, source_.root);
    if (!stored || stored->rowsDone != source_.rowsDone) {
      throw Error(ErrorKind::kBusy, "Another process imports " + source_.file,
                  "Wait for it to end, then import again");
    }
  }

  void store(const ReadyRow& row) {
    if (row.problem) return quarantine(row, row.problem->reason, row.problem->words);
    const Question question{{}, source_.id, idOf(*row.image), row.id, row.row, {}};
    if (questions_.add(question, row.turns)) {
      ++result_.added;
      return;
    }
    const auto place = questions_.duplicateOf();
    quarantine(row, QuarantineReason::kDuplicate,
               "the same picture and conversation stand in row " + std::to_string(place.row) +
                   " of " + (place.file == source_.file ? "this file" : place.file));
  }

  void quarantine(const ReadyRow& row, QuarantineReason reason, const std::string& words) {
    sources_.quarantine({source_.id, row.row, row.id, reason, words});
  }

  ImageId idOf(const CheckedImage& image) {
    ImageId& id = ids_[&image];
    if (!id) id = images_.add(image.image);
    return id;
  }

  storage::Database& database_;
  Source& source_;
  ImportResult& result_;
  const bool again_;
  storage::SourceWriter sources_;
  storage::ImageWriter images_;
  storage::QuestionWriter questions_;
  std::unordered_map<const CheckedImage*, ImageId> ids_;
  std::optional<storage::Transaction> transaction_;
  std::chrono::steady_clock::time_point begun_;
};

void importRows(storage::Database& database, ImportResult& result, ImageChecker& images,
                const WorkContext& work) {
  Source& source = result.source;
  const bool again = source.state != SourceState::kImporting;
  std::optional<std::vector<std::int64_t>> only;
  if (again) only = storage::SourceReader(database).quarantinedRows(source.id);
  RecordBatches batches(source.file, images, again ? 0 : source.bytesDone,
                        again ? 0 : source.rowsDone, std::move(only));
  Importer importer(database, result, again);
  while (const auto batch = batches.next()) {
    importer.store(*batch);
    work.progress({"import", batch->back().byte / 1000, source.bytes / 1000, "kB"});
    if (!work.stop.stop_requested()) continue;
    importer.commit();
    throw Error(ErrorKind::kStopped, "Stopped after row " + std::to_string(batch->back().row),
                "Everything up to there is stored; the same import goes on from it");
  }
  importer.finish(batches.broken());
}

void addUp(storage::Database& database, ImportResult& result) {
  result.questions = storage::QuestionReader(database).count(result.source.id);
  result.quarantined = storage::SourceReader(database).quarantineCounts(result.source.id);
  std::int64_t sum = result.questions;
  for (const auto& [reason, rows] : result.quarantined) sum += rows;
  if (sum != result.source.rowsDone) {
    throw Error(ErrorKind::kInternal,
                "The counts do not add up: " + std::to_string(result.source.rowsDone) + " rows, " +
                    std::to_string(sum) + " accounted for");
  }
}

}  // namespace

ImportResult importLlava(Project& project, const std::filesystem::path& file,
                         const std::filesystem::path& imageRoot, const WorkContext& work) {
  ImageChecker images(imageRoot);
  ImportResult result;
  // Before anything is stored: a file that is no list of records leaves no trace.
  exchange::LlavaInstructReader{file};
  result.source = findOrAdd(project.database(), file, images.root());
  importRows(project.database(), result, images, work);
  addUp(project.database(), result);
  return result;
}

}  // namespace mia::curation
