// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/layout_recipe.h"

#include <algorithm>

namespace mia {
namespace {

Json toJson(Colour colour) { return Json::array({colour.red, colour.green, colour.blue}); }

Colour colourFromJson(const Json& json, const char* key, const std::string& where) {
  const auto parts = require<std::array<int, 3>>(json, key, where);
  for (const int part : parts) {
    if (part < 0 || part > 255) {
      throw Error(ErrorKind::kBadInput, where + ": \"" + key + "\" has a part outside 0..255");
    }
  }
  const auto byte = [&](int i) {
    return static_cast<std::uint8_t>(parts[static_cast<std::size_t>(i)]);
  };
  return {byte(0), byte(1), byte(2)};
}

// Only what differs from the default: a recipe keeps its text, and so its hash, when parameters are
// added that it does not use.
template <class T>
void putUnless(Json& json, const char* key, const T& value, const T& usual, const Json& written) {
  if (!(value == usual)) json[key] = written;
}

Colour colourOr(const Json& json, const char* key, Colour usual, const std::string& where) {
  return json.contains(key) ? colourFromJson(json, key, where) : usual;
}

Json toJson(const GridParameters& grid) {
  const GridParameters usual;
  Json json = {{"columns", grid.columns},
               {"rows", grid.rows},
               {"cell_width", grid.cellWidth},
               {"cell_height", grid.cellHeight},
               {"margin", grid.margin},
               {"labels", grid.labels},
               {"label_text", grid.labelText},
               {"fit", toString(grid.fit)},
               {"background", toJson(grid.background)}};
  putUnless(json, "order", grid.order, usual.order, toString(grid.order));
  putUnless(json, "label_scale", grid.labelScale, usual.labelScale, grid.labelScale);
  putUnless(json, "label_side", grid.labelSide, usual.labelSide, toString(grid.labelSide));
  putUnless(json, "label_align", grid.labelAlign, usual.labelAlign, toString(grid.labelAlign));
  putUnless(json, "label_colour", grid.labelColour, usual.labelColour, toJson(grid.labelColour));
  putUnless(json, "border", grid.border, usual.border, grid.border);
  putUnless(json, "border_colour", grid.borderColour, usual.borderColour,
            toJson(grid.borderColour));
  return json;
}

GridParameters gridFromJson(const Json& json, const std::string& where) {
  GridParameters grid;
  grid.columns = require<int>(json, "columns", where);
  grid.rows = require<int>(json, "rows", where);
  grid.cellWidth = require<int>(json, "cell_width", where);
  grid.cellHeight = require<int>(json, "cell_height", where);
  grid.margin = require<int>(json, "margin", where);
  grid.labels = require<bool>(json, "labels", where);
  grid.labelText = require<std::string>(json, "label_text", where);
  grid.fit = fitFromString(require<std::string>(json, "fit", where));
  grid.background = colourFromJson(json, "background", where);
  const auto name = [&](const char* key, const char* usual) {
    return valueOr<std::string>(json, key, usual, where);
  };
  grid.order = cellOrderFromString(name("order", toString(grid.order)));
  grid.labelScale = valueOr(json, "label_scale", grid.labelScale, where);
  grid.labelSide = labelSideFromString(name("label_side", toString(grid.labelSide)));
  grid.labelAlign = labelAlignFromString(name("label_align", toString(grid.labelAlign)));
  grid.labelColour = colourOr(json, "label_colour", grid.labelColour, where);
  grid.border = valueOr(json, "border", grid.border, where);
  grid.borderColour = colourOr(json, "border_colour", grid.borderColour, where);
  return grid;
}

Json toJson(const PicInPicParameters& inset) {
  return {{"scale", inset.scale},
          {"centre_x", inset.centreX},
          {"centre_y", inset.centreY},
          {"border", inset.border},
          {"border_colour", toJson(inset.borderColour)}};
}

PicInPicParameters picInPicFromJson(const Json& json, const std::string& where) {
  PicInPicParameters inset;
  inset.scale = require<double>(json, "scale", where);
  inset.centreX = require<double>(json, "centre_x", where);
  inset.centreY = require<double>(json, "centre_y", where);
  inset.border = require<int>(json, "border", where);
  inset.borderColour = colourFromJson(json, "border_colour", where);
  return inset;
}

void requireThat(bool holds, const std::string& sentence) {
  if (!holds) throw Error(ErrorKind::kUsage, "This layout is impossible: " + sentence);
}

void checkGrid(const GridParameters& grid, int imageCount) {
  requireThat(grid.columns >= 1 && grid.rows >= 1, "a grid needs rows and columns");
  requireThat(grid.columns * grid.rows == imageCount,
              std::to_string(grid.columns) + " x " + std::to_string(grid.rows) +
                  " cells cannot hold " + std::to_string(imageCount) + " images");
  requireThat(grid.cellWidth >= 8 && grid.cellHeight >= 8, "cells are smaller than 8 px");
  requireThat(grid.cellWidth <= 8192 && grid.cellHeight <= 8192, "cells are larger than 8192 px");
  requireThat(grid.margin >= 0 && grid.margin <= 1024, "the margin is not within 0..1024 px");
  requireThat(grid.labelScale > 0 && grid.labelScale <= 1,
              "the size of the labels is not within 0..1 of their strip");
  requireThat(grid.border >= 0 && grid.border <= 256, "the border is not within 0..256 px");
  requireThat(2 * grid.border + 8 <= std::min(grid.cellWidth, grid.cellHeight),
              "the border leaves no room for the picture");
}

}  // namespace

void LayoutRecipe::check() const {
  requireThat(imageCount >= 1, "it has no image");
  requireThat(targetIndex >= 0 && targetIndex < imageCount,
              "the target is image " + std::to_string(targetIndex + 1) + " of " +
                  std::to_string(imageCount));
  if (kind == LayoutKind::kSingle)
    requireThat(imageCount == 1, "a single image has no distractors");
  if (kind == LayoutKind::kGrid) checkGrid(grid, imageCount);
  if (kind == LayoutKind::kPicInPic) {
    requireThat(imageCount == 2 && targetIndex == 1,
                "pic-in-pic is a background and, second, the target");
    requireThat(picInPic.scale > 0 && picInPic.scale <= 1, "the inset's scale is not within 0..1");
    requireThat(picInPic.centreX >= 0 && picInPic.centreX <= 1 && picInPic.centreY >= 0 &&
                    picInPic.centreY <= 1,
                "the inset's centre lies outside the background");
    requireThat(picInPic.border >= 0 && picInPic.border <= 256,
                "the border is not within 0..256 px");
  }
}

Json toJson(const LayoutRecipe& recipe) {
  Json json = {{"kind", toString(recipe.kind)},
               {"image_count", recipe.imageCount},
               {"target_index", recipe.targetIndex},
               {"wording", recipe.wording},
               {"seed", recipe.seed}};
  if (recipe.kind == LayoutKind::kGrid) json["grid"] = toJson(recipe.grid);
  if (recipe.kind == LayoutKind::kPicInPic) json["pic_in_pic"] = toJson(recipe.picInPic);
  return json;
}

LayoutRecipe layoutRecipeFromJson(const Json& json, const std::string& where) {
  LayoutRecipe recipe;
  recipe.kind = layoutKindFromString(require<std::string>(json, "kind", where));
  recipe.imageCount = require<int>(json, "image_count", where);
  recipe.targetIndex = require<int>(json, "target_index", where);
  recipe.wording = require<std::string>(json, "wording", where);
  recipe.seed = require<std::uint64_t>(json, "seed", where);
  if (recipe.kind == LayoutKind::kGrid) {
    recipe.grid = gridFromJson(require<Json>(json, "grid", where), where + ".grid");
  }
  if (recipe.kind == LayoutKind::kPicInPic) {
    recipe.picInPic =
        picInPicFromJson(require<Json>(json, "pic_in_pic", where), where + ".pic_in_pic");
  }
  recipe.check();
  return recipe;
}

}  // namespace mia
