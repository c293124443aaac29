// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/pair_loader.h"

#include "ui/models/canvas_pictures.h"

namespace mia::ui {

namespace {

constexpr int kPairsKept = 16;

}  // namespace

PairLoader::PairLoader(ProjectSession& session, QObject* parent)
    : QObject(parent), session_(session), pairs_(kPairsKept) {}

void PairLoader::setReview(const Review& review) {
  if (review == review_) return;
  review_ = review;
  forgetAll();
}

void PairLoader::forgetAll() {
  pairs_.clear();
  ++generation_;
}

std::shared_ptr<ShownPair> PairLoader::find(qint64 pair) const {
  const auto* found = pairs_.object(pair);
  return found ? *found : nullptr;
}

void PairLoader::want(const QVector<qint64>& pairs) {
  wanted_ = pairs;
  begin();
}

void PairLoader::begin() {
  while (!working_ && !wanted_.isEmpty() && pairs_.contains(wanted_.first())) {
    wanted_.removeFirst();
  }
  if (working_ || wanted_.isEmpty()) return;
  working_ = true;
  const qint64 id = wanted_.takeFirst();
  session_.read(
      this,
      [id, review = review_](curation::Browser& browser) {
        return readPair(browser, review, PairId{id});
      },
      [this, id, generation = generation_](Outcome<std::shared_ptr<ShownPair>> outcome) {
        if (outcome.value) {
          draw(*outcome.value, generation);
          return;
        }
        Q_EMIT failed(id, outcome.error);
        end();
      });
}

void PairLoader::draw(const std::shared_ptr<ShownPair>& pair, int generation) {
  session_.draw(
      this,
      [pair] {
        pair->pictures = drawCanvasPictures(pair->facts.source);
        return pair;
      },
      [this, generation](Outcome<std::shared_ptr<ShownPair>> outcome) {
        if (outcome.value && generation == generation_) {
          const auto& done = *outcome.value;
          pairs_.insert(done->id(), new std::shared_ptr<ShownPair>(done));
          Q_EMIT loaded(done);
        }
        end();
      });
}

void PairLoader::end() {
  working_ = false;
  begin();
}

}  // namespace mia::ui
