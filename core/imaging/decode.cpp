// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/decode.h"

#include <cmath>
#include <fstream>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "base/files.h"
#include "imaging/gif.h"
#include "imaging/jpeg.h"
#include "imaging/mat.h"
#include "imaging/resize.h"

namespace mia::imaging {
namespace {

constexpr std::size_t kHeaderBytes = 64 * 1024;

[[noreturn]] void throwUnreadable(const std::string& where, const std::string& why) {
  throw Error(ErrorKind::kBadInput, where + " cannot be read as a picture: " + why);
}

std::string firstBytes(const std::filesystem::path& file) {
  if (!std::filesystem::is_regular_file(file)) {
    throw Error(ErrorKind::kNotFound, "There is no file " + file.string());
  }
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw Error(ErrorKind::kIo, "The file " + file.string() + " cannot be opened");
  std::string bytes(kHeaderBytes, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

cv::Mat asInput(std::string_view bytes) {
  return cv::Mat(1, static_cast<int>(bytes.size()), CV_8UC1, const_cast<char*>(bytes.data()));
}

// The matrix type that OpenCV decodes a PNG into with IMREAD_UNCHANGED.
int pngType(std::string_view bytes) {
  const int depth = bytes[24] == 16 ? CV_16U : CV_8U;
  const int colour = bytes[25];
  const bool transparent = bytes.substr(0, bytes.find("IDAT")).find("tRNS") != bytes.npos;
  if (colour == 0) return CV_MAKETYPE(depth, 1);
  if (colour == 2) return CV_MAKETYPE(depth, 3);
  if (colour == 3) return CV_MAKETYPE(depth, transparent ? 4 : 3);
  return CV_MAKETYPE(depth, 4);
}

std::uint32_t crcOf(std::string_view bytes) {
  std::uint32_t crc = 0xffffffffu;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320u : 0u);
  }
  return ~crc;
}

std::string bigU32(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xff);
  return bytes;
}

std::string pngChunk(const std::string& typeAndData) {
  return bigU32(static_cast<std::uint32_t>(typeAndData.size() - 4)) + typeAndData +
         bigU32(crcOf(typeAndData));
}

std::size_t bigU32At(std::string_view bytes, std::size_t at) {
  std::size_t value = 0;
  for (std::size_t i = at; i < at + 4; ++i)
    value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

// A PNG that breaks off, made to end after what is there: its last chunk is closed.
std::string closedPng(std::string_view bytes) {
  std::size_t at = 8;
  while (at + 12 <= bytes.size()) {
    const std::size_t end = at + 12 + bigU32At(bytes, at);
    if (end > bytes.size()) break;
    at = end;
  }
  std::string closed(bytes.substr(0, at));
  if (at + 8 < bytes.size()) closed += pngChunk(std::string(bytes.substr(at + 4)));
  return closed + pngChunk("IEND");
}

// Of a PNG that breaks off OpenCV returns nothing, but the rows before the break stay in the matrix
// it was given. The rest is grey.
cv::Mat decodeBrokenPng(std::string_view bytes, const Header& header) {
  const int type = pngType(bytes);
  const double grey = CV_MAT_DEPTH(type) == CV_16U ? 128.0 * 256 : 128.0;
  const double opaque = CV_MAT_DEPTH(type) == CV_16U ? 65535.0 : 255.0;
  const cv::Mat held(header.height, header.width, type, cv::Scalar(grey, grey, grey, opaque));
  cv::Mat target = held;
  cv::imdecode(asInput(closedPng(bytes)), cv::IMREAD_UNCHANGED, &target);
  return held;
}

void appendU24(std::string& out, std::uint32_t value) {
  for (int shift = 0; shift < 24; shift += 8) out += static_cast<char>(value >> shift & 0xff);
}

void appendU32(std::string& out, std::uint32_t value) {
  appendU24(out, value);
  out += static_cast<char>(value >> 24 & 0xff);
}

std::uint32_t littleU24(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return std::uint32_t{static_cast<unsigned char>(bytes[i])};
  };
  return byte(at) | byte(at + 1) << 8 | byte(at + 2) << 16;
}

/// The first frame of an animated WebP as a file of its own, and where it lies on the canvas.
struct WebpFrame {
  std::string file;
  int left = 0;
  int top = 0;
};

// Layout of the ANMF chunk: the WebP container specification, "Animation".
WebpFrame firstWebpFrame(std::string_view bytes) {
  constexpr std::size_t kFrameHeader = 16;
  const auto chunk = bytes.find("ANMF");
  if (chunk == bytes.npos || chunk + 8 + kFrameHeader > bytes.size()) return {};
  const std::size_t length = littleU24(bytes, chunk + 4);
  const std::string_view body = bytes.substr(chunk + 8, length);
  const std::string_view data = body.substr(std::min(body.size(), kFrameHeader));
  std::string file = "WEBPVP8X";
  appendU32(file, 10);
  appendU32(file, data.substr(0, 4) == "ALPH" ? 0x10 : 0);
  file.append(body.substr(6, 6));
  file.append(data);
  std::string riff = "RIFF";
  appendU32(riff, static_cast<std::uint32_t>(file.size()));
  return {riff + file, static_cast<int>(2 * littleU24(body, 0)),
          static_cast<int>(2 * littleU24(body, 3))};
}

// Pillow's alpha_composite over opaque white.
std::uint8_t overWhite(std::uint32_t value, std::uint32_t alpha) {
  const std::uint32_t sum = (value * alpha + 255 * (255 - alpha)) * 128 + (0x80u << 7);
  return static_cast<std::uint8_t>((((sum >> 8) + sum) >> 8) >> 7);
}

cv::Mat flatten(const cv::Mat& bgra) {
  cv::Mat rgb(bgra.size(), CV_8UC3);
  for (int y = 0; y < bgra.rows; ++y) {
    const std::uint8_t* from = bgra.ptr(y);
    std::uint8_t* to = rgb.ptr(y);
    for (int x = 0; x < bgra.cols; ++x, from += 4, to += 3) {
      for (int c = 0; c < 3; ++c) to[c] = overWhite(from[2 - c], from[3]);
    }
  }
  return rgb;
}

cv::Mat highBytes(const cv::Mat& wide) {
  cv::Mat narrow(wide.size(), CV_MAKETYPE(CV_8U, wide.channels()));
  for (int y = 0; y < wide.rows; ++y) {
    const auto* from = wide.ptr<std::uint16_t>(y);
    std::transform(from, from + wide.cols * wide.channels(), narrow.ptr(y),
                   [](std::uint16_t value) { return static_cast<std::uint8_t>(value >> 8); });
  }
  return narrow;
}

Picture toPicture(cv::Mat decoded, const std::string& where) {
  if (decoded.depth() == CV_16U) decoded = highBytes(decoded);
  if (decoded.depth() != CV_8U) {
    throwUnreadable(where, "its pixels are not whole numbers of 8 or 16 bits");
  }
  cv::Mat rgb;
  switch (decoded.channels()) {
    case 1: cv::cvtColor(decoded, rgb, cv::COLOR_GRAY2RGB); break;
    case 3: cv::cvtColor(decoded, rgb, cv::COLOR_BGR2RGB); break;
    case 4: rgb = flatten(decoded); break;
    default: throwUnreadable(where, "it has " + std::to_string(decoded.channels()) + " channels");
  }
  return fromMat(rgb);
}

Picture turned(Picture picture, int orientation) {
  if (orientation == 1) return picture;
  cv::Mat mat = asMat(picture).clone();
  if (orientation >= 5) cv::transpose(mat, mat);
  if (orientation == 2 || orientation == 6) cv::flip(mat, mat, 1);
  if (orientation == 3 || orientation == 7) cv::flip(mat, mat, -1);
  if (orientation == 4 || orientation == 8) cv::flip(mat, mat, 0);
  return fromMat(mat);
}

/// How a JPEG is decoded.
struct Reduction {
  int divisor = 1;
  bool fast = false;  ///< not to the bit
};

int reducedFlags(int divisor) {
  const int colour = divisor == 8   ? cv::IMREAD_REDUCED_COLOR_8
                     : divisor == 4 ? cv::IMREAD_REDUCED_COLOR_4
                     : divisor == 2 ? cv::IMREAD_REDUCED_COLOR_2
                                    : cv::IMREAD_COLOR;
  return colour | cv::IMREAD_IGNORE_ORIENTATION;
}

cv::Mat decodeMat(std::string_view bytes, const Header& header, int divisor) {
  if (header.format == Format::kJpeg) {
    // An end mark makes the decoder fill up a file that breaks off; after a whole one it is
    // ignored.
    std::string ended(bytes);
    ended += "\xff\xd9";
    return cv::imdecode(asInput(ended), reducedFlags(divisor));
  }
  cv::Mat decoded = cv::imdecode(asInput(bytes), cv::IMREAD_UNCHANGED);
  if (decoded.empty() && header.format == Format::kPng && header.known()) {
    decoded = decodeBrokenPng(bytes, header);
  }
  return decoded;
}

Picture decodeAnimatedWebp(std::string_view bytes, const Header& header, const std::string& where) {
  const WebpFrame frame = firstWebpFrame(bytes);
  if (frame.file.empty()) throwUnreadable(where, "its animation has no frame");
  const cv::Mat decoded = cv::imdecode(asInput(frame.file), cv::IMREAD_UNCHANGED);
  if (decoded.empty()) throwUnreadable(where, "its first frame is damaged");
  Picture canvas(header.width, header.height);
  paste(canvas, toPicture(decoded, where), frame.left, frame.top);
  return canvas;
}

Picture decodeUpright(std::string_view bytes, const Header& header, const std::string& where,
                      Reduction reduction, Picture room) {
  if (header.format == Format::kGif) {
    auto picture = decodeGif(bytes);
    if (!picture) throwUnreadable(where, "the GIF holds no frame");
    return std::move(*picture);
  }
  if (header.format == Format::kWebp && header.animated) {
    return decodeAnimatedWebp(bytes, header, where);
  }
  if (header.format == Format::kJpeg) {
    // OpenCV, which copies every row, is left the unusual: four colours, and what is damaged.
    if (auto picture = decodeJpeg(bytes, reduction.divisor, reduction.fast, std::move(room))) {
      return turned(std::move(*picture), header.orientation);
    }
  }
  const cv::Mat decoded = decodeMat(bytes, header, reduction.divisor);
  if (decoded.empty()) throwUnreadable(where, describeForeign(bytes));
  return turned(toPicture(decoded, where), header.orientation);
}

Picture decodeWith(std::string_view bytes, const Header& header, const std::string& where,
                   Reduction reduction, Picture room = {}) {
  if (bytes.empty()) throwUnreadable(where, describeForeign(bytes));
  try {
    return decodeUpright(bytes, header, where, reduction, std::move(room));
  } catch (const cv::Exception& e) {
    throwUnreadable(where, "the decoder refused it (" + e.err + ")");
  }
}

// The largest divisor at which both sides still have the pixels that are asked for.
int divisorFor(layout::Size full, layout::Size atLeast) {
  for (const int divisor : {8, 4, 2}) {
    if (full.width >= atLeast.width * divisor && full.height >= atLeast.height * divisor) {
      return divisor;
    }
  }
  return 1;
}

// Sides are rounded up when a JPEG is reduced: the last column and row then reach beyond the image,
// and EXIF's orientation may put them first.
layout::Rect coveredPart(const ReducedPicture& reduced, int divisor, int orientation) {
  const double width = double(reduced.full.width) / divisor;
  const double height = double(reduced.full.height) / divisor;
  const bool fromRight =
      orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
  const bool fromBottom =
      orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
  const double left = fromRight ? reduced.picture.width - width : 0;
  const double top = fromBottom ? reduced.picture.height - height : 0;
  return {left, top, left + width, top + height};
}

layout::Size fitted(layout::Size size, int edge) {
  const double scale = std::min(1.0, double(edge) / std::max(size.width, size.height));
  const auto scaled = [&](int side) { return std::max(1, int(std::lround(side * scale))); };
  return {scaled(size.width), scaled(size.height)};
}

// `wanted` says how many pixels are needed of a picture of the size it is given.
template <class Wanted>
ReducedPicture decodeReduced(const std::filesystem::path& file, Wanted&& wanted,
                             Picture room = {}) {
  const std::string bytes = readFile(file);
  const Header header = readHeader(bytes);
  ReducedPicture reduced;
  reduced.full = header.turned() ? layout::Size{header.height, header.width}
                                 : layout::Size{header.width, header.height};
  const bool reducible = header.format == Format::kJpeg && header.known();
  const int divisor = reducible ? divisorFor(reduced.full, wanted(reduced.full)) : 1;
  reduced.picture = decodeWith(bytes, header, file.string(), {divisor, true}, std::move(room));
  if (divisor == 1) reduced.full = reduced.picture.size();
  reduced.covered = coveredPart(reduced, divisor, header.orientation);
  return reduced;
}

}  // namespace

ImageFacts probe(const std::filesystem::path& file) {
  std::string bytes = firstBytes(file);
  Header header = readHeader(bytes);
  if (!header.known() && header.format == Format::kJpeg && bytes.size() == kHeaderBytes) {
    bytes = readFile(file);
    header = readHeader(bytes);
  }
  if (header.known()) {
    if (header.turned()) std::swap(header.width, header.height);
    return {header.width, header.height, header.format};
  }
  const Picture picture = decode(file);
  return {picture.width, picture.height, header.format};
}

Picture decode(const std::filesystem::path& file) {
  return decodeBytes(readFile(file), file.string());
}

Picture decodeBytes(std::string_view bytes, const std::string& where) {
  return decodeWith(bytes, readHeader(bytes), where, {});
}

ReducedPicture decodeAtLeast(const std::filesystem::path& file, layout::Size atLeast,
                             Picture room) {
  return decodeReduced(
      file, [&](layout::Size) { return atLeast; }, std::move(room));
}

ReducedPicture decodeForEdge(const std::filesystem::path& file, int edge) {
  return decodeReduced(file, [&](layout::Size full) { return fitted(full, edge); });
}

Picture thumbnail(const std::filesystem::path& file, int edge) {
  const ReducedPicture reduced = decodeForEdge(file, edge);
  const layout::Size size = fitted(reduced.full, edge);
  Picture small(size.width, size.height);
  resizeOnto(small, {0, 0, size.width, size.height}, reduced.picture, reduced.covered,
             layout::Filter::kBilinear);
  return small;
}

}  // namespace mia::imaging
