// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPainter>

#include "ui/theme/tokens.h"
#include "ui/widgets/heatmap.h"
#include "ui/widgets/picture_canvas.h"
#include "ui/widgets/token_strip.h"

namespace mia::ui {

/// One panel of a figure: the pictures under one look's maps, and the words beneath.
struct FigurePanel {
  QString title;  ///< "" for none
  QVector<Heatmap> maps;
  HeatLook look;
  QVector<ShownToken> tokens;
  int token = -1;  ///< the one that the maps are of; -1: all
  QString verdict;
};

/// What is on the page as a picture that stands on its own: for a paper, a slide, a message. A
/// value, so that any thread can paint it.
struct Figure {
  QString question;
  QString caption;
  QVector<CanvasPicture> pictures;
  QVector<FigurePanel> panels;
  bool heatmap = true;
  Tokens colours;
  QFont font;
};

/// The size that a figure needs, px; its panels stand side by side.
QSize figureSize(const Figure& figure);
void paintFigure(QPainter& painter, const Figure& figure);

/// The figure as pixels, `ratio` of them per px.
QImage figureImage(const Figure& figure, double ratio);
/// Writes it as SVG or, by the file's name, PNG; "" or why it cannot.
QString writeFigure(const Figure& figure, const QString& file);

}  // namespace mia::ui
