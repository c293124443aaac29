// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/pretrain/vision.h"

#include <ATen/CPUGeneratorImpl.h>

#include <numeric>

#include "base/error.h"
#include "train/pretrain/parameters.h"

namespace mia::train {
namespace {

constexpr std::int64_t kIgnore = -1;
constexpr double kPixelNoise = 0.05;  // of the normalised values: half a dozen grey levels

// logits [n, all classes], labels [n, attributes]: calls take(attribute, logits, labels).
template <class Take>
void forEachAttribute(const torch::Tensor& logits, const torch::Tensor& labels,
                      const std::vector<std::int64_t>& classes, Take take) {
  const auto parts = logits.split_with_sizes(classes, 1);
  for (std::size_t a = 0; a < classes.size(); ++a) {
    take(a, parts[a], labels.select(1, static_cast<std::int64_t>(a)));
  }
}

torch::Tensor denseLoss(const torch::Tensor& logits, const torch::Tensor& labels,
                        const std::vector<std::int64_t>& classes) {
  torch::Tensor loss = torch::zeros({});
  const auto options = torch::nn::functional::CrossEntropyFuncOptions().ignore_index(kIgnore);
  forEachAttribute(logits, labels, classes, [&](std::size_t, const auto& part, const auto& label) {
    loss = loss + torch::nn::functional::cross_entropy(part, label, options);
  });
  return loss;
}

std::vector<double> denseAccuracy(model::Llava& model, torch::nn::Linear& head,
                                  const DensePictures& pictures) {
  const torch::NoGradGuard noGradients;
  const torch::Tensor logits = head(frozenFeatures(model, pictures.pixels)).flatten(0, 1);
  std::vector<double> accuracy;
  forEachAttribute(logits, pictures.labels.flatten(0, 1), pictures.classes,
                   [&](std::size_t, const auto& part, const auto& label) {
                     const torch::Tensor asked = label != kIgnore;
                     const torch::Tensor right = (part.argmax(1) == label) & asked;
                     accuracy.push_back(right.sum().template item<double>() /
                                        asked.sum().template item<double>());
                   });
  return accuracy;
}

}  // namespace

std::vector<double> trainVision(model::Llava& model, const DensePictures& pictures,
                                const DensePictures& heldOut, const VisionStage& stage,
                                std::uint64_t seed, const WorkContext& context) {
  torch::Generator random = at::make_generator<at::CPUGeneratorImpl>(seed);
  const auto& classes = pictures.classes;
  torch::nn::Linear head(model.config().featureSize(),
                         std::accumulate(classes.begin(), classes.end(), std::int64_t{0}));
  {
    const torch::NoGradGuard noGradients;
    head->weight.normal_(0, 0.02, random);
    head->bias.zero_();
  }
  std::vector<torch::Tensor> parameters = visionParameters(model);
  for (torch::Tensor& parameter : parameters) parameter.set_requires_grad(true);
  parameters.push_back(head->weight);
  parameters.push_back(head->bias);
  torch::optim::AdamW optimiser(parameters,
                                torch::optim::AdamWOptions(stage.rate).weight_decay(0.01));
  for (int step = 0; step < stage.steps; ++step) {
    if (context.stop.stop_requested()) {
      throw Error(ErrorKind::kStopped, "Stopped while the vision tower was learning");
    }
    setRate(optimiser, rateAt(step, stage.steps, stage.rate, stage.warmup, 0.05));
    const torch::Tensor rows = torch::randint(pictures.pixels.size(0), {stage.batch}, random,
                                              torch::TensorOptions(torch::kInt64));
    torch::Tensor pixels = pictures.pixels.index_select(0, rows).to(torch::kFloat);
    pixels = pixels + kPixelNoise * torch::randn(pixels.sizes(), random, pixels.options());
    const torch::Tensor logits = head(model.visionFeatures(pixels)).flatten(0, 1);
    const torch::Tensor labels = pictures.labels.index_select(0, rows).flatten(0, 1);
    optimiser.zero_grad();
    denseLoss(logits, labels, classes).backward();
    torch::nn::utils::clip_grad_norm_(parameters, 1.0);
    optimiser.step();
    context.progress({"vision", step + 1, stage.steps, "steps"});
  }
  for (torch::Tensor& parameter : parameters) parameter.set_requires_grad(false);
  return denseAccuracy(model, head, heldOut);
}

torch::Tensor frozenFeatures(model::Llava& model, const torch::Tensor& pixels) {
  const torch::NoGradGuard noGradients;
  std::vector<torch::Tensor> parts;
  for (const torch::Tensor& part : pixels.split(64)) {
    parts.push_back(model.visionFeatures(part.to(torch::kFloat)));
  }
  return torch::cat(parts);
}

}  // namespace mia::train
