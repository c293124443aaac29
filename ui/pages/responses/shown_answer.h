// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>
#include <memory>
#include <optional>
#include <vector>

#include "curation/responses.h"
#include "run/serve_request.h"
#include "ui/widgets/heatmap.h"
#include "ui/widgets/picture_canvas.h"
#include "ui/widgets/token_strip.h"

namespace mia::ui {

/// What of an answer is looked at: a layer or the mean over a range of them, one token or the mean
/// over all, one head or the mean over all.
struct Look {
  int firstLayer = -1;  ///< decoder layers, 0-based; -1: not chosen yet
  int lastLayer = -1;
  int token = -1;
  int head = -1;
  bool operator==(const Look&) const = default;
};

/// An answer on the page, with what is known of where its model looked.
struct ShownAnswer {
  enum class Kind { kStored, kTruth, kAsked };

  Kind kind = Kind::kStored;
  QString name;  ///< "greedy", "drawn 2", "before training", "ground truth"
  curation::Response response;
  HeatmapSet maps;             ///< mean over the tokens
  std::vector<double> chance;  ///< [regions] the share that even attention would give
  QString problem;             ///< why there are no maps
  bool mapsRead = false;
  QVector<QRectF> views;  ///< of each picture, what the patches divide evenly, px of the picture

  QString question;          ///< what was typed; "" for the sample's own question
  std::int64_t request = 0;  ///< the engine's, while it works on this answer
  bool stopped = false;      ///< by the person: these are the tokens so far
  /// Of each token as it arrived, and the layers that they are the mean of.
  QVector<QVector<Heatmap>> tokenMaps;
  run::LayerRange liveLayers;

  bool isStored() const { return kind == Kind::kStored; }
  bool isRunning() const { return request != 0; }
  /// The engine gave it up: these are the tokens so far.
  bool isBrokenOff() const {
    return kind == Kind::kAsked && !isRunning() && !stopped && !problem.isEmpty();
  }
  /// Nobody has read it yet: a ground truth has no tokens before the engine was asked.
  bool isUnread() const {
    return kind == Kind::kTruth && !isRunning() && response.candidate.tokens.empty();
  }
};

/// A sample on the page: its facts, its pictures and all answers to it.
struct ShownSample {
  curation::SampleResponses facts;
  QVector<CanvasPicture> pictures;
  std::vector<std::shared_ptr<ShownAnswer>> answers;
};

std::shared_ptr<ShownAnswer> storedAnswer(const curation::Response& response);
/// The ground truth, to be read by the model of the sample's first answer; nullptr without one.
std::shared_ptr<ShownAnswer> truthAnswer(const curation::SampleResponses& facts);
/// Maps as the engine gives them, one per picture, on the pictures' views.
QVector<Heatmap> placedMaps(const std::vector<AttentionMap>& maps, const QVector<QRectF>& views);
QVector<ShownToken> shownTokens(const Candidate& candidate);
/// "matches · perplexity 1.04 · 13 tokens", and that it was cut where it was.
QString answerCaption(const ShownAnswer& answer);
/// The decoder layers that an answer was recorded for, ascending.
QVector<int> recordedLayers(const Candidate& candidate);

/// How the attention of a look was spread over the images.
struct ShownShares {
  QVector<double> shares;  ///< [regions]; with elsewhere their sum is 1
  double elsewhere = 0;
};
/// The mean over the look's layers, of its token where one is chosen; nothing where the answer has
/// none.
std::optional<ShownShares> sharesOf(const Candidate& candidate, const Look& look);
/// The image that the question of an answer is about, 0-based; -1 where nobody has said: photos are
/// no sample, and a question of one's own may be about any of them.
int targetOf(const ShownAnswer& answer, const curation::SampleResponses& facts);
/// "31 % on image 3, the target, threshold 60 %: looked elsewhere", with what chance would give;
/// without a target, the image with the most.
QString verdictWords(const ShownAnswer& answer, const ShownShares& shares,
                     const curation::SampleResponses& facts);

}  // namespace mia::ui
