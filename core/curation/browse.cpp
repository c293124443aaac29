// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/browse.h"

#include <map>
#include <sstream>

#include "base/error.h"
#include "domain/answer_match.h"
#include "imaging/image_processor.h"
#include "layout/patch_map.h"
#include "storage/candidates.h"
#include "storage/gallery.h"
#include "storage/images.h"
#include "storage/questions.h"
#include "storage/runs.h"
#include "storage/samples.h"
#include "storage/selections.h"
#include "storage/sources.h"

namespace mia::curation {
namespace {

std::vector<std::string> wordsOf(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

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
      : folder(project), database(project / "project.sqlite", storage::Database::Open::kExisting) {}

  std::filesystem::path folder;
  storage::Database database;
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
    return item;
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
  return counts;
}

std::vector<std::int64_t> Browser::find(const BrowseQuery& query) {
  storage::GalleryReader reader(state_->database);
  const std::vector<std::string> words = wordsOf(query.text);
  return query.shelf == Shelf::kImages ? reader.images(words) : reader.samples(words, query.uses);
}

std::vector<GalleryItem> Browser::items(Shelf shelf, const std::vector<std::int64_t>& ids) {
  std::vector<GalleryItem> items;
  for (const std::int64_t id : ids) {
    try {
      items.push_back(shelf == Shelf::kImages ? state_->imageItem(id) : state_->sampleItem(id));
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
  for (const std::int64_t sample : storage::GalleryReader(state_->database).samples({}, id)) {
    facts.samples.push_back(SampleId{sample});
  }
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
  facts.source = {facts.sample.recipe,
                  storage::ImageReader(state_->database).get(facts.sample.images)};
  return facts;
}

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
