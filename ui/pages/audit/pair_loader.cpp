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
  painted_.clear();
  ++generation_;
}

std::shared_ptr<ShownPair> PairLoader::find(qint64 pair) const {
  const auto* found = pairs_.object(pair);
  return found ? *found : nullptr;
}

bool PairLoader::isReady(qint64 pair) const {
  const auto painted = painted_.constFind(pair);
  return pairs_.contains(pair) && painted != painted_.constEnd() && painted->plan == plan_();
}

void PairLoader::want(const QVector<qint64>& pairs) {
  painted_.removeIf([&](const auto& painted) { return !pairs.contains(painted.key()); });
  wanted_ = pairs;
  begin();
}

void PairLoader::begin() {
  while (!working_ && !wanted_.isEmpty() && isReady(wanted_.first())) wanted_.removeFirst();
  if (working_ || wanted_.isEmpty()) return;
  working_ = true;
  const qint64 id = wanted_.takeFirst();
  if (const auto known = find(id)) {
    repaint(*known);
    return;
  }
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
      [pair, plan = plan_()] {
        pair->pictures = drawCanvasPictures(pair->facts.source);
        return paintPair(paintTask(*pair, plan));
      },
      [this, pair, generation](Outcome<PaintedPair> outcome) {
        if (outcome.value && generation == generation_) {
          pairs_.insert(pair->id(), new std::shared_ptr<ShownPair>(pair));
          painted_.insert(pair->id(), std::move(*outcome.value));
          Q_EMIT loaded(pair);
        }
        end();
      });
}

/// A pair that is here, as the page shows pairs by now.
void PairLoader::repaint(const ShownPair& pair) {
  session_.draw(
      this, [task = paintTask(pair, plan_())] { return paintPair(task); },
      [this, id = pair.id(), generation = generation_](Outcome<PaintedPair> outcome) {
        if (outcome.value && generation == generation_) {
          painted_.insert(id, std::move(*outcome.value));
        }
        end();
      });
}

void PairLoader::end() {
  working_ = false;
  begin();
}

}  // namespace mia::ui
