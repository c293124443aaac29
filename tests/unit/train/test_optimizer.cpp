// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <fstream>

#include "support/temporary_folder.h"
#include "train/optimizer.h"

using mia::TemporaryFolder;
using mia::train::AdamW;

namespace {

torch::Tensor parameter(std::vector<float> values) {
  return torch::tensor(values).requires_grad_(true);
}

}  // namespace

TEST_CASE("AdamW's first step moves each weight by the rate against its gradient's sign") {
  // After one step m / (1 - 0.9) = g and v / (1 - 0.999) = g^2, so the move is
  // rate g / (|g| + 1e-8); the decay takes rate * 0.1 * w before: 2 - 0.5 * 0.1 * 2 - 0.5 = 1.4 and
  // -1 + 0.5 * 0.1 * 1 + 0.5 = -0.45.
  const torch::Tensor weights = parameter({2.0f, -1.0f});
  AdamW optimizer({{"w", weights}}, 0.1);
  weights.mutable_grad() = torch::tensor({3.0f, -0.01f});
  optimizer.step(0.5);
  CHECK(weights[0].item<double>() == doctest::Approx(1.4).epsilon(1e-6));
  CHECK(weights[1].item<double>() == doctest::Approx(-0.45).epsilon(1e-5));
}

TEST_CASE("gradients are clipped together, and their norm before is told") {
  const torch::Tensor a = parameter({0.0f}), b = parameter({0.0f});
  AdamW optimizer({{"a", a}, {"b", b}}, 0);
  a.mutable_grad() = torch::tensor({3.0f});
  b.mutable_grad() = torch::tensor({4.0f});
  CHECK(optimizer.clipGradients(0) == doctest::Approx(5.0));  // never clipped
  CHECK(a.grad().item<float>() == 3.0f);
  CHECK(optimizer.clipGradients(1.0) == doctest::Approx(5.0));
  // 3 / 5 and 4 / 5; LibTorch divides by 5 + 1e-6.
  CHECK(a.grad().item<double>() == doctest::Approx(0.6).epsilon(1e-6));
  CHECK(b.grad().item<double>() == doctest::Approx(0.8).epsilon(1e-6));
}

TEST_CASE("a saved optimiser goes on to the same bits") {
  const TemporaryFolder folder;
  const auto stepped = [](AdamW& optimizer, const torch::Tensor& weights, float gradient) {
    weights.mutable_grad() = torch::full({2}, gradient);
    optimizer.step(0.1);
  };
  const torch::Tensor straight = parameter({1.0f, 2.0f});
  AdamW one({{"w", straight}}, 0);
  stepped(one, straight, 0.3f);
  one.save(folder / "optimizer.safetensors");
  const torch::Tensor resumed = straight.detach().clone().requires_grad_(true);
  stepped(one, straight, -0.7f);

  AdamW two({{"w", resumed}}, 0);
  two.load(folder / "optimizer.safetensors");
  stepped(two, resumed, -0.7f);
  CHECK(torch::equal(straight, resumed));
}
