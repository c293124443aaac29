// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/gallery_index.h"

#include <algorithm>

#include "curation/row_order.h"
#include "storage/gallery.h"

namespace mia::curation {
namespace {

using Columns = storage::GalleryColumns;

constexpr auto kSlice = std::chrono::milliseconds(50);

bool isAnswers(Facet facet) { return facet == Facet::kRun || facet == Facet::kModel; }

const std::vector<float>& columnOf(const Columns::Answers& answers, Score score) {
  switch (score) {
    case Score::kShare: return answers.share;
    case Score::kPerplexity: return answers.perplexity;
    case Score::kLength: return answers.length;
    case Score::kEditDistance: break;
  }
  return answers.editDistance;
}

std::optional<Score> scoreOf(SortKey key) {
  switch (key) {
    case SortKey::kShare: return Score::kShare;
    case SortKey::kPerplexity: return Score::kPerplexity;
    case SortKey::kLength: return Score::kLength;
    case SortKey::kEditDistance: return Score::kEditDistance;
    default: return std::nullopt;
  }
}

}  // namespace

bool GalleryIndex::prepare(std::chrono::milliseconds budget) {
  if (!loader_.advance(storage::GalleryLoader::Clock::now() + budget)) return false;
  if (loader_.version() != version_) {
    version_ = loader_.version();
    values_.clear();
    text_.forget();
  }
  return true;
}

void GalleryIndex::update(const std::stop_token& stop) {
  while (!prepare(kSlice)) checkStop(stop);
  checkStop(stop);
}

const FacetValues& GalleryIndex::values(Shelf shelf, Facet facet) {
  auto found = values_.find({shelf, facet});
  if (found == values_.end()) {
    found = values_.emplace(std::pair(shelf, facet), facetValues(loader_.columns(), shelf, facet))
                .first;
  }
  return found->second;
}

RowSet GalleryIndex::chosen(const BrowseQuery& query, Facet facet) {
  RowSet rows(shelfIds(loader_.columns(), query.shelf).size());
  const std::set<std::string>& wanted = query.choices.at(facet);
  for (const auto& [choice, held] : values(query.shelf, facet)) {
    if (wanted.contains(choice.value)) rows |= held;
  }
  return rows;
}

/// What text, image and answers leave; the facets that are single columns come on top.
RowSet GalleryIndex::narrowed(const BrowseQuery& query, const std::stop_token& stop) {
  RowSet rows = RowSet(shelfIds(loader_.columns(), query.shelf).size(), true);
  if (!query.text.empty() && query.shelf != Shelf::kQuarantine)
    rows &= text_.rows(query.shelf, query.text, stop);
  if (query.uses && query.shelf == Shelf::kSamples) rows &= usersOf(query.uses);
  checkStop(stop);
  return rows;
}

RowSet GalleryIndex::usersOf(ImageId image) {
  RowSet rows(loader_.columns().samples.ids.size());
  for (const SampleId sample : storage::GalleryReader(database_).samplesOf(image)) {
    const auto row = Columns::rowOf(loader_.columns().samples.ids, sample.value);
    if (row != Columns::kNoRow) rows.add(row);
  }
  return rows;
}

std::optional<RowSet> GalleryIndex::wantedAnswers(const BrowseQuery& query,
                                                  std::optional<Facet> without) {
  const Columns& columns = loader_.columns();
  const auto wanted = [&](Facet facet) -> const std::set<std::string>* {
    const auto found = query.choices.find(facet);
    return facet == without || found == query.choices.end() ? nullptr : &found->second;
  };
  const std::set<std::string>*runs = wanted(Facet::kRun), *models = wanted(Facet::kModel);
  if (!runs && !models && query.ranges.empty()) return std::nullopt;
  std::vector<bool> takes(columns.runs.size() + 1, !runs && !models);
  for (std::size_t i = 0; i < columns.runs.size(); ++i) {
    takes[i] = (!runs || runs->contains(columns.runs[i].id)) &&
               (!models || models->contains(columns.runs[i].model));
  }
  const Columns::Answers& answers = columns.answers;
  RowSet rows(answers.ids.size());
  for (std::size_t i = 0; i < answers.ids.size(); ++i) {
    if (takes[answers.run[i]]) rows.add(i);
  }
  for (const auto& [score, range] : query.ranges) {
    const std::vector<float>& column = columnOf(answers, score);
    const auto low = static_cast<float>(range.low), high = static_cast<float>(range.high);
    RowSet within(column.size());
    for (std::size_t i = 0; i < column.size(); ++i) {
      if (column[i] >= low && column[i] <= high) within.add(i);  // what is not known is not within
    }
    rows &= within;
  }
  return rows;
}

std::vector<std::int64_t> GalleryIndex::find(const BrowseQuery& query,
                                             const std::stop_token& stop) {
  update(stop);
  RowSet rows = narrowed(query, stop);
  for (const Facet facet : facetsOf(query.shelf)) {
    if (!isAnswers(facet) && query.choices.contains(facet)) rows &= chosen(query, facet);
  }
  if (query.shelf == Shelf::kSamples) {
    if (const auto answers = wantedAnswers(query, {}))
      rows &= samplesAnswered(loader_.columns(), *answers);
  }
  checkStop(stop);
  std::vector<std::uint32_t> order;
  order.reserve(static_cast<std::size_t>(rows.count()));
  rows.forEach([&](std::size_t row) { order.push_back(static_cast<std::uint32_t>(row)); });
  const std::vector<std::uint32_t> keys = sortKeys(query);
  checkStop(stop);
  if (!keys.empty()) {
    sortRows(order, keys);
  } else if (query.descending) {
    std::reverse(order.begin(), order.end());
  }
  const std::vector<std::int64_t>& known = shelfIds(loader_.columns(), query.shelf);
  std::vector<std::int64_t> found;
  found.reserve(order.size());
  for (const std::uint32_t row : order) found.push_back(known[row]);
  return found;
}

FacetCounts GalleryIndex::counts(const BrowseQuery& query, const std::stop_token& stop) {
  update(stop);
  const RowSet base = narrowed(query, stop);
  const bool samples = query.shelf == Shelf::kSamples;
  std::map<Facet, RowSet> parts;
  for (const Facet facet : facetsOf(query.shelf)) {
    if (!isAnswers(facet) && query.choices.contains(facet)) {
      parts.emplace(facet, chosen(query, facet));
    }
  }
  std::optional<RowSet> answered;
  if (const auto answers = samples ? wantedAnswers(query, {}) : std::nullopt) {
    answered = samplesAnswered(loader_.columns(), *answers);
  }
  FacetCounts counts;
  for (const Facet facet : facetsOf(query.shelf)) {
    checkStop(stop);
    RowSet rows = base;
    for (const auto& [other, part] : parts) {
      if (other != facet) rows &= part;
    }
    std::vector<FacetChoice>& choices = counts[facet];
    if (isAnswers(facet)) {
      countAnswers(query, facet, rows, choices);
      continue;
    }
    if (answered) rows &= *answered;
    for (const auto& [choice, held] : values(query.shelf, facet)) {
      choices.push_back({choice.value, choice.label, rows.countWith(held)});
    }
  }
  return counts;
}

void GalleryIndex::countAnswers(const BrowseQuery& query, Facet facet, const RowSet& rows,
                                std::vector<FacetChoice>& choices) {
  const Columns& columns = loader_.columns();
  const RowSet answers =
      wantedAnswers(query, facet).value_or(RowSet(columns.answers.ids.size(), true));
  std::map<std::string, RowSet> byValue;
  std::vector<RowSet*> ofRun;
  for (const storage::RunRecord& run : columns.runs) {
    const std::string& value = facet == Facet::kRun ? run.id : run.model;
    ofRun.push_back(&byValue.try_emplace(value, columns.samples.ids.size()).first->second);
  }
  answers.forEach([&](std::size_t answer) {
    if (columns.answers.run[answer] < ofRun.size()) {
      ofRun[columns.answers.run[answer]]->add(columns.answers.sample[answer]);
    }
  });
  std::vector<bool> hasAnswers(columns.runs.size() + 1, false);
  for (const std::uint16_t run : columns.answers.run) hasAnswers[run] = true;
  std::set<std::string> told;
  for (std::size_t i = 0; i < columns.runs.size(); ++i) {
    const storage::RunRecord& run = columns.runs[i];
    const std::string& value = facet == Facet::kRun ? run.id : run.model;
    if (!hasAnswers[i] || !told.insert(value).second) continue;
    choices.push_back({value, value, rows.countWith(byValue.at(value))});
  }
}

std::vector<std::uint32_t> GalleryIndex::sortKeys(const BrowseQuery& query) {
  const Columns::Images& images = loader_.columns().images;
  const auto widened = [](const auto& column) {
    return std::vector<std::uint32_t>(column.begin(), column.end());
  };
  std::vector<std::uint32_t> keys;
  const bool onImages = query.shelf == Shelf::kImages, onSamples = query.shelf == Shelf::kSamples;
  if (onSamples && scoreOf(query.sort)) return answerKeys(query);
  if (onSamples && query.sort == SortKey::kImageCount) {
    keys = widened(loader_.columns().samples.imageCount);
  } else if (onImages && query.sort == SortKey::kName) {
    keys = images.nameRank;
  } else if (onImages && query.sort == SortKey::kPixels) {
    keys = images.pixels;
  } else if (onImages && query.sort == SortKey::kUses) {
    keys = images.uses;
  } else if (onImages && query.sort == SortKey::kQuestions) {
    keys.assign(images.ids.size(), 0);
    for (const std::uint32_t row : loader_.columns().questions.image) {
      if (row != Columns::kNoRow) ++keys[row];
    }
  } else if (onImages && query.sort == SortKey::kAlike) {
    for (std::size_t row = 0; row < images.ids.size(); ++row) {
      keys.push_back(images.group[row] == 0 ? kLastKey
                                            : images.group[row] << 7 | images.distance[row]);
    }
    return keys;  // groups have no other direction
  }
  if (query.descending) {
    for (std::uint32_t& key : keys) key = kLastKey - 1 - std::min(key, kLastKey - 1);
  }
  return keys;
}

std::vector<std::uint32_t> GalleryIndex::answerKeys(const BrowseQuery& query) {
  const Columns& columns = loader_.columns();
  const std::vector<float>& column = columnOf(columns.answers, *scoreOf(query.sort));
  std::vector<std::uint32_t> keys(columns.samples.ids.size(), kLastKey);
  const auto lower = [&](std::size_t answer) {
    std::uint32_t& key = keys[columns.answers.sample[answer]];
    key = std::min(key, keyOf(column[answer], query.descending));
  };
  if (const auto answers = wantedAnswers(query, {})) {
    answers->forEach(lower);
  } else {
    for (std::size_t answer = 0; answer < column.size(); ++answer) lower(answer);
  }
  return keys;
}

}  // namespace mia::curation
