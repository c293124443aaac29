// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/gallery_columns.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

#include <SQLiteCpp/Database.h>

#include "domain/pair.h"
#include "domain/question.h"
#include "domain/sample.h"
#include "storage/sources.h"

namespace mia::storage {
namespace {

constexpr int kRowsPerLook = 512;  ///< rows between two looks at the clock
constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();

std::int64_t one(Database& database, const std::string& sql) {
  Statement row(database, sql);
  return row.step() ? row.integer(0) : 0;
}

std::unique_ptr<Statement> plain(Database& database, const std::string& sql) {
  return std::make_unique<Statement>(database, sql);
}

std::unique_ptr<Statement> bound(Database& database, const std::string& sql, std::int64_t value) {
  auto rows = plain(database, sql);
  rows->bind(value);
  return rows;
}

std::int64_t lastOf(const std::vector<std::int64_t>& ids) { return ids.empty() ? 0 : ids.back(); }

template <class T>
void setAt(std::vector<T>& column, std::int64_t place, T value, T fill) {
  const auto at = static_cast<std::size_t>(place);
  if (at >= column.size()) column.resize(at + 1, fill);
  column[at] = value;
}

/// `last`: where the row before had it; answers of a run stand together.
std::uint16_t runPlace(const std::vector<RunRecord>& runs, std::string_view id,
                       std::uint16_t last) {
  if (last < runs.size() && runs[last].id == id) return last;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (runs[i].id == id) return static_cast<std::uint16_t>(i);
  }
  return static_cast<std::uint16_t>(runs.size());
}

}  // namespace

std::uint32_t GalleryColumns::rowOf(const std::vector<std::int64_t>& ids, std::int64_t id) {
  if (ids.empty() || id < ids.front()) return kNoRow;
  // Ids mostly have no gaps: then the place is known.
  const auto guess = static_cast<std::size_t>(id - ids.front());
  if (guess < ids.size() && ids[guess] == id) return static_cast<std::uint32_t>(guess);
  const auto found = std::lower_bound(ids.begin(), ids.end(), id);
  if (found == ids.end() || *found != id) return kNoRow;
  return static_cast<std::uint32_t>(found - ids.begin());
}

GalleryLoader::~GalleryLoader() {
  rows_.reset();
  if (pass_ != kDone) database_.handle().tryExec("ROLLBACK");
}

bool GalleryLoader::advance(Clock::time_point deadline) {
  if (pass_ == kDone && !begin()) return true;
  while (pass_ != kDone) {
    int taken = 0;
    while (rows_ && rows_->step()) {
      take(*rows_);
      if (++taken % kRowsPerLook == 0 && Clock::now() > deadline) return false;
    }
    rows_.reset();
    finish(pass_);
    pass_ = static_cast<Pass>(pass_ + 1);
    if (pass_ != kDone) rows_ = open(pass_);
  }
  database_.handle().exec("COMMIT");
  return true;
}

// One snapshot for all passes, so that an answer never comes without its sample.
bool GalleryLoader::begin() {
  const std::int64_t version = one(database_, "PRAGMA data_version");
  if (version == version_) return false;
  version_ = version;
  database_.handle().exec("BEGIN");
  pass_ = kLists;
  readLists();
  return true;
}

void GalleryLoader::readLists() {
  columns_.sources = SourceReader(database_).all();
  columns_.runs = RunReader(database_).all();
  columns_.imageMarks = {};
  columns_.sampleMarks = {};
  columns_.quarantine = {};
}

std::unique_ptr<Statement> GalleryLoader::open(Pass pass) {
  // Beginning at nothing, SQLite reads questions and uses from a narrow index in whatever order;
  // behind an id, the new rows themselves.
  const auto behind = [&](const std::string& sql, const std::string& id, std::int64_t last) {
    if (last == 0) return plain(database_, sql);
    return bound(database_, sql + " WHERE " + id + " > ?1", last);
  };
  switch (pass) {
    case kImages: {
      if (one(database_, "SELECT max(id) FROM images") == lastOf(columns_.images.ids)) return {};
      columns_.images.ids.clear();
      columns_.images.pixels.clear();
      return plain(database_, "SELECT id, width * height, path FROM images ORDER BY id");
    }
    case kQuestionImages:
      return behind("SELECT id, image_id FROM questions", "id", lastQuestion_[0]);
    case kQuestionSources:
      return behind("SELECT id, source_id FROM questions", "id", lastQuestion_[1]);
    case kGroups:
      return plain(database_, "SELECT image_id, group_number, distance FROM image_groups");
    case kSamples:
      return bound(database_,
                   "SELECT id, question_id, layout, split, image_count FROM samples "
                   "INDEXED BY samples_narrow WHERE id > ?1 ORDER BY id",
                   lastOf(columns_.samples.ids));
    case kUses:
      return behind("SELECT image_id, sample_id FROM sample_images", "sample_id", lastUse_);
    case kAnswers:
      return bound(database_,
                   "SELECT id, sample_id, run_id, perplexity, text_length FROM candidates "
                   "INDEXED BY candidates_narrow WHERE id > ?1 ORDER BY id",
                   lastOf(columns_.answers.ids));
    case kVerdicts: {
      const std::int64_t newest = one(database_, "SELECT max(id) FROM selections");
      if (newest == selection_) return {};
      selection_ = newest;
      cursor_ = 0;
      auto& answers = columns_.answers;
      std::fill(answers.share.begin(), answers.share.end(), kUnknown);
      std::fill(answers.editDistance.begin(), answers.editDistance.end(), kUnknown);
      std::fill(answers.selected.begin(), answers.selected.end(), std::uint8_t{0});
      return bound(database_,
                   "SELECT candidate_id, status, share, edit_distance FROM pairs "
                   "INDEXED BY pairs_narrow WHERE selection_id = ?1 ORDER BY candidate_id",
                   newest);
    }
    case kExcludedImages: return plain(database_, "SELECT item_id FROM excluded_images ORDER BY 1");
    case kExcludedSamples:
      return plain(database_, "SELECT item_id FROM excluded_samples ORDER BY 1");
    case kImageTags:
    case kSampleTags:
      return plain(database_, std::string("SELECT m.item_id, t.name FROM tags t JOIN ") +
                                  (pass == kImageTags ? "image_tags" : "sample_tags") +
                                  " m ON m.tag_id = t.id");
    case kQuarantine:
      return plain(database_,
                   "SELECT source_id, row, reason FROM quarantine ORDER BY source_id, row");
    default: return {};
  }
}

void GalleryLoader::take(const Statement& row) {
  GalleryColumns& c = columns_;
  const std::int64_t first = row.integer(0);
  switch (pass_) {
    case kImages: takeImage(row); break;
    case kQuestionImages:
      setAt(c.questions.image, first, GalleryColumns::rowOf(c.images.ids, row.integer(1)),
            GalleryColumns::kNoRow);
      lastQuestion_[0] = std::max(lastQuestion_[0], first);
      break;
    case kQuestionSources:
      setAt(c.questions.source, first, static_cast<std::uint16_t>(row.integer(1)),
            std::uint16_t{0});
      lastQuestion_[1] = std::max(lastQuestion_[1], first);
      break;
    case kGroups:
      if (const auto at = GalleryColumns::rowOf(c.images.ids, first);
          at != GalleryColumns::kNoRow) {
        c.images.group[at] = static_cast<std::uint32_t>(row.integer(1));
        c.images.distance[at] = static_cast<std::uint8_t>(row.integer(2));
      }
      break;
    case kSamples: takeSample(row); break;
    case kUses:
      if (const auto at = GalleryColumns::rowOf(c.images.ids, first);
          at != GalleryColumns::kNoRow) {
        ++c.images.uses[at];
      }
      lastUse_ = std::max(lastUse_, row.integer(1));
      break;
    case kAnswers: takeAnswer(row); break;
    case kVerdicts: takeVerdict(row); break;
    case kExcludedImages: c.imageMarks.excluded.push_back(first); break;
    case kExcludedSamples: c.sampleMarks.excluded.push_back(first); break;
    case kImageTags: c.imageMarks.tags[row.string(1)].push_back(first); break;
    case kSampleTags: c.sampleMarks.tags[row.string(1)].push_back(first); break;
    case kQuarantine:
      c.quarantine.ids.push_back(quarantineId(first, row.integer(1)));
      c.quarantine.source.push_back(static_cast<std::uint16_t>(first));
      c.quarantine.reason.push_back(
          static_cast<std::uint8_t>(quarantineReasonFromString(row.string(2))));
      break;
    default: break;
  }
}

void GalleryLoader::takeImage(const Statement& row) {
  columns_.images.ids.push_back(row.integer(0));
  columns_.images.pixels.push_back(static_cast<std::uint32_t>(row.integer(1)));
  const std::string_view path = row.text(2);
  names_.emplace_back(path.substr(path.rfind('/') + 1));
}

void GalleryLoader::takeSample(const Statement& row) {
  GalleryColumns::Samples& samples = columns_.samples;
  samples.ids.push_back(row.integer(0));
  samples.question.push_back(static_cast<std::uint32_t>(row.integer(1)));
  samples.layout.push_back(static_cast<std::uint8_t>(layoutKindFromString(row.string(2))));
  samples.split.push_back(static_cast<std::uint8_t>(splitFromString(row.string(3))));
  samples.imageCount.push_back(static_cast<std::uint16_t>(row.integer(4)));
}

void GalleryLoader::takeAnswer(const Statement& row) {
  GalleryColumns::Answers& answers = columns_.answers;
  const auto sample = GalleryColumns::rowOf(columns_.samples.ids, row.integer(1));
  if (sample == GalleryColumns::kNoRow) return;
  answers.ids.push_back(row.integer(0));
  answers.sample.push_back(sample);
  const std::uint16_t last = answers.run.empty() ? std::uint16_t{0} : answers.run.back();
  answers.run.push_back(runPlace(columns_.runs, row.text(2), last));
  answers.perplexity.push_back(static_cast<float>(row.real(3)));
  answers.length.push_back(static_cast<float>(row.integer(4)));
  answers.share.push_back(kUnknown);
  answers.editDistance.push_back(kUnknown);
  answers.selected.push_back(0);
}

// Both ascend by the answer's id.
void GalleryLoader::takeVerdict(const Statement& row) {
  GalleryColumns::Answers& answers = columns_.answers;
  const std::int64_t id = row.integer(0);
  while (cursor_ < answers.ids.size() && answers.ids[cursor_] < id) ++cursor_;
  if (cursor_ == answers.ids.size() || answers.ids[cursor_] != id) return;
  answers.selected[cursor_] = row.text(1) == toString(PairStatus::kSelected);
  answers.share[cursor_] = static_cast<float>(row.real(2));
  answers.editDistance[cursor_] = static_cast<float>(row.real(3));
}

void GalleryLoader::finish(Pass pass) {
  GalleryColumns::Images& images = columns_.images;
  if (pass != kImages) return;
  if (!names_.empty()) rankNames();
  images.uses.resize(images.ids.size(), 0);
  images.group.assign(images.ids.size(), 0);
  images.distance.assign(images.ids.size(), 0);
}

void GalleryLoader::rankNames() {
  std::vector<std::uint32_t> order(names_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
    return std::tie(names_[a], a) < std::tie(names_[b], b);
  });
  columns_.images.nameRank.resize(order.size());
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) {
    columns_.images.nameRank[order[rank]] = rank;
  }
  names_ = {};
}

}  // namespace mia::storage
