// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inspect.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <memory>

#include "app/engine/device.h"
#include "app/engine/verb.h"
#include "imaging/decode.h"
#include "imaging/image_processor.h"
#include "model/lora/peft_files.h"
#include "model/weights/llava_files.h"
#include "tokenizer/tokenizer.h"

namespace mia::engine {
namespace {

struct Options {
  std::string model, prompt, inputs, adapter, out;
  std::vector<std::string> images;
  std::string dtype = "fp32", device = "auto";
  bool attentions = false;
  std::int64_t tokens = 0;
};

torch::Tensor pixelsOf(const Options& options) {
  const auto processor = imaging::ImageProcessor::load(options.model);
  std::vector<torch::Tensor> pictures;
  for (const std::string& file : options.images) {
    const imaging::ModelInput input = processor.process(imaging::decode(file));
    torch::Tensor picture = torch::empty({3, input.height, input.width});
    std::memcpy(picture.data_ptr<float>(), input.values.data(), picture.nbytes());
    pictures.push_back(std::move(picture));
  }
  return torch::stack(pictures);
}

model::InspectRequest fromPrompt(const Options& options, const model::LlavaConfig& config) {
  const auto tokenizer = tokenizer::Tokenizer::load(options.model);
  if (tokenizer.imageId() != config.imageTokenId) {
    throw Error(ErrorKind::kBadInput, options.model + ": <image> is token " +
                                          std::to_string(tokenizer.imageId()) +
                                          " of the tokenizer, but config.json says " +
                                          std::to_string(config.imageTokenId));
  }
  const std::vector<int> ids = tokenizer.encode(options.prompt);
  const auto marks = std::count(ids.begin(), ids.end(), tokenizer.imageId());
  if (marks != static_cast<std::ptrdiff_t>(options.images.size())) {
    throw Error(ErrorKind::kUsage, "The prompt has " + std::to_string(marks) +
                                       " <image> marks, but there are " +
                                       std::to_string(options.images.size()) + " pictures");
  }
  model::InspectRequest request;
  request.ids = torch::tensor(
      model::expandImages(std::vector<std::int64_t>(ids.begin(), ids.end()), config), torch::kLong);
  if (!options.images.empty()) request.pixels = pixelsOf(options);
  return request;
}

void printSummary(const model::NamedTensors& tensors, const std::string& out) {
  for (const auto& [name, tensor] : tensors) {
    if (name == "input_ids") std::printf("%ld tokens, ", static_cast<long>(tensor.size(0)));
  }
  std::printf("%zu tensors in %s\n", tensors.size(), out.c_str());
}

void run(const Options& options) {
  if (options.prompt.empty() == options.inputs.empty()) {
    throw Error(ErrorKind::kUsage, "inspect needs either --prompt or --inputs");
  }
  if (!options.inputs.empty() && !options.images.empty()) {
    throw Error(ErrorKind::kUsage, "--inputs brings its own pictures; --image goes with --prompt");
  }
  const auto type = options.dtype == "bf16" ? torch::kBFloat16 : torch::kFloat;
  const auto model = model::loadLlava(options.model, type, deviceFromString(options.device));
  if (!options.adapter.empty()) {
    const model::LoraReport report = model::loadPeft(*model, options.adapter);
    std::printf("adapter: %zu of %zu modules\n", report.modules.size(), report.total);
  }
  model::InspectRequest request = options.inputs.empty() ? fromPrompt(options, model->config())
                                                         : model::readInspectInputs(options.inputs);
  request.attentions = options.attentions;
  request.newTokens = options.tokens;
  const model::NamedTensors tensors = model::inspect(*model, request);
  model::writeSafeTensors(options.out, tensors);
  printSummary(tensors, options.out);
}

}  // namespace

void declareInspect(CLI::App& verb) {
  verb.footer(
      "Example: mia-engine inspect --model DIR --prompt 'USER: <image>\\nWhat is it? ASSISTANT:' "
      "--image a.png --attentions --tokens 48 --out look.safetensors");
  const auto options = std::make_shared<Options>();
  verb.add_option("--model", options->model, "Folder of the model")->required();
  verb.add_option("--prompt", options->prompt,
                  "The text as it is; <image> marks the places of the pictures");
  verb.add_option("--image", options->images, "A picture, once per <image>");
  verb.add_option("--inputs", options->inputs,
                  "A .safetensors file with input_ids and pixel_values, instead of --prompt");
  verb.add_option("--adapter", options->adapter, "Folder of a PEFT adapter");
  verb.add_option("--dtype", options->dtype, "What the model computes in")
      ->check(CLI::IsMember({"fp32", "bf16"}))
      ->capture_default_str();
  verb.add_option("--device", options->device, "auto, cpu, cuda or cuda:N")->capture_default_str();
  verb.add_flag("--attentions", options->attentions, "Write every layer's whole attention as well");
  verb.add_option("--tokens", options->tokens, "Greedy tokens to go on with")
      ->check(CLI::Range(0, 32768));
  verb.add_option("--out", options->out, "The .safetensors file to write")->required();
  verb.callback([options] { run(*options); });
}

}  // namespace mia::engine
