// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "curation/pictures.h"
#include "ui/widgets/picture_canvas.h"

namespace mia::ui {

/// The source's pictures as a canvas shows them, with the frames and names of the images on them;
/// slow for large photos, any thread. The recipe's target is marked where there is one.
QVector<CanvasPicture> drawCanvasPictures(const curation::PictureSource& source,
                                          bool hasTarget = true);

}  // namespace mia::ui
