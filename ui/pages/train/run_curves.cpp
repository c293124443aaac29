// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/run_curves.h"

#include <QCoreApplication>
#include <algorithm>

namespace mia::ui {

namespace {

/// Translates what stands outside of any class.
struct CurveWords {
  Q_DECLARE_TR_FUNCTIONS(CurveWords)
};

struct Column {
  QString name;   ///< of the series
  QString words;  ///< at the curve's end
  int colour;
  Qt::PenStyle style = Qt::SolidLine;
};

struct PanelPlan {
  QString title;
  PlotUnit unit;
  bool canBeLog;
  QVector<Column> columns;
  bool forOneRun = false;  ///< too much to look at with several
};

bool isHeldOut(const QString& column) { return column.startsWith(QLatin1String("eval_")); }

/// Whether a column is a measurement with noise: a schedule has none, and held-out figures are few.
bool isNoisy(const QString& column) {
  return !isHeldOut(column) && column != QLatin1String("learning_rate") &&
         column != QLatin1String("memory_bytes");
}

/// Held-out figures are dashed with dots, in the colour of what they stand beside.
QVector<Column> besideHeldOut(std::initializer_list<Column> columns) {
  QVector<Column> all(columns);
  for (const Column& column : columns) {
    all.append({QStringLiteral("eval_") + column.name, CurveWords::tr("held-out"), column.colour,
                Qt::DashLine});
  }
  return all;
}

QVector<Column> byLayout(const QString& column) {
  QVector<Column> all;
  const QPair<const char*, QString> layouts[] = {{"single", CurveWords::tr("single")},
                                                 {"sequence", CurveWords::tr("sequence")},
                                                 {"grid", CurveWords::tr("grid")},
                                                 {"pip", CurveWords::tr("pic-in-pic")}};
  for (const auto& [layout, words] : layouts) {
    const QString name = column + QLatin1Char('/') + QLatin1String(layout);
    all.append({name, words, static_cast<int>(all.size())});
  }
  return all;
}

const QVector<PanelPlan>& plans() {
  static const QVector<PanelPlan> all{
      {CurveWords::tr("Loss"), PlotUnit::kNumber, true,
       besideHeldOut({{QStringLiteral("loss"), CurveWords::tr("loss"), 0},
                      {QStringLiteral("nll_loss"), CurveWords::tr("cross-entropy"), 1}})},
      {CurveWords::tr("Rewards"), PlotUnit::kNumber, false,
       besideHeldOut(
           {{QStringLiteral("rewards/chosen"), CurveWords::tr("chosen"), kChosenColour},
            {QStringLiteral("rewards/rejected"), CurveWords::tr("rejected"), kRejectedColour}})},
      {CurveWords::tr("Margin"), PlotUnit::kNumber, false,
       besideHeldOut({{QStringLiteral("rewards/margins"), CurveWords::tr("margin"), 0}})},
      {CurveWords::tr("Accuracy"), PlotUnit::kShare, false,
       besideHeldOut({{QStringLiteral("rewards/accuracies"), CurveWords::tr("pairs"), 0}})},
      {CurveWords::tr("Log-probabilities"), PlotUnit::kNumber, false,
       besideHeldOut(
           {{QStringLiteral("logps/chosen"), CurveWords::tr("chosen"), kChosenColour},
            {QStringLiteral("logps/rejected"), CurveWords::tr("rejected"), kRejectedColour}})},
      {CurveWords::tr("Margin by layout"), PlotUnit::kNumber, false,
       byLayout(QStringLiteral("rewards/margins")), true},
      {CurveWords::tr("Accuracy by layout"), PlotUnit::kShare, false,
       byLayout(QStringLiteral("rewards/accuracies")), true},
      {CurveWords::tr("Gradient norm"),
       PlotUnit::kNumber,
       true,
       {{QStringLiteral("grad_norm"), CurveWords::tr("norm"), 0}}},
      {CurveWords::tr("Learning rate"),
       PlotUnit::kNumber,
       true,
       {{QStringLiteral("learning_rate"), CurveWords::tr("rate"), 0}}},
      {CurveWords::tr("Pairs per second"),
       PlotUnit::kNumber,
       true,
       {{QStringLiteral("pairs_per_second"), CurveWords::tr("pairs/s"), 0}}},
      {CurveWords::tr("Memory"),
       PlotUnit::kBytes,
       true,
       {{QStringLiteral("memory_bytes"), CurveWords::tr("in use"), 0}}}};
  return all;
}

const curation::MetricTable& tableOf(const curation::RunSeries& series, const QString& column) {
  return isHeldOut(column) ? series.heldOut : series.training;
}

const std::vector<double>* columnOf(const RunCurves::Run& run, const QString& column) {
  return run.series ? tableOf(*run.series, column).find(column.toStdString()) : nullptr;
}

}  // namespace

void RunCurves::setSmoothing(double weight) {
  smoothing_ = weight;
  for (auto it = kept_.begin(); it != kept_.end(); ++it) {
    if (isNoisy(it.key().second)) it->series->setSmoothing(weight);
  }
}

void RunCurves::setPlace(PlotPlace place) {
  place_ = place;
  for (Kept& kept : kept_) kept.generation = -1;  // places are another column now
}

const std::vector<double>& RunCurves::placesOf(const curation::MetricTable& table) const {
  switch (place_) {
    case PlotPlace::kPairs: return table.pairs;
    case PlotPlace::kTime: return table.seconds;
    default: return table.step;
  }
}

std::shared_ptr<PlotSeries> RunCurves::seriesOf(const Run& run, const QString& column) {
  Kept& kept = kept_[{run.id, column}];
  const curation::MetricTable& table = tableOf(*run.series, column);
  const bool grown = kept.series && kept.generation == run.series->generation;
  if (!kept.series) {
    kept.series = std::make_shared<PlotSeries>();
    if (isNoisy(column)) kept.series->setSmoothing(smoothing_);
  }
  // The places live as long as the series that they are a part of.
  kept.series->setPlaces(PlotSeries::Places(run.series, &placesOf(table)));
  kept.series->setValues(*columnOf(run, column), grown);
  kept.generation = run.series->generation;
  return kept.series;
}

QVector<PlotPanel> RunCurves::panels(const QVector<Run>& runs) {
  QVector<PlotPanel> panels;
  QVector<QPair<QString, QString>> shown;
  for (const PanelPlan& plan : plans()) {
    if (plan.forOneRun && runs.size() > 1) continue;
    PlotPanel panel{plan.title, plan.unit, plan.canBeLog, {}, {}};
    if (plan.unit == PlotUnit::kShare) panel.bounds = {0, 1};
    for (int r = 0; r < runs.size(); ++r) {
      int order = 0;
      for (const Column& column : plan.columns) {
        const QString& name = column.name;
        if (!columnOf(runs[r], name)) continue;
        PlotCurve curve{name,         column.words,    column.colour,
                        column.style, isHeldOut(name), seriesOf(runs[r], name)};
        if (runs.size() > 1) {
          curve.key = runs[r].id + QLatin1Char(' ') + name;
          curve.name = order == 0 ? runs[r].title : QString();
          curve.colour = r;
          if (order > 0 && column.style == Qt::SolidLine) {
            curve.style = Qt::DotLine;
            panel.title = CurveWords::tr("%1 (dotted: %2)").arg(plan.title, column.words);
          }
        }
        ++order;
        shown.append({runs[r].id, name});
        panel.curves.append(curve);
      }
    }
    if (!panel.curves.isEmpty()) panels.append(panel);
  }
  shown_ = shown;
  kept_.removeIf([&](const Cache::iterator& kept) { return !shown.contains(kept.key()); });
  return panels;
}

bool RunCurves::update(const QVector<Run>& runs) {
  QVector<QPair<QString, QString>> shown;
  for (const PanelPlan& plan : plans()) {
    if (plan.forOneRun && runs.size() > 1) continue;
    for (const Run& run : runs) {
      for (const Column& column : plan.columns) {
        if (columnOf(run, column.name)) shown.append({run.id, column.name});
      }
    }
  }
  if (shown != shown_) return false;
  for (const auto& [id, column] : std::as_const(shown_)) {
    const auto run =
        std::find_if(runs.begin(), runs.end(), [id = id](const Run& r) { return r.id == id; });
    seriesOf(*run, column);
  }
  return true;
}

double RunCurves::placeOf(const curation::RunSeries& series, std::int64_t step) const {
  const auto& steps = series.training.step;
  if (steps.empty()) return 0;
  const auto at = std::lower_bound(steps.begin(), steps.end(), static_cast<double>(step));
  const auto row = std::min<std::ptrdiff_t>(at - steps.begin(), std::ssize(steps) - 1);
  return placesOf(series.training)[static_cast<std::size_t>(row)];
}

std::int64_t RunCurves::stepAt(const curation::RunSeries& series, double place) const {
  const auto& places = placesOf(series.training);
  if (places.empty()) return 0;
  auto at = static_cast<std::size_t>(std::lower_bound(places.begin(), places.end(), place) -
                                     places.begin());
  if (at == places.size() || (at > 0 && place - places[at - 1] < places[at] - place)) --at;
  return static_cast<std::int64_t>(series.training.step[at]);
}

}  // namespace mia::ui
