// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/painted_scene.h"

#include "ui/widgets/kept_photo.h"

namespace mia::ui {

PaintedScene paintScene(const QVector<CanvasPicture>& pictures, const QVector<Heatmap>& maps,
                        const HeatLook& look, const SceneFrame& frame) {
  PaintedScene scene{frame, look, maps, {}};
  const SceneLayout layout = layOutScene(pictures, frame);
  const SceneView view = fittedView(layout, frame);
  const QVector<HeatLayer> layers = heatLayers(maps, look);
  for (int i = 0; i < pictures.size(); ++i) {
    const QRectF place({}, onPixels(view.place(layout.places[i]), frame.ratio).size());
    scene.images.append(QImage());
    if (pictures[i].levels.isEmpty() || place.isEmpty()) continue;
    KeptPhoto photo;
    photo.show(pictures[i], {place, place.toAlignedRect(), frame.ratio, frame.ground});
    if (i >= layers.size() || layers[i].map.isEmpty()) {
      scene.images.last() = photo.image();
      continue;
    }
    QImage image(photo.image().size(), QImage::Format_RGB32);
    image.setDevicePixelRatio(frame.ratio);
    QPainter painter(&image);
    photo.paint(painter, pictures[i], layers[i], look);
    painter.end();
    scene.images.last() = std::move(image);
  }
  return scene;
}

}  // namespace mia::ui
