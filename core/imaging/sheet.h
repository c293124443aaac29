// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "imaging/heatmap.h"
#include "imaging/picture.h"

namespace mia::imaging {

/// What one model answered to a sample, and where it looked.
struct SheetAnswer {
  std::string model;  ///< "before", "after"
  std::string text;
  bool right = false;
  std::vector<Picture> pictures;  ///< what the model was given, under its heatmap
  std::vector<double> shares;     ///< of attention, per region
  double elsewhere = 0;           ///< on padding, margins and labels
  double threshold = 0;           ///< under it the target counts as not looked at; 0: none
  std::string verdict;            ///< "31 % on image 3, below 60 %: looked elsewhere"
};

/// One sample with the answers of one or more models.
struct SheetSample {
  std::string title;  ///< "sample 12, sequence of 3"
  std::string question;
  std::string truth;
  int target = 0;  ///< region that the question is about
  std::vector<SheetAnswer> answers;
};

/// A sheet of samples for a report, one below the other, with the legend of the common scale.
Picture drawSheet(const std::string& title, const std::vector<SheetSample>& samples,
                  const HeatScale& scale);

/// One segment per region in seriesColour(), what is elsewhere hatched, the target outlined;
/// beneath it a gauge from 0 to 100 % with the target's share alone and a tick at the threshold.
void drawShareBar(Picture& picture, const layout::PixelRect& box, const SheetAnswer& answer,
                  int target);

}  // namespace mia::imaging
