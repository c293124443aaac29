// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/run_pairs.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "storage/questions.h"
#include "storage/samples.h"
#include "storage/selections.h"

namespace mia::curation {

std::vector<LearnedPair> learnedPairs(Browser& browser, std::vector<TaughtPair> pairs) {
  const auto place = [](const TaughtPair& pair) {
    const double margin = pair.step.margin;
    return std::isnan(margin) ? std::numeric_limits<double>::infinity() : margin;
  };
  std::stable_sort(pairs.begin(), pairs.end(),
                   [&](const TaughtPair& a, const TaughtPair& b) { return place(a) < place(b); });
  storage::SelectionReader selections(browser.database());
  storage::SampleReader samples(browser.database());
  storage::QuestionReader questions(browser.database());
  std::vector<LearnedPair> learned;
  for (TaughtPair& taught : pairs) {
    try {
      const Pair pair = selections.pair(PairId{taught.step.pair});
      const Sample sample = samples.get(pair.sample);
      const auto turn = static_cast<std::size_t>(sample.turn);
      learned.push_back({taught.step, pair.sample, sample.recipe.kind,
                         static_cast<int>(sample.images.size()),
                         questions.get(sample.question).turns.at(turn).question,
                         std::move(taught.chosen), std::move(taught.rejected)});
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kNotFound) throw;  // documented: its selection is gone
    }
  }
  return learned;
}

}  // namespace mia::curation
