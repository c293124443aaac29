// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/gallery_index.h"

#include <algorithm>
#include <sstream>

#include "base/error.h"
#include "curation/row_order.h"
#include "domain/layout_recipe.h"
#include "domain/question.h"
#include "domain/sample.h"
#include "storage/gallery.h"

namespace mia::curation {
namespace {

using Columns = storage::GalleryColumns;

constexpr auto kSlice = std::chrono::milliseconds(50);

void checkStop(const std::stop_token& stop) {
  if (stop.stop_requested())
    throw Error(ErrorKind::kStopped, "Another search took the place of this one");
}

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
std::vector<std::pair<FacetChoice, RowSet>> valuesOf(const std::vector<Code>& column,
                                                     Words&& words) {
  std::vector<std::pair<FacetChoice, RowSet>> values;
  for (auto& [code, rows] : rowsByCode(column)) {
    const auto [value, label] = words(code);
    values.emplace_back(FacetChoice{value, label, 0}, std::move(rows));
  }
  return values;
}

std::pair<std::string, std::string> both(const std::string& words) { return {words, words}; }

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

std::string nameOf(const std::vector<Source>& sources, std::int64_t id) {
  for (const Source& source : sources) {
    if (source.id.value == id) return source.file;
  }
  return {};
}

}  // namespace

bool GalleryIndex::prepare(std::chrono::milliseconds budget) {
  if (!loader_.advance(storage::GalleryLoader::Clock::now() + budget)) return false;
  if (loader_.version() != version_) {
    version_ = loader_.version();
    values_.clear();
    text_.reset();
  }
  return true;
}

void GalleryIndex::update(const std::stop_token& stop) {
  while (!prepare(kSlice)) checkStop(stop);
  checkStop(stop);
}

const std::vector<std::int64_t>& GalleryIndex::ids(Shelf shelf) const {
  const Columns& columns = loader_.columns();
  switch (shelf) {
    case Shelf::kImages: return columns.images.ids;
    case Shelf::kSamples: return columns.samples.ids;
    case Shelf::kQuarantine: break;
  }
  return columns.quarantine.ids;
}

const Columns::Marks& GalleryIndex::marks(Shelf shelf) const {
  return shelf == Shelf::kImages ? loader_.columns().imageMarks : loader_.columns().sampleMarks;
}

RowSet GalleryIndex::rowsOf(Shelf shelf, const std::vector<std::int64_t>& wanted) const {
  RowSet rows(ids(shelf).size());
  for (const std::int64_t id : wanted) {
    if (const auto row = Columns::rowOf(ids(shelf), id); row != Columns::kNoRow) rows.add(row);
  }
  return rows;
}

const GalleryIndex::Values& GalleryIndex::values(Shelf shelf, Facet facet) {
  auto found = values_.find({shelf, facet});
  if (found == values_.end()) {
    found = values_.emplace(std::pair(shelf, facet), build(shelf, facet)).first;
  }
  return found->second;
}

GalleryIndex::Values GalleryIndex::build(Shelf shelf, Facet facet) const {
  const Columns& columns = loader_.columns();
  const auto source = [&](std::uint16_t id) {
    return std::pair(std::to_string(id), nameOf(columns.sources, id));
  };
  switch (facet) {
    case Facet::kStatus: return statuses(shelf);
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
    case Facet::kSource: {
      if (shelf == Shelf::kQuarantine) return valuesOf(columns.quarantine.source, source);
      if (shelf == Shelf::kImages) return sourcesOfImages();
      std::vector<std::uint16_t> sources;
      sources.reserve(columns.samples.question.size());
      for (const std::uint32_t question : columns.samples.question) {
        sources.push_back(columns.questions.source.at(question));
      }
      return valuesOf(sources, source);
    }
    case Facet::kTag: {
      Values values;
      for (const auto& [tag, items] : marks(shelf).tags) {
        values.emplace_back(FacetChoice{tag, tag, 0}, rowsOf(shelf, items));
      }
      return values;
    }
    case Facet::kModel:
    case Facet::kRun: break;
  }
  return {};
}

GalleryIndex::Values GalleryIndex::statuses(Shelf shelf) const {
  const Columns& columns = loader_.columns();
  Values values;
  const auto add = [&](const char* value, RowSet rows) {
    values.emplace_back(FacetChoice{value, value, 0}, std::move(rows));
  };
  const auto addWhere = [&](const char* value, auto&& holds) {
    RowSet rows(ids(shelf).size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (holds(row)) rows.add(row);
    }
    add(value, std::move(rows));
  };
  if (shelf == Shelf::kImages) {
    addWhere("used", [&](std::size_t row) { return columns.images.uses[row] > 0; });
    addWhere("unused", [&](std::size_t row) { return columns.images.uses[row] == 0; });
    addWhere("alike", [&](std::size_t row) { return columns.images.group[row] > 0; });
  } else {
    RowSet chosen(columns.answers.ids.size());
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      if (columns.answers.selected[i]) chosen.add(i);
    }
    const RowSet answered = samplesOf(RowSet(chosen.size(), true));
    const RowSet paired = samplesOf(chosen);
    add("answered", answered);
    addWhere("unanswered", [&](std::size_t row) { return !answered.has(row); });
    add("pair", paired);
    addWhere("no-pair", [&](std::size_t row) { return answered.has(row) && !paired.has(row); });
  }
  add("excluded", rowsOf(shelf, marks(shelf).excluded));
  RowSet tagged(ids(shelf).size());
  for (const auto& [tag, items] : marks(shelf).tags) tagged |= rowsOf(shelf, items);
  add("tagged", std::move(tagged));
  return values;
}

GalleryIndex::Values GalleryIndex::sourcesOfImages() const {
  const Columns& columns = loader_.columns();
  std::map<std::uint16_t, RowSet> sets;
  for (std::size_t question = 0; question < columns.questions.image.size(); ++question) {
    const std::uint32_t row = columns.questions.image[question];
    if (row == Columns::kNoRow) continue;
    sets.try_emplace(columns.questions.source[question], columns.images.ids.size())
        .first->second.add(row);
  }
  Values values;
  for (auto& [id, rows] : sets) {
    values.emplace_back(FacetChoice{std::to_string(id), nameOf(columns.sources, id), 0},
                        std::move(rows));
  }
  return values;
}

RowSet GalleryIndex::chosen(const BrowseQuery& query, Facet facet) {
  RowSet rows(ids(query.shelf).size());
  const std::set<std::string>& wanted = query.choices.at(facet);
  for (const auto& [choice, held] : values(query.shelf, facet)) {
    if (wanted.contains(choice.value)) rows |= held;
  }
  return rows;
}

/// What text, image and answers leave; the facets that are single columns come on top.
RowSet GalleryIndex::narrowed(const BrowseQuery& query, const std::stop_token& stop) {
  RowSet rows = all(query.shelf);
  if (!query.text.empty() && query.shelf != Shelf::kQuarantine) rows &= withText(query, stop);
  if (query.uses && query.shelf == Shelf::kSamples) rows &= usersOf(query.uses);
  checkStop(stop);
  return rows;
}

RowSet GalleryIndex::withText(const BrowseQuery& query, const std::stop_token& stop) {
  const std::pair key(query.shelf, query.text);
  if (text_ && text_->first == key) return text_->second;
  std::istringstream typed(query.text);
  std::vector<storage::SearchWord> words;
  for (std::string word; typed >> word;) {
    if (auto tokens = storage::tokensOf(word); !tokens.empty()) words.push_back(std::move(tokens));
  }
  RowSet rows(ids(query.shelf).size(), !words.empty());  // signs alone occur in no word
  if (query.shelf == Shelf::kImages) {
    for (const auto& word : words) rows &= imagesWith(word, stop);
  } else if (!words.empty()) {
    rows = samplesWith(words, stop);
  }
  text_.emplace(key, rows);
  return rows;
}

RowSet GalleryIndex::found(Shelf shelf, storage::TextKind kind,
                           const std::vector<storage::SearchWord>& words,
                           const std::stop_token& stop) {
  const std::vector<std::int64_t>& known = ids(shelf);
  RowSet rows(known.size());
  storage::TextIndexReader(database_).find(kind, words, [&](std::int64_t id) {
    if (const auto row = Columns::rowOf(known, id); row != Columns::kNoRow) rows.add(row);
    return !stop.stop_requested();
  });
  checkStop(stop);
  return rows;
}

RowSet GalleryIndex::imagesWith(const storage::SearchWord& word, const std::stop_token& stop) {
  const Columns& columns = loader_.columns();
  RowSet images = found(Shelf::kImages, storage::TextKind::kImage, {word}, stop);
  storage::TextIndexReader(database_).find(
      storage::TextKind::kQuestion, {word}, [&](std::int64_t id) {
        const auto question = static_cast<std::size_t>(id);
        const std::uint32_t row = question < columns.questions.image.size()
                                      ? columns.questions.image[question]
                                      : Columns::kNoRow;
        if (row != Columns::kNoRow) images.add(row);
        return !stop.stop_requested();
      });
  checkStop(stop);
  return images;
}

/// A word stands in a sample's own text or in the path of its target. Words that stand in no path
/// are looked for together: the index meets their lists at once, instead of each row of each.
RowSet GalleryIndex::samplesWith(const std::vector<storage::SearchWord>& words,
                                 const std::stop_token& stop) {
  const Columns& columns = loader_.columns();
  RowSet rows = all(Shelf::kSamples);
  std::vector<storage::SearchWord> plain;
  for (const auto& word : words) {
    const RowSet images = found(Shelf::kImages, storage::TextKind::kImage, {word}, stop);
    if (images.count() == 0) {
      plain.push_back(word);
      continue;
    }
    RowSet samples = found(Shelf::kSamples, storage::TextKind::kSample, {word}, stop);
    for (std::size_t row = 0; row < samples.size(); ++row) {
      const std::uint32_t target = columns.questions.image.at(columns.samples.question[row]);
      if (target != Columns::kNoRow && images.has(target)) samples.add(row);
    }
    rows &= samples;
  }
  if (!plain.empty()) rows &= found(Shelf::kSamples, storage::TextKind::kSample, plain, stop);
  return rows;
}

RowSet GalleryIndex::usersOf(ImageId image) {
  RowSet rows(ids(Shelf::kSamples).size());
  for (const SampleId sample : storage::GalleryReader(database_).samplesOf(image)) {
    const auto row = Columns::rowOf(ids(Shelf::kSamples), sample.value);
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

RowSet GalleryIndex::samplesOf(const RowSet& answers) const {
  const Columns& columns = loader_.columns();
  RowSet samples(columns.samples.ids.size());
  answers.forEach([&](std::size_t answer) { samples.add(columns.answers.sample[answer]); });
  return samples;
}

std::vector<std::int64_t> GalleryIndex::find(const BrowseQuery& query,
                                             const std::stop_token& stop) {
  update(stop);
  RowSet rows = narrowed(query, stop);
  for (const Facet facet : facetsOf(query.shelf)) {
    if (!isAnswers(facet) && query.choices.contains(facet)) rows &= chosen(query, facet);
  }
  if (query.shelf == Shelf::kSamples) {
    if (const auto answers = wantedAnswers(query, {})) rows &= samplesOf(*answers);
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
  const std::vector<std::int64_t>& known = ids(query.shelf);
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
    answered = samplesOf(*answers);
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
