// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/text.h"

#include <cmath>
#include <deque>
#include <opencv2/imgproc.hpp>
#include <tuple>

#include "imaging/mat.h"

namespace mia::imaging {
namespace {

constexpr int kFont = cv::FONT_HERSHEY_SIMPLEX;
constexpr double kCapital = 21.0;  // px of a capital letter of this font at scale 1
constexpr int kOver = 4;           // letters are drawn this much larger, then averaged

int strokeOf(const TextStyle& style) {
  const double share = style.weight == Weight::kBold ? 0.19 : 0.115;
  return std::max(1, static_cast<int>(std::lround(style.height * kOver * share)));
}

double scaleOf(const TextStyle& style) { return style.height * kOver / kCapital; }

std::string drawable(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool continues = (static_cast<unsigned char>(c) & 0xc0) == 0x80;
    if (c >= 0x20 && c < 0x7f)
      out += c;
    else if (!continues)
      out += '?';
  }
  return out;
}

void blend(Picture& picture, const cv::Mat& mask, int left, int top, Colour colour) {
  const int parts[] = {colour.red, colour.green, colour.blue};
  for (int y = std::max(0, -top); y < mask.rows && top + y < picture.height; ++y) {
    for (int x = std::max(0, -left); x < mask.cols && left + x < picture.width; ++x) {
      const int alpha = mask.at<std::uint8_t>(y, x);
      if (alpha == 0) continue;
      std::uint8_t* p = picture.pixel(left + x, top + y);
      for (int c = 0; c < 3; ++c) {
        p[c] = static_cast<std::uint8_t>((p[c] * (255 - alpha) + parts[c] * alpha + 127) / 255);
      }
    }
  }
}

/// A line of text as opacities, and where its origin lies in them, px.
struct Mask {
  cv::Mat alpha;
  int left = 0;
  int top = 0;
};

// `x` and `y`: the origin's place within its pixel, in parts of 1 / kOver.
Mask drawMask(const std::string& text, int x, int y, const TextStyle& style) {
  const int ascent = static_cast<int>(std::ceil(style.height * 1.4));
  const int descent = static_cast<int>(std::ceil(style.height * 0.6));
  const int margin = static_cast<int>(std::ceil(style.height * 0.3));
  const int width = static_cast<int>(std::ceil(textWidth(text, style))) + 2 * margin;
  cv::Mat large((ascent + descent) * kOver, width * kOver, CV_8UC1, cv::Scalar(0));
  const cv::Point start(margin * kOver + x, ascent * kOver + y);
  cv::putText(large, drawable(text), start, kFont, scaleOf(style), cv::Scalar(255), strokeOf(style),
              cv::LINE_AA);
  Mask mask{{}, margin, ascent};
  cv::resize(large, mask.alpha, cv::Size(width, ascent + descent), 0, 0, cv::INTER_AREA);
  return mask;
}

// The last few are kept: a collage's labels are the same on the next one.
Mask maskOf(const std::string& text, int x, int y, const TextStyle& style) {
  using Key = std::tuple<std::string, int, int, double, Weight>;
  constexpr std::size_t kKept = 64;
  thread_local std::deque<std::pair<Key, Mask>> kept;
  const Key key(text, x, y, style.height, style.weight);
  for (const auto& [known, mask] : kept) {
    if (known == key) return mask;
  }
  if (kept.size() == kKept) kept.pop_front();
  kept.emplace_back(key, drawMask(text, x, y, style));
  return kept.back().second;
}

}  // namespace

bool canDraw(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

double textWidth(const std::string& text, const TextStyle& style) {
  int base = 0;
  const auto size = cv::getTextSize(drawable(text), kFont, scaleOf(style), strokeOf(style), &base);
  return double(size.width) / kOver;
}

void drawText(Picture& picture, const std::string& text, double left, double baseline,
              const TextStyle& style) {
  if (text.empty()) return;
  const int x = static_cast<int>(std::floor(left));
  const int y = static_cast<int>(std::floor(baseline));
  const Mask mask = maskOf(text, static_cast<int>((left - x) * kOver),
                           static_cast<int>((baseline - y) * kOver), style);
  blend(picture, mask.alpha, x - mask.left, y - mask.top, style.colour);
}

std::vector<std::string> wrapText(const std::string& text, double width, const TextStyle& style,
                                  int maxLines) {
  std::vector<std::string> lines(1);
  std::size_t at = 0;
  while (at < text.size()) {
    const bool lineBreak = text[at] == '\n';
    std::string& line = lines.back();
    if (lineBreak || textWidth(line + text[at], style) > width) {
      const auto space = line.rfind(' ');
      std::string rest;
      if (!lineBreak && text[at] != ' ' && space != std::string::npos) {
        rest = line.substr(space + 1);
        line.resize(space);
      }
      if (static_cast<int>(lines.size()) == maxLines) {
        while (!line.empty() && textWidth(line + "...", style) > width) line.pop_back();
        line += "...";
        return lines;
      }
      lines.push_back(rest);
      if (lineBreak || text[at] == ' ') {
        ++at;
        continue;
      }
    }
    lines.back() += text[at++];
  }
  return lines;
}

}  // namespace mia::imaging
