// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imaging/picture.h"
#include "scenes/scene.h"

namespace mia::scenes {

/// Pixels along each side of a drawn scene.
constexpr int kSceneSize = 256;

/// Draws a scene, kSceneSize x kSceneSize. Shapes are signed distance fields, so edges are smooth
/// and the same scene gives the same pixels wherever floating point is IEEE: only + - * / and sqrt
/// decide about them.
imaging::Picture draw(const Scene& scene);

}  // namespace mia::scenes
