// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/blocks/rotary.h"

#include <algorithm>

namespace mia::model {

RotaryTable::RotaryTable(std::int64_t headSize, double theta, std::int64_t positions)
    : headSize_(headSize), theta_(theta), positions_(positions) {}

void RotaryTable::prepare(std::int64_t bound, const torch::TensorOptions& options) {
  const bool fits = cosine_.defined() && cosine_.size(0) >= bound &&
                    cosine_.device() == options.device() &&
                    cosine_.scalar_type() == c10::typeMetaToScalarType(options.dtype());
  if (fits) return;
  positions_ = std::max(positions_, bound);
  const auto wide = torch::TensorOptions().dtype(torch::kFloat).device(torch::kCPU);
  // theta^(-2i / size), angles in float32 as the reference has them.
  const torch::Tensor inverse = 1.0 / torch::pow(theta_, torch::arange(0, headSize_, 2, wide) /
                                                             static_cast<double>(headSize_));
  const torch::Tensor angles = torch::outer(torch::arange(positions_, wide), inverse);
  const torch::Tensor sine = angles.sin();
  cosine_ = torch::cat({angles, angles}, 1).cos().to(options);
  signedSine_ = torch::cat({-sine, sine}, 1).to(options);
}

RotaryAngles RotaryTable::range(std::int64_t start, std::int64_t count,
                                const torch::TensorOptions& options) {
  prepare(start + count, options);
  const auto slice = [&](const torch::Tensor& table) {
    return table.narrow(0, start, count).view({1, count, 1, headSize_});
  };
  return {slice(cosine_), slice(signedSine_)};
}

RotaryAngles RotaryTable::at(const torch::Tensor& positions, std::int64_t bound,
                             const torch::TensorOptions& options) {
  prepare(bound, options);
  const torch::Tensor flat = positions.reshape({-1});
  const auto pick = [&](const torch::Tensor& table) {
    return table.index_select(0, flat).view({positions.size(0), positions.size(1), 1, headSize_});
  };
  return {pick(cosine_), pick(signedSine_)};
}

torch::Tensor rotate(const torch::Tensor& x, const RotaryAngles& angles) {
  const std::int64_t half = x.size(-1) / 2;
  const torch::Tensor swapped = torch::cat({x.narrow(-1, half, half), x.narrow(-1, 0, half)}, -1);
  return torch::addcmul(x * angles.cosine, swapped, angles.signedSine);
}

}  // namespace mia::model
