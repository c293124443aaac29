// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "imaging/header.h"
#include "imaging/picture.h"
#include "layout/geometry.h"

namespace mia::imaging {

/// What a file holds, found without decoding where the format allows it.
struct ImageFacts {
  int width = 0;   ///< as a photo viewer shows it, after EXIF rotation
  int height = 0;  ///< the same
  Format format = Format::kOther;
};

/// Reads the header only (some 64 KiB), except for formats whose header is not read by us, which
/// are decoded. Error kNotFound or kIo for the file, kBadInput in words when it is no picture.
ImageFacts probe(const std::filesystem::path& file);

/// Decodes as a photo viewer shows it: EXIF rotation applied, grey and CMYK as RGB, the high byte
/// of 16-bit values, transparency over white, the first frame of an animation, and of a file that
/// breaks off what was there (the missing rest is grey). Colour profiles are not applied.
/// Values are Pillow's; of CMYK they may differ by rounding. Errors as probe().
Picture decode(const std::filesystem::path& file);

/// The same from memory; `where` names the source in messages.
Picture decodeBytes(std::string_view bytes, const std::string& where);

/// A picture decoded at a fraction of its size.
struct ReducedPicture {
  Picture picture;
  layout::Size full;     ///< of the whole picture, px
  layout::Rect covered;  ///< the part of `picture` that shows it: the last px may reach beyond
};

/// Decodes a JPEG at the largest of 1/1, 1/2, 1/4 and 1/8 that leaves `atLeast` px (of the turned
/// picture), several times faster than in full; other formats in full. Resized further, it differs
/// from the full picture by less than 2 of 255 on average. For what is *shown*: thumbnails,
/// previews, sheets. What a model is given is always decoded in full. The memory of `room` is used
/// again: fresh memory takes as long as the arithmetic. Errors as probe().
ReducedPicture decodeAtLeast(const std::filesystem::path& file, layout::Size atLeast,
                             Picture room = {});

/// The same with enough px to fill a box of `edge` x `edge` with aspect kept.
ReducedPicture decodeForEdge(const std::filesystem::path& file, int edge);

/// A small version that fits into `edge` x `edge` px, never larger than the picture; from
/// decodeForEdge().
Picture thumbnail(const std::filesystem::path& file, int edge);

}  // namespace mia::imaging
