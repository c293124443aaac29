// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/canvas.h"

#include <cmath>

namespace mia::layout {
namespace {

PixelRect whole(Size size) { return {0, 0, size.width, size.height}; }

// Aspect kept, inside the box; sizes truncate as in the paper's code.
Size containedSize(Size image, double boxWidth, double boxHeight) {
  const double aspect = double(image.width) / image.height;
  Size size;
  if (boxWidth / aspect <= boxHeight) {
    size.width = static_cast<int>(boxWidth);
    size.height = static_cast<int>(size.width / aspect);
  } else {
    size.height = static_cast<int>(boxHeight);
    size.width = static_cast<int>(size.height * aspect);
  }
  return {std::max(size.width, 1), std::max(size.height, 1)};
}

// The largest centred part of the image that has the box's shape.
PixelRect coveringPart(Size image, const PixelRect& box) {
  const double scale = std::min(double(image.width) / box.width, double(image.height) / box.height);
  const int width = std::clamp(static_cast<int>(std::lround(box.width * scale)), 1, image.width);
  const int height = std::clamp(static_cast<int>(std::lround(box.height * scale)), 1, image.height);
  return {(image.width - width) / 2, (image.height - height) / 2, width, height};
}

Placement fitInto(int image, Size size, const PixelRect& cell, Fit fit) {
  Placement placement{image, cell, whole(size), Filter::kLanczos, 0, {}};
  if (fit == Fit::kStretch) return placement;
  if (fit == Fit::kCover) {
    placement.source = coveringPart(size, cell);
    return placement;
  }
  const Size inside = containedSize(size, cell.width, cell.height);
  placement.target.width = inside.width;
  placement.target.height = inside.height;
  if (fit == Fit::kContainCentre) {
    placement.target.left += (cell.width - inside.width) / 2;
    placement.target.top += (cell.height - inside.height) / 2;
  }
  return placement;
}

std::string labelFor(const std::string& pattern, int number) {
  std::string text = pattern;
  const std::string mark = "{i}";
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
    const std::string digits = std::to_string(number);
    text.replace(at, mark.size(), digits);
    at += digits.size();
  }
  return text;
}

Canvas planAlone(int image, Size size) {
  return {size, {}, {{image, whole(size), whole(size), Filter::kBicubic, 0, {}}}, {}};
}

PixelRect inside(const PixelRect& box, int border) {
  return {box.left + border, box.top + border, box.width - 2 * border, box.height - 2 * border};
}

Canvas planGrid(const GridParameters& grid, const std::vector<Size>& sizes) {
  Canvas canvas;
  canvas.size = {grid.columns * grid.cellWidth + (grid.columns - 1) * grid.margin,
                 grid.rows * (grid.cellHeight + grid.margin)};
  canvas.background = grid.background;
  const bool above = grid.labelSide == LabelSide::kAbove;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const int image = static_cast<int>(i);
    const int left = grid.columnOf(image) * (grid.cellWidth + grid.margin);
    const int top = grid.rowOf(image) * (grid.cellHeight + grid.margin);
    const PixelRect cell{left, above ? top + grid.margin : top, grid.cellWidth, grid.cellHeight};
    Placement placement = fitInto(image, sizes[i], inside(cell, grid.border), grid.fit);
    placement.border = grid.border;
    placement.borderColour = grid.borderColour;
    canvas.placements.push_back(placement);
    if (grid.labels && grid.margin > 0) {
      const int strip = above ? top : top + grid.cellHeight;
      canvas.labels.push_back({labelFor(grid.labelText, image + 1),
                               {left, strip, grid.cellWidth, grid.margin},
                               grid.labelScale,
                               grid.labelAlign,
                               grid.labelColour});
    }
  }
  return canvas;
}

int insetStart(double centre, int side, int inset) {
  const int start = static_cast<int>(std::floor(centre * side - inset / 2.0));
  return std::clamp(start, 0, std::max(side - inset, 0));
}

Canvas planPicInPic(const PicInPicParameters& parameters, Size background, Size target) {
  Canvas canvas = planAlone(0, background);
  const Size inset = containedSize(target, background.width * parameters.scale,
                                   background.height * parameters.scale);
  const PixelRect box{insetStart(parameters.centreX, background.width, inset.width),
                      insetStart(parameters.centreY, background.height, inset.height), inset.width,
                      inset.height};
  canvas.placements.push_back(
      {1, box, whole(target), Filter::kBicubic, parameters.border, parameters.borderColour});
  return canvas;
}

Rect withBorder(const Placement& placement) {
  Rect rect = toRect(placement.target);
  rect.left -= placement.border;
  rect.top -= placement.border;
  rect.right += placement.border;
  rect.bottom += placement.border;
  return rect;
}

// What is left of `part` outside `hole`: at most four rectangles.
void appendOutside(const Rect& part, const Rect& hole, std::vector<Rect>& out) {
  const Rect cut = intersection(part, hole);
  if (cut.empty()) {
    out.push_back(part);
    return;
  }
  const Rect pieces[] = {{part.left, part.top, part.right, cut.top},
                         {part.left, cut.bottom, part.right, part.bottom},
                         {part.left, cut.top, cut.left, cut.bottom},
                         {cut.right, cut.top, part.right, cut.bottom}};
  for (const Rect& piece : pieces) {
    if (!piece.empty()) out.push_back(piece);
  }
}

}  // namespace

int pictureCount(const LayoutRecipe& recipe) {
  return recipe.kind == LayoutKind::kSequence ? recipe.imageCount : 1;
}

int squarestColumns(int images) {
  if (images <= 3) return images;
  for (int rows = static_cast<int>(std::sqrt(images)); rows > 1; --rows) {
    if (images % rows == 0) return images / rows;
  }
  return images;
}

std::vector<Canvas> planPictures(const LayoutRecipe& recipe, const std::vector<Size>& sizes) {
  recipe.check();
  if (sizes.size() != static_cast<std::size_t>(recipe.imageCount)) {
    throw Error(ErrorKind::kUsage, "This layout is of " + std::to_string(recipe.imageCount) +
                                       " images, but " + std::to_string(sizes.size()) +
                                       " were given");
  }
  for (const Size& size : sizes) {
    if (size.width < 1 || size.height < 1) {
      throw Error(ErrorKind::kUsage, "An image of a layout has no pixels");
    }
  }
  if (recipe.kind == LayoutKind::kGrid) return {planGrid(recipe.grid, sizes)};
  if (recipe.kind == LayoutKind::kPicInPic) {
    return {planPicInPic(recipe.picInPic, sizes[0], sizes[1])};
  }
  std::vector<Canvas> canvases;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    canvases.push_back(planAlone(static_cast<int>(i), sizes[i]));
  }
  return canvases;
}

Canvas scaled(const Canvas& canvas, double factor) {
  const auto at = [&](int px) { return static_cast<int>(std::lround(px * factor)); };
  const auto box = [&](const PixelRect& rect) {
    const int left = at(rect.left), top = at(rect.top);
    return PixelRect{left, top, std::max(1, at(rect.left + rect.width) - left),
                     std::max(1, at(rect.top + rect.height) - top)};
  };
  Canvas result = canvas;
  result.size = {std::max(1, at(canvas.size.width)), std::max(1, at(canvas.size.height))};
  for (Placement& placement : result.placements) {
    placement.target = box(placement.target);
    if (placement.border > 0) placement.border = std::max(1, at(placement.border));
  }
  for (Label& label : result.labels) label.box = box(label.box);
  return result;
}

std::vector<Rect> visibleParts(const Canvas& canvas, int image) {
  const Rect frame = toRect(whole(canvas.size));
  std::vector<Rect> parts;
  for (const Placement& placement : canvas.placements) {
    std::vector<Rect> left;
    for (const Rect& part : parts) appendOutside(part, withBorder(placement), left);
    parts = std::move(left);
    if (placement.image != image) continue;
    const Rect shown = intersection(toRect(placement.target), frame);
    if (!shown.empty()) parts.push_back(shown);
  }
  return parts;
}

}  // namespace mia::layout
