// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/shown_pair.h"

#include <QCoreApplication>

namespace mia::ui {

namespace {

/// This file's words for people.
struct Said {
  Q_DECLARE_TR_FUNCTIONS(ShownPair)
};

void takeMaps(ShownAnswer& answer, const curation::ShownAttention& attention) {
  answer.mapsRead = true;
  answer.maps = HeatmapSet(attention.maps);
  answer.chance = attention.chance;
  answer.problem = QString::fromStdString(attention.problem);
  if (answer.maps.isEmpty()) return;
  for (const Heatmap& map : answer.maps.ofLayer(answer.maps.layers().first())) {
    answer.views.append(map.rect);
  }
}

std::shared_ptr<ShownAnswer> answerOf(const ShownPair& shown, const QString& name) {
  auto answer = std::make_shared<ShownAnswer>();
  answer->name = name;
  answer->response.candidate.sample = shown.facts.sample.id;
  return answer;
}

}  // namespace

std::shared_ptr<ShownPair> readPair(curation::Browser& browser, const Review& review, PairId pair) {
  auto shown = std::make_shared<ShownPair>();
  shown->facts = curation::reviewPair(browser, review, pair);
  const curation::ReviewPair& facts = shown->facts;
  shown->sample.sample = facts.sample;
  shown->sample.question = facts.question;
  shown->sample.source = facts.source;
  shown->sample.firstLayer = facts.firstLayer;
  shown->sample.lastLayer = facts.lastLayer;
  if (facts.pair.threshold > 0) shown->sample.threshold = facts.pair.threshold;

  shown->rejected = answerOf(*shown, Said::tr("Where it looked for its answer"));
  shown->rejected->response.candidate = facts.candidate;
  shown->rejected->response.isRejected = true;
  takeMaps(*shown->rejected, browser.attention(facts.candidate.id));

  shown->chosen = answerOf(*shown, Said::tr("Where it looked for the right answer"));
  shown->chosen->response.matches = true;
  if (facts.rightAnswer) {
    shown->chosen->response.candidate.id = *facts.rightAnswer;
    takeMaps(*shown->chosen, browser.attention(*facts.rightAnswer));
  } else {
    shown->chosen->kind = ShownAnswer::Kind::kTruth;
    shown->chosen->response.candidate.text = facts.pair.chosen;
  }
  return shown;
}

QString figureWords(const Pair& pair) {
  QStringList parts;
  if (pair.perplexity > 0) parts << Said::tr("perplexity %1").arg(pair.perplexity, 0, 'f', 2);
  if (pair.lengthRatio > 0) parts << Said::tr("length ratio %1").arg(pair.lengthRatio, 0, 'f', 2);
  parts << Said::tr("edit distance %1").arg(pair.editDistance, 0, 'f', 2);
  return parts.join(QStringLiteral(" · "));
}

}  // namespace mia::ui
