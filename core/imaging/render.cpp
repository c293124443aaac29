// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/render.h"

#include <cmath>

#include "imaging/resize.h"
#include "imaging/text.h"

namespace mia::imaging {
namespace {

constexpr double kDescent = 0.33;     // of a label's capitals' height, below the baseline
constexpr double kLabelIndent = 0.5;  // of its strip's height, from the sides

void paintLabel(Picture& picture, const layout::Label& label) {
  if (!canDraw(label.text)) {
    throw Error(ErrorKind::kUnsupported,
                "The label \"" + label.text + "\" has characters that cannot be drawn",
                "Labels are limited to plain ASCII letters, digits and signs");
  }
  const TextStyle style{label.box.height * label.scale, label.colour, Weight::kRegular};
  const double baseline = label.box.top + (label.box.height + style.height * (1 - kDescent)) / 2;
  double indent = label.box.height * kLabelIndent;
  if (label.align != LabelAlign::kLeft) {
    const double slack = label.box.width - textWidth(label.text, style);
    indent = label.align == LabelAlign::kCentre ? slack / 2 : slack - indent;
  }
  drawText(picture, label.text, label.box.left + indent, baseline, style);
}

void paintFrame(Picture& picture, const layout::Placement& placement) {
  if (placement.border == 0) return;
  const auto& target = placement.target;
  fillRect(picture,
           {target.left - placement.border, target.top - placement.border,
            target.width + 2 * placement.border, target.height + 2 * placement.border},
           placement.borderColour);
}

void paintPlacement(Picture& picture, const layout::Placement& placement, const Picture& image) {
  const auto& target = placement.target;
  const layout::PixelRect whole{0, 0, image.width, image.height};
  const Picture part = placement.source == whole ? image : crop(image, placement.source);
  paste(picture, resize(part, target.width, target.height, placement.filter), target.left,
        target.top);
}

void paintPlacement(Picture& picture, const layout::Placement& placement,
                    const ReducedPicture& image) {
  const double x = (image.covered.right - image.covered.left) / image.full.width;
  const double y = (image.covered.bottom - image.covered.top) / image.full.height;
  const layout::Rect source = toRect(placement.source);
  const layout::Rect part{image.covered.left + source.left * x, image.covered.top + source.top * y,
                          image.covered.left + source.right * x,
                          image.covered.top + source.bottom * y};
  resizeOnto(picture, placement.target, image.picture, part, placement.filter);
}

template <class Image>
Picture paint(const layout::Canvas& canvas, const std::vector<Image>& images) {
  Picture picture(canvas.size.width, canvas.size.height, canvas.background);
  for (const auto& placement : canvas.placements) {
    paintFrame(picture, placement);
    paintPlacement(picture, placement, images.at(static_cast<std::size_t>(placement.image)));
  }
  for (const auto& label : canvas.labels) paintLabel(picture, label);
  return picture;
}

// How large each image of the recipe is drawn of its whole, px, on canvases drawn at `factor`.
std::vector<layout::Size> drawnSizes(const std::vector<layout::Canvas>& canvases,
                                     const std::vector<layout::Size>& sizes, double factor) {
  std::vector<layout::Size> drawn(sizes.size());
  for (const auto& canvas : canvases) {
    for (const auto& placement : canvas.placements) {
      const auto i = static_cast<std::size_t>(placement.image);
      const auto side = [&](int target, int source, int full) {
        return static_cast<int>(std::ceil(factor * target * full / source));
      };
      const auto &target = placement.target, &source = placement.source;
      drawn[i] = {side(target.width, source.width, sizes[i].width),
                  side(target.height, source.height, sizes[i].height)};
    }
  }
  return drawn;
}

}  // namespace

Picture render(const layout::Canvas& canvas, const std::vector<Picture>& images) {
  return paint(canvas, images);
}

Picture renderShown(const layout::Canvas& canvas, const std::vector<ReducedPicture>& images) {
  return paint(canvas, images);
}

RenderedSample renderShown(const LayoutRecipe& recipe,
                           const std::vector<std::filesystem::path>& files, double factor) {
  std::vector<layout::Size> sizes;
  for (const auto& file : files) {
    const ImageFacts facts = probe(file);
    sizes.push_back({facts.width, facts.height});
  }
  RenderedSample sample{layout::planPictures(recipe, sizes), {}};
  const std::vector<layout::Size> drawn = drawnSizes(sample.canvases, sizes, factor);
  std::vector<ReducedPicture> images;
  for (std::size_t i = 0; i < files.size(); ++i) {
    images.push_back(decodeAtLeast(files[i], drawn[i]));
  }
  for (auto& canvas : sample.canvases) {
    canvas = layout::scaled(canvas, factor);
    sample.pictures.push_back(renderShown(canvas, images));
  }
  return sample;
}

RenderedSample renderSample(const LayoutRecipe& recipe,
                            const std::vector<std::filesystem::path>& files) {
  std::vector<Picture> images;
  std::vector<layout::Size> sizes;
  for (const auto& file : files) {
    images.push_back(decode(file));
    sizes.push_back(images.back().size());
  }
  RenderedSample sample{layout::planPictures(recipe, sizes), {}};
  for (const auto& canvas : sample.canvases) sample.pictures.push_back(render(canvas, images));
  return sample;
}

}  // namespace mia::imaging
