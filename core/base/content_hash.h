// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace mia {

/// XXH3-128 as 32 lower-case hex digits: knows a file by what it holds. Not for security.
std::string contentHash(std::string_view bytes);
/// The same over a file's bytes, streamed. Error kNotFound or kIo.
std::string contentHashOfFile(const std::filesystem::path& file);

}  // namespace mia
