// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "curation/pictures.h"
#include "domain/candidate.h"
#include "domain/pair.h"
#include "domain/question.h"
#include "domain/sample.h"

namespace mia::storage {
class Database;
}

namespace mia::curation {

/// What a gallery lists.
enum class Shelf { kImages, kSamples };

/// What to list; the empty query lists everything, in the order it was added.
struct BrowseQuery {
  Shelf shelf = Shelf::kImages;
  std::string text;  ///< every word must occur in the questions and answers or an image's path
  ImageId uses;      ///< samples only: those that use this image
  bool operator==(const BrowseQuery&) const = default;
};

struct ProjectCounts {
  std::int64_t images = 0;
  std::int64_t questions = 0;
  std::int64_t quarantined = 0;
  std::int64_t samples = 0;
  std::int64_t candidates = 0;
  bool operator==(const ProjectCounts&) const = default;
};

/// What a gallery shows of one image or sample.
struct GalleryItem {
  std::int64_t id = 0;
  std::string title;  ///< an image's file name, a sample's question
  LayoutKind layout = LayoutKind::kSingle;
  int width = 0;  ///< of an image, px
  int height = 0;
  Split split = Split::kTrain;
  PictureSource source;
};

/// An image with all that is known of it.
struct ImageFacts {
  Image image;
  std::vector<Question> questions;
  std::vector<std::string> sourceFiles;  ///< one per question
  std::vector<SampleId> samples;         ///< that use it, as target or distractor
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
  PictureSource source;
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
  /// The ids of everything that the query asks for.
  std::vector<std::int64_t> find(const BrowseQuery& query);
  /// The items of these ids, in their order; ids that are gone are left out.
  std::vector<GalleryItem> items(Shelf shelf, const std::vector<std::int64_t>& ids);
  /// Error kNotFound.
  ImageFacts image(ImageId id);
  SampleFacts sample(SampleId id);
  ShownAttention attention(CandidateId id);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mia::curation
