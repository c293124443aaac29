// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPair>
#include <QVector>

#include "ui/pages/train/run_feed.h"
#include "ui/plots/plot_panel.h"

namespace mia::ui {

/// What the curves stand over.
enum class PlotPlace { kStep, kPairs, kTime };

/// The curves of one run, or of several over one another: which columns share a panel, how they are
/// named and coloured. Keeps what was made of a column while it grows.
class RunCurves {
 public:
  /// A run to draw.
  struct Run {
    QString id;
    QString title;
    RunFeed::Series series;
  };

  void setSmoothing(double weight);
  double smoothing() const { return smoothing_; }
  void setPlace(PlotPlace place);
  PlotPlace place() const { return place_; }

  /// The panels that have anything to show. One run: a colour per column; several: one per run.
  QVector<PlotPanel> panels(const QVector<Run>& runs);
  /// Takes in what the series gained; false when panels() would now give others.
  bool update(const QVector<Run>& runs);
  /// Where a step stands on the present axis; the first row at or behind it.
  double placeOf(const curation::RunSeries& series, std::int64_t step) const;
  /// The step that stands nearest to a place; 0 when there is none.
  std::int64_t stepAt(const curation::RunSeries& series, double place) const;

 private:
  struct Kept {
    std::shared_ptr<PlotSeries> series;
    std::int64_t generation = -1;
  };

  using Cache = QHash<QPair<QString, QString>, Kept>;

  const std::vector<double>& placesOf(const curation::MetricTable& table) const;
  std::shared_ptr<PlotSeries> seriesOf(const Run& run, const QString& column);

  double smoothing_ = 0;
  PlotPlace place_ = PlotPlace::kStep;
  Cache kept_;  ///< by run and column
  QVector<QPair<QString, QString>> shown_;
};

}  // namespace mia::ui
