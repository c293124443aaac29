// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/header.h"

#include <cstdint>

namespace mia::imaging {
namespace {

/// Reads numbers from bytes; what lies beyond the end reads as 0.
class Bytes {
 public:
  Bytes(std::string_view data, bool bigEndian) : data_(data), bigEndian_(bigEndian) {}

  std::uint32_t byte(std::size_t at) const {
    return at < data_.size() ? static_cast<unsigned char>(data_[at]) : 0u;
  }
  std::uint32_t u16(std::size_t at) const {
    return bigEndian_ ? byte(at) << 8 | byte(at + 1) : byte(at + 1) << 8 | byte(at);
  }
  std::uint32_t u24(std::size_t at) const { return byte(at + 2) << 16 | u16(at); }
  std::uint32_t u32(std::size_t at) const {
    return bigEndian_ ? u16(at) << 16 | u16(at + 2) : u16(at + 2) << 16 | u16(at);
  }

 private:
  std::string_view data_;
  bool bigEndian_;
};

bool startsWith(std::string_view bytes, std::string_view prefix) {
  return bytes.substr(0, prefix.size()) == prefix;
}

// The orientation tag (0x0112) of the first directory of a TIFF structure; 1 when there is none.
int exifOrientation(std::string_view tiff) {
  if (startsWith(tiff, std::string_view("Exif\0\0", 6))) tiff.remove_prefix(6);
  const bool big = startsWith(tiff, "MM");
  if (!big && !startsWith(tiff, "II")) return 1;
  const Bytes bytes(tiff, big);
  const std::size_t directory = bytes.u32(4);
  const std::uint32_t entries = directory < tiff.size() ? bytes.u16(directory) : 0;
  for (std::uint32_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + std::size_t{12} * i;
    if (entry + 12 > tiff.size()) break;
    if (bytes.u16(entry) != 0x0112) continue;
    const std::uint32_t value = bytes.u16(entry + 8);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

bool isStartOfFrame(std::uint32_t marker) {
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

void readJpeg(std::string_view data, Header& header) {
  const Bytes bytes(data, true);
  std::size_t at = 2;
  while (at + 4 <= data.size()) {
    if (bytes.byte(at) != 0xff) {
      ++at;
      continue;
    }
    const std::uint32_t marker = bytes.byte(at + 1);
    if (marker == 0xff || marker == 0x00 || marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker == 0xff ? 1 : 2;
      continue;
    }
    if (marker == 0xd9 || marker == 0xda) return;
    if (isStartOfFrame(marker)) {
      header.height = static_cast<int>(bytes.u16(at + 5));
      header.width = static_cast<int>(bytes.u16(at + 7));
      return;
    }
    const std::size_t length = bytes.u16(at + 2);
    if (marker == 0xe1 && length > 2 && header.orientation == 1) {
      const auto body = data.substr(at + 4, length - 2);
      if (startsWith(body, "Exif")) header.orientation = exifOrientation(body);
    }
    at += 2 + length;
  }
}

void readPng(std::string_view data, Header& header) {
  const Bytes bytes(data, true);
  std::size_t at = 8;
  while (at + 8 <= data.size()) {
    const std::size_t length = bytes.u32(at);
    const std::string_view type = data.substr(at + 4, 4);
    if (type == "IHDR") {
      header.width = static_cast<int>(bytes.u32(at + 8) & 0x7fffffff);
      header.height = static_cast<int>(bytes.u32(at + 12) & 0x7fffffff);
    } else if (type == "acTL") {
      header.animated = true;
    } else if (type == "eXIf") {
      header.orientation = exifOrientation(data.substr(at + 8, length));
    }
    at += 12 + length;
  }
}

void readWebpChunk(std::string_view type, std::size_t body, std::string_view data,
                   std::size_t length, Header& header) {
  const Bytes bytes(data, false);
  if (type == "VP8X") {
    header.animated = (bytes.byte(body) & 0x02) != 0;
    header.width = static_cast<int>(bytes.u24(body + 4)) + 1;
    header.height = static_cast<int>(bytes.u24(body + 7)) + 1;
  } else if (type == "VP8 " && !header.known()) {
    header.width = static_cast<int>(bytes.u16(body + 6) & 0x3fff);
    header.height = static_cast<int>(bytes.u16(body + 8) & 0x3fff);
  } else if (type == "VP8L" && !header.known()) {
    const std::uint32_t bits = bytes.u32(body + 1);
    header.width = static_cast<int>(bits & 0x3fff) + 1;
    header.height = static_cast<int>((bits >> 14) & 0x3fff) + 1;
  } else if (type == "EXIF") {
    header.orientation = exifOrientation(data.substr(body, length));
  }
}

void readWebp(std::string_view data, Header& header) {
  const Bytes bytes(data, false);
  for (std::size_t at = 12; at + 8 <= data.size();) {
    const std::size_t length = bytes.u32(at + 4);
    readWebpChunk(data.substr(at, 4), at + 8, data, length, header);
    at += 8 + length + (length & 1);
  }
}

Format formatOf(std::string_view bytes) {
  if (startsWith(bytes, "\xff\xd8\xff")) return Format::kJpeg;
  if (startsWith(bytes, "\x89PNG\r\n\x1a\n")) return Format::kPng;
  if (startsWith(bytes, "RIFF") && bytes.substr(8, 4) == "WEBP") return Format::kWebp;
  if (startsWith(bytes, "GIF87a") || startsWith(bytes, "GIF89a")) return Format::kGif;
  if (startsWith(bytes, "BM")) return Format::kBmp;
  if (startsWith(bytes, std::string_view("II*\0", 4)) ||
      startsWith(bytes, std::string_view("MM\0*", 4))) {
    return Format::kTiff;
  }
  return Format::kOther;
}

}  // namespace

const char* toString(Format format) {
  switch (format) {
    case Format::kJpeg: return "jpeg";
    case Format::kPng: return "png";
    case Format::kWebp: return "webp";
    case Format::kGif: return "gif";
    case Format::kBmp: return "bmp";
    case Format::kTiff: return "tiff";
    case Format::kOther: return "other";
  }
  return "other";
}

Header readHeader(std::string_view bytes) {
  Header header;
  header.format = formatOf(bytes);
  if (header.format == Format::kJpeg) readJpeg(bytes, header);
  if (header.format == Format::kPng) readPng(bytes, header);
  if (header.format == Format::kWebp && bytes.size() > 12) readWebp(bytes, header);
  if (header.format == Format::kGif) {
    header.width = static_cast<int>(Bytes(bytes, false).u16(6));
    header.height = static_cast<int>(Bytes(bytes, false).u16(8));
  }
  return header;
}

std::string describeForeign(std::string_view bytes) {
  if (bytes.empty()) return "it is empty";
  const std::string_view start = bytes.substr(0, 512);
  if (start.find("<svg") != start.npos) return "it is an SVG drawing, which is not supported";
  if (start.find("<html") != start.npos || start.find("<!DOCTYPE") != start.npos) {
    return "it is a web page";
  }
  if (start.substr(0, 5) == "%PDF-") return "it is a PDF document";
  if (bytes.substr(4, 8) == "ftypheic" || bytes.substr(4, 8) == "ftypmif1") {
    return "it is a HEIC picture, which is not supported";
  }
  if (bytes.substr(4, 8) == "ftypavif") return "it is an AVIF picture, which is not supported";
  for (const char c : start) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') {
      return "its content is damaged or of an unknown format";
    }
  }
  return "it is a text file";
}

}  // namespace mia::imaging
