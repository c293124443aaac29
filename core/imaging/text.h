// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "imaging/picture.h"

namespace mia::imaging {

enum class Weight { kRegular, kBold };

/// How a text is drawn: with OpenCV's built-in stroke letters, smoothed.
struct TextStyle {
  double height = 14;  ///< px of a capital letter
  Colour colour{24, 24, 27};
  Weight weight = Weight::kRegular;
};

/// Whether every character has a letter: printable ASCII.
bool canDraw(std::string_view text);

/// Width of the drawn text, px.
double textWidth(const std::string& text, const TextStyle& style);

/// Draws one line whose capitals stand on `baseline`, beginning at `left`; characters without a
/// letter are drawn as '?'. Clipped to the picture.
void drawText(Picture& picture, const std::string& text, double left, double baseline,
              const TextStyle& style);

/// Breaks a text into lines that fit into `width` px: at spaces, and within words that are longer.
/// At most `maxLines` lines; the last then ends in "...".
std::vector<std::string> wrapText(const std::string& text, double width, const TextStyle& style,
                                  int maxLines);

}  // namespace mia::imaging
