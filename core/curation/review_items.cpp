// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/review_items.h"

#include "curation/review.h"
#include "domain/answer_match.h"
#include "selection/rule.h"
#include "storage/candidates.h"
#include "storage/images.h"
#include "storage/questions.h"
#include "storage/samples.h"
#include "storage/selections.h"

namespace mia::curation {
namespace {

std::string questionOf(storage::Database& database, const Sample& sample) {
  return storage::QuestionReader(database)
      .get(sample.question)
      .turns.at(static_cast<std::size_t>(sample.turn))
      .question;
}

ReviewItem itemOf(storage::Database& database, const Review& review, PairId id) {
  const Pair pair = storage::SelectionReader(database).pair(id);
  const Sample sample = storage::SampleReader(database).get(pair.sample);
  ReviewItem item;
  item.pair = id;
  item.question = questionOf(database, sample);
  item.layout = sample.recipe.kind;
  item.images = sample.recipe.imageCount;
  item.rule = pair.rule;
  item.share = pair.share;
  item.threshold = pair.threshold;
  item.state = stateOf(database, review, pair);
  return item;
}

std::optional<CandidateId> rightAnswerTo(storage::Database& database, const Sample& sample) {
  for (const Candidate& candidate :
       storage::CandidateReader(database).ofSample(sample.id, storage::CandidateParts::kFigures)) {
    if (!isWrong(WrongRule::kNormalised, candidate.text, sample.answer)) return candidate.id;
  }
  return std::nullopt;
}

}  // namespace

std::vector<ReviewItem> reviewItems(Browser& browser, const Review& review,
                                    const std::vector<PairId>& pairs) {
  std::vector<ReviewItem> items;
  for (const PairId id : pairs) {
    try {
      items.push_back(itemOf(browser.database(), review, id));
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kNotFound) throw;  // gone since the queue was read
    }
  }
  return items;
}

ReviewPair reviewPair(Browser& browser, const Review& review, PairId id) {
  storage::Database& database = browser.database();
  ReviewPair all;
  all.pair = storage::SelectionReader(database).pair(id);
  all.state = stateOf(database, review, all.pair);
  all.current = reviewed(all.pair, all.state);
  all.sample = storage::SampleReader(database).get(all.pair.sample);
  all.question = questionOf(database, all.sample);
  all.source = {all.sample.recipe, storage::ImageReader(database).get(all.sample.images)};
  all.candidate = storage::CandidateReader(database).get(all.pair.candidate);
  all.rightAnswer = rightAnswerTo(database, all.sample);
  const Selection made = storage::SelectionReader(database).get(all.pair.selection);
  if (!made.parameters.empty()) {
    const selection::Rule rule =
        selection::ruleFromJson(made.parameters, "selection " + std::to_string(made.id.value));
    all.firstLayer = rule.firstLayer;
    all.lastLayer = rule.lastLayer;
  }
  return all;
}

}  // namespace mia::curation
