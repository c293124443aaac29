// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QWidget>
#include <array>

#include "ui/widgets/heat_legend.h"
#include "ui/widgets/picture_canvas.h"

namespace mia::ui {

/// One side of what the board shows: a sample's pictures under one look's maps.
struct BoardSide {
  QString title;  ///< told only where there are several sides
  QVector<Heatmap> maps;
  QString problem;  ///< why there are no maps
};

/// The middle of the page: the pictures with their heatmaps, once, or side by side under one scale
/// and one zoom, and beside them the difference of the two.
class LookBoard : public QWidget {
  Q_OBJECT

 public:
  LookBoard();

  void setPictures(const QVector<CanvasPicture>& pictures);
  void setMessage(const QString& heading, const QString& advice);
  /// One or two sides; of two the difference too, where asked for.
  void setSides(const QVector<BoardSide>& sides, bool difference);
  /// Style, colours and opacity; the scale is the board's own, unless it is pinned.
  void setLook(const HeatLook& look);
  void setPinned(bool pinned);
  /// What the difference is called; "B less A" to begin with.
  void setDifferenceTitle(const QString& title);
  void setHeatmapShown(bool shown);
  void setRegionsShown(bool shown);
  void setMarkedPatch(int picture, int patch);
  void setTextPixels(int pixels);

  double scale() const { return look_.scale; }
  /// What a canvas shows, whether its heatmap is on or not.
  const QString& panelTitle(int index) const {
    return shown_[static_cast<std::size_t>(index)].title;
  }
  const QVector<Heatmap>& panelMaps(int index) const {
    return shown_[static_cast<std::size_t>(index)].maps;
  }
  const HeatLook& panelLook(int index) const {
    return shown_[static_cast<std::size_t>(index)].look;
  }
  bool hasMaps() const;
  int canvasCount() const;
  PictureCanvas& canvas(int index = 0) { return *panels_[static_cast<std::size_t>(index)].canvas; }

  void fit();
  void oneToOne();
  void zoomBy(double factor);

 Q_SIGNALS:
  void stepped(int samples);
  void patchClicked(int picture, int patch);
  void zoomChanged();

 private:
  struct Panel {
    QWidget* box = nullptr;
    QLabel* title = nullptr;
    PictureCanvas* canvas = nullptr;
  };

  struct Shown {
    QString title;
    QVector<Heatmap> maps;
    HeatLook look;
  };

  Panel buildPanel(int index);
  void show();
  void fillPanel(std::size_t index, const Shown& shown, bool on);

  std::array<Panel, 3> panels_;
  std::array<Shown, 3> shown_;
  QLabel* problem_;
  HeatLegend* legend_;
  HeatLegend* differenceLegend_;
  QString differenceTitle_;
  QVector<BoardSide> sides_;
  HeatLook look_;
  bool difference_ = false;
  bool pinned_ = false;
  bool heatmapShown_ = true;
};

}  // namespace mia::ui
