// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/gallery_values.h"

#include <map>
#include <optional>
#include <string>

#include "domain/layout_recipe.h"
#include "domain/question.h"
#include "domain/sample.h"

namespace mia::curation {
namespace {

using Columns = storage::GalleryColumns;

/// Rows by the value of a column that holds small numbers.
template <class Code>
std::map<Code, RowSet> rowsByCode(const std::vector<Code>& column) {
  std::map<Code, RowSet> sets;
  RowSet* set = nullptr;
  std::optional<Code> last;
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (last != column[row]) {
      last = column[row];
      set = &sets.try_emplace(*last, column.size()).first->second;
    }
    set->add(row);
  }
  return sets;
}

template <class Code, class Words>
FacetValues valuesOf(const std::vector<Code>& column, Words&& words) {
  FacetValues values;
  for (auto& [code, rows] : rowsByCode(column)) {
    const auto [value, label] = words(code);
    values.emplace_back(FacetChoice{value, label, 0}, std::move(rows));
  }
  return values;
}

std::pair<std::string, std::string> both(const std::string& words) { return {words, words}; }

std::string nameOf(const std::vector<Source>& sources, std::int64_t id) {
  for (const Source& source : sources) {
    if (source.id.value == id) return source.file;
  }
  return {};
}

const Columns::Marks& marksOf(const Columns& columns, Shelf shelf) {
  return shelf == Shelf::kImages ? columns.imageMarks : columns.sampleMarks;
}

RowSet rowsWith(const std::vector<std::int64_t>& ids, const std::vector<std::int64_t>& wanted) {
  RowSet rows(ids.size());
  for (const std::int64_t id : wanted) {
    if (const auto row = Columns::rowOf(ids, id); row != Columns::kNoRow) rows.add(row);
  }
  return rows;
}

template <class Holds>
RowSet rowsWhere(std::size_t size, Holds&& holds) {
  RowSet rows(size);
  for (std::size_t row = 0; row < size; ++row) {
    if (holds(row)) rows.add(row);
  }
  return rows;
}

FacetValues statusValues(const Columns& columns, Shelf shelf) {
  const std::vector<std::int64_t>& ids = shelfIds(columns, shelf);
  FacetValues values;
  const auto add = [&](const char* value, RowSet rows) {
    values.emplace_back(FacetChoice{value, value, 0}, std::move(rows));
  };
  const auto addWhere = [&](const char* value, auto&& holds) {
    add(value, rowsWhere(ids.size(), holds));
  };
  if (shelf == Shelf::kImages) {
    addWhere("used", [&](std::size_t row) { return columns.images.uses[row] > 0; });
    addWhere("unused", [&](std::size_t row) { return columns.images.uses[row] == 0; });
    addWhere("alike", [&](std::size_t row) { return columns.images.group[row] > 0; });
  } else {
    const std::vector<std::uint8_t>& selected = columns.answers.selected;
    const RowSet answered = samplesAnswered(columns, RowSet(selected.size(), true));
    const RowSet paired = samplesAnswered(
        columns, rowsWhere(selected.size(), [&](std::size_t row) { return selected[row] != 0; }));
    add("answered", answered);
    addWhere("unanswered", [&](std::size_t row) { return !answered.has(row); });
    add("pair", paired);
    addWhere("no-pair", [&](std::size_t row) { return answered.has(row) && !paired.has(row); });
  }
  const Columns::Marks& marks = marksOf(columns, shelf);
  add("excluded", rowsWith(ids, marks.excluded));
  RowSet tagged(ids.size());
  for (const auto& [tag, items] : marks.tags) tagged |= rowsWith(ids, items);
  add("tagged", std::move(tagged));
  return values;
}

FacetValues tagValues(const Columns& columns, Shelf shelf) {
  FacetValues values;
  for (const auto& [tag, items] : marksOf(columns, shelf).tags) {
    values.emplace_back(FacetChoice{tag, tag, 0}, rowsWith(shelfIds(columns, shelf), items));
  }
  return values;
}

FacetValues sourcesOfImages(const Columns& columns) {
  std::map<std::uint16_t, RowSet> sets;
  for (std::size_t question = 0; question < columns.questions.image.size(); ++question) {
    const std::uint32_t row = columns.questions.image[question];
    if (row == Columns::kNoRow) continue;
    sets.try_emplace(columns.questions.source[question], columns.images.ids.size())
        .first->second.add(row);
  }
  FacetValues values;
  for (auto& [id, rows] : sets) {
    values.emplace_back(FacetChoice{std::to_string(id), nameOf(columns.sources, id), 0},
                        std::move(rows));
  }
  return values;
}

FacetValues sourceValues(const Columns& columns, Shelf shelf) {
  const auto words = [&](std::uint16_t id) {
    return std::pair(std::to_string(id), nameOf(columns.sources, id));
  };
  if (shelf == Shelf::kQuarantine) return valuesOf(columns.quarantine.source, words);
  if (shelf == Shelf::kImages) return sourcesOfImages(columns);
  std::vector<std::uint16_t> ofSamples;
  ofSamples.reserve(columns.samples.question.size());
  for (const std::uint32_t question : columns.samples.question) {
    ofSamples.push_back(columns.questions.source.at(question));
  }
  return valuesOf(ofSamples, words);
}

}  // namespace

const std::vector<std::int64_t>& shelfIds(const storage::GalleryColumns& columns, Shelf shelf) {
  switch (shelf) {
    case Shelf::kImages: return columns.images.ids;
    case Shelf::kSamples: return columns.samples.ids;
    case Shelf::kQuarantine: break;
  }
  return columns.quarantine.ids;
}

RowSet samplesAnswered(const storage::GalleryColumns& columns, const RowSet& answers) {
  RowSet samples(columns.samples.ids.size());
  answers.forEach([&](std::size_t answer) { samples.add(columns.answers.sample[answer]); });
  return samples;
}

FacetValues facetValues(const storage::GalleryColumns& columns, Shelf shelf, Facet facet) {
  switch (facet) {
    case Facet::kStatus: return statusValues(columns, shelf);
    case Facet::kLayout:
      return valuesOf(columns.samples.layout,
                      [](auto code) { return both(toString(static_cast<LayoutKind>(code))); });
    case Facet::kSplit:
      return valuesOf(columns.samples.split,
                      [](auto code) { return both(toString(static_cast<Split>(code))); });
    case Facet::kImageCount:
      return valuesOf(columns.samples.imageCount,
                      [](auto code) { return both(std::to_string(code)); });
    case Facet::kReason:
      return valuesOf(columns.quarantine.reason, [](auto code) {
        return both(toString(static_cast<QuarantineReason>(code)));
      });
    case Facet::kSource: return sourceValues(columns, shelf);
    case Facet::kTag: return tagValues(columns, shelf);
    case Facet::kModel:
    case Facet::kRun: break;
  }
  return {};
}

}  // namespace mia::curation
