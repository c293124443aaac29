// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace mia {

/// The folder of this program's file.
std::filesystem::path programFolder();

/// The folder resources/ that belongs to this program: $MIA_RESOURCES if set, else
/// <program>/../share/mia-studio when it is installed, else the source tree's. Error kNotFound.
std::filesystem::path resourceFolder();

}  // namespace mia
