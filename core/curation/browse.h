// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "curation/browse_query.h"
#include "curation/pictures.h"
#include "domain/candidate.h"
#include "domain/pair.h"
#include "domain/question.h"
#include "domain/sample.h"

namespace mia::storage {
class Database;
}

namespace mia::curation {

struct ProjectCounts {
  std::int64_t images = 0;
  std::int64_t questions = 0;
  std::int64_t quarantined = 0;
  std::int64_t samples = 0;
  std::int64_t candidates = 0;
  SelectionId newestSelection = {};  ///< 0: none
  bool operator==(const ProjectCounts&) const = default;
};

/// What a gallery shows of one image, sample or quarantined row.
struct GalleryItem {
  std::int64_t id = 0;
  std::string title;  ///< an image's file name, a sample's question, why a row was set aside
  LayoutKind layout = LayoutKind::kSingle;
  int width = 0;  ///< of an image, px
  int height = 0;
  Split split = Split::kTrain;
  bool excluded = false;
  std::vector<std::string> tags;
  std::int64_t group = 0;  ///< of images that look alike; 0: none
  int distance = 0;        ///< bits from the group's first image
  QuarantineReason reason = QuarantineReason::kMalformed;
  std::int64_t row = 0;  ///< of a quarantined row in its file, 0-based
  PictureSource source;
};

/// An image with all that is known of it.
struct ImageFacts {
  Image image;
  std::vector<Question> questions;
  std::vector<std::string> sourceFiles;  ///< one per question
  std::vector<SampleId> samples;         ///< that use it, as target or distractor
  std::vector<ImageId> alike;            ///< the other images of its group
  bool excluded = false;
  std::vector<std::string> tags;
  std::int64_t fileBytes = 0;  ///< of the photo; 0 when it is gone
  PictureSource source;
};

/// A candidate with what was made of it.
struct ShownCandidate {
  Candidate candidate;
  bool matches = false;      ///< the ground truth, after normalisation
  std::optional<Pair> pair;  ///< by the newest selection
};

/// A sample with all that is known of it.
struct SampleFacts {
  Sample sample;
  Question question;
  std::string sourceFile;
  std::vector<ShownCandidate> candidates;
  bool excluded = false;
  std::vector<std::string> tags;
  PictureSource source;
};

/// A row that was set aside, and the file it stands in.
struct QuarantineFacts {
  QuarantinedRow row;
  std::string sourceFile;
};

/// A query that a person named.
struct SavedQuery {
  std::string name;
  BrowseQuery query;
  bool operator==(const SavedQuery&) const = default;
};

/// A map of one picture, and the rectangle that its patches divide evenly, in px of the picture: it
/// reaches beyond the picture where the model's view was padded, and stays inside where it was
/// cropped.
struct ShownMap {
  AttentionMap map;
  double x = 0, y = 0, width = 0, height = 0;
};

/// Where a candidate's model looked, placed on the pictures.
struct ShownAttention {
  std::vector<ShownMap> maps;  ///< by layer and picture
  std::vector<double> chance;  ///< [regions] the share that even attention would give
  std::string problem;         ///< why there are no maps; empty when there are
};

/// Reads a project for showing it. Use from one thread; other threads and processes may write.
class Browser {
 public:
  /// Error kNotFound, kUnsupported (a newer program's project).
  explicit Browser(const std::filesystem::path& project);
  ~Browser();

  const std::filesystem::path& folder() const;
  /// For the use cases that read more than this class does.
  storage::Database& database();

  ProjectCounts counts();
  /// Reads for at most `budget` what filters and orders need; true when that is all in memory.
  /// find() and facets() do the rest themselves, which for a million samples is a second or two.
  bool prepare(std::chrono::milliseconds budget);
  /// The ids of everything that the query asks for, in its order: of images and samples their
  /// own, of quarantined rows numbers that the other functions understand. A query that leaves
  /// nothing out waits for no preparation. Error kStopped when `stop` was asked for.
  std::vector<std::int64_t> find(const BrowseQuery& query, const std::stop_token& stop = {});
  /// What each choice would leave, under the rest of the query. Error kStopped.
  FacetCounts facets(const BrowseQuery& query, const std::stop_token& stop = {});
  /// The items of these ids, in their order; ids that are gone are left out.
  std::vector<GalleryItem> items(Shelf shelf, const std::vector<std::int64_t>& ids);
  /// Error kNotFound.
  ImageFacts image(ImageId id);
  SampleFacts sample(SampleId id);
  QuarantineFacts quarantined(std::int64_t id);
  ShownAttention attention(CandidateId id);
  std::vector<SavedQuery> views();
  std::vector<std::string> tags();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mia::curation
