// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/responses/asker.h"

#include <algorithm>
#include <cmath>

#include "ui/pages/responses/attention_source.h"

namespace mia::ui {

namespace {

void begin(ShownAnswer& answer, const run::ServeStarted& started) {
  answer.views.clear();
  for (const run::AskedPicture& picture : started.pictures) {
    answer.views.append(QRectF(picture.x, picture.y, picture.viewWidth, picture.viewHeight));
  }
  answer.chance = started.chance;
}

/// The mean of the layer's shares goes on with each token.
void addShares(Candidate& candidate, const std::vector<std::vector<float>>& shares) {
  if (candidate.attention.size() < shares.size()) candidate.attention.resize(shares.size());
  for (std::size_t i = 0; i < shares.size(); ++i) {
    LayerAttention& layer = candidate.attention[i];
    layer.layer = static_cast<int>(i);
    layer.tokenShares.push_back(shares[i]);
    const auto count = static_cast<double>(layer.tokenShares.size());
    layer.shares.resize(shares[i].size());
    double sum = 0;
    for (std::size_t region = 0; region < shares[i].size(); ++region) {
      double& mean = layer.shares[region];
      mean += (double(shares[i][region]) - mean) / count;
      sum += mean;
    }
    layer.elsewhere = std::max(0.0, 1 - sum);
  }
}

void grow(ShownAnswer& answer, const run::ServeToken& token) {
  Candidate& candidate = answer.response.candidate;
  candidate.tokenIds.push_back(token.id);
  candidate.tokens.push_back(token.piece);
  candidate.logProbs.push_back(token.logProb);
  candidate.text += token.text;
  double sum = 0;
  for (const float logProb : candidate.logProbs) sum += double(logProb);
  candidate.perplexity = std::exp(-sum / static_cast<double>(candidate.logProbs.size()));
  addShares(candidate, token.shares);
  if (!token.maps.empty()) answer.tokenMaps.append(placedMaps(token.maps, answer.views));
}

void finish(ShownAnswer& answer, const run::ServeDone& done) {
  const SampleId sample = answer.response.candidate.sample;
  answer.response.candidate = done.answer.candidate;
  answer.response.candidate.sample = sample;
  std::vector<curation::ShownMap> maps;
  for (const AttentionMap& map : done.answer.maps) {
    const QRectF view = answer.views.value(map.picture);
    maps.push_back({map, view.x(), view.y(), view.width(), view.height()});
  }
  answer.maps = HeatmapSet(maps);
}

}  // namespace

Asker::Asker(EngineClient& engine, QObject* parent) : QObject(parent), engine_(engine) {}

EngineReplies Asker::repliesFor(const std::shared_ptr<ShownAnswer>& answer) {
  EngineReplies replies;
  replies.started = [answer](const run::ServeStarted& started) { begin(*answer, started); };
  replies.token = [this, answer](const run::ServeToken& token) {
    grow(*answer, token);
    Q_EMIT grew(answer);
  };
  replies.done = [this, answer](const run::ServeDone& done) {
    finish(*answer, done);
    answer->request = 0;
    answer->stopped = done.stopped;
    Q_EMIT grew(answer);
  };
  replies.failed = [this, answer](const QString& sentence, bool stopped) {
    answer->request = 0;
    answer->stopped = stopped;
    if (!stopped) answer->problem = sentence;
    Q_EMIT grew(answer);
  };
  return replies;
}

void Asker::ask(const curation::SampleResponses& facts, const std::shared_ptr<ShownAnswer>& answer,
                run::LayerRange layers) {
  run::AnswerRequest request;
  request.asked = {answer->response.model, answer->response.adapter, bundleSample(facts)};
  // Without an <image> mark the engine words it by the sample's recipe.
  request.asked.sample.sample.prompt = answer->question.toStdString();
  request.maps = layers;
  answer->liveLayers = layers;
  answer->request = engine_.ask(std::move(request), this, repliesFor(answer));
}

void Asker::read(const curation::SampleResponses& facts,
                 const std::shared_ptr<ShownAnswer>& answer) {
  run::ForceRequest request;
  request.asked = {answer->response.model, answer->response.adapter, bundleSample(facts)};
  request.answer.text = answer->response.candidate.text;
  answer->response.candidate.text.clear();  // comes back token by token
  answer->request = engine_.ask(std::move(request), this, repliesFor(answer));
}

void Asker::stop(const std::shared_ptr<ShownAnswer>& answer) {
  if (answer->request != 0) engine_.cancel(answer->request);
}

}  // namespace mia::ui
