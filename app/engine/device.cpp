// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/device.h"

#include <unistd.h>

namespace mia::engine {

torch::Device deviceFromString(const std::string& name) {
  const auto gpus = static_cast<int>(torch::cuda::device_count());
  if (name == "auto") return torch::Device(gpus > 0 ? torch::kCUDA : torch::kCPU);
  if (name == "cpu") return torch::Device(torch::kCPU);
  const bool numbered = name.size() == 6 && name.starts_with("cuda:") && std::isdigit(name[5]);
  if (name != "cuda" && !numbered) {
    throw Error(ErrorKind::kUsage, "\"" + name + "\" is not a device",
                "Say auto, cpu, cuda or cuda:N");
  }
  const int index = numbered ? name[5] - '0' : 0;
  if (index >= gpus) {
    throw Error(ErrorKind::kNotFound,
                "LibTorch finds " + std::to_string(gpus) + " GPUs here, so there is no " + name,
                "`mia-engine doctor` tells what there is");
  }
  return torch::Device(torch::kCUDA, static_cast<torch::DeviceIndex>(index));
}

torch::ScalarType computeType(const torch::Device& device) {
  return device.is_cpu() ? torch::kFloat32 : torch::kBFloat16;
}

Json describeMachine() {
  Json devices = Json::array({"cpu"});
  for (torch::DeviceIndex i = 0; i < static_cast<int>(torch::cuda::device_count()); ++i) {
    devices.push_back(torch::Device(torch::kCUDA, i).str());
  }
  const auto pages = static_cast<std::int64_t>(::sysconf(_SC_PHYS_PAGES));
  return {{"libtorch", TORCH_VERSION},
          {"threads", torch::get_num_threads()},
          {"memory_bytes", pages * static_cast<std::int64_t>(::sysconf(_SC_PAGESIZE))},
          {"devices", std::move(devices)}};
}

}  // namespace mia::engine
