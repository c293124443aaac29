// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/compose.h"
#include "curation/sample_planner.h"

namespace mia::curation {
namespace {

constexpr int kFormat = 1;

// A recipe that holds the request's parameters, whatever its number of images.
Json recipeJson(const ComposeRequest& request) {
  return toJson(recipeOf(request, imageCountsOf(request).front(), 0));
}

GridParameters gridFrom(const Json& json, const std::string& where) {
  ComposeRequest usual;
  usual.layout = LayoutKind::kGrid;
  Json recipe = recipeJson(usual);
  recipe["grid"].update(json);
  recipe["grid"]["columns"] = recipe["grid"]["rows"] = recipe["image_count"] = 1;
  return layoutRecipeFromJson(recipe, where).grid;
}

PicInPicParameters insetFrom(const Json& json, const std::string& where) {
  ComposeRequest usual;
  usual.layout = LayoutKind::kPicInPic;
  Json recipe = recipeJson(usual);
  recipe["target_index"] = 1;
  recipe["pic_in_pic"].update(json);
  return layoutRecipeFromJson(recipe, where).picInPic;
}

std::optional<int> placeFrom(const Json& json, const char* key, const char* none,
                             const std::string& where) {
  if (json[key].is_string() && json[key] == none) return std::nullopt;
  return require<int>(json, key, where) - 1;
}

Json placeOf(const std::optional<int>& place, const char* none) {
  return place ? Json(*place + 1) : Json(none);
}

}  // namespace

Json toJson(const ComposeRequest& request) {
  Json json = {{"mia_layout", kFormat},
               {"layout", toString(request.layout)},
               {"images", imageCountsOf(request)},
               {"target", placeOf(request.target, "random")},
               {"distractors", toString(request.distractors)},
               {"wording", request.wording},
               {"turn", placeOf(request.turn, "all")},
               {"max_answer", request.maxAnswer},
               {"samples", request.limit},
               {"seed", request.seed},
               {"split", toString(request.split)},
               {"held_out_share", request.heldOutShare}};
  if (request.source) json["source"] = request.source->value;
  const Json recipe = recipeJson(request);
  if (request.layout == LayoutKind::kGrid) {
    json["grid"] = recipe["grid"];
    json["grid"].erase("rows");
    json["grid"].erase("columns");
    if (request.gridColumns > 0) json["columns"] = request.gridColumns;
  }
  if (request.layout == LayoutKind::kPicInPic) json["pic_in_pic"] = recipe["pic_in_pic"];
  return json;
}

ComposeRequest composeRequestFromJson(const Json& json, const std::string& where) {
  if (valueOr(json, "mia_layout", kFormat, where) != kFormat) {
    throw Error(ErrorKind::kUnsupported, where + " was written by a newer version");
  }
  const auto name = [&](const char* key, const char* usual) {
    return valueOr<std::string>(json, key, usual, where);
  };
  ComposeRequest request;
  request.layout = layoutKindFromString(require<std::string>(json, "layout", where));
  request.imageCounts = valueOr(json, "images", request.imageCounts, where);
  if (json.contains("target")) request.target = placeFrom(json, "target", "random", where);
  request.distractors = distractorsFromString(name("distractors", toString(request.distractors)));
  request.wording = name("wording", "");
  if (json.contains("turn")) request.turn = placeFrom(json, "turn", "all", where);
  request.maxAnswer = valueOr(json, "max_answer", request.maxAnswer, where);
  request.limit = valueOr(json, "samples", request.limit, where);
  request.seed = valueOr(json, "seed", request.seed, where);
  request.split = splitFromString(name("split", toString(request.split)));
  request.heldOutShare = valueOr(json, "held_out_share", request.heldOutShare, where);
  if (json.contains("source"))
    request.source = SourceId{require<std::int64_t>(json, "source", where)};
  request.gridColumns = valueOr(json, "columns", 0, where);
  if (json.contains("grid")) request.grid = gridFrom(json["grid"], where + ", grid");
  if (json.contains("pic_in_pic")) {
    request.picInPic = insetFrom(json["pic_in_pic"], where + ", pic_in_pic");
  }
  return request;
}

}  // namespace mia::curation
