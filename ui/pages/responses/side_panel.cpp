// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/responses/side_panel.h"

#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kPresentedText = 20;

}  // namespace

SidePanel::SidePanel() {
  heading_ = makeLabel("heading");
  heading_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  tokens_ = new TokenStrip;
  tokenWords_ = makeLabel("caption");
  tokenWords_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  layerWords_ = makeLabel("caption");
  layers_ = new LayerStrip;
  shares_ = new ShareBar;
  verdict_ = makeText();
  reason_ = makeText("dim");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::kTiny);
  column->addWidget(heading_);
  column->addWidget(tokens_);
  column->addWidget(tokenWords_);
  column->addSpacing(space::kSmall);
  column->addWidget(layerWords_);
  column->addWidget(layers_);
  column->addWidget(shares_);
  column->addWidget(verdict_);
  column->addWidget(reason_);

  connect(tokens_, &TokenStrip::chosen, this, &SidePanel::tokenChosen);
  connect(tokens_, &TokenStrip::hovered, this, &SidePanel::tokenHovered);
  connect(layers_, &LayerStrip::rangeChosen, this, [this](int first, int last) {
    const QVector<int> layers = recordedLayers(answer_->response.candidate);
    Q_EMIT layersChosen(layers[first], layers[last]);
  });
}

void SidePanel::show(const std::shared_ptr<ShownAnswer>& answer,
                     const curation::SampleResponses* facts, const QString& side,
                     const std::optional<Look>& look) {
  answer_ = answer;
  facts_ = facts;
  side_ = side;
  if (look) look_ = *look;
  setVisible(answer != nullptr);
  if (answer) refresh();
}

void SidePanel::refresh() {
  const Candidate& candidate = answer_->response.candidate;
  const QString name = side_.isEmpty() ? answer_->name : tr("%1: %2").arg(side_, answer_->name);
  heading_->setText(name);
  heading_->setToolTip(answerCaption(*answer_));
  tokens_->setTokens(shownTokens(candidate));
  setOrHide(reason_, presenting_ ? QString() : QString::fromStdString(answer_->response.reason));
  fillLayers();
  setLook(look_);
}

/// The bars of the strip: the target's share in each layer that was recorded, else the largest.
void SidePanel::fillLayers() {
  const Candidate& candidate = answer_->response.candidate;
  const QVector<int> layers = recordedLayers(candidate);
  const int target = targetOf(*answer_, *facts_);
  QVector<double> shares;
  for (const LayerAttention& layer : candidate.attention) {
    const auto count = static_cast<int>(layer.shares.size());
    if (count == 0 || target >= count) {
      shares.append(0);
    } else if (target < 0) {
      shares.append(*std::max_element(layer.shares.begin(), layer.shares.end()));
    } else {
      shares.append(layer.shares[static_cast<std::size_t>(target)]);
    }
  }
  const std::optional<double> threshold = target < 0 ? std::nullopt : facts_->threshold;
  int first = -1, last = -1;
  if (threshold && !layers.isEmpty()) {
    const int middle = static_cast<int>(layers.size()) / 2;
    first = facts_->firstLayer < 0 ? middle : static_cast<int>(layers.indexOf(facts_->firstLayer));
    last = facts_->firstLayer < 0  ? middle
           : facts_->lastLayer < 0 ? first
                                   : static_cast<int>(layers.indexOf(facts_->lastLayer));
    if (last < first) first = last = -1;
  }
  layers_->setLayers(layers, shares, threshold, first, last);
}

void SidePanel::setLook(const Look& look) {
  look_ = look;
  if (!answer_) return;
  const Candidate& candidate = answer_->response.candidate;
  const QVector<int> layers = recordedLayers(candidate);
  tokens_->setCurrent(look.token);
  layers_->setRange(static_cast<int>(layers.indexOf(look.firstLayer)),
                    static_cast<int>(layers.indexOf(look.lastLayer)));
  const QVector<ShownToken>& shown = tokens_->shownTokens();
  if (look.token >= 0 && look.token < shown.size()) {
    tokenWords_->setText(tr("token %1 of %2 · probability %3\u00a0%")
                             .arg(look.token + 1)
                             .arg(shown.size())
                             .arg(100 * std::exp(shown[look.token].logProb), 0, 'f', 1));
  } else {
    tokenWords_->setText(shown.isEmpty()
                             ? QString()
                             : tr("mean over %n tokens", nullptr, static_cast<int>(shown.size())));
  }
  const int target = targetOf(*answer_, *facts_);
  if (look.firstLayer == look.lastLayer) {
    const QString words = target < 0 ? tr("Layer %1: the largest share by layer")
                                     : tr("Layer %1: the target's share by layer");
    layerWords_->setText(words.arg(look.firstLayer));
  } else {
    layerWords_->setText(tr("Mean of layers %1 to %2").arg(look.firstLayer).arg(look.lastLayer));
  }
  const auto spread = sharesOf(candidate, look);
  const bool known = spread.has_value();
  for (QWidget* part : {static_cast<QWidget*>(layerWords_), static_cast<QWidget*>(layers_)}) {
    part->setVisible(!layers.isEmpty() && !presenting_);
  }
  shares_->setVisible(known);
  if (known) {
    shares_->setShares(spread->shares, spread->elsewhere, target,
                       target < 0 ? std::nullopt : facts_->threshold);
  }
  setOrHide(verdict_, known ? verdictWords(*answer_, *spread, *facts_) : QString());
}

void SidePanel::setTokenMarks(const QVector<double>& marks) {
  tokens_->setMarks(marks, tr("times uniform on the marked patch"));
}

void SidePanel::setPresenting(bool on) {
  presenting_ = on;
  tokens_->setTextPixels(on ? kPresentedText : type::kBody);
  for (QLabel* label : {heading_, tokenWords_, verdict_}) {
    label->setStyleSheet(on ? QStringLiteral("font-size: %1px").arg(type::kSection) : QString());
  }
  if (answer_) refresh();
}

}  // namespace mia::ui
