// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/encode.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "base/files.h"
#include "imaging/mat.h"

namespace mia::imaging {
namespace {

std::string encode(const Picture& picture, const char* extension, const std::vector<int>& options) {
  cv::Mat bgr;
  cv::cvtColor(asMat(picture), bgr, cv::COLOR_RGB2BGR);
  std::vector<std::uint8_t> bytes;
  if (!cv::imencode(extension, bgr, bytes, options)) {
    throw Error(ErrorKind::kInternal,
                std::string("A picture could not be written as ") + extension);
  }
  return {bytes.begin(), bytes.end()};
}

}  // namespace

std::string encodePng(const Picture& picture) { return encode(picture, ".png", {}); }

std::string encodeJpeg(const Picture& picture, int quality) {
  return encode(picture, ".jpg", {cv::IMWRITE_JPEG_QUALITY, quality});
}

void writePicture(const std::filesystem::path& file, const Picture& picture) {
  const std::string extension = file.extension().string();
  if (extension == ".png") {
    writeFileAtomically(file, encodePng(picture));
  } else if (extension == ".jpg" || extension == ".jpeg") {
    writeFileAtomically(file, encodeJpeg(picture));
  } else {
    throw Error(ErrorKind::kUsage, "Pictures are written as .png or .jpg, not as " + file.string());
  }
}

}  // namespace mia::imaging
