// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "layout/geometry.h"

namespace mia::layout {

/// What a model's image processor does to the geometry of a picture, in this order.
struct ViewSpec {
  bool padToSquare = false;         ///< centred on a square of the longer edge
  std::optional<int> shortestEdge;  ///< resize so that the shorter edge has this length
  std::optional<Size> resizeTo;     ///< or resize to exactly this, aspect lost
  std::optional<Size> centreCrop;   ///< cut out, or pad with black, around the centre
};

/// The way from canvas px to model-input px for one canvas: pad, resize, crop.
struct ViewTransform {
  Size canvas;
  int padLeft = 0;  ///< px of canvas
  int padTop = 0;
  Size padded;       ///< canvas with its padding
  Size resized;      ///< the padded canvas as the model's processor resizes it
  int cropLeft = 0;  ///< px of resized; negative when the crop is larger and black is added
  int cropTop = 0;
  Size output;  ///< model input, px

  /// Not clipped: parts that the crop removed lie outside [0, output).
  Rect toModel(const Rect& onCanvas) const;
  /// Not clipped: padding lies outside [0, canvas).
  Rect toCanvas(const Rect& onModel) const;
};

/// Sizes and offsets truncate as in transformers: the longer edge is int(shortest * long / short),
/// padding and crop begin at the floor of half the difference.
ViewTransform viewOf(const ViewSpec& spec, Size canvas);

}  // namespace mia::layout
