// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/sheet.h"

#include <algorithm>
#include <cmath>

#include "imaging/draw.h"
#include "imaging/palette.h"
#include "imaging/resize.h"
#include "imaging/text.h"

namespace mia::imaging {
namespace {

constexpr int kWidth = 1400, kMargin = 24, kPad = 16, kTextColumn = 300, kGap = 8;
constexpr int kHighestStrip = 240, kBar = 28;
constexpr int kAroundStrip = 20 + 14 + kBar + 60;  // the model's name, gaps, the bar, the answer
const TextStyle kHeading{15, kInk, Weight::kBold};
const TextStyle kCaption{8, kDimInk, Weight::kRegular};
const TextStyle kBody{9.5, kInk, Weight::kRegular};
const TextStyle kStrong{9.5, kInk, Weight::kBold};

// Draws wrapped lines and returns the baseline of the next.
double drawBlock(Picture& sheet, const std::string& text, double left, double baseline,
                 double width, const TextStyle& style, int maxLines) {
  for (const std::string& line : wrapText(text, width, style, maxLines)) {
    drawText(sheet, line, left, baseline, style);
    baseline += style.height * 1.9;
  }
  return baseline;
}

Picture fitted(const Picture& picture, int width, int height) {
  const double scale = std::min(double(width) / picture.width, double(height) / picture.height);
  const auto side = [&](int px) { return std::max(1, static_cast<int>(px * scale)); };
  return resize(picture, side(picture.width), side(picture.height), layout::Filter::kBicubic);
}

int columnWidth(const SheetSample& sample) {
  const int count = std::max(1, static_cast<int>(sample.answers.size()));
  const int space = kWidth - 2 * kMargin - 2 * kPad - kTextColumn;
  return (space - (count - 1) * 2 * kPad) / count;
}

// So high that all pictures of each answer fit into one row.
int stripHeight(const SheetSample& sample) {
  double height = kHighestStrip;
  for (const SheetAnswer& answer : sample.answers) {
    double aspects = 0;
    for (const Picture& p : answer.pictures) aspects += double(p.width) / p.height;
    const int gaps = kGap * (static_cast<int>(answer.pictures.size()) - 1);
    if (aspects > 0) height = std::min(height, (columnWidth(sample) - gaps) / aspects);
  }
  return static_cast<int>(height);
}

int cardHeight(const SheetSample& sample) {
  return std::max(2 * kPad + kAroundStrip + stripHeight(sample), 220);
}

void drawStrip(Picture& sheet, const SheetAnswer& answer, int target, int left, int top,
               int height) {
  const bool several = answer.pictures.size() > 1;
  int x = left;
  for (std::size_t i = 0; i < answer.pictures.size(); ++i) {
    const Picture small = fitted(answer.pictures[i], kWidth, several ? height - 6 : height);
    paste(sheet, small, x, top);
    const int region = static_cast<int>(i);
    if (several) {
      fillRect(sheet, {x, top + small.height + 2, small.width, 4}, seriesColour(region));
    }
    if (several && region == target) {
      drawFrame(sheet, {x - 3, top - 3, small.width + 6, small.height + 11}, kInk, 2);
    }
    x += small.width + kGap;
  }
}

void drawAnswer(Picture& sheet, const SheetSample& sample, const SheetAnswer& answer, int left,
                int top) {
  const int width = columnWidth(sample);
  const int strip = stripHeight(sample);
  drawText(sheet, answer.model, left, top + 10, kCaption);
  drawStrip(sheet, answer, sample.target, left, top + 20, strip);
  const int bar = top + 20 + strip + 14;
  if (!answer.shares.empty()) drawShareBar(sheet, {left, bar, width, kBar}, answer, sample.target);
  const int line = bar + kBar + 24;
  drawVerdict(sheet, {double(left), line - 11.0}, 12, answer.right);
  const TextStyle style{kStrong.height, answer.right ? kGood : kBad, Weight::kBold};
  const double next = drawBlock(sheet, answer.text, left + 20, line, width - 20, style, 1);
  drawBlock(sheet, answer.verdict, left + 20, next, width - 20, kCaption, 1);
}

void drawSample(Picture& sheet, const SheetSample& sample, int top) {
  const int height = cardHeight(sample);
  fillRound(sheet, {kMargin, top, kWidth - 2 * kMargin, height}, 8, kRule);
  fillRound(sheet, {kMargin + 1, top + 1, kWidth - 2 * kMargin - 2, height - 2}, 7, kPanel);
  const int left = kMargin + kPad;
  double line = top + kPad + 10;
  drawText(sheet, sample.title, left, line, kCaption);
  line = drawBlock(sheet, sample.question, left, line + 28, kTextColumn - kPad, kBody, 5);
  drawText(sheet, "expected", left, line + 14, kCaption);
  drawBlock(sheet, sample.truth, left, line + 34, kTextColumn - kPad, kStrong, 3);
  int x = left + kTextColumn;
  for (const SheetAnswer& answer : sample.answers) {
    drawAnswer(sheet, sample, answer, x, top + kPad);
    x += columnWidth(sample) + 2 * kPad;
  }
}

void drawSegmentText(Picture& picture, const layout::PixelRect& box, const std::string& text) {
  const TextStyle style{8, kPanel, Weight::kBold};
  const double width = textWidth(text, style);
  if (width + 8 > box.width) return;
  drawText(picture, text, box.left + (box.width - width) / 2, box.top + (box.height + 8) / 2.0,
           style);
}

}  // namespace

void drawShareBar(Picture& picture, const layout::PixelRect& box, const SheetAnswer& answer,
                  int target) {
  const auto place = [&](double share) {
    return box.left + static_cast<int>(std::lround(share * box.width));
  };
  constexpr int kGauge = 5;
  const layout::PixelRect bar{box.left, box.top, box.width, box.height - kGauge - 5};
  const layout::PixelRect gauge{box.left, box.top + box.height - kGauge, box.width, kGauge};
  hatch(picture, bar, mixed(kPaper, kDimInk, 0.45));
  fillRect(picture, gauge, kRule);
  double from = 0;
  for (std::size_t region = 0; region < answer.shares.size(); ++region) {
    const double share = answer.shares[region];
    const layout::PixelRect segment{place(from), bar.top, place(from + share) - place(from),
                                    bar.height};
    const bool isTarget = static_cast<int>(region) == target;
    const Colour colour = seriesColour(static_cast<int>(region));
    fillRect(picture, segment, isTarget ? colour : mixed(colour, kPanel, 0.35));
    drawSegmentText(
        picture, segment,
        std::to_string(region + 1) + ": " + std::to_string(std::lround(share * 100)) + " %");
    if (isTarget) {
      drawFrame(picture, {segment.left - 1, segment.top - 2, segment.width + 2, segment.height + 4},
                kInk, 2);
      fillRect(picture, {gauge.left, gauge.top, place(share) - gauge.left, kGauge}, colour);
    }
    from += share;
  }
  if (answer.threshold > 0) {
    fillRect(picture, {place(answer.threshold) - 1, gauge.top - 3, 2, kGauge + 6}, kInk);
  }
}

Picture drawSheet(const std::string& title, const std::vector<SheetSample>& samples,
                  const HeatScale& scale) {
  constexpr int kHead = 64;
  int height = kHead + kMargin - kPad;
  for (const SheetSample& sample : samples) height += cardHeight(sample) + kPad;
  Picture sheet(kWidth, height, kPaper);
  drawText(sheet, title, kMargin, 42, kHeading);
  const Picture legend = heatLegend(scale, 330, kPaper);
  paste(sheet, legend, kWidth - kMargin - legend.width, 26);
  int top = kHead;
  for (const SheetSample& sample : samples) {
    drawSample(sheet, sample, top);
    top += cardHeight(sample) + kPad;
  }
  return sheet;
}

}  // namespace mia::imaging
