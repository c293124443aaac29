// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/render.h"

#include "imaging/decode.h"
#include "imaging/resize.h"
#include "imaging/text.h"

namespace mia::imaging {
namespace {

constexpr double kLabelShare = 0.6;   // a label's capitals take this share of its strip
constexpr double kDescent = 0.33;     // of the capitals' height, below the baseline
constexpr double kLabelIndent = 0.5;  // and begin this share of the strip's height from the left

void paintLabel(Picture& picture, const layout::Label& label) {
  if (!canDraw(label.text)) {
    throw Error(ErrorKind::kUnsupported,
                "The label \"" + label.text + "\" has characters that cannot be drawn",
                "Labels are limited to plain ASCII letters, digits and signs");
  }
  const TextStyle style{label.box.height * kLabelShare, {0, 0, 0}, Weight::kRegular};
  const double baseline = label.box.top + (label.box.height + style.height * (1 - kDescent)) / 2;
  drawText(picture, label.text, label.box.left + label.box.height * kLabelIndent, baseline, style);
}

void paintPlacement(Picture& picture, const layout::Placement& placement, const Picture& image) {
  const auto& target = placement.target;
  if (placement.border > 0) {
    fillRect(picture,
             {target.left - placement.border, target.top - placement.border,
              target.width + 2 * placement.border, target.height + 2 * placement.border},
             placement.borderColour);
  }
  const layout::PixelRect whole{0, 0, image.width, image.height};
  const Picture part = placement.source == whole ? image : crop(image, placement.source);
  paste(picture, resize(part, target.width, target.height, placement.filter), target.left,
        target.top);
}

}  // namespace

Picture render(const layout::Canvas& canvas, const std::vector<Picture>& images) {
  Picture picture(canvas.size.width, canvas.size.height, canvas.background);
  for (const auto& placement : canvas.placements) {
    paintPlacement(picture, placement, images.at(static_cast<std::size_t>(placement.image)));
  }
  for (const auto& label : canvas.labels) paintLabel(picture, label);
  return picture;
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
