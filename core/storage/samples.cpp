// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/samples.h"

#include "base/content_hash.h"
#include "storage/blob.h"

namespace mia::storage {
namespace {

const std::string kColumns = "s.id, s.question_id, s.turn, s.split, s.recipe, s.prompt, s.answer";

Sample sampleFrom(const Statement& row) {
  Sample sample;
  sample.id = row.id<SampleId>(0);
  sample.question = row.id<QuestionId>(1);
  sample.turn = static_cast<int>(row.integer(2));
  sample.split = splitFromString(row.string(3));
  const std::string where = "sample " + std::to_string(sample.id.value);
  sample.recipe = layoutRecipeFromJson(parseJson(row.text(4), where), where);
  sample.prompt = row.string(5);
  sample.answer = row.string(6);
  return sample;
}

// Adds the images, which come in ascending order of position.
class ImagesOf {
 public:
  explicit ImagesOf(Database& database)
      : rows_(database,
              "SELECT image_id FROM sample_images WHERE sample_id = ?1 ORDER BY position") {}
  void addTo(Sample& sample) {
    rows_.bind(sample.id);
    while (rows_.step()) sample.images.push_back(rows_.id<ImageId>(0));
  }

 private:
  Statement rows_;
};

Conditions conditionsOf(const SampleFilter& filter) {
  Conditions conditions;
  if (filter.split) conditions.add("s.split = ?", toString(*filter.split));
  if (filter.layout) conditions.add("s.layout = ?", toString(*filter.layout));
  if (filter.imageCount) conditions.add("s.image_count = ?", *filter.imageCount);
  return conditions;
}

}  // namespace

Sample SampleReader::get(SampleId id) {
  Statement row(database_, "SELECT " + kColumns + " FROM samples s WHERE s.id = ?1");
  if (!row.bind(id).step()) {
    throw Error(ErrorKind::kNotFound, "The project has no sample " + std::to_string(id.value));
  }
  Sample sample = sampleFrom(row);
  ImagesOf(database_).addTo(sample);
  return sample;
}

std::int64_t SampleReader::count(const SampleFilter& filter) {
  const Conditions conditions = conditionsOf(filter);
  Statement row(database_, "SELECT count(*) FROM samples s" + conditions.sql());
  row.bind(conditions).step();
  return row.integer(0);
}

std::vector<SampleCount> SampleReader::counts() {
  std::vector<SampleCount> counts;
  Statement rows(database_,
                 "SELECT layout, split, image_count, count(*) FROM samples GROUP BY 1, 2, 3");
  while (rows.step()) {
    counts.push_back({layoutKindFromString(rows.string(0)), splitFromString(rows.string(1)),
                      static_cast<int>(rows.integer(2)), rows.integer(3)});
  }
  return counts;
}

std::vector<Sample> SampleReader::page(const SampleFilter& filter, SampleId after, int limit) {
  std::vector<Sample> samples;
  ImagesOf images(database_);
  Conditions conditions = conditionsOf(filter);
  conditions.add("s.id > ?", after.value);
  Statement rows(database_, "SELECT " + kColumns + " FROM samples s" + conditions.sql() +
                                " ORDER BY s.id LIMIT " + std::to_string(limit));
  rows.bind(conditions);
  while (rows.step()) images.addTo(samples.emplace_back(sampleFrom(rows)));
  return samples;
}

void SampleReader::forEach(const SampleFilter& filter, const std::function<void(Sample&&)>& take) {
  ImagesOf images(database_);
  const Conditions conditions = conditionsOf(filter);
  Statement rows(database_,
                 "SELECT " + kColumns + " FROM samples s" + conditions.sql() + " ORDER BY s.id");
  rows.bind(conditions);
  while (rows.step()) {
    Sample sample = sampleFrom(rows);
    images.addTo(sample);
    take(std::move(sample));
  }
}

void SampleReader::forEachUse(const std::function<void(QuestionId question, Split split)>& take) {
  Statement rows(database_, "SELECT question_id, split = ?1 FROM samples");
  rows.bind(toString(Split::kHeldOut));
  while (rows.step()) {
    take(rows.id<QuestionId>(0), rows.integer(1) != 0 ? Split::kHeldOut : Split::kTrain);
  }
}

std::vector<SampleId> SampleReader::ids(const SampleFilter& filter) {
  std::vector<SampleId> ids;
  const Conditions conditions = conditionsOf(filter);
  Statement rows(database_, "SELECT s.id FROM samples s" + conditions.sql() + " ORDER BY s.id");
  rows.bind(conditions);
  while (rows.step()) ids.push_back(rows.id<SampleId>(0));
  return ids;
}

SampleWriter::SampleWriter(Database& database)
    : insert_(database,
              "INSERT INTO samples (question_id, turn, split, layout, image_count, recipe, "
              "recipe_hash, prompt, answer) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) "
              "ON CONFLICT (question_id, turn, recipe_hash) DO NOTHING"),
      addImage_(database,
                "INSERT INTO sample_images (sample_id, position, image_id) VALUES (?1, ?2, ?3)") {}

std::optional<SampleId> SampleWriter::add(const Sample& sample) {
  const std::string recipe = toJson(sample.recipe).dump();
  insert_.bind(sample.question, sample.turn, toString(sample.split), toString(sample.recipe.kind),
               sample.recipe.imageCount, recipe, bytesOfHash(contentHash(recipe)), sample.prompt,
               sample.answer);
  const auto id = insert_.insert<SampleId>();
  if (!id) return std::nullopt;
  for (std::size_t i = 0; i < sample.images.size(); ++i) {
    addImage_.bind(*id, i, sample.images[i]).run();
  }
  return id;
}

}  // namespace mia::storage
