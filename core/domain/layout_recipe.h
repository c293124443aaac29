// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/json.h"

namespace mia {

/// How images stand together in a sample. kSingle is the plain question about one image.
enum class LayoutKind { kSingle, kSequence, kGrid, kPicInPic };

/// "single", "sequence", "grid", "pip".
const char* toString(LayoutKind kind);
LayoutKind layoutKindFromString(const std::string& name);

/// 8-bit RGB.
struct Colour {
  std::uint8_t red = 255, green = 255, blue = 255;
  bool operator==(const Colour&) const = default;
};

/// How a picture is put into a box of another shape.
enum class Fit {
  kContainTopLeft,  ///< aspect kept, at the top left (the paper's)
  kContainCentre,   ///< aspect kept, centred
  kCover,           ///< aspect kept, box filled, what hangs over is cropped equally
  kStretch          ///< aspect lost
};

const char* toString(Fit fit);
Fit fitFromString(const std::string& name);

/// In which order the cells of a grid are filled and numbered.
enum class CellOrder {
  kRows,    ///< row by row (the paper's)
  kColumns  ///< column by column
};

const char* toString(CellOrder order);  ///< "rows", "columns"
CellOrder cellOrderFromString(const std::string& name);

/// Where the strip with a cell's label lies.
enum class LabelSide { kAbove, kBelow };

const char* toString(LabelSide side);  ///< "above", "below"
LabelSide labelSideFromString(const std::string& name);

/// Where in its strip a label stands.
enum class LabelAlign { kLeft, kCentre, kRight };

const char* toString(LabelAlign align);  ///< "left", "centre", "right"
LabelAlign labelAlignFromString(const std::string& name);

/// A collage: cells in rows and columns, each with a label strip. The paper's: 448 x 448 cells, 40
/// px margin (the label strip above each row and the gap between columns), white, "Image{i}" in
/// black.
struct GridParameters {
  int columns = 2;
  int rows = 1;
  int cellWidth = 448;   ///< px
  int cellHeight = 448;  ///< px
  int margin = 40;       ///< px: height of each row's label strip, width of the gap between columns
  CellOrder order = CellOrder::kRows;
  bool labels = true;
  std::string labelText = "Image{i}";  ///< {i} is the 1-based number of the image
  double labelScale = 0.6;             ///< a capital's share of the strip's height
  LabelSide labelSide = LabelSide::kAbove;
  LabelAlign labelAlign = LabelAlign::kLeft;
  Colour labelColour{0, 0, 0};
  Fit fit = Fit::kContainTopLeft;
  Colour background;
  int border = 0;  ///< px of frame inside each cell, around its picture
  Colour borderColour{0, 0, 0};
  bool operator==(const GridParameters&) const = default;

  /// The cell of an image, 0-based.
  int columnOf(int image) const {
    return order == CellOrder::kRows ? image % columns : image / rows;
  }
  int rowOf(int image) const { return order == CellOrder::kRows ? image / columns : image % rows; }
};

/// The target as an inset on one distractor shown at its own size. The paper's: 70 %, centred.
struct PicInPicParameters {
  double scale = 0.7;    ///< the inset fits into this share of the background's width and height
  double centreX = 0.5;  ///< of the background's width, 0 left .. 1 right
  double centreY = 0.5;  ///< of the background's height
  int border = 0;        ///< px
  Colour borderColour;
  bool operator==(const PicInPicParameters&) const = default;
};

/// A recipe, not pixels: with the images it names it gives the same sample on any machine.
/// Images are listed in reading order; for pic-in-pic the background first, then the inset.
struct LayoutRecipe {
  LayoutKind kind = LayoutKind::kSingle;
  int imageCount = 1;
  int targetIndex = 0;          ///< 0-based, the image that the question is about
  GridParameters grid;          ///< read when kind is kGrid
  PicInPicParameters picInPic;  ///< read when kind is kPicInPic
  std::string wording;          ///< the template it was worded by, e.g. "In Image{k}, {question}"
  std::uint64_t seed = 0;
  bool operator==(const LayoutRecipe&) const = default;

  /// Throws Error kUsage in words when the fields contradict each other or are out of range.
  void check() const;
};

Json toJson(const LayoutRecipe& recipe);
LayoutRecipe layoutRecipeFromJson(const Json& json, const std::string& where);

}  // namespace mia
