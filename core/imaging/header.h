// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mia::imaging {

enum class Format { kJpeg, kPng, kWebp, kGif, kBmp, kTiff, kOther };

const char* toString(Format format);  ///< "jpeg", "png", ...

/// What the first bytes of a picture file tell, without decoding.
struct Header {
  Format format = Format::kOther;
  int width = 0;        ///< as stored; 0 when the header does not tell
  int height = 0;       ///< as stored
  int orientation = 1;  ///< EXIF, 1..8
  bool animated = false;

  bool known() const { return width > 0 && height > 0; }
  /// Whether a viewer shows the stored rows as columns.
  bool turned() const { return orientation >= 5; }
};

/// Reads what `bytes`, the beginning of a file or all of it, tells.
Header readHeader(std::string_view bytes);

/// What a file that is no picture seems to be, for a message: "it is empty", "it is a text file".
std::string describeForeign(std::string_view bytes);

}  // namespace mia::imaging
