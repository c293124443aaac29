// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/responses/shown_answer.h"

#include <QCoreApplication>
#include <algorithm>

#include "base/figures.h"
#include "ui/widgets/words.h"

namespace mia::ui {

namespace {

/// This file's words for people.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(ShownAnswer)
};

QString nameOf(const curation::Response& response) {
  if (response.arm == "before") return Words::tr("before training");
  if (response.arm == "after") return Words::tr("after training");
  if (!response.arm.empty()) {
    return Words::tr("%1 training").arg(QString::fromStdString(response.arm));
  }
  if (response.candidate.origin == CandidateOrigin::kGreedy) return Words::tr("greedy");
  return Words::tr("drawn %1 at %2")
      .arg(response.candidate.index)
      .arg(response.candidate.temperature);
}

}  // namespace

std::shared_ptr<ShownAnswer> storedAnswer(const curation::Response& response) {
  auto answer = std::make_shared<ShownAnswer>();
  answer->response = response;
  answer->name = nameOf(response);
  return answer;
}

std::shared_ptr<ShownAnswer> truthAnswer(const curation::SampleResponses& facts) {
  if (facts.responses.empty() || facts.responses.front().model.empty()) return nullptr;
  auto answer = std::make_shared<ShownAnswer>();
  answer->kind = ShownAnswer::Kind::kTruth;
  answer->name = Words::tr("ground truth");
  answer->response.model = facts.responses.front().model;
  answer->response.adapter = facts.responses.front().adapter;
  answer->response.candidate.sample = facts.sample.id;
  answer->response.candidate.text = facts.sample.answer;
  answer->response.matches = true;
  return answer;
}

QVector<Heatmap> placedMaps(const std::vector<AttentionMap>& maps, const QVector<QRectF>& views) {
  QVector<Heatmap> placed;
  for (const AttentionMap& map : maps) {
    if (placed.size() <= map.picture) placed.resize(map.picture + 1);
    placed[map.picture] = {views.value(map.picture), map.rows, map.columns,
                           QVector<float>(map.values.begin(), map.values.end())};
  }
  return placed;
}

QVector<ShownToken> shownTokens(const Candidate& candidate) {
  QVector<ShownToken> shown;
  for (std::size_t i = 0; i < candidate.tokens.size(); ++i) {
    const double logProb = i < candidate.logProbs.size() ? double(candidate.logProbs[i]) : 0;
    shown.append({QString::fromStdString(candidate.tokens[i]), logProb});
  }
  return shown;
}

QString answerCaption(const ShownAnswer& answer) {
  const Candidate& candidate = answer.response.candidate;
  QStringList parts;
  if (answer.kind == ShownAnswer::Kind::kStored) {
    parts << (answer.response.matches ? Words::tr("matches") : Words::tr("differs"));
  }
  if (answer.isUnread()) parts << Words::tr("choose it to have the model read it");
  if (answer.isRunning()) parts << Words::tr("arriving");
  if (answer.stopped) parts << Words::tr("stopped");
  if (answer.isBrokenOff()) parts << Words::tr("broken off");
  if (answer.response.isRejected) parts << Words::tr("rejected in a pair");
  if (!candidate.tokens.empty()) {
    parts << Words::tr("perplexity %1").arg(candidate.perplexity, 0, 'f', 2);
    parts << Words::tr("%n tokens", nullptr, static_cast<int>(candidate.tokens.size()));
  }
  if (!candidate.complete && answer.isStored()) parts << Words::tr("cut at the token limit");
  return parts.join(QStringLiteral(" · "));
}

QVector<int> recordedLayers(const Candidate& candidate) {
  QVector<int> layers;
  for (const LayerAttention& layer : candidate.attention) layers.append(layer.layer);
  return layers;
}

std::optional<ShownShares> sharesOf(const Candidate& candidate, const Look& look) {
  ShownShares mean;
  int layers = 0;
  for (const LayerAttention& layer : candidate.attention) {
    if (layer.layer < look.firstLayer || layer.layer > look.lastLayer) continue;
    const auto token = static_cast<std::size_t>(std::max(0, look.token));
    const bool ofToken = look.token >= 0;
    if (ofToken && token >= layer.tokenShares.size()) return std::nullopt;
    const auto regions = static_cast<qsizetype>(layer.shares.size());
    mean.shares.resize(regions);
    double sum = 0;
    for (qsizetype region = 0; region < regions; ++region) {
      const auto at = static_cast<std::size_t>(region);
      const double share = ofToken ? double(layer.tokenShares[token][at]) : layer.shares[at];
      mean.shares[region] += share;
      sum += share;
    }
    mean.elsewhere += std::max(0.0, 1 - sum);
    ++layers;
  }
  if (layers == 0) return std::nullopt;
  for (double& share : mean.shares) share /= layers;
  mean.elsewhere /= layers;
  return mean;
}

int targetOf(const ShownAnswer& answer, const curation::SampleResponses& facts) {
  const QString own = QString::fromStdString(facts.question).trimmed();
  const bool typed = answer.kind == ShownAnswer::Kind::kAsked && !answer.question.isEmpty() &&
                     answer.question != own;
  return facts.sample.id && !typed ? facts.sample.recipe.targetIndex : -1;
}

QString verdictWords(const ShownAnswer& answer, const ShownShares& shares,
                     const curation::SampleResponses& facts) {
  const int target = targetOf(answer, facts);
  if (shares.shares.isEmpty() || target >= shares.shares.size()) return {};
  const auto most = std::max_element(shares.shares.begin(), shares.shares.end());
  if (shares.shares.size() == 1) {
    return Words::tr("%1 of its attention to the picture lay on the image.").arg(percent(*most));
  }
  const auto chance = [&](qsizetype image) {
    const auto at = static_cast<std::size_t>(image);
    return at < answer.chance.size()
               ? Words::tr(". Chance would give %1").arg(percent(answer.chance[at]))
               : QString();
  };
  if (target < 0) {
    const qsizetype image = most - shares.shares.begin();
    return Words::tr("%1 on image %2, the most").arg(percent(*most)).arg(image + 1) +
           chance(image) + QLatin1Char('.');
  }
  const double share = shares.shares[target];
  const double threshold = facts.threshold.value_or(share);
  const int decimals = decimalsApart(share * 100, threshold * 100);
  QString words =
      Words::tr("%1 on image %2, the target").arg(percent(share, decimals)).arg(target + 1);
  if (facts.threshold) {
    const QString asked = percent(threshold, decimals);
    words += missedTarget(facts.sample.recipe.kind, share, threshold)
                 ? Words::tr(", threshold %1: looked elsewhere").arg(asked)
                 : Words::tr(", threshold %1: looked at it").arg(asked);
  }
  return words + chance(target) + QLatin1Char('.');
}

}  // namespace mia::ui
