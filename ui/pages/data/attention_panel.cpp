// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/attention_panel.h"

#include <QHBoxLayout>
#include <algorithm>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

namespace mia::ui {

namespace {}  // namespace

AttentionPanel::AttentionPanel(QWidget* parent) : QWidget(parent) {
  layerName_ = makeLabel("dim");
  layers_ = new QSlider(Qt::Horizontal);
  layers_->setPageStep(1);
  layers_->setAccessibleName(tr("Decoder layer"));
  layers_->setToolTip(tr("The decoder layer whose attention is shown ([ and ])"));
  shares_ = new ShareBar;
  verdict_ = makeText();
  legend_ = new HeatLegend;
  problem_ = makeText("dim");
  pin_ = new QToolButton;
  pin_->setIcon(icon(QStringLiteral("pin")));
  pin_->setCheckable(true);
  pin_->setFocusPolicy(Qt::TabFocus);
  pin_->setAccessibleName(tr("Keep this scale"));
  pin_->setToolTip(tr("Keep this scale while paging through layers, answers and samples"));

  auto* layerRow = new QHBoxLayout;
  layerRow->setSpacing(space::kMedium);
  layerRow->addWidget(layerName_);
  layerRow->addWidget(layers_, 1);
  auto* legendRow = new QHBoxLayout;
  legendRow->setSpacing(space::kSmall);
  legendRow->addWidget(legend_, 1);
  legendRow->addWidget(pin_, 0, Qt::AlignTop);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(space::kSmall);
  layout->addLayout(layerRow);
  layout->addWidget(shares_);
  layout->addWidget(verdict_);
  layout->addLayout(legendRow);
  layout->addWidget(problem_);

  connect(layers_, &QSlider::valueChanged, this, [this](int index) {
    layer_ = candidate_->candidate.attention[static_cast<std::size_t>(index)].layer;
    showLayer();
  });
  connect(pin_, &QToolButton::toggled, this, [this] {
    updateScale();
    Q_EMIT mapsChanged();
  });
}

void AttentionPanel::setCandidate(const curation::ShownCandidate* candidate, int targetIndex) {
  candidate_.reset();
  if (candidate) candidate_ = *candidate;
  target_ = targetIndex;
  chance_.clear();
  set_ = {};
  const QSignalBlocker quiet(layers_);
  const int count = candidate_ ? static_cast<int>(candidate_->candidate.attention.size()) : 0;
  layers_->setRange(0, qMax(0, count - 1));
  layers_->setEnabled(count > 1);
  int chosen = count / 2;  // the middle, as the paper's layer 16 of 32
  for (int i = 0; i < count; ++i) {
    if (candidate_->candidate.attention[static_cast<std::size_t>(i)].layer == layer_) chosen = i;
  }
  layers_->setValue(chosen);
  problem_->hide();
  showLayer();
}

void AttentionPanel::setAttention(const curation::ShownAttention& attention) {
  set_ = HeatmapSet(attention.maps);
  chance_ = attention.chance;
  setOrHide(problem_, QString::fromStdString(attention.problem));
  showLayer();
}

void AttentionPanel::stepLayer(int layers) { layers_->setValue(layers_->value() + layers); }

const LayerAttention* AttentionPanel::layerAttention() const {
  if (!candidate_) return nullptr;
  const auto& all = candidate_->candidate.attention;
  const auto index = static_cast<std::size_t>(layers_->value());
  return index < all.size() ? &all[index] : nullptr;
}

void AttentionPanel::showLayer() {
  const LayerAttention* layer = layerAttention();
  setVisible(layer != nullptr);
  maps_.clear();
  if (layer) {
    layerName_->setText(
        tr("Layer %1 of 0–%2").arg(layer->layer).arg(candidate_->candidate.attention.back().layer));
    std::optional<double> threshold;
    if (candidate_->pair && candidate_->pair->threshold > 0) {
      threshold = candidate_->pair->threshold;
    }
    shares_->setShares(QVector<double>(layer->shares.begin(), layer->shares.end()),
                       layer->elsewhere, target_, threshold);
    verdict_->setText(verdict(*layer));
    maps_ = set_.ofLayer(layer->layer);
  }
  updateScale();
  Q_EMIT mapsChanged();
}

void AttentionPanel::updateScale() {
  if (!pin_->isChecked() && !maps_.isEmpty()) scale_ = sharedScale(maps_);
  legend_->setScale(scale_);
  legend_->setVisible(!maps_.isEmpty());
  pin_->setVisible(!maps_.isEmpty());
}

QString AttentionPanel::verdict(const LayerAttention& layer) const {
  const auto target = static_cast<std::size_t>(target_);
  if (target >= layer.shares.size()) return {};
  QString words;
  if (layer.shares.size() == 1) {
    words =
        tr("%1 of its attention to the picture lay on the image.").arg(percent(layer.shares[0]));
  } else {
    words = tr("%1 on image %2, the target").arg(percent(layer.shares[target])).arg(target_ + 1);
    if (target < chance_.size())
      words += tr("; chance would give %1").arg(percent(chance_[target]));
    words += QLatin1Char('.');
  }
  if (candidate_->pair)
    words += QLatin1Char('\n') + QString::fromStdString(candidate_->pair->reason);
  return words;
}

}  // namespace mia::ui
