// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/jpeg.h"

// The library's header takes FILE and size_t for granted.
#include <cstdio>

#include <jpeglib.h>

#include <csetjmp>

#include "imaging/jpeg_baseline.h"

namespace mia::imaging {
namespace {

/// The library reports errors by never returning: they jump out of it, warnings are left unsaid.
struct JumpingErrors {
  jpeg_error_mgr manager;
  std::jmp_buf out;
};

void jumpOut(j_common_ptr state) {
  std::longjmp(reinterpret_cast<JumpingErrors*>(state->err)->out, 1);
}
void saveNothing(j_common_ptr) {}

// No object with a destructor may be made in here: an error jumps over it. False after an error.
bool decodeInto(jpeg_decompress_struct& state, JumpingErrors& errors, std::string_view bytes,
                int divisor, bool fast, Picture& picture) {
  if (setjmp(errors.out) != 0) return false;
  jpeg_mem_src(&state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_read_header(&state, TRUE);
  if (state.num_components != 1 && state.num_components != 3) return false;
  state.out_color_space = JCS_RGB;
  state.dct_method = fast ? JDCT_IFAST : JDCT_ISLOW;
  state.scale_num = 1;
  state.scale_denom = static_cast<unsigned>(divisor);
  jpeg_start_decompress(&state);
  picture.width = static_cast<int>(state.output_width);
  picture.height = static_cast<int>(state.output_height);
  picture.rgb.resize(std::size_t{state.output_width} * state.output_height * 3);
  while (state.output_scanline < state.output_height) {
    JSAMPROW row = picture.pixel(0, static_cast<int>(state.output_scanline));
    jpeg_read_scanlines(&state, &row, 1);
  }
  jpeg_finish_decompress(&state);
  return true;
}

}  // namespace

std::optional<Picture> decodeJpeg(std::string_view bytes, int divisor, bool fast, Picture room) {
  std::optional<Picture> picture(std::move(room));
  if (fast && decodeBaseline(bytes, divisor, *picture)) return picture;
  jpeg_decompress_struct state;
  JumpingErrors errors;
  state.err = jpeg_std_error(&errors.manager);
  errors.manager.error_exit = jumpOut;
  errors.manager.output_message = saveNothing;
  jpeg_create_decompress(&state);
  if (!decodeInto(state, errors, bytes, divisor, fast, *picture)) picture.reset();
  jpeg_destroy_decompress(&state);
  return picture;
}

}  // namespace mia::imaging
