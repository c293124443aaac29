// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "curation/review_items.h"
#include "ui/pages/responses/shown_answer.h"
#include "ui/widgets/word_difference.h"

namespace mia::ui {

/// A pair with everything that is painted when it is turned to, read and drawn beforehand.
struct ShownPair {
  curation::ReviewPair facts;
  QVector<CanvasPicture> pictures;
  /// The sample as the widgets of the Responses page take it; its answers are read when the engine
  /// is asked.
  curation::SampleResponses sample;
  std::shared_ptr<ShownAnswer> rejected;  ///< the model's answer
  /// Where the model looks for the right answer: its own, where it once gave it, else the ground
  /// truth, which the engine reads when it is asked.
  std::shared_ptr<ShownAnswer> chosen;

  qint64 id() const { return facts.pair.id.value; }
};

/// Reads it, on the reading thread. Error kNotFound.
std::shared_ptr<ShownPair> readPair(curation::Browser& browser, const Review& review, PairId pair);
/// "perplexity 1.42 · length ratio 1.08 · edit distance 0.31"
QString figureWords(const Pair& pair);

}  // namespace mia::ui
