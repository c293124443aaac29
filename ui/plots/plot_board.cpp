// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_board.h"

#include <cmath>

#include "ui/plots/curve_plottable.h"
#include "ui/plots/plot_tickers.h"
#include "ui/theme/theme.h"

namespace mia::ui {

namespace {

constexpr int kTitleHeight = 24;
constexpr int kPanelHeight = 132;  ///< the least
constexpr int kThreeColumns = 960;
constexpr int kTwoColumns = 440;
constexpr int kNameWidth = 84;
constexpr double kBoardPadding = 0.06;

/// Widens a range so that curves do not lie on its edges, and so that it is one.
QCPRange padded(const ValueRange& range) {
  const double size = range.high - range.low;
  const double scale = qMax(std::abs(range.high), std::abs(range.low));
  const double padding = size > scale * 1e-9 ? size * kBoardPadding : qMax(scale * 0.1, 1e-9);
  return {range.low - padding, range.high + padding};
}

QCPRange paddedLog(const ValueRange& range) {
  constexpr double kMostDecades = 1e4;  // a learning rate begins at zero
  const double high = qMax(range.high, 1e-12);
  const double low = range.low > 0 ? range.low : high / kMostDecades;
  const double factor = std::pow(qMax(high / low, 1.2), kBoardPadding);
  return {low / factor, high * factor};
}

}  // namespace

PlotBoard::PlotBoard(QWidget* parent) : QCustomPlot(parent) {
  setInteractions(QCP::iNone);
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setPlottingHint(QCP::phImmediateRefresh, false);
  setPlottingHint(QCP::phCacheLabels, true);
  setAccessibleName(tr("Curves"));
  plotLayout()->clear();
  plotLayout()->setRowSpacing(space::kSmall);
  plotLayout()->setColumnSpacing(space::kSmall);
  connect(&Theme::instance(), &Theme::changed, this, [this] {
    style(Theme::instance().isDark());
    replot(rpQueuedReplot);
  });
  style(Theme::instance().isDark());
}

PlotBoard::~PlotBoard() = default;

void PlotBoard::setPanels(const QVector<PlotPanel>& panels) {
  const bool same =
      std::equal(panels.begin(), panels.end(), panels_.begin(), panels_.end(),
                 [](const PlotPanel& a, const PlotPanel& b) { return a.title == b.title; });
  QVector<bool> zoomed;
  QVector<QCPRange> values;
  for (const View& view : std::as_const(views_)) {
    zoomed.append(view.zoomed);
    values.append(view.y->range());
  }
  panels_ = panels;
  if (!same) maximized_ = -1;
  build();
  for (int i = 0; same && i < views_.size(); ++i) {
    views_[i].zoomed = zoomed[i];
    if (zoomed[i]) views_[i].y->setRange(values[i]);
  }
  refresh();
}

void PlotBoard::build() {
  clearPlottables();
  for (const View& view : std::as_const(views_)) {
    if (!view.rect->layout()) delete view.rect;  // another panel is maximized
  }
  plotLayout()->clear();
  views_.clear();
  for (const PlotPanel& panel : std::as_const(panels_)) {
    View view;
    view.rect = new QCPAxisRect(this, false);
    view.x = view.rect->addAxis(QCPAxis::atBottom);
    view.y = view.rect->addAxis(QCPAxis::atLeft);
    view.rect->setAutoMargins(QCP::msLeft | QCP::msBottom);
    view.rect->setMargins(QMargins(0, kTitleHeight, kNameWidth, 0));
    view.rect->setMinimumMargins(QMargins(44, kTitleHeight, kNameWidth, 18));
    for (const PlotCurve& curve : panel.curves) {
      auto* line = new CurvePlottable(view.x, view.y, curve.series);
      line->setStyle(curve.style);
      line->setDots(curve.dots);
      view.curves.append(line);
    }
    views_.append(view);
  }
  columns_ = 0;
  arrange();
  style(Theme::instance().isDark());
  showCurves();
}

/// As many columns as fit; one panel alone when it is maximized.
void PlotBoard::arrange() {
  const int count = static_cast<int>(views_.size());
  const bool alone = maximized_ >= 0;
  const int columns = alone || width() < kTwoColumns ? 1 : width() < kThreeColumns ? 2 : 3;
  const int rows = alone ? 1 : (count + columns - 1) / columns;
  setMinimumHeight(rows * kPanelHeight);
  if (columns == columns_ && !alone) return;
  columns_ = alone ? 0 : columns;
  for (const View& view : std::as_const(views_)) {
    if (view.rect->layout()) plotLayout()->take(view.rect);
  }
  plotLayout()->simplify();
  for (int i = 0, placed = 0; i < count; ++i) {
    views_[i].rect->setVisible(isShown(i));
    if (!isShown(i)) continue;
    plotLayout()->addElement(placed / columns, placed % columns, views_[i].rect);
    ++placed;
  }
}

void PlotBoard::styleAxis(QCPAxis* axis, const Tokens& t, bool log, PlotUnit unit, int ticks) {
  axis->setScaleType(log ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
  axis->setTicker(makeTicker(unit, log, ticks));
  axis->setBasePen(Qt::NoPen);
  axis->setTickPen(Qt::NoPen);
  axis->setSubTickPen(Qt::NoPen);
  axis->setTickLabelColor(t.dim);
  axis->setTickLabelFont(Theme::font(type::kCaption));
  axis->setTickLabelPadding(space::kTiny);
  axis->setNumberFormat(QStringLiteral("g"));  // labels are drawn as they are written
  axis->setPadding(0);
  axis->grid()->setPen(QPen(t.line, 1));
  axis->grid()->setZeroLinePen(QPen(t.edge, 1));
  axis->grid()->setAntialiased(false);
}

void PlotBoard::style(bool dark) {
  const Tokens& t = dark ? darkTokens() : lightTokens();
  setBackground(QBrush(t.panel));
  for (int i = 0; i < views_.size(); ++i) {
    const View& view = views_[i];
    styleAxis(view.x, t, logPlaces_, placeUnit_, 4);
    styleAxis(view.y, t, logValues_ && panels_[i].canBeLog, panels_[i].unit, 4);
    for (int c = 0; c < view.curves.size(); ++c) {
      const QColor colour = plotColour(panels_[i].curves[c].colour, dark);
      view.curves[c]->setColours(colour, mixed(t.panel, colour, 0.32));
    }
  }
}

void PlotBoard::showCurves() {
  for (int i = 0; i < views_.size(); ++i) {
    for (int c = 0; c < views_[i].curves.size(); ++c) {
      views_[i].curves[c]->setVisible(isVisible(panels_[i].curves[c]));
    }
  }
}

void PlotBoard::refresh() {
  fitPlaces();
  fitValues();
  replot(rpQueuedReplot);
}

void PlotBoard::fitPlaces() {
  ValueRange all;
  for (const PlotPanel& panel : std::as_const(panels_)) {
    for (const PlotCurve& curve : panel.curves) {
      if (curve.series->size() == 0) continue;
      all.add(curve.series->places().front());
      all.add(curve.series->places()[curve.series->size() - 1]);
    }
  }
  if (all.isEmpty()) all = {0, 1};
  if (logPlaces_) {
    allPlaces_ = {qMax(all.low, placeUnit_ == PlotUnit::kSeconds ? 0.1 : 1.0), qMax(all.high, 2.0)};
  } else {
    const double padding = qMax((all.high - all.low) * 0.01, 1e-3);
    allPlaces_ = {all.low - padding, all.high + padding};
  }
  if (fitted_) places_ = allPlaces_;
  applyPlaces();
}

void PlotBoard::applyPlaces() {
  for (const View& view : std::as_const(views_)) view.x->setRange(places_);
}

void PlotBoard::fitValues() {
  for (int i = 0; i < views_.size(); ++i) {
    if (!views_[i].zoomed) fitValuesOf(i);
  }
}

void PlotBoard::fitValuesOf(int panel) {
  ValueRange range;
  for (const PlotCurve& curve : panels_[panel].curves) {
    if (!isVisible(curve)) continue;
    const std::size_t from = curve.series->indexAt(places_.lower);
    const std::size_t to = curve.series->indexAt(std::nextafter(places_.upper, INFINITY));
    range.add(curve.series->rawRange(from, to));
  }
  if (range.isEmpty()) range = {0, 1};
  const bool log = logValues_ && panels_[panel].canBeLog;
  if (panels_[panel].bounds && !log) {
    range = {panels_[panel].bounds->first, panels_[panel].bounds->second};
  }
  views_[panel].y->setRange(log ? paddedLog(range) : padded(range));
}

void PlotBoard::setPlaceUnit(PlotUnit unit, const QString& name) {
  if (unit != placeUnit_) {
    fitted_ = true;
    crosshair_.reset();
  }
  placeUnit_ = unit;
  placeName_ = name;
  style(Theme::instance().isDark());
  refresh();
}

void PlotBoard::setLogPlaces(bool on) {
  logPlaces_ = on;
  fitted_ = true;
  style(Theme::instance().isDark());
  refresh();
}

void PlotBoard::setLogValues(bool on) {
  logValues_ = on;
  for (View& view : views_) view.zoomed = false;
  style(Theme::instance().isDark());
  refresh();
}

void PlotBoard::setMarks(const QVector<PlotMark>& marks) {
  marks_ = marks;
  update();
}

void PlotBoard::setHidden(const QSet<QString>& keys) {
  if (keys == hidden_) return;
  hidden_ = keys;
  showCurves();
  refresh();
  Q_EMIT hiddenChanged();
}

void PlotBoard::setMaximized(int panel) {
  if (panel == maximized_ || panel >= panels_.size()) return;
  maximized_ = panel;
  columns_ = 0;
  arrange();
  replot(rpQueuedReplot);
}

void PlotBoard::fit() {
  fitted_ = true;
  for (View& view : views_) view.zoomed = false;
  refresh();
}

void PlotBoard::setPlaces(const QCPRange& wanted) {
  constexpr double kClosest = 1e-6;  // of all places
  QCPRange places = wanted;
  const double all = allPlaces_.size();
  if (!logPlaces_ && places.size() < all * kClosest) return;
  // What lies beyond the data is of no interest.
  if (places.size() >= all) {
    fit();
    return;
  }
  if (places.lower < allPlaces_.lower) places += allPlaces_.lower - places.lower;
  if (places.upper > allPlaces_.upper) places -= places.upper - allPlaces_.upper;
  fitted_ = false;
  places_ = places;
  applyPlaces();
  fitValues();
  replot(rpQueuedReplot);
}

void PlotBoard::zoomAbout(double place, double factor) {
  if (logPlaces_) {
    setPlaces({place * std::pow(places_.lower / place, factor),
               place * std::pow(places_.upper / place, factor)});
  } else {
    setPlaces({place + (places_.lower - place) * factor, place + (places_.upper - place) * factor});
  }
}

void PlotBoard::zoom(double factor) { zoomAbout(crosshair_.value_or(places_.center()), factor); }

const PlotSeries* PlotBoard::longest() const {
  const PlotSeries* longest = nullptr;
  for (const PlotPanel& panel : panels_) {
    for (const PlotCurve& curve : panel.curves) {
      if (!longest || curve.series->size() > longest->size()) longest = curve.series.get();
    }
  }
  return longest && longest->size() > 0 ? longest : nullptr;
}

double PlotBoard::snapped(double place) const {
  const PlotSeries* series = longest();
  if (!series) return place;
  const std::size_t right = qMin(series->indexAt(place), series->size() - 1);
  const std::size_t left = right > 0 ? right - 1 : 0;
  const std::vector<double>& all = series->places();
  return place - all[left] < all[right] - place ? all[left] : all[right];
}

void PlotBoard::setCrosshair(std::optional<double> place) {
  if (place) place = snapped(*place);
  if (place == crosshair_) return;
  crosshair_ = place;
  update();
  Q_EMIT crosshairMoved();
}

void PlotBoard::resizeEvent(QResizeEvent* event) {
  arrange();
  QCustomPlot::resizeEvent(event);
}

QString PlotBoard::crosshairWords() const {
  if (!crosshair_) return {};
  QStringList words{QStringLiteral("%1 %2").arg(placeName_, unitWords(placeUnit_, *crosshair_))};
  for (const PlotPanel& panel : panels_) {
    for (const PlotCurve& curve : panel.curves) {
      const std::size_t at = isVisible(curve) ? curve.series->nearest(*crosshair_) : SIZE_MAX;
      if (at >= curve.series->size()) continue;
      words += QStringLiteral("%1 %2 %3")
                   .arg(panel.title, curve.name, unitWords(panel.unit, curve.series->shown()[at]));
    }
  }
  return words.join(QStringLiteral(", "));
}

}  // namespace mia::ui
