// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>

namespace mia::train {

/// Fills the parameters of a small LLaVA so that it can learn to bind an index to an image. What
/// mattered when this was tried: in every decoder block W_k starts equal to W_q, so that a token
/// attends to tokens like itself (the number in the question to the number before the picture);
/// embeddings with standard deviation 0.3; position embeddings of the vision tower with 0.5; linear
/// maps with 1 / sqrt(in), those that end a residual branch divided by sqrt(2 * layers), the head
/// and the projector's second map times 0.3; norms one, biases zero. Parameters are known by their
/// Hugging Face names; one that fits no rule is an Error kInternal.
void initialiseForBinding(torch::nn::Module& model, std::int64_t decoderLayers,
                          std::int64_t visionLayers, std::uint64_t seed);

}  // namespace mia::train
