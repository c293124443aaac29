// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/picture_scene.h"

namespace mia::ui {

/// Pictures with their heat as a fitted canvas paints them, ready to be put on the screen as they
/// are.
struct PaintedScene {
  SceneFrame frame;
  HeatLook look;
  QVector<Heatmap> maps;
  QVector<QImage> images;  ///< one per picture; null where there are no pixels
};
/// On any thread.
PaintedScene paintScene(const QVector<CanvasPicture>& pictures, const QVector<Heatmap>& maps,
                        const HeatLook& look, const SceneFrame& frame);

}  // namespace mia::ui
