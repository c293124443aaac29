// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPair>
#include <QString>
#include <QVector>
#include <memory>
#include <optional>

#include "ui/plots/plot_series.h"
#include "ui/plots/plot_words.h"

namespace mia::ui {

/// One line of a panel.
struct PlotCurve {
  QString key;   ///< by which it is hidden and marked
  QString name;  ///< for people, at its end
  int colour = 0;
  Qt::PenStyle style = Qt::SolidLine;
  bool dots = false;  ///< a dot at every value
  std::shared_ptr<PlotSeries> series;
};

/// Curves on one pair of axes.
struct PlotPanel {
  QString title;
  PlotUnit unit = PlotUnit::kNumber;
  bool canBeLog = false;                        ///< nothing in it is negative
  std::optional<QPair<double, double>> bounds;  ///< shown whatever the values
  QVector<PlotCurve> curves;
};

/// Something to point out on a curve.
struct PlotMark {
  QString key;  ///< of the curve
  double place = 0;
  QString words;
};

}  // namespace mia::ui
