// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/memory.h"

#include <torch/version.h>
#include <unistd.h>

#include <fstream>

#if TORCH_VERSION_MAJOR > 2 || TORCH_VERSION_MINOR >= 9
#include <c10/core/CachingDeviceAllocator.h>
#endif

namespace mia::train {
namespace {

std::optional<std::int64_t> residentBytes() {
  std::ifstream statm("/proc/self/statm");
  std::int64_t total = 0, resident = 0;
  if (!(statm >> total >> resident)) return std::nullopt;
  return resident * static_cast<std::int64_t>(::sysconf(_SC_PAGESIZE));
}

std::optional<std::int64_t> peakOf([[maybe_unused]] const torch::Device& device) {
#if TORCH_VERSION_MAJOR > 2 || TORCH_VERSION_MINOR >= 9
  const auto index = device.has_index() ? device.index() : c10::DeviceIndex{0};
  return c10::getDeviceAllocator(device.type())->getDeviceStats(index).allocated_bytes[0].peak;
#else
  return std::nullopt;
#endif
}

}  // namespace

std::optional<std::int64_t> memoryInUse(const torch::Device& device) {
  return device.is_cpu() ? residentBytes() : peakOf(device);
}

}  // namespace mia::train
