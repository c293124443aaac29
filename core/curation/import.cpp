// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/import.h"

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

/// Stores what the batches bring.
class Importer {
 public:
  Importer(storage::Database& database, Source& source, ImportResult& result)
      : database_(database),
        source_(source),
        result_(result),
        sources_(database),
        images_(database),
        questions_(database) {}

  /// One transaction. `again`: the rows were quarantined before, and are judged anew.
  void store(const RecordBatch& batch, bool again) {
    storage::Transaction transaction(database_);
    requireAlone();
    for (const auto& [record, image] : batch.records) {
      if (again) sources_.release(source_.id, record.row);
      store(record, image);
    }
    if (!again) {
      const exchange::LlavaRecord& last = batch.records.back().first;
      source_.rowsDone = last.row + 1;
      source_.bytesDone = last.byte;
    }
    sources_.update(source_);
    transaction.commit();
    result_.rowsRead += static_cast<std::int64_t>(batch.records.size());
  }

  void finish(const std::optional<exchange::JsonArrayStream::Break>& broken) {
    source_.state = broken ? SourceState::kBroken : SourceState::kComplete;
    if (broken) {
      source_.words = "broken at byte " + std::to_string(broken->byte) + ", row " +
                      std::to_string(broken->row) + ": " + broken->words;
    }
    storage::Transaction transaction(database_);
    requireAlone();
    sources_.update(source_);
    transaction.commit();
  }

 private:
  // Another process that imports the same file would have moved the source on since.
  void requireAlone() {
    const auto stored = storage::SourceReader(database_).find(source_.contentHash, source_.root);
    if (!stored || stored->rowsDone != source_.rowsDone) {
      throw Error(ErrorKind::kBusy, "Another process imports " + source_.file,
                  "Wait for it to end, then import again");
    }
  }

  void store(const exchange::LlavaRecord& record, const CheckedImage* image) {
    if (record.problem) return quarantine(record, record.problem->reason, record.problem->words);
    if (image->problem) return quarantine(record, *image->problem, image->words);
    const Question question{{}, source_.id, idOf(*image), record.id, record.row, record.turns};
    if (questions_.add(question, image->image.contentHash)) {
      ++result_.added;
      return;
    }
    const auto place = questions_.duplicateOf();
    quarantine(record, QuarantineReason::kDuplicate,
               "the same picture and conversation stand in row " + std::to_string(place.row) +
                   " of " + (place.file == source_.file ? "this file" : place.file));
  }

  void quarantine(const exchange::LlavaRecord& record, QuarantineReason reason,
                  const std::string& words) {
    sources_.quarantine({source_.id, record.row, record.id, reason, words});
  }

  ImageId idOf(const CheckedImage& image) {
    ImageId& id = ids_[&image];
    if (!id) id = images_.add(image.image);
    return id;
  }

  storage::Database& database_;
  Source& source_;
  ImportResult& result_;
  storage::SourceWriter sources_;
  storage::ImageWriter images_;
  storage::QuestionWriter questions_;
  std::unordered_map<const CheckedImage*, ImageId> ids_;
};

void importRows(storage::Database& database, ImportResult& result, ImageChecker& images,
                const WorkContext& work) {
  Source& source = result.source;
  const bool again = source.state != SourceState::kImporting;
  std::optional<std::vector<std::int64_t>> only;
  if (again) only = storage::SourceReader(database).quarantinedRows(source.id);
  RecordBatches batches(source.file, images, again ? 0 : source.bytesDone,
                        again ? 0 : source.rowsDone, std::move(only));
  Importer importer(database, source, result);
  while (const auto batch = batches.next()) {
    importer.store(*batch, again);
    work.progress({"import", batch->records.back().first.byte >> 20, source.bytes >> 20, "MiB"});
    if (work.stop.stop_requested()) {
      throw Error(ErrorKind::kStopped,
                  "Stopped after row " + std::to_string(batch->records.back().first.row),
                  "Everything up to there is stored; the same import goes on from it");
    }
  }
  if (!again) importer.finish(batches.broken());
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
