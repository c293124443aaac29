// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "ui/widgets/kept_photo.h"
#include "ui/widgets/painted_scene.h"

namespace mia::ui {

/// Shows one or several pictures side by side, all under one zoom: wheel and drag, fit, 1:1, with
/// regions outlined and heatmaps on one scale that follow the pictures.
class PictureCanvas : public QWidget {
  Q_OBJECT

 public:
  explicit PictureCanvas(QWidget* parent = nullptr);

  void setPictures(QVector<CanvasPicture> pictures);
  const QVector<CanvasPicture>& pictures() const { return pictures_; }
  /// Shown while there are no pictures.
  void setMessage(const QString& heading, const QString& advice);
  /// One per picture; none hides them.
  void setHeatmaps(QVector<Heatmap> maps, const HeatLook& look);
  const QVector<Heatmap>& heatmaps() const { return maps_; }
  /// These pictures painted beforehand: put on the screen as long as the canvas would paint the
  /// same itself. Until other pictures are set.
  void setPainted(std::shared_ptr<const PaintedScene> painted);
  bool isPaintedBeforehand() const;
  /// What a scene is to be painted for.
  SceneFrame frame() const;
  /// The patch that is outlined: its picture and its index in that picture's map; -1: none.
  void setMarkedPatch(int picture, int patch);
  void setRegionsShown(bool shown);
  bool hasHeatmaps() const { return !maps_.isEmpty(); }
  /// Larger titles and labels, for a talk.
  void setTextPixels(int pixels);

  void fit();
  void oneToOne();
  void zoomBy(double factor);
  /// Shows a rectangle of a picture (px) as large as it fits, whatever the canvas' size becomes.
  void showPart(int picture, const QRectF& part);
  /// Device px per picture px of the tallest picture.
  double zoom() const;
  bool isFitted() const { return fitted_; }
  /// Shows the same part at the same zoom as another canvas of the same pictures.
  void followView(const PictureCanvas& other);
  /// Where a point of a picture (px) stands in the widget.
  QPointF toWidget(int picture, const QPointF& point) const;

  QSize sizeHint() const override { return {480, 360}; }

 Q_SIGNALS:
  void zoomChanged();
  /// The person moved or zoomed the view.
  void viewMoved();
  /// A click, not a drag, on a patch of a picture's map; -1, -1 beside them.
  void patchClicked(int picture, int patch);
  /// Left or right was pressed: the next picture is asked for.
  void stepped(int items);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  void freeView();
  void zoomAt(const QPointF& anchor, double scale);
  void keepInSight();
  QRectF placeOf(int picture) const { return view_.place(layout_.places[picture]); }
  double pictureScale(int picture) const;
  void paintOne(QPainter& painter, int picture, bool painted);
  void paintPixels(QPainter& painter, int picture, const QRectF& place, bool painted);
  void paintMark(QPainter& painter, int picture, const QRectF& place) const;
  QPair<int, int> patchUnder(const QPointF& at) const;
  void paintRegions(QPainter& painter, int picture, const QRectF& place) const;
  void paintTitle(QPainter& painter, int picture, const QRectF& place) const;
  QString heatToolTip(const QPoint& at) const;

  QVector<CanvasPicture> pictures_;
  QVector<Heatmap> maps_;
  std::optional<QVector<HeatLayer>> layers_;  ///< of the maps, once they are needed
  std::vector<KeptPhoto> kept_;               ///< one per picture
  std::shared_ptr<const PaintedScene> painted_;
  HeatLook look_;
  QPair<int, int> marked_{-1, -1};
  QString heading_;
  QString advice_;
  SceneLayout layout_;
  SceneView view_;
  QPointF dragFrom_;
  QPointF pressedAt_;
  int textPixels_ = 11;
  bool dragging_ = false;
  bool fitted_ = true;
  QPair<int, QRectF> part_{-1, {}};  ///< what showPart() keeps in view; -1: nothing
  bool regionsShown_ = true;
};

}  // namespace mia::ui
