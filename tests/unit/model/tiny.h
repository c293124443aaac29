// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "model/inspect.h"
#include "model/weights/llava_files.h"
#include "model/weights/safetensors.h"

namespace mia::model {

/// The random model that tests/reference/make_llava_goldens.py makes, and what transformers makes
/// of it.
inline std::filesystem::path tinyFolder() {
  return std::filesystem::path(MIA_TEST_DATA) / "model" / "tiny";
}
inline std::filesystem::path adapterFolder() {
  return std::filesystem::path(MIA_TEST_DATA) / "model" / "adapter";
}
inline std::shared_ptr<Llava> loadTiny() { return loadLlava(tinyFolder()); }
inline SafeTensors goldens() {
  return SafeTensors::open(std::filesystem::path(MIA_TEST_DATA) / "model" / "goldens.safetensors");
}

/// The largest absolute difference; infinity where something is not a number.
inline double distance(const torch::Tensor& a, const torch::Tensor& b) {
  const torch::Tensor worst = (a.to(torch::kDouble) - b.to(torch::kDouble)).abs().max();
  return worst.isnan().item<bool>() ? INFINITY : worst.item<double>();
}

/// Inspects the golden case with so many pictures.
inline NamedTensors inspectCase(Llava& model, const SafeTensors& golden, std::int64_t pictures) {
  InspectRequest request;
  request.ids = golden.tensor("c" + std::to_string(pictures) + ".ids");
  request.pixels = golden.tensor("pixels").narrow(0, 0, pictures).to(torch::kFloat);
  request.attentions = true;
  request.newTokens = 48;
  return inspect(model, request);
}

inline torch::Tensor named(const NamedTensors& tensors, const std::string& name) {
  for (const auto& [key, tensor] : tensors) {
    if (key == name) return tensor;
  }
  throw std::out_of_range(name);
}

}  // namespace mia::model
