// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QVector>
#include <memory>
#include <optional>

#include "ui/plots/custom_plot.h"
#include "ui/plots/plot_panel.h"

namespace mia::ui {

class CurvePlottable;
struct Tokens;

/// Panels over one common axis: zoom, pan and the crosshair go through all of them. Wheel zooms
/// about the pointer (with Ctrl the values), drag pans, Shift and drag zooms into a box, a double
/// click fits; a click chooses a place. A click on a curve's name hides it, one on a panel's title
/// shows that panel alone. By keys: arrows move the crosshair, Return chooses, +, - and 0 zoom.
class PlotBoard : public QCustomPlot {
  Q_OBJECT

 public:
  explicit PlotBoard(QWidget* parent = nullptr);
  ~PlotBoard() override;

  /// Keeps what is zoomed and hidden when the panels are those of before.
  void setPanels(const QVector<PlotPanel>& panels);
  const QVector<PlotPanel>& panels() const { return panels_; }
  /// The series have changed or grown: fits again unless a person zoomed.
  void refresh();
  void setPlaceUnit(PlotUnit unit, const QString& name);
  void setLogPlaces(bool on);
  void setLogValues(bool on);
  void setMarks(const QVector<PlotMark>& marks);
  void setHidden(const QSet<QString>& keys);
  const QSet<QString>& hidden() const { return hidden_; }
  void setMaximized(int panel);  ///< -1: all of them
  int maximized() const { return maximized_; }

  void fit();
  void zoom(double factor);
  bool isFitted() const { return fitted_; }
  QCPRange places() const { return places_; }
  void setPlaces(const QCPRange& places);

  void setCrosshair(std::optional<double> place);
  std::optional<double> crosshair() const { return crosshair_; }
  /// What every curve is at the crosshair, for people.
  QString crosshairWords() const;

  /// Writes what is shown as .png, .svg or .pdf, in the light theme. Error kIo.
  void saveFigure(const QString& file);

 Q_SIGNALS:
  void crosshairMoved();
  /// A place was clicked, or Return was pressed at the crosshair.
  void placeChosen(double place);
  void hiddenChanged();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  struct View {
    QCPAxisRect* rect = nullptr;
    QCPAxis* x = nullptr;
    QCPAxis* y = nullptr;
    QVector<CurvePlottable*> curves;
    bool zoomed = false;  ///< its values, by a person
  };
  struct Name {
    QRectF place;
    int panel = 0;
    int curve = 0;
    bool hidden = false;
  };

  void build();
  void arrange();
  void style(bool dark);
  void styleAxis(QCPAxis* axis, const Tokens& tokens, bool log, PlotUnit unit, int ticks);
  void showCurves();
  void fitPlaces();
  void fitValues();
  void fitValuesOf(int panel);
  void applyPlaces();
  bool isVisible(const PlotCurve& curve) const { return !hidden_.contains(curve.key); }
  bool isShown(int panel) const { return maximized_ < 0 || maximized_ == panel; }
  int panelAt(const QPointF& position, bool withTitle = false) const;
  double placeAt(int panel, double pixel) const;
  void stepCrosshair(int values);
  /// The place of a value near `place`, on the curve with the most values.
  double snapped(double place) const;
  const PlotSeries* longest() const;
  void zoomAbout(double place, double factor);
  void zoomInto(int panel, const QRectF& box);
  void chooseName(const Name& name);

  QVector<Name> names() const;
  void paintOver(QPainter& painter, bool dark, bool live);
  void paintTitle(QPainter& painter, int panel, const Tokens& tokens, bool dark, bool live);
  void paintNames(QPainter& painter, const Tokens& tokens, bool dark);
  void paintMarks(QPainter& painter, int panel, const Tokens& tokens);
  void paintCrosshair(QPainter& painter, int panel, const Tokens& tokens, bool dark);

  QVector<PlotPanel> panels_;
  QVector<View> views_;
  QVector<PlotMark> marks_;
  QSet<QString> hidden_;
  PlotUnit placeUnit_ = PlotUnit::kSteps;
  QString placeName_;
  QCPRange places_{0, 1};
  QCPRange allPlaces_{0, 1};
  std::optional<double> crosshair_;
  bool logPlaces_ = false;
  bool logValues_ = false;
  bool fitted_ = true;
  int maximized_ = -1;
  int columns_ = 0;
  int dragged_ = -1;  ///< the panel under the drag
  QPointF pressed_;
  QCPRange pressedPlaces_;
  QCPRange pressedValues_;
  QRectF box_;
  bool moved_ = false;
};

}  // namespace mia::ui
