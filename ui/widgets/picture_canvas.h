// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QVector>
#include <QWidget>

#include "ui/widgets/heatmap.h"

namespace mia::ui {

/// A rectangle of a picture with its name; px of the picture.
struct CanvasRegion {
  QRectF rect;
  QString label;
  bool isTarget = false;
};

/// A picture as the canvas shows it.
struct CanvasPicture {
  QVector<QImage> levels;  ///< its pixels, then halved again and again: drawn fast at any zoom
  QVector<CanvasRegion> regions;
  QString title;    ///< written above it; "" for none
  QString problem;  ///< shown on it when it could not be drawn whole
  bool isTarget = false;
  QSize size() const { return levels.isEmpty() ? QSize() : levels.first().size(); }
};

/// The image and its halves, for CanvasPicture::levels; slow for large ones, any thread.
QVector<QImage> halvedLevels(const QImage& image);

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
  void setHeatmaps(QVector<Heatmap> maps, double scale, bool smooth);
  void setRegionsShown(bool shown);
  bool hasHeatmaps() const { return !overlays_.isEmpty(); }

  void fit();
  void oneToOne();
  void zoomBy(double factor);
  /// Device px per picture px of the tallest picture.
  double zoom() const;
  bool isFitted() const { return fitted_; }

  QSize sizeHint() const override { return {480, 360}; }

 Q_SIGNALS:
  void zoomChanged();
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
  struct Arrangement {
    double scale = 0;        ///< logical px per scene px when fitted
    QVector<QRectF> places;  ///< of the pictures, scene px
    QSizeF size;             ///< of the scene
  };
  Arrangement arranged(int columns) const;
  void arrange();
  void zoomAt(const QPointF& anchor, double scale);
  void keepInSight();
  QRectF toView(const QRectF& scene) const;
  double pictureScale(int picture) const;
  void paintOne(QPainter& painter, int picture) const;
  void paintHeat(QPainter& painter, int picture, const QRectF& place) const;
  void paintRegions(QPainter& painter, int picture, const QRectF& place) const;
  void paintTitle(QPainter& painter, int picture, const QRectF& place) const;
  QString heatToolTip(const QPoint& at) const;

  QVector<CanvasPicture> pictures_;
  QVector<Heatmap> maps_;
  QVector<QImage> overlays_;
  QString heading_;
  QString advice_;
  Arrangement arrangement_;
  double scale_ = 1;  ///< logical px per scene px
  QPointF offset_;    ///< of the scene's origin, logical px
  QPointF dragFrom_;
  bool dragging_ = false;
  bool fitted_ = true;
  bool regionsShown_ = true;
};

}  // namespace mia::ui
