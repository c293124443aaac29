// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/layout_preview.h"

#include <algorithm>
#include <list>
#include <map>
#include <mutex>

#include "curation/in_parallel.h"
#include "curation/model_lens.h"
#include "curation/sample_planner.h"
#include "imaging/decode.h"
#include "imaging/render.h"
#include "imaging/resize.h"
#include "layout/canvas.h"
#include "layout/wording.h"
#include "storage/images.h"
#include "storage/questions.h"
#include "storage/runs.h"

namespace mia::curation {

struct PictureShelf::Shelved {
  imaging::ReducedPicture reduced;
};

namespace {

constexpr std::size_t kShelfBytes = std::size_t{192} << 20;
constexpr double kLargestDrawn = 1600;  ///< px of a picture's longer side
constexpr Colour kUnreadableGrey{128, 128, 128};
// Px of the longer side that a preview draws a picture from: few sizes, so that one that was
// decoded is found again when its place changes.
constexpr int kDecodedEdges[] = {256, 512, 1024};

int decodedEdge(int drawn) {
  for (const int edge : kDecodedEdges) {
    if (edge >= drawn) return edge;
  }
  return std::end(kDecodedEdges)[-1];
}

Pixels pixelsOf(imaging::Picture picture) {
  return {picture.width, picture.height, std::move(picture.rgb)};
}

imaging::ReducedPicture shrunk(const std::filesystem::path& file, int edge) {
  imaging::ReducedPicture reduced = imaging::decodeForEdge(file, edge);
  const layout::Size size = reduced.full;
  const double scale = double(edge) / std::max(size.width, size.height);
  if (scale >= 0.75) return reduced;
  const auto side = [&](int px) { return std::max(1, static_cast<int>(px * scale + 0.5)); };
  imaging::Picture small(side(size.width), side(size.height));
  imaging::resizeOnto(small, {0, 0, small.width, small.height}, reduced.picture, reduced.covered,
                      layout::Filter::kBicubic);
  reduced.covered = {0, 0, double(small.width), double(small.height)};
  reduced.picture = std::move(small);
  return reduced;
}

imaging::ReducedPicture greyField(const Image& image) {
  const layout::Size size{std::max(1, image.width), std::max(1, image.height)};
  return {imaging::Picture(1, 1, kUnreadableGrey), size, {0, 0, 1, 1}};
}

}  // namespace

struct PictureShelf::State {
  using Key = std::pair<std::string, int>;
  struct Entry {
    Key key;
    std::shared_ptr<const Shelved> picture;
  };
  std::mutex mutex;
  std::list<Entry> entries;  ///< the latest used first
  std::map<Key, std::list<Entry>::iterator> places;
  std::size_t bytes = 0;

  std::shared_ptr<const Shelved> find(const Key& key) {
    const std::lock_guard lock(mutex);
    const auto place = places.find(key);
    if (place == places.end()) return nullptr;
    entries.splice(entries.begin(), entries, place->second);
    return entries.front().picture;
  }

  void keep(const Key& key, const std::shared_ptr<const Shelved>& picture) {
    const std::lock_guard lock(mutex);
    if (places.contains(key)) return;
    entries.push_front({key, picture});
    places[key] = entries.begin();
    bytes += picture->reduced.picture.rgb.size();
    while (bytes > kShelfBytes && entries.size() > 1) {
      bytes -= entries.back().picture->reduced.picture.rgb.size();
      places.erase(entries.back().key);
      entries.pop_back();
    }
  }
};

PictureShelf::PictureShelf() : state_(new State) {}
PictureShelf::~PictureShelf() = default;

std::shared_ptr<const PictureShelf::Shelved> PictureShelf::get(const Image& image, int edge,
                                                               std::string& problem) {
  const std::string name = image.contentHash + image.file().string();
  for (const int larger : kDecodedEdges) {
    if (larger < edge) continue;
    if (auto known = state_->find({name, larger})) return known;
  }
  auto shelved = std::make_shared<Shelved>();
  try {
    shelved->reduced = shrunk(image.file(), edge);
  } catch (const Error& error) {
    problem = error.what();
    shelved->reduced = greyField(image);
    return shelved;
  }
  state_->keep({name, edge}, shelved);
  return shelved;
}

namespace {

std::vector<double> factorsOf(const std::vector<layout::Canvas>& canvases, const PreviewFit& fit) {
  std::vector<layout::Size> sizes;
  for (const layout::Canvas& canvas : canvases) sizes.push_back(canvas.size);
  const std::vector<layout::PixelRect> places = layout::arranged(sizes, fit.area);
  std::vector<double> factors;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const double wanted = fit.factor > 0 ? fit.factor : double(places[i].height) / sizes[i].height;
    factors.push_back(
        std::min({1.0, wanted, kLargestDrawn / std::max(sizes[i].width, sizes[i].height)}));
  }
  return factors;
}

// The longer side of each image as it is drawn.
std::vector<int> drawnEdges(const std::vector<layout::Canvas>& canvases,
                            const std::vector<layout::Size>& sizes, const PreviewFit& fit) {
  const std::vector<double> factors = factorsOf(canvases, fit);
  std::vector<int> edges(sizes.size(), 1);
  for (std::size_t picture = 0; picture < canvases.size(); ++picture) {
    const auto drawn = imaging::drawnSizes({canvases[picture]}, sizes, factors[picture]);
    for (std::size_t i = 0; i < edges.size(); ++i) {
      edges[i] = std::max({edges[i], drawn[i].width, drawn[i].height});
    }
  }
  return edges;
}

std::vector<std::shared_ptr<const PictureShelf::Shelved>> takeDown(const std::vector<Image>& images,
                                                                   const std::vector<int>& edges,
                                                                   PictureShelf& shelf,
                                                                   std::string& problem) {
  std::vector<std::shared_ptr<const PictureShelf::Shelved>> shelved(images.size());
  std::vector<std::string> problems(images.size());
  inParallel(images.size(), [&](std::size_t i) {
    shelved[i] = shelf.get(images[i], decodedEdge(edges[i]), problems[i]);
  });
  for (const std::string& sentence : problems) {
    if (sentence.empty()) continue;
    problem += (problem.empty() ? "" : "\n") + sentence;
  }
  return shelved;
}

}  // namespace

std::vector<PreviewPicture> drawPreview(const PictureSource& source, const PreviewFit& fit,
                                        PictureShelf& shelf, std::string& problem) {
  std::vector<layout::Size> sizes;
  for (const Image& image : source.images) {
    sizes.push_back({std::max(1, image.width), std::max(1, image.height)});
  }
  std::vector<layout::Canvas> canvases = layout::planPictures(source.recipe, sizes);
  const auto shelved = takeDown(source.images, drawnEdges(canvases, sizes, fit), shelf, problem);
  std::vector<const imaging::ReducedPicture*> images;
  std::vector<layout::Size> found;
  for (const auto& image : shelved) {
    images.push_back(&image->reduced);
    found.push_back(image->reduced.full);
  }
  // Files may have changed since they were imported.
  if (found != sizes) canvases = layout::planPictures(source.recipe, found);
  const std::vector<double> factors = factorsOf(canvases, fit);
  std::vector<PreviewPicture> pictures(canvases.size());
  inParallel(canvases.size(), [&](std::size_t i) {
    const layout::Canvas& canvas = canvases[i];
    PreviewPicture& picture = pictures[i];
    picture.pixels = pixelsOf(imaging::renderShown(layout::scaled(canvas, factors[i]), images));
    picture.width = canvas.size.width;
    picture.height = canvas.size.height;
    for (const layout::Placement& placement : canvas.placements) {
      const layout::PixelRect& rect = placement.target;
      picture.regions.push_back({placement.image, double(rect.left), double(rect.top),
                                 double(rect.width), double(rect.height)});
    }
  });
  return pictures;
}

struct LayoutPreviewer::State {
  State(const std::filesystem::path& folder, std::shared_ptr<PictureShelf> pictures)
      : project(Project::open(folder)), shelf(std::move(pictures)) {}

  Project project;
  std::shared_ptr<PictureShelf> shelf;
  std::unique_ptr<ModelLens> lens;
  std::unique_ptr<SamplePlanner> planner;
  std::string chosenFor;  ///< what the turns were chosen by
  TurnChoice choice;

  // Chooses among the questions again only when something changed that they are chosen by.
  void plan(ComposeRequest request) {
    request.limit = 0;
    if (!planner) planner = std::make_unique<SamplePlanner>(project, request);
    if (planner->follow()) chosenFor.clear();
    planner->setRequest(request);
    ComposeRequest choosing;
    choosing.turn = request.turn;
    choosing.maxAnswer = request.maxAnswer;
    choosing.seed = request.seed;
    choosing.split = request.split;
    choosing.heldOutShare = request.heldOutShare;
    choosing.source = request.source;
    const std::string key = toJson(choosing).dump();
    if (key == chosenFor) return;
    choice = planner->chooseTurns();
    chosenFor = key;
  }

  const ChosenTurn& turn(std::int64_t index) const {
    const auto& turns = choice.turns;
    if (index < 0 || index >= static_cast<std::int64_t>(turns.size())) {
      throw Error(
          ErrorKind::kNotFound,
          turns.empty() ? "No question fits these parameters" : "There is no such sample",
          turns.empty() ? "Import photos with questions, or choose another split or source" : "");
    }
    return turns[static_cast<std::size_t>(index)];
  }
};

LayoutPreviewer::LayoutPreviewer(const std::filesystem::path& project,
                                 std::shared_ptr<PictureShelf> shelf)
    : state_(new State(project, std::move(shelf))) {}
LayoutPreviewer::~LayoutPreviewer() = default;

std::vector<std::string> LayoutPreviewer::models() {
  std::vector<std::string> folders;
  for (const auto& run : storage::RunReader(state_->project.database()).all()) {
    if (std::find(folders.begin(), folders.end(), run.model) == folders.end()) {
      folders.push_back(run.model);
    }
  }
  return folders;
}

void LayoutPreviewer::useModel(const std::string& folder) {
  state_->lens.reset();
  if (!folder.empty()) state_->lens = std::make_unique<ModelLens>(folder);
}

std::int64_t LayoutPreviewer::available(const ComposeRequest& request) {
  state_->plan(request);
  return static_cast<std::int64_t>(state_->choice.turns.size());
}

PreviewSample LayoutPreviewer::sample(const ComposeRequest& request, std::int64_t index) {
  state_->plan(request);
  auto made = state_->planner->make(state_->turn(index));
  if (!made) {
    throw Error(ErrorKind::kNotFound, "There are too few other images to choose distractors from",
                "Choose fewer images, or distractors from the whole project");
  }
  PreviewSample sample;
  const Question question = storage::QuestionReader(state_->project.database()).get(made->question);
  sample.question = question.turns.at(static_cast<std::size_t>(made->turn)).question;
  sample.source = {made->recipe,
                   storage::ImageReader(state_->project.database()).get(made->images)};
  sample.sample = std::move(*made);
  return sample;
}

bool LayoutPreviewer::prepareLikeness(const ComposeRequest& request, std::int64_t index) {
  state_->plan(request);
  return state_->planner->prepareLikeness(state_->turn(index));
}

LayoutPreview LayoutPreviewer::show(const PreviewSample& sample, const PreviewFit& fit,
                                    PreviewLook look) {
  LayoutPreview preview;
  preview.sample = sample;
  preview.pictures = drawPreview(sample.source, fit, *state_->shelf, preview.problem);
  if (!state_->lens) return preview;
  preview.model = state_->lens->facts();
  preview.promptTokens = state_->lens->promptTokens(sample.sample.prompt);
  for (PreviewPicture& picture : preview.pictures) {
    state_->lens->look(sample.source.recipe.imageCount, look, picture);
  }
  return preview;
}

std::vector<std::string> offeredWordings(LayoutKind layout) {
  switch (layout) {
    case LayoutKind::kPicInPic: {
      std::vector<std::string> wordings = layout::picInPicPhrases();
      for (std::string& wording : wordings) wording = "{images}" + wording;
      return wordings;
    }
    case LayoutKind::kSingle: return {layout::defaultWording(layout)};
    default:
      return {layout::defaultWording(layout), "{images}Looking only at Image{k}: {question}",
              "{images}{Question} Answer for Image{k}."};
  }
}

}  // namespace mia::curation
