// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace mia::imaging {

/// Whether the processor has what the functions below are written for.
bool canDecodeBlocks();

/// By what the coefficients of an 8 x 8 block are multiplied, beside their steps of quantization,
/// before putBlock() makes `side` x `side` pixels of them; [row][column] of frequencies. Only those
/// of the first `side` rows and columns are used.
float blockFactor(int side, int row, int column);

/// The pixels of a block, its frequencies beyond `side` left out; `side` is 8, 4, 2 or 1.
/// `coefficients` [column][row] of frequencies, side by side, aligned to 32 bytes.
void putBlock(const float* coefficients, int side, std::uint8_t* to, std::size_t stride);

/// One row of `width` px from its brightness and colours (JFIF's YCbCr) to RGB. What is read is
/// read up to a multiple of 16.
void putColours(const std::uint8_t* luma, const std::uint8_t* blue, const std::uint8_t* red,
                int width, std::uint8_t* rgb);

}  // namespace mia::imaging
