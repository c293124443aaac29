// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"

#include <sys/resource.h>

#include <cstdio>

#ifdef MIA_CUDA_KERNELS
#include <c10/cuda/CUDACachingAllocator.h>
#endif

namespace mia::bench {

double Stopwatch::seconds() {
  if (device_.is_cuda()) torch::cuda::synchronize(device_.index());
  const auto now = std::chrono::steady_clock::now();
  const double passed = std::chrono::duration<double>(now - last_).count();
  last_ = now;
  return passed;
}

std::int64_t peakMemory(torch::Device device) {
#ifdef MIA_CUDA_KERNELS
  if (device.is_cuda()) {
    const auto index = static_cast<c10::DeviceIndex>(std::max<int>(device.index(), 0));
    return c10::cuda::CUDACachingAllocator::getDeviceStats(index).allocated_bytes[0].peak;
  }
#endif
  (void)device;
  struct rusage usage = {};
  ::getrusage(RUSAGE_SELF, &usage);
  return std::int64_t{usage.ru_maxrss} * 1024;
}

void resetPeak(torch::Device device) {
#ifdef MIA_CUDA_KERNELS
  if (device.is_cuda()) {
    c10::cuda::CUDACachingAllocator::resetPeakStats(
        static_cast<c10::DeviceIndex>(std::max<int>(device.index(), 0)));
  }
#endif
  (void)device;
}

std::string inGigabytes(std::int64_t bytes) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f GB", static_cast<double>(bytes) / 1e9);
  return text;
}

}  // namespace mia::bench
