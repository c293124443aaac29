// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace mia::storage {

static_assert(std::endian::native == std::endian::little, "blobs are little-endian");

/// The bytes of an array of numbers, to be bound as a blob.
template <class T>
std::span<const std::byte> bytesOf(const std::vector<T>& values) {
  return std::as_bytes(std::span(values));
}

/// An array of numbers from a blob; Error kBadInput when its size is not a multiple of T's.
template <class T>
std::vector<T> arrayFrom(std::string_view blob) {
  if (blob.size() % sizeof(T) != 0) {
    throw Error(ErrorKind::kBadInput, "The store holds an array of an impossible size");
  }
  std::vector<T> values(blob.size() / sizeof(T));
  if (!blob.empty()) std::memcpy(values.data(), blob.data(), blob.size());
  return values;
}

/// The 16 bytes that 32 hex digits of contentHash() stand for.
std::vector<std::byte> bytesOfHash(std::string_view hex);

}  // namespace mia::storage
