// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/view_transform.h"

#include <cstdint>

namespace mia::layout {
namespace {

int floorHalf(int value) { return value >= 0 ? value / 2 : -((1 - value) / 2); }

Size shortestEdgeSize(Size size, int edge) {
  const int shorter = std::min(size.width, size.height);
  const int longer = std::max(size.width, size.height);
  const int scaled = static_cast<int>(static_cast<std::int64_t>(edge) * longer / shorter);
  return size.width <= size.height ? Size{edge, scaled} : Size{scaled, edge};
}

}  // namespace

Rect ViewTransform::toModel(const Rect& onCanvas) const {
  const double x = double(resized.width) / padded.width;
  const double y = double(resized.height) / padded.height;
  return {(onCanvas.left + padLeft) * x - cropLeft, (onCanvas.top + padTop) * y - cropTop,
          (onCanvas.right + padLeft) * x - cropLeft, (onCanvas.bottom + padTop) * y - cropTop};
}

Rect ViewTransform::toCanvas(const Rect& onModel) const {
  const double x = double(padded.width) / resized.width;
  const double y = double(padded.height) / resized.height;
  return {(onModel.left + cropLeft) * x - padLeft, (onModel.top + cropTop) * y - padTop,
          (onModel.right + cropLeft) * x - padLeft, (onModel.bottom + cropTop) * y - padTop};
}

ViewTransform viewOf(const ViewSpec& spec, Size canvas) {
  ViewTransform view;
  view.canvas = canvas;
  view.padded = canvas;
  if (spec.padToSquare) {
    const int side = std::max(canvas.width, canvas.height);
    view.padded = {side, side};
    view.padLeft = (side - canvas.width) / 2;
    view.padTop = (side - canvas.height) / 2;
  }
  view.resized = view.padded;
  if (spec.resizeTo) view.resized = *spec.resizeTo;
  if (spec.shortestEdge) view.resized = shortestEdgeSize(view.padded, *spec.shortestEdge);
  view.output = view.resized;
  if (spec.centreCrop) {
    view.output = *spec.centreCrop;
    view.cropLeft = floorHalf(view.resized.width - view.output.width);
    view.cropTop = floorHalf(view.resized.height - view.output.height);
  }
  return view;
}

}  // namespace mia::layout
