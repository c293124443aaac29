// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/render.h"

#include "base/content_hash.h"
#include "curation/model_lens.h"
#include "imaging/encode.h"
#include "imaging/heatmap.h"
#include "imaging/image_processor.h"
#include "imaging/render.h"
#include "storage/images.h"
#include "storage/samples.h"

namespace mia::curation {
namespace {

constexpr int kViewEdge = 768;  // px, about how large the model's view is drawn

std::vector<std::filesystem::path> soundFiles(Project& project, const Sample& sample) {
  std::vector<std::filesystem::path> files;
  for (const Image& image : storage::ImageReader(project.database()).get(sample.images)) {
    if (contentHashOfFile(image.file()) != image.contentHash) {
      throw Error(ErrorKind::kBadInput,
                  image.file().string() + " has another content than when it was imported",
                  "Put the old file back, or import again");
    }
    files.push_back(image.file());
  }
  return files;
}

class Renderer {
 public:
  Renderer(const RenderRequest& request, const Sample& sample, imaging::RenderedSample rendered)
      : request_(request), sample_(sample), rendered_(std::move(rendered)) {}

  std::vector<RenderedFile> run() {
    std::filesystem::create_directories(request_.folder);
    for (std::size_t i = 0; i < rendered_.pictures.size(); ++i) {
      write(i, "", "picture", rendered_.pictures[i]);
      if (request_.regions) {
        write(i, "-regions", "regions",
              imaging::drawRegions(rendered_.pictures[i], rendered_.canvases[i]));
      }
      if (request_.model) writeView(i);
    }
    return files_;
  }

 private:
  void writeView(std::size_t i) {
    const auto processor = imaging::ImageProcessor::load(*request_.model);
    const layout::Canvas& canvas = rendered_.canvases[i];
    write(i, "-view", "model-view",
          imaging::drawModelView(processor.modelView(rendered_.pictures[i]), canvas,
                                 processor.view(canvas.size), patchSizeOf(*request_.model),
                                 kViewEdge));
  }

  void write(std::size_t i, const std::string& suffix, const std::string& what,
             const imaging::Picture& picture) {
    const auto file = request_.folder / ("sample-" + std::to_string(sample_.id.value) + "-" +
                                         std::to_string(i + 1) + suffix + ".png");
    imaging::writePicture(file, picture);
    files_.push_back({file, what, picture.width, picture.height});
  }

  const RenderRequest& request_;
  const Sample& sample_;
  imaging::RenderedSample rendered_;
  std::vector<RenderedFile> files_;
};

}  // namespace

std::vector<RenderedFile> renderSample(Project& project, const RenderRequest& request) {
  const Sample sample = storage::SampleReader(project.database()).get(request.sample);
  return Renderer(request, sample,
                  imaging::renderSample(sample.recipe, soundFiles(project, sample)))
      .run();
}

}  // namespace mia::curation
