// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace mia {

/// A row id that cannot be mistaken for another table's. 0 means "not stored yet".
template <class Tag>
struct Id {
  std::int64_t value = 0;
  auto operator<=>(const Id&) const = default;
  explicit operator bool() const { return value != 0; }
};

}  // namespace mia

template <class Tag>
struct std::hash<mia::Id<Tag>> {
  std::size_t operator()(mia::Id<Tag> id) const { return std::hash<std::int64_t>{}(id.value); }
};
