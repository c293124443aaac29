// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/browse.h"

#include <algorithm>
#include <map>

#include "base/error.h"
#include "curation/gallery_index.h"
#include "domain/answer_match.h"
#include "imaging/image_processor.h"
#include "layout/patch_map.h"
#include "storage/candidates.h"
#include "storage/gallery.h"
#include "storage/images.h"
#include "storage/marks.h"
#include "storage/memory.h"
#include "storage/questions.h"
#include "storage/runs.h"
#include "storage/samples.h"
#include "storage/selections.h"
#include "storage/sources.h"

namespace mia::curation {
namespace {

std::vector<layout::Size> sizesOf(const std::vector<Image>& images) {
  std::vector<layout::Size> sizes;
  for (const Image& image : images) sizes.push_back({image.width, image.height});
  return sizes;
}

/// Lays the maps of a candidate on the pictures that they are maps of.
ShownAttention placed(std::vector<AttentionMap> maps, const std::vector<layout::Canvas>& canvases,
                      std::size_t regions, const imaging::ImageProcessor& processor) {
  ShownAttention shown;
  std::vector<double> covered(regions, 0.0);
  double patches = 0;
  const int firstLayer = maps.front().layer;
  for (AttentionMap& map : maps) {
    const layout::Canvas& canvas = canvases.at(static_cast<std::size_t>(map.picture));
    const layout::ViewTransform view = processor.view(canvas.size);
    const int patch = view.output.width / map.columns;
    const layout::Rect seen =
        view.toCanvas({0, 0, double(map.columns) * patch, double(map.rows) * patch});
    if (map.layer == firstLayer) {
      const auto coverage =
          layout::patchMap(canvas, static_cast<int>(regions), view, patch).coverage;
      for (std::size_t region = 0; region < regions; ++region) {
        for (const double share : coverage[region]) covered[region] += share;
      }
      patches += map.rows * map.columns;
    }
    shown.maps.push_back(
        {std::move(map), seen.left, seen.top, seen.right - seen.left, seen.bottom - seen.top});
  }
  for (const double sum : covered) shown.chance.push_back(sum / patches);
  return shown;
}

}  // namespace

struct Browser::State {
  explicit State(const std::filesystem::path& project)
      : folder(project), database(project / "project.sqlite", storage::Database::Open::kExisting) {
    storage::keepInMemory(database, 8);
  }

  std::filesystem::path folder;
  storage::Database database;
  GalleryIndex index{database};
  std::map<std::string, imaging::ImageProcessor> processors;  ///< by model folder

  const imaging::ImageProcessor& processorOf(const std::string& model) {
    auto found = processors.find(model);
    if (found == processors.end()) {
      found = processors.emplace(model, imaging::ImageProcessor::load(model)).first;
    }
    return found->second;
  }

  std::string sourceFile(SourceId id) {
    for (const Source& source : storage::SourceReader(database).all()) {
      if (source.id == id) return source.file;
    }
    return {};
  }

  GalleryItem imageItem(std::int64_t id) {
    const Image image = storage::ImageReader(database).get(ImageId{id});
    GalleryItem item;
    item.id = id;
    item.title = std::filesystem::path(image.path).filename().string();
    item.width = image.width;
    item.height = image.height;
    item.source.images = {image};
    storage::GalleryReader gallery(database);
    if (const auto group = gallery.group(ImageId{id})) {
      item.group = group->number;
      item.distance = group->distance;
    }
    mark(item, storage::Marked::kImage);
    return item;
  }

  void mark(GalleryItem& item, storage::Marked what) {
    storage::MarkReader marks(database);
    item.excluded = marks.isExcluded(what, item.id);
    item.tags = marks.tagsOf(what, item.id);
  }

  GalleryItem quarantineItem(std::int64_t id) {
    const QuarantinedRow row = storage::GalleryReader(database).quarantined(id);
    GalleryItem item;
    item.id = id;
    item.title = row.words;
    item.reason = row.reason;
    item.row = row.row;
    return item;
  }

  GalleryItem sampleItem(std::int64_t id) {
    const Sample sample = storage::SampleReader(database).get(SampleId{id});
    const Question question = storage::QuestionReader(database).get(sample.question);
    GalleryItem item;
    item.id = id;
    item.title = question.turns.at(static_cast<std::size_t>(sample.turn)).question;
    item.layout = sample.recipe.kind;
    item.split = sample.split;
    item.source = {sample.recipe, storage::ImageReader(database).get(sample.images)};
    mark(item, storage::Marked::kSample);
    return item;
  }

  GalleryItem item(Shelf shelf, std::int64_t id) {
    switch (shelf) {
      case Shelf::kImages: return imageItem(id);
      case Shelf::kSamples: return sampleItem(id);
      case Shelf::kQuarantine: break;
    }
    return quarantineItem(id);
  }

  ShownCandidate shown(Candidate candidate, const std::string& truth) {
    ShownCandidate result;
    result.matches = !isWrong(WrongRule::kNormalised, candidate.text, truth);
    if (const auto pair = storage::GalleryReader(database).newestPair(candidate.id)) {
      result.pair = storage::SelectionReader(database).pair(*pair);
    }
    result.candidate = std::move(candidate);
    return result;
  }
};

Browser::Browser(const std::filesystem::path& project) : state_(new State(project)) {}
Browser::~Browser() = default;

const std::filesystem::path& Browser::folder() const { return state_->folder; }

storage::Database& Browser::database() { return state_->database; }

ProjectCounts Browser::counts() {
  storage::Database& database = state_->database;
  ProjectCounts counts;
  counts.images = storage::ImageReader(database).count();
  counts.questions = storage::QuestionReader(database).count();
  for (const auto& [reason, rows] : storage::SourceReader(database).quarantineCounts()) {
    counts.quarantined += rows;
  }
  counts.samples = storage::SampleReader(database).count();
  counts.candidates = storage::CandidateReader(database).count();
  if (const auto newest = storage::SelectionReader(database).latest()) {
    counts.newestSelection = newest->id;
  }
  return counts;
}

bool Browser::prepare(std::chrono::milliseconds budget) { return state_->index.prepare(budget); }

std::vector<std::int64_t> Browser::find(const BrowseQuery& query, const std::stop_token& stop) {
  const bool plain = !query.narrows() && query.sort == SortKey::kAdded;
  if (!plain || prepare(std::chrono::milliseconds(0))) return state_->index.find(query, stop);
  storage::GalleryReader reader(state_->database);
  std::vector<std::int64_t> ids = query.shelf == Shelf::kImages    ? reader.images()
                                  : query.shelf == Shelf::kSamples ? reader.samples()
                                                                   : reader.quarantine();
  if (query.descending) std::reverse(ids.begin(), ids.end());
  return ids;
}

FacetCounts Browser::facets(const BrowseQuery& query, const std::stop_token& stop) {
  return state_->index.counts(query, stop);
}

std::vector<GalleryItem> Browser::items(Shelf shelf, const std::vector<std::int64_t>& ids) {
  std::vector<GalleryItem> items;
  for (const std::int64_t id : ids) {
    try {
      items.push_back(state_->item(shelf, id));
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kNotFound) throw;  // gone since the ids were read
    }
  }
  return items;
}

ImageFacts Browser::image(ImageId id) {
  ImageFacts facts;
  facts.image = storage::ImageReader(state_->database).get(id);
  facts.questions = storage::QuestionReader(state_->database).ofImage(id);
  for (const Question& question : facts.questions) {
    facts.sourceFiles.push_back(state_->sourceFile(question.source));
  }
  storage::GalleryReader gallery(state_->database);
  facts.samples = gallery.samplesOf(id);
  facts.alike = gallery.alike(id);
  storage::MarkReader marks(state_->database);
  facts.excluded = marks.isExcluded(storage::Marked::kImage, id.value);
  facts.tags = marks.tagsOf(storage::Marked::kImage, id.value);
  std::error_code gone;
  const auto bytes = std::filesystem::file_size(facts.image.file(), gone);
  if (!gone) facts.fileBytes = static_cast<std::int64_t>(bytes);
  facts.source.images = {facts.image};
  return facts;
}

SampleFacts Browser::sample(SampleId id) {
  SampleFacts facts;
  facts.sample = storage::SampleReader(state_->database).get(id);
  facts.question = storage::QuestionReader(state_->database).get(facts.sample.question);
  facts.sourceFile = state_->sourceFile(facts.question.source);
  for (Candidate& candidate : storage::CandidateReader(state_->database).ofSample(id)) {
    facts.candidates.push_back(state_->shown(std::move(candidate), facts.sample.answer));
  }
  storage::MarkReader marks(state_->database);
  facts.excluded = marks.isExcluded(storage::Marked::kSample, id.value);
  facts.tags = marks.tagsOf(storage::Marked::kSample, id.value);
  facts.source = {facts.sample.recipe,
                  storage::ImageReader(state_->database).get(facts.sample.images)};
  return facts;
}

QuarantineFacts Browser::quarantined(std::int64_t id) {
  QuarantineFacts facts{storage::GalleryReader(state_->database).quarantined(id), {}};
  facts.sourceFile = state_->sourceFile(facts.row.source);
  return facts;
}

std::vector<SavedQuery> Browser::views() {
  std::vector<SavedQuery> views;
  for (const storage::SavedView& view : storage::MarkReader(state_->database).views()) {
    views.push_back({view.name, browseQueryFromJson(parseJson(view.query, "view " + view.name))});
  }
  return views;
}

std::vector<std::string> Browser::tags() { return storage::MarkReader(state_->database).tags(); }

ShownAttention Browser::attention(CandidateId id) {
  storage::CandidateReader candidates(state_->database);
  const Candidate candidate = candidates.get(id);
  std::vector<AttentionMap> maps = candidates.maps(id);
  if (maps.empty()) return {{}, {}, "This run kept no heatmaps, only the shares."};
  const Sample sample = storage::SampleReader(state_->database).get(candidate.sample);
  const std::vector<Image> images = storage::ImageReader(state_->database).get(sample.images);
  const auto run = storage::RunReader(state_->database).find(candidate.run);
  try {
    const imaging::ImageProcessor& processor = state_->processorOf(run ? run->model : "");
    return placed(std::move(maps), layout::planPictures(sample.recipe, sizesOf(images)),
                  images.size(), processor);
  } catch (const Error& error) {
    return {{},
            {},
            std::string("Without the model that made them, the heatmaps cannot be placed "
                        "on the pictures. ") +
                error.what()};
  }
}

}  // namespace mia::curation
