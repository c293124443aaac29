// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <cstring>
#include <map>
#include <string>

#include "base/error.h"
#include "figures.h"
#include "generate/answer.h"
#include "kernels/attention_rows.h"
#include "model/inspect.h"
#include "model/lora/peft_files.h"
#include "model/weights/llava_files.h"
#include "training.h"

namespace {

using namespace mia;
using bench::inGigabytes;

constexpr const char* kUsage =
    "mia-engine-core generate|train --shape 7b|small|CONFIG.json [--dtype bf16|fp32] [--device "
    "cpu|cuda]\n"
    "    generate: [--pictures 2] [--text 60] [--prompts 8] [--tokens 64]\n"
    "    train:    [--pictures 2] [--text 60] [--pairs 2] [--tokens 40] [--rank 128] [--steps 20]\n"
    "mia-engine-core inspect --model DIR --inputs FILE --out FILE [--adapter DIR] [--dtype …]\n"
    "    [--device …] [--attentions 1] [--tokens N]\n"
    "mia-engine-core kernels    compares the CUDA kernels with their references\n";

// "--name value" pairs; every option must be known and is asked for once.
class Options {
 public:
  Options(int argc, char** argv) {
    for (int i = 2; i < argc; i += 2) {
      if (std::strncmp(argv[i], "--", 2) != 0 || i + 1 >= argc) {
        throw Error(ErrorKind::kUsage, std::string("Cannot read the option ") + argv[i]);
      }
      values_[argv[i] + 2] = argv[i + 1];
    }
  }
  std::string text(const std::string& name, const std::string& fallback) {
    const auto found = values_.find(name);
    if (found == values_.end()) return fallback;
    const std::string value = found->second;
    values_.erase(found);
    return value;
  }
  std::string needed(const std::string& name) {
    const std::string value = text(name, "");
    if (value.empty()) throw Error(ErrorKind::kUsage, "--" + name + " is missing");
    return value;
  }
  std::int64_t number(const std::string& name, std::int64_t fallback) {
    return std::stoll(text(name, std::to_string(fallback)));
  }
  void finish() const {
    if (!values_.empty())
      throw Error(ErrorKind::kUsage, "Unknown option --" + values_.begin()->first);
  }

 private:
  std::map<std::string, std::string> values_;
};

struct Place {
  torch::ScalarType type;
  torch::Device device;
};

Place placeOf(Options& options) {
  const std::string dtype = options.text("dtype", "bf16");
  if (dtype != "bf16" && dtype != "fp32") throw Error(ErrorKind::kUsage, "--dtype is bf16 or fp32");
  const std::string device = options.text("device", torch::cuda::is_available() ? "cuda:0" : "cpu");
  return {dtype == "bf16" ? torch::kBFloat16 : torch::kFloat, torch::Device(device)};
}

// "7b": LLaVA-1.5-7B. "small": the same with a narrow decoder, for a look on any machine.
model::LlavaConfig shapeOf(const std::string& shape) {
  if (shape != "7b" && shape != "small") {
    return model::LlavaConfig::fromJson(readJsonFile(shape), shape);
  }
  Json json = {
      {"model_type", "llava"},
      {"text_config",
       {{"vocab_size", 32064}, {"max_position_embeddings", 4096}, {"rms_norm_eps", 1e-5}}}};
  if (shape == "small") {
    json["text_config"].update({{"hidden_size", 512},
                                {"intermediate_size", 1376},
                                {"num_hidden_layers", 4},
                                {"num_attention_heads", 8}});
    json["vision_config"] = {{"hidden_size", 256},     {"intermediate_size", 1024},
                             {"num_hidden_layers", 4}, {"num_attention_heads", 4},
                             {"image_size", 336},      {"patch_size", 14}};
  }
  return model::LlavaConfig::fromJson(json, shape);
}

std::shared_ptr<model::Llava> randomModel(const model::LlavaConfig& config, const Place& place) {
  bench::Stopwatch watch(place.device);
  auto model = std::make_shared<model::Llava>(config, place.type, place.device);
  model::initialise(*model, 1);
  model->eval();
  std::int64_t parameters = 0;
  for (const auto& parameter : model->parameters()) parameters += parameter.numel();
  std::printf("%.2f billion parameters, made in %.1f s\n", static_cast<double>(parameters) / 1e9,
              watch.seconds());
  return model;
}

std::vector<generate::Prompt> randomPrompts(model::Llava& model, std::int64_t count,
                                            std::int64_t pictures, std::int64_t text) {
  std::vector<generate::Prompt> prompts;
  const std::int64_t perImage = model.config().tokensPerImage();
  for (std::int64_t i = 0; i < count; ++i) {
    generate::Prompt prompt;
    prompt.ids = bench::randomPrompt(model.config(), pictures, text);
    prompt.imageRows = bench::randomImageRows(model, pictures);
    prompt.coverage = torch::eye(pictures).repeat_interleave(perImage, 1);
    prompt.paper = prompt.coverage[0].clone();
    prompt.stream = std::to_string(i);
    prompts.push_back(std::move(prompt));
  }
  return prompts;
}

void runGenerate(Options options) {
  const Place place = placeOf(options);
  const model::LlavaConfig config = shapeOf(options.needed("shape"));
  const std::int64_t pictures = options.number("pictures", 2), text = options.number("text", 60);
  const std::int64_t count = options.number("prompts", 8);
  generate::AnswerOptions answers;
  answers.maxNewTokens = static_cast<int>(options.number("tokens", 64));
  options.finish();
  const auto model = randomModel(config, place);
  const torch::NoGradGuard noGradients;
  const auto prompts = randomPrompts(*model, count, pictures, text);
  for (const bool attention : {false, true, false, true}) {  // the first round warms up
    answers.attention = attention;
    bench::resetPeak(place.device);
    bench::Stopwatch watch(place.device);
    std::int64_t tokens = 0;
    for (const auto& perPrompt : generate::answerBatch(*model, prompts, answers)) {
      for (const auto& answer : perPrompt) tokens += static_cast<std::int64_t>(answer.ids.size());
    }
    const double seconds = watch.seconds();
    std::printf(
        "attention %s: %zu prompts of %zu tokens, %ld new tokens in %.2f s, %.1f a second, peak "
        "%s\n",
        attention ? "read" : "off ", prompts.size(), prompts[0].ids.size(),
        static_cast<long>(tokens), seconds, static_cast<double>(tokens) / seconds,
        inGigabytes(bench::peakMemory(place.device)).c_str());
  }
}

void runTrain(Options options) {
  const Place place = placeOf(options);
  const model::LlavaConfig config = shapeOf(options.needed("shape"));
  bench::TrainingShape shape;
  shape.pictures = options.number("pictures", shape.pictures);
  shape.textTokens = options.number("text", shape.textTokens);
  shape.answerTokens = options.number("tokens", shape.answerTokens);
  shape.pairs = options.number("pairs", shape.pairs);
  shape.rank = options.number("rank", shape.rank);
  shape.steps = static_cast<int>(options.number("steps", shape.steps));
  options.finish();
  const auto model = randomModel(config, place);
  bench::resetPeak(place.device);
  bench::Stopwatch watch(place.device);
  const std::vector<double> losses = bench::trainRandomPairs(*model, shape);
  const double seconds = watch.seconds();
  std::printf(
      "%d steps of %ld pairs (%ld pictures each) in %.2f s, %.2f s a step, loss %.4f -> %.4f, peak "
      "%s\n",
      shape.steps, static_cast<long>(shape.pairs), static_cast<long>(shape.pictures), seconds,
      seconds / shape.steps, losses.front(), losses.back(),
      inGigabytes(bench::peakMemory(place.device)).c_str());
}

void runInspect(Options options) {
  const Place place = placeOf(options);
  const auto model = model::loadLlava(options.needed("model"), place.type, place.device);
  const std::string adapter = options.text("adapter", "");
  if (!adapter.empty()) model::loadPeft(*model, adapter);
  model::InspectRequest request = model::readInspectInputs(options.needed("inputs"));
  request.attentions = options.number("attentions", 0) != 0;
  request.newTokens = options.number("tokens", 0);
  const std::string out = options.needed("out");
  options.finish();
  model::writeSafeTensors(out, model::inspect(*model, request));
}

// Prints the largest difference; float32 and bfloat16 inputs, grouped heads, a bias, odd sizes.
void runKernels(Options options) {
  options.finish();
  if (!torch::cuda::is_available()) throw Error(ErrorKind::kNotFound, "There is no GPU here");
  torch::manual_seed(1);
  for (const auto type : {torch::kFloat, torch::kBFloat16}) {
    const torch::Tensor queries = torch::randn({3, 8, 5, 72}).to(type);
    const torch::Tensor keys = torch::randn({3, 2, 1237, 72}).to(type);
    torch::Tensor bias = torch::randn({3, 1, 5, 1237});
    bias[0].narrow(-1, 0, 400).fill_(-1e30);
    const torch::Tensor expected = kernels::attentionRows(queries, keys, bias, 0.12).mean(1);
    const torch::Tensor actual =
        kernels::meanAttentionRows(queries.cuda(), keys.cuda(), bias.cuda(), 0.12).cpu();
    const double worst = (expected - actual).abs().max().item<double>();
    std::printf("mean attention rows from %s: largest difference %.1e\n", c10::toString(type),
                worst);
    if (!(worst < 1e-6)) throw Error(ErrorKind::kInternal, "The kernel differs from its reference");
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string verb = argc > 1 ? argv[1] : "";
  try {
    if (verb == "generate") {
      runGenerate(Options(argc, argv));
    } else if (verb == "train") {
      runTrain(Options(argc, argv));
    } else if (verb == "kernels") {
      runKernels(Options(argc, argv));
    } else if (verb == "inspect") {
      runInspect(Options(argc, argv));
    } else {
      std::fputs(kUsage, stderr);
      return exitCode(ErrorKind::kUsage);
    }
  } catch (const Error& error) {
    std::fprintf(stderr, "mia-engine-core: %s\n", error.what());
    return exitCode(error.kind());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "mia-engine-core: %s\n", error.what());
    return exitCode(ErrorKind::kInternal);
  }
  return 0;
}
