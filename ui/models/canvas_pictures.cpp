// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/canvas_pictures.h"

#include <QCoreApplication>

#include "ui/models/thumbnail_store.h"

namespace mia::ui {

namespace {

QString words(const char* text) { return QCoreApplication::translate("CanvasPicture", text); }

/// What stands on one picture: the frames of a canvas, or nothing on a photo that is the picture.
CanvasPicture toCanvasPicture(const curation::ShownPicture& shown, const LayoutRecipe& recipe,
                              bool hasTarget) {
  CanvasPicture picture;
  const QImage image = toImage(shown.pixels);
  if (!image.isNull()) picture.levels = halvedLevels(image);
  picture.problem = QString::fromStdString(shown.problem);
  const bool isMarked = hasTarget && recipe.imageCount > 1;
  const bool isOneImage =
      recipe.kind == LayoutKind::kSingle || recipe.kind == LayoutKind::kSequence;
  for (const curation::ShownRegion& region : shown.regions) {
    const bool target = isMarked && region.image == recipe.targetIndex;
    if (recipe.kind == LayoutKind::kSequence) picture.isTarget = target;
    QString label = words(QT_TRANSLATE_NOOP("CanvasPicture", "Image %1")).arg(region.image + 1);
    if (target) label += words(QT_TRANSLATE_NOOP("CanvasPicture", " · target"));
    if (recipe.kind == LayoutKind::kSequence) picture.title = label;
    picture.regions.append({QRectF(region.x, region.y, region.width, region.height),
                            isOneImage ? QString() : label, target, region.image});
  }
  return picture;
}

}  // namespace

QVector<CanvasPicture> drawCanvasPictures(const curation::PictureSource& source, bool hasTarget) {
  QVector<CanvasPicture> pictures;
  for (const curation::ShownPicture& shown : curation::drawPictures(source)) {
    pictures.append(toCanvasPicture(shown, source.recipe, hasTarget));
  }
  return pictures;
}

}  // namespace mia::ui
