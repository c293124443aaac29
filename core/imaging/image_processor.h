// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <filesystem>
#include <vector>

#include "base/json.h"
#include "imaging/picture.h"
#include "layout/canvas.h"
#include "layout/view_transform.h"

namespace mia::imaging {

/// A picture as a model is given it.
struct ModelInput {
  int height = 0;
  int width = 0;
  std::vector<float> values;   ///< [3, height, width], normalised RGB
  layout::ViewTransform view;  ///< the way from the picture's px to these
};

/// A CLIP-style image processor (pad to square, resize, centre crop, rescale, normalise), equal to
/// transformers' Pillow backend of CLIPImageProcessor and LlavaImageProcessor.
class ImageProcessor {
 public:
  /// Reads preprocessor_config.json, else the "image_processor" of processor_config.json. Pads to a
  /// square when a LlavaImageProcessor says do_pad, or when that file or config.json has the
  /// original LLaVA's "image_aspect_ratio": "pad". Error kNotFound, kBadInput or kUnsupported.
  static ImageProcessor load(const std::filesystem::path& modelDir);
  static ImageProcessor fromJson(const Json& json, const std::string& where);

  /// The geometry for a canvas of this size, without pixels.
  layout::ViewTransform view(layout::Size canvas) const;
  ModelInput process(const Picture& picture) const;
  /// What the model sees, before normalisation: 8-bit pixels of the size of its input.
  Picture modelView(const Picture& picture) const;

 private:
  float normalised(int channel, int value) const;

  layout::ViewSpec spec_;
  layout::Filter filter_ = layout::Filter::kBicubic;
  bool rescale_ = true;
  double rescaleFactor_ = 1.0 / 255;
  bool normalise_ = true;
  // CLIP's, as transformers' OPENAI_CLIP_MEAN and OPENAI_CLIP_STD.
  std::array<double, 3> mean_{0.48145466, 0.4578275, 0.40821073};
  std::array<double, 3> deviation_{0.26862954, 0.26130258, 0.27577711};
};

}  // namespace mia::imaging
