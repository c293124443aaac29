// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/browse_query.h"

#include <array>
#include <cmath>
#include <utility>

namespace mia::curation {
namespace {

template <class Value, std::size_t kCount>
using Names = std::array<std::pair<Value, const char*>, kCount>;

constexpr Names<Shelf, 3> kShelves{
    {{Shelf::kImages, "images"}, {Shelf::kSamples, "samples"}, {Shelf::kQuarantine, "quarantine"}}};
constexpr Names<Facet, 9> kFacets{{{Facet::kStatus, "status"},
                                   {Facet::kSource, "source"},
                                   {Facet::kLayout, "layout"},
                                   {Facet::kSplit, "split"},
                                   {Facet::kImageCount, "images"},
                                   {Facet::kModel, "model"},
                                   {Facet::kRun, "run"},
                                   {Facet::kReason, "reason"},
                                   {Facet::kTag, "tag"}}};
constexpr Names<Score, 4> kScores{{{Score::kShare, "share"},
                                   {Score::kPerplexity, "perplexity"},
                                   {Score::kLength, "length"},
                                   {Score::kEditDistance, "edit-distance"}}};
constexpr Names<SortKey, 11> kSortKeys{{{SortKey::kAdded, "added"},
                                        {SortKey::kName, "name"},
                                        {SortKey::kPixels, "pixels"},
                                        {SortKey::kQuestions, "questions"},
                                        {SortKey::kUses, "uses"},
                                        {SortKey::kAlike, "alike"},
                                        {SortKey::kImageCount, "images"},
                                        {SortKey::kShare, "share"},
                                        {SortKey::kPerplexity, "perplexity"},
                                        {SortKey::kLength, "length"},
                                        {SortKey::kEditDistance, "edit-distance"}}};

template <class Value, std::size_t kCount>
const char* nameIn(const Names<Value, kCount>& names, Value value) {
  for (const auto& [known, name] : names) {
    if (known == value) return name;
  }
  return "";
}

/// Hands the value of this name to `take`, if there is one.
template <class Value, std::size_t kCount, class Take>
void withValue(const Names<Value, kCount>& names, const std::string& name, Take&& take) {
  for (const auto& [value, known] : names) {
    if (name == known) take(value);
  }
}

Json endOf(double value) { return std::isfinite(value) ? Json(value) : Json(); }

double endFrom(const Json& ends, std::size_t at, double open) {
  return ends.is_array() && ends.size() == 2 && ends[at].is_number() ? ends[at].get<double>()
                                                                     : open;
}

std::string textAt(const Json& json, const char* key) {
  const auto field = json.find(key);
  return field != json.end() && field->is_string() ? field->get<std::string>() : std::string();
}

Json objectAt(const Json& json, const char* key) {
  const auto field = json.find(key);
  return field != json.end() && field->is_object() ? *field : Json::object();
}

std::set<std::string> stringsOf(const Json& list) {
  std::set<std::string> strings;
  for (const Json& entry : list) {
    if (entry.is_string()) strings.insert(entry.get<std::string>());
  }
  return strings;
}

}  // namespace

const std::vector<Facet>& facetsOf(Shelf shelf) {
  static const std::vector<Facet> images{Facet::kStatus, Facet::kSource, Facet::kTag};
  static const std::vector<Facet> samples{Facet::kStatus, Facet::kLayout, Facet::kImageCount,
                                          Facet::kSplit,  Facet::kModel,  Facet::kRun,
                                          Facet::kSource, Facet::kTag};
  static const std::vector<Facet> quarantine{Facet::kReason, Facet::kSource};
  return shelf == Shelf::kImages ? images : shelf == Shelf::kSamples ? samples : quarantine;
}

const std::vector<Score>& scoresOf(Shelf shelf) {
  static const std::vector<Score> samples{Score::kShare, Score::kPerplexity, Score::kLength,
                                          Score::kEditDistance};
  static const std::vector<Score> none;
  return shelf == Shelf::kSamples ? samples : none;
}

const std::vector<SortKey>& sortKeysOf(Shelf shelf) {
  static const std::vector<SortKey> images{SortKey::kAdded,     SortKey::kName, SortKey::kPixels,
                                           SortKey::kQuestions, SortKey::kUses, SortKey::kAlike};
  static const std::vector<SortKey> samples{SortKey::kAdded,  SortKey::kImageCount,
                                            SortKey::kShare,  SortKey::kPerplexity,
                                            SortKey::kLength, SortKey::kEditDistance};
  static const std::vector<SortKey> quarantine{SortKey::kAdded};
  return shelf == Shelf::kImages ? images : shelf == Shelf::kSamples ? samples : quarantine;
}

Json toJson(const BrowseQuery& query) {
  Json choices = Json::object(), ranges = Json::object();
  for (const auto& [facet, values] : query.choices) choices[nameIn(kFacets, facet)] = values;
  for (const auto& [score, range] : query.ranges) {
    ranges[nameIn(kScores, score)] = {endOf(range.low), endOf(range.high)};
  }
  return {{"shelf", nameIn(kShelves, query.shelf)},
          {"text", query.text},
          {"uses", query.uses.value},
          {"choices", choices},
          {"ranges", ranges},
          {"sort", nameIn(kSortKeys, query.sort)},
          {"descending", query.descending}};
}

BrowseQuery browseQueryFromJson(const Json& json) {
  BrowseQuery query;
  if (!json.is_object()) return query;
  withValue(kShelves, textAt(json, "shelf"), [&](Shelf shelf) { query.shelf = shelf; });
  query.text = textAt(json, "text");
  if (const auto uses = json.find("uses"); uses != json.end() && uses->is_number_integer()) {
    query.uses = ImageId{uses->get<std::int64_t>()};
  }
  const Json choices = objectAt(json, "choices"), ranges = objectAt(json, "ranges");
  for (const auto& [name, values] : choices.items()) {
    withValue(kFacets, name, [&, &list = values](Facet facet) {
      if (auto strings = stringsOf(list); !strings.empty()) query.choices[facet] = strings;
    });
  }
  for (const auto& [name, ends] : ranges.items()) {
    withValue(kScores, name, [&, &both = ends](Score score) {
      query.ranges[score] = {endFrom(both, 0, Range{}.low), endFrom(both, 1, Range{}.high)};
    });
  }
  withValue(kSortKeys, textAt(json, "sort"), [&](SortKey key) { query.sort = key; });
  const auto descending = json.find("descending");
  query.descending =
      descending != json.end() && descending->is_boolean() && descending->get<bool>();
  return query;
}

}  // namespace mia::curation
