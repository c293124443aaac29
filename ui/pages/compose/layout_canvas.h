// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "ui/pages/compose/preview_loader.h"

namespace mia::ui {

/// The layout that is being designed, drawn large: its inset and cells are dragged and resized with
/// the mouse, nudged with the arrow keys; over it, what a model sees of it.
class LayoutCanvas : public QWidget {
  Q_OBJECT

 public:
  explicit LayoutCanvas(QWidget* parent = nullptr);

  void setPreview(std::shared_ptr<LoadedPreview> preview);
  const std::shared_ptr<LoadedPreview>& preview() const { return preview_; }
  /// What is asked for by now: nudges go on from there, however late the preview comes.
  void setRequest(const curation::ComposeRequest& request) { request_ = request; }
  void setMessage(const QString& heading, const QString& advice);
  void setPatchesShown(bool shown);
  void setOutlinesShown(bool shown);
  /// Where a picture is drawn, logical px; and a rectangle of it, px of the picture.
  QRectF placeOf(int picture) const;
  QRectF toView(int picture, const QRectF& rect) const;
  /// How large pictures are to be drawn, device px: those are then painted as they are.
  curation::PreviewFit wantedFit() const;

  QSize sizeHint() const override { return {640, 480}; }

 Q_SIGNALS:
  /// A drag begins: what it changes is one step of undo.
  void gestureBegun();
  /// Centre of the inset, shares of the background.
  void insetMoved(double x, double y);
  /// The inset's share of the background's sides.
  void insetScaled(double scale);
  /// Size of every cell, px.
  void cellResized(const QSize& size);
  /// The target belongs to this place, 0-based.
  void targetMoved(int place);
  void resized();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  enum class Drag { kNone, kInset, kInsetCorner, kCellCorner, kTarget };
  void arrange();
  layout::Area area() const;
  const LayoutRecipe& recipe() const;
  bool isEditable() const;
  QRectF regionRect(int image) const;
  QRectF cellRect(int image) const;
  QRectF handleOf(const QRectF& box) const;
  Drag dragAt(const QPointF& at) const;
  QPointF toPicture(const QPointF& at) const;
  double snapped(double value, const QVector<double>& stops, double reach,
                 std::optional<double>& guide) const;
  void dragInset(const QPointF& at, bool snap);
  void scaleInset(const QPointF& at, bool snap);
  void resizeCell(const QPointF& at, bool snap);
  int cellAt(const QPointF& at) const;
  bool nudgeInset(QKeyEvent* event);
  bool nudgeGrid(QKeyEvent* event);
  void paintPatches(QPainter& painter, int picture) const;
  void paintOutlines(QPainter& painter, int picture) const;
  void paintHandles(QPainter& painter) const;

  std::shared_ptr<LoadedPreview> preview_;
  curation::ComposeRequest request_;
  QVector<QRectF> places_;
  QString heading_, advice_;
  bool patchesShown_ = false;
  bool outlinesShown_ = true;
  Drag drag_ = Drag::kNone;
  QPointF grabbed_;  ///< from the inset's centre to the pointer, px of the picture
  QPointF pointer_;
  double dragScale_ = 1;                   ///< logical px per px of the picture when the drag began
  std::optional<double> guideX_, guideY_;  ///< lines that a drag snapped to, px of the picture
};

}  // namespace mia::ui
