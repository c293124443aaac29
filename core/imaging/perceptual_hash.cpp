// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/perceptual_hash.h"

#include <opencv2/imgproc.hpp>

#include "imaging/mat.h"

namespace mia::imaging {

std::uint64_t perceptualHash(const Picture& picture) {
  constexpr int kSide = 32, kKept = 8;
  constexpr double kFlat = 1.0;  // in 255ths: less is rounding, not a picture
  cv::Mat grey, small, frequencies;
  cv::cvtColor(asMat(picture), grey, cv::COLOR_RGB2GRAY);
  cv::resize(grey, small, {kSide, kSide}, 0, 0, cv::INTER_AREA);
  double least = 0, most = 0;
  cv::minMaxLoc(small, &least, &most);
  if (most - least <= kFlat) return 0;
  small.convertTo(small, CV_32F);
  cv::dct(small, frequencies);
  cv::Mat low = frequencies({0, 0, kKept, kKept}).clone();
  low.at<float>(0, 0) = 0;  // how bright it is all over
  const auto mean = static_cast<float>(cv::mean(low)[0]);
  std::uint64_t bits = 0;
  for (int i = 0; i < kKept * kKept; ++i) {
    if (low.at<float>(i / kKept, i % kKept) > mean) bits |= std::uint64_t{1} << i;
  }
  return bits;
}

}  // namespace mia::imaging
