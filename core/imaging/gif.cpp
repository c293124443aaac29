// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/gif.h"

#include <gif_lib.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace mia::imaging {
namespace {

constexpr int kNoTransparency = -1;

int readSome(GifFileType* gif, GifByteType* to, int count) {
  auto& rest = *static_cast<std::string_view*>(gif->UserData);
  const std::size_t taken = std::min(rest.size(), static_cast<std::size_t>(std::max(count, 0)));
  std::memcpy(to, rest.data(), taken);
  rest.remove_prefix(taken);
  return static_cast<int>(taken);
}

struct CloseGif {
  void operator()(GifFileType* gif) const { DGifCloseFile(gif, nullptr); }
};

// Skips one extension; a graphics control block tells the transparent colour of the next frame.
bool readExtension(GifFileType* gif, int& transparent) {
  int code = 0;
  GifByteType* block = nullptr;
  bool ok = DGifGetExtension(gif, &code, &block) == GIF_OK;
  while (ok && block != nullptr) {
    GraphicsControlBlock control;
    if (code == GRAPHICS_EXT_FUNC_CODE &&
        DGifExtensionToGCB(block[0], block + 1, &control) == GIF_OK) {
      transparent = control.TransparentColor;
    }
    ok = DGifGetExtensionNext(gif, &block) == GIF_OK;
  }
  return ok;
}

void paintLine(Picture& screen, const GifImageDesc& frame, const ColorMapObject& colours,
               const std::vector<GifPixelType>& line, int row, int transparent) {
  const int y = frame.Top + row;
  if (y >= screen.height) return;
  for (int x = 0; x < frame.Width && frame.Left + x < screen.width; ++x) {
    const int index = line[static_cast<std::size_t>(x)];
    std::uint8_t* to = screen.pixel(frame.Left + x, y);
    if (index == transparent || index >= colours.ColorCount) {
      std::fill(to, to + 3, std::uint8_t{255});
    } else {
      const GifColorType& colour = colours.Colors[index];
      to[0] = colour.Red;
      to[1] = colour.Green;
      to[2] = colour.Blue;
    }
  }
}

void paintFrame(GifFileType* gif, Picture& screen, int transparent) {
  const GifImageDesc& frame = gif->Image;
  const ColorMapObject* colours = frame.ColorMap != nullptr ? frame.ColorMap : gif->SColorMap;
  if (colours == nullptr) return;
  fillRect(screen, {frame.Left, frame.Top, frame.Width, frame.Height}, {128, 128, 128});
  std::vector<GifPixelType> line(static_cast<std::size_t>(frame.Width));
  const int starts[] = {0, 4, 2, 1};
  const int steps[] = {8, 8, 4, 2};
  for (int pass = 0; pass < (frame.Interlace ? 4 : 1); ++pass) {
    const int step = frame.Interlace ? steps[pass] : 1;
    for (int row = frame.Interlace ? starts[pass] : 0; row < frame.Height; row += step) {
      if (DGifGetLine(gif, line.data(), frame.Width) != GIF_OK) return;
      paintLine(screen, frame, *colours, line, row, transparent);
    }
  }
}

}  // namespace

std::optional<Picture> decodeGif(std::string_view bytes) {
  std::unique_ptr<GifFileType, CloseGif> gif(DGifOpen(&bytes, readSome, nullptr));
  if (!gif || gif->SWidth < 1 || gif->SHeight < 1) return std::nullopt;
  int transparent = kNoTransparency;
  GifRecordType type = UNDEFINED_RECORD_TYPE;
  while (DGifGetRecordType(gif.get(), &type) == GIF_OK && type != TERMINATE_RECORD_TYPE) {
    if (type == EXTENSION_RECORD_TYPE && !readExtension(gif.get(), transparent)) break;
    if (type != IMAGE_DESC_RECORD_TYPE) continue;
    if (DGifGetImageDesc(gif.get()) != GIF_OK || gif->Image.Width < 1) break;
    Picture screen(gif->SWidth, gif->SHeight);
    paintFrame(gif.get(), screen, transparent);
    return screen;
  }
  return std::nullopt;
}

}  // namespace mia::imaging
