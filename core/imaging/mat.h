// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include "imaging/picture.h"

namespace mia::imaging {

/// The picture's own pixels as an OpenCV matrix (CV_8UC3, RGB order): drawing on it draws on the
/// picture, which must outlive it.
inline cv::Mat asMat(Picture& picture) {
  return cv::Mat(picture.height, picture.width, CV_8UC3, picture.rgb.data());
}

/// The same to read from. OpenCV has no read-only matrix; writing to it is a mistake.
inline cv::Mat asMat(const Picture& picture) {
  return cv::Mat(picture.height, picture.width, CV_8UC3,
                 const_cast<std::uint8_t*>(picture.rgb.data()));
}

/// A copy of a CV_8UC3 matrix in RGB order.
inline Picture fromMat(const cv::Mat& rgb) {
  Picture picture(rgb.cols, rgb.rows);
  rgb.copyTo(asMat(picture));
  return picture;
}

}  // namespace mia::imaging
