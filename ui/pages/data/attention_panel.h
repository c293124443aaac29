// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QSlider>
#include <QToolButton>
#include <QWidget>
#include <optional>

#include "curation/browse.h"
#include "ui/widgets/heat_legend.h"
#include "ui/widgets/heatmap.h"
#include "ui/widgets/share_bar.h"

namespace mia::ui {

/// Where a model looked while it gave one answer: layer, shares per image, verdict in words, and
/// the scale of the maps. It decides which maps the canvas shows.
class AttentionPanel : public QWidget {
  Q_OBJECT

 public:
  explicit AttentionPanel(QWidget* parent = nullptr);

  /// The answer on view, without its maps yet; nullptr: none.
  void setCandidate(const curation::ShownCandidate* candidate, int targetIndex);
  void setAttention(const curation::ShownAttention& attention);

  /// The maps of the chosen layer, one per picture; none where there are none.
  const QVector<Heatmap>& maps() const { return maps_; }
  double scale() const { return scale_; }
  void stepLayer(int layers);

 Q_SIGNALS:
  void mapsChanged();

 private:
  void showLayer();
  const LayerAttention* layerAttention() const;
  QString verdict(const LayerAttention& layer) const;
  void updateScale();

  std::optional<curation::ShownCandidate> candidate_;
  std::vector<double> chance_;
  int target_ = 0;
  HeatmapSet set_;
  QVector<Heatmap> maps_;
  double scale_ = 2;
  int layer_ = -1;  ///< the decoder layer last chosen; kept while paging

  QLabel* layerName_;
  QSlider* layers_;
  ShareBar* shares_;
  QLabel* verdict_;
  HeatLegend* legend_;
  QToolButton* pin_;
  QLabel* problem_;
};

}  // namespace mia::ui
