// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "domain/source.h"
#include "storage/marks.h"
#include "storage/runs.h"
#include "storage/statement.h"

namespace mia::storage {

/// What a gallery filters and sorts by, column by column: a million samples with an answer each are
/// 50 MB, and a pass over a column takes a millisecond. Ids ascend; a row is a place in them.
struct GalleryColumns {
  static constexpr std::uint32_t kNoRow = 0xffffffff;

  struct Images {
    std::vector<std::int64_t> ids;
    std::vector<std::uint32_t> pixels;
    std::vector<std::uint32_t> nameRank;  ///< place in the order of file names
    std::vector<std::uint32_t> uses;      ///< samples with this image
    std::vector<std::uint32_t> group;     ///< of images that look alike; 0: none
    std::vector<std::uint8_t> distance;   ///< from the group's first
  };
  /// By question id, for these are never sparse.
  struct Questions {
    std::vector<std::uint32_t> image;  ///< row of the image; kNoRow: no such question
    std::vector<std::uint16_t> source;
  };
  struct Samples {
    std::vector<std::int64_t> ids;
    std::vector<std::uint32_t> question;  ///< id
    std::vector<std::uint8_t> layout;     ///< LayoutKind
    std::vector<std::uint8_t> split;      ///< Split
    std::vector<std::uint16_t> imageCount;
  };
  struct Answers {
    std::vector<std::int64_t> ids;
    std::vector<std::uint32_t> sample;  ///< row of the sample
    std::vector<std::uint16_t> run;     ///< place in `runs`
    std::vector<float> perplexity;      ///< NaN in these four: not known
    std::vector<float> length;          ///< characters
    std::vector<float> share;
    std::vector<float> editDistance;
    std::vector<std::uint8_t> selected;  ///< as a pair, by the newest selection
  };
  struct Quarantine {
    std::vector<std::int64_t> ids;  ///< quarantineId()
    std::vector<std::uint16_t> source;
    std::vector<std::uint8_t> reason;  ///< QuarantineReason
  };
  struct Marks {
    std::vector<std::int64_t> excluded;
    std::map<std::string, std::vector<std::int64_t>> tags;
  };

  Images images;
  Questions questions;
  Samples samples;
  Answers answers;
  Quarantine quarantine;
  Marks imageMarks;
  Marks sampleMarks;
  std::vector<Source> sources;
  std::vector<RunRecord> runs;

  /// The row of an id, kNoRow when it is not there.
  static std::uint32_t rowOf(const std::vector<std::int64_t>& ids, std::int64_t id);
};

/// A quarantined row as one number, and back.
constexpr std::int64_t quarantineId(std::int64_t source, std::int64_t row) {
  return source << 40 | row;
}
constexpr std::pair<SourceId, std::int64_t> quarantinePlace(std::int64_t id) {
  return {SourceId{id >> 40}, id & ((std::int64_t{1} << 40) - 1)};
}

/// Reads the columns and follows what other connections write: what was only added is read alone.
class GalleryLoader {
 public:
  using Clock = std::chrono::steady_clock;

  explicit GalleryLoader(Database& database) : database_(database) {}
  ~GalleryLoader();

  const GalleryColumns& columns() const { return columns_; }
  /// Reads on until `deadline`; true when the columns are whole: they hold what was stored when
  /// this call, or the one that began to read, was made. Until then they are of no use.
  bool advance(Clock::time_point deadline);
  /// Changes whenever the columns do.
  std::int64_t version() const { return version_; }

 private:
  enum Pass {
    kLists,
    kImages,
    kQuestionImages,
    kQuestionSources,
    kGroups,
    kSamples,
    kUses,
    kAnswers,
    kVerdicts,
    kExcludedImages,
    kExcludedSamples,
    kImageTags,
    kSampleTags,
    kQuarantine,
    kDone
  };

  bool begin();
  void readLists();
  std::unique_ptr<Statement> open(Pass pass);
  void take(const Statement& row);
  void takeImage(const Statement& row);
  void takeSample(const Statement& row);
  void takeAnswer(const Statement& row);
  void takeVerdict(const Statement& row);
  void finish(Pass pass);
  void rankNames();

  Database& database_;
  GalleryColumns columns_;
  std::int64_t version_ = -1;
  Pass pass_ = kDone;
  std::unique_ptr<Statement> rows_;
  std::vector<std::string> names_;  ///< of the images, while they are read
  std::int64_t lastQuestion_[2] = {0, 0};
  std::int64_t lastUse_ = 0;
  std::int64_t selection_ = 0;
  std::size_t cursor_ = 0;  ///< among the answers, while verdicts are read
};

}  // namespace mia::storage
