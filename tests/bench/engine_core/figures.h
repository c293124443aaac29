// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <chrono>
#include <string>

namespace mia::bench {

/// Waits for the device, then tells the seconds since it was made or last asked.
class Stopwatch {
 public:
  explicit Stopwatch(torch::Device device) : device_(device) { seconds(); }
  double seconds();

 private:
  torch::Device device_;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

/// The most memory in use at once since resetPeak(), in bytes: on a GPU what LibTorch held for
/// tensors, on the CPU what the process held (which cannot be reset).
std::int64_t peakMemory(torch::Device device);
void resetPeak(torch::Device device);

/// "12.34 GB".
std::string inGigabytes(std::int64_t bytes);

}  // namespace mia::bench
