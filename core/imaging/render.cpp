// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/render.h"

#include <cmath>
#include <optional>
#include <utility>

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

// `imageOf` gives the image of a number, good until it is asked for another.
template <class ImageOf>
Picture paint(const layout::Canvas& canvas, ImageOf&& imageOf) {
  Picture picture(canvas.size.width, canvas.size.height, canvas.background);
  for (const auto& placement : canvas.placements) {
    paintFrame(picture, placement);
    paintPlacement(picture, placement, imageOf(static_cast<std::size_t>(placement.image)));
  }
  for (const auto& label : canvas.labels) paintLabel(picture, label);
  return picture;
}

/// Decodes files no larger than they are drawn, one at a time into the same memory.
class DrawnImages {
 public:
  DrawnImages(const std::vector<std::filesystem::path>& files, std::vector<layout::Size> drawn)
      : files_(files), drawn_(std::move(drawn)) {}

  const ReducedPicture& at(std::size_t image) {
    if (held_ != image) {
      held_.reset();
      image_ = decodeAtLeast(files_.at(image), drawn_.at(image), std::move(image_.picture));
      held_ = image;
    }
    return image_;
  }

 private:
  const std::vector<std::filesystem::path>& files_;
  std::vector<layout::Size> drawn_;
  std::optional<std::size_t> held_;
  ReducedPicture image_;
};

}  // namespace

Picture render(const layout::Canvas& canvas, const std::vector<Picture>& images) {
  return paint(canvas, [&](std::size_t i) -> const Picture& { return images.at(i); });
}

Picture renderShown(const layout::Canvas& canvas,
                    const std::vector<const ReducedPicture*>& images) {
  return paint(canvas, [&](std::size_t i) -> const ReducedPicture& { return *images.at(i); });
}

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

RenderedSample renderShown(const LayoutRecipe& recipe,
                           const std::vector<std::filesystem::path>& files, double factor) {
  std::vector<layout::Size> sizes;
  for (const auto& file : files) {
    const ImageFacts facts = probe(file);
    sizes.push_back({facts.width, facts.height});
  }
  RenderedSample sample{layout::planPictures(recipe, sizes), {}};
  DrawnImages images(files, drawnSizes(sample.canvases, sizes, factor));
  for (auto& canvas : sample.canvases) {
    canvas = layout::scaled(canvas, factor);
    sample.pictures.push_back(
        paint(canvas, [&](std::size_t i) -> const ReducedPicture& { return images.at(i); }));
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
