// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mia {

/// Bytes as text, by RFC 4648 with padding.
std::string toBase64(std::string_view bytes);
/// And back. Error kBadInput, naming `where`, for what is not base64.
std::string fromBase64(std::string_view text, const std::string& where);

}  // namespace mia
