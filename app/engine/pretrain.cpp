// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <string>

#include "app/engine/demo_rows.h"
#include "app/engine/demo_world.h"
#include "app/engine/run_options.h"
#include "app/engine/stop_signal.h"
#include "app/engine/verb.h"
#include "base/files.h"
#include "model/weights/llava_files.h"
#include "tokenizer/sentencepiece.h"
#include "train/pretrain/initialise.h"

namespace mia::engine {
namespace {

constexpr int kImageSize = 64;
constexpr int kPatchSize = 16;
constexpr int kWidth = 128;
constexpr int kLayers = 4;
constexpr int kVocabulary = 512;
constexpr const char* kVision = "vision";

struct PretrainOptions {
  std::filesystem::path out;
  std::uint64_t seed = 1;
  bool quick = false;
  std::string after;
  std::vector<std::string> steps;
  int threads = 0;
};

// The model's own files, its weights apart.
void writeTokenizer(const std::filesystem::path& folder) {
  tokenizer::SentencePieceTraining training;
  training.vocabSize = kVocabulary - 2;
  tokenizer::trainSentencePiece(training, demoCorpus(), folder / "tokenizer.model");
  const auto special = [](const char* content) {
    return Json{{"content", content}, {"lstrip", false},      {"normalized", false},
                {"rstrip", false},    {"single_word", false}, {"special", true}};
  };
  const Json config = {{"tokenizer_class", "LlamaTokenizer"},
                       {"add_bos_token", true},
                       {"add_eos_token", false},
                       {"legacy", false},
                       {"bos_token", "<s>"},
                       {"eos_token", "</s>"},
                       {"unk_token", "<unk>"},
                       {"pad_token", "<pad>"},
                       {"image_token", "<image>"},
                       {"padding_side", "left"},
                       {"model_max_length", 512},
                       {"added_tokens_decoder",
                        {{"0", special("<unk>")},
                         {"1", special("<s>")},
                         {"2", special("</s>")},
                         {std::to_string(kVocabulary - 2), special("<image>")},
                         {std::to_string(kVocabulary - 1), special("<pad>")}}}};
  writeFileAtomically(folder / "tokenizer_config.json", config.dump(2) + "\n");
}

void writeProcessor(const std::filesystem::path& folder) {
  const Json side = {{"height", kImageSize}, {"width", kImageSize}};
  const Json config = {{"processor_class", "LlavaProcessor"},
                       {"patch_size", kPatchSize},
                       {"vision_feature_select_strategy", "default"},
                       {"num_additional_image_tokens", 1},
                       {"image_token", "<image>"},
                       {"image_processor",
                        {{"image_processor_type", "LlavaImageProcessor"},
                         {"do_pad", true},
                         {"do_resize", true},
                         {"size", {{"shortest_edge", kImageSize}}},
                         {"resample", 3},
                         {"do_center_crop", true},
                         {"crop_size", side},
                         {"do_rescale", true},
                         {"rescale_factor", 1.0 / 255},
                         {"do_normalize", true},
                         {"do_convert_rgb", true},
                         {"image_mean", {0.48145466, 0.4578275, 0.40821073}},
                         {"image_std", {0.26862954, 0.26130258, 0.27577711}}}}};
  writeFileAtomically(folder / "processor_config.json", config.dump(2) + "\n");
}

model::LlavaConfig demoConfig() {
  model::LlavaConfig config;
  config.vision.hiddenSize = kWidth;
  config.vision.intermediateSize = 4 * kWidth;
  config.vision.layers = kLayers;
  config.vision.heads = 4;
  config.vision.imageSize = kImageSize;
  config.vision.patchSize = kPatchSize;
  config.text.vocabularySize = kVocabulary;
  config.text.hiddenSize = kWidth;
  config.text.intermediateSize = 352;
  config.text.layers = kLayers;
  config.text.heads = 4;
  config.text.kvHeads = 4;
  config.text.headSize = kWidth / 4;
  config.text.maxPositions = 512;
  config.text.rmsNormEps = 1e-5;
  config.text.bosTokenId = 1;
  config.text.eosTokenIds = {2};
  config.text.padTokenId = kVocabulary - 1;
  config.imageTokenId = kVocabulary - 2;
  config.dtype = "float16";
  return config;
}

WorldSize trainingSize(bool quick) {
  return quick ? WorldSize{120, 30, 30, 30} : WorldSize{5000, 2000, 3000, 2000};
}

WorldSize measuringSize(bool quick) {
  return quick ? WorldSize{60, 20, 20, 20} : WorldSize{800, 400, 400, 400};
}

void setSteps(train::PretrainRecipe& recipe, const std::string& stage, const std::string& count) {
  const bool isNumber = !count.empty() && count.size() < 7 &&
                        count.find_first_not_of("0123456789") == std::string::npos;
  for (train::DecoderStage& candidate : recipe.stages) {
    if (candidate.name != stage || !isNumber) continue;
    candidate.steps = std::stoi(count);
    return;
  }
  throw Error(ErrorKind::kUsage, "--steps does not understand \"" + stage + "=" + count + "\"",
              "It takes a stage and a number, such as single=400");
}

std::string commandOf(const PretrainOptions& options) {
  std::string command = "mia-engine pretrain --seed " + std::to_string(options.seed);
  if (options.quick) command += " --quick";
  if (!options.after.empty()) command += " --after " + options.after;
  for (const std::string& steps : options.steps) command += " --steps " + steps;
  return command;
}

// Per layout.
int measuredQuestions(bool quick) { return quick ? 40 : 800; }

// One run of the recipe.
class Pretraining {
 public:
  Pretraining(const PretrainOptions& options, std::stop_token stop)
      : options_(options), stop_(std::move(stop)), recipe_(recipeOf(options)) {}

  void run();

 private:
  using StageIterator = std::vector<train::DecoderStage>::const_iterator;
  static train::PretrainRecipe recipeOf(const PretrainOptions& options);
  std::filesystem::path stageFolder(const std::string& stage) const {
    return options_.out / "stages" / stage;
  }
  WorkContext context();
  void prepareWorlds(const imaging::ImageProcessor& processor);
  void learnToSee();
  void learnStage(const train::DecoderStage& stage, const tokenizer::Tokenizer& tokenizer);
  StageIterator stageBehind(const std::string& name) const;
  void keep(const std::string& stage);
  Json measure(const tokenizer::Tokenizer& tokenizer);

  const PretrainOptions& options_;
  std::stop_token stop_;
  train::PretrainRecipe recipe_;
  std::shared_ptr<model::Llava> model_;
  DemoWorld world_, measured_;
  Json log_ = Json::object();
};

train::PretrainRecipe Pretraining::recipeOf(const PretrainOptions& options) {
  train::PretrainRecipe recipe = options.quick ? train::quickRecipe() : train::demoRecipe();
  for (const std::string& word : options.steps) {
    const auto equals = word.find('=');
    setSteps(recipe, word.substr(0, equals),
             equals == std::string::npos ? "" : word.substr(equals + 1));
  }
  return recipe;
}

void Pretraining::run() {
  const auto start = std::chrono::steady_clock::now();
  std::filesystem::create_directories(options_.out);
  writeTokenizer(options_.out);
  writeProcessor(options_.out);
  const auto tokenizer = tokenizer::Tokenizer::load(options_.out);
  prepareWorlds(imaging::ImageProcessor::load(options_.out));
  log_["command"] = commandOf(options_);
  log_["seed"] = options_.seed;
  log_["recipe"] = train::toJson(recipe_);
  StageIterator stage = recipe_.stages.begin();
  if (options_.after.empty()) {
    model_ = std::make_shared<model::Llava>(demoConfig(), torch::kFloat, torch::kCPU);
    useThreads(options_.threads, *model_);
    train::initialiseForBinding(*model_, kLayers, kLayers, options_.seed);
    learnToSee();
    keep(kVision);
  } else {
    stage = stageBehind(options_.after);
    model_ = model::loadLlava(stageFolder(options_.after));
    useThreads(options_.threads, *model_);
    log_ = readJsonFile(stageFolder(options_.after) / "log.json");
    log_["recipe"] = train::toJson(recipe_);
    log_["command_after_" + options_.after] = commandOf(options_);
  }
  freezeFeatures(world_, *model_);
  freezeFeatures(measured_, *model_);
  for (; stage != recipe_.stages.end(); ++stage) learnStage(*stage, tokenizer);
  model::saveLlava(*model_, options_.out, torch::kHalf);
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
  log_["seconds"] = spent.count();
  writeFileAtomically(options_.out / "recipe.json", log_.dump(2) + "\n");
}

Pretraining::StageIterator Pretraining::stageBehind(const std::string& name) const {
  if (name == kVision) return recipe_.stages.begin();
  const auto named = [&](const train::DecoderStage& stage) { return stage.name == name; };
  const auto found = std::find_if(recipe_.stages.begin(), recipe_.stages.end(), named);
  if (found != recipe_.stages.end()) return found + 1;
  throw Error(ErrorKind::kUsage, "The recipe has no stage \"" + name + "\"");
}

WorkContext Pretraining::context() {
  return {stop_, [](const Progress& progress) {
            if (progress.done % 50 != 0 && progress.done != progress.total) return;
            std::fprintf(stderr, "%s: %lld of %lld %s\n", progress.what.c_str(),
                         static_cast<long long>(progress.done),
                         static_cast<long long>(progress.total), progress.unit.c_str());
          }};
}

void Pretraining::prepareWorlds(const imaging::ImageProcessor& processor) {
  world_ = drawWorld("pretrain", options_.seed, trainingSize(options_.quick), processor, kPatchSize,
                     context());
  measured_ = drawWorld("pretrain-measure", options_.seed, measuringSize(options_.quick), processor,
                        kPatchSize, context());
}

void Pretraining::learnToSee() {
  const std::vector<double> accuracy =
      train::trainVision(*model_, densePictures(world_), densePictures(measured_), recipe_.vision,
                         options_.seed, context());
  log_["vision"] = {{"shape", accuracy.at(0)},
                    {"hue", accuracy.at(1)},
                    {"quadrant", accuracy.at(2)},
                    {"backdrop", accuracy.at(3)}};
  std::fprintf(stderr, "vision, held out: %s\n", log_["vision"].dump().c_str());
}

void Pretraining::learnStage(const train::DecoderStage& stage,
                             const tokenizer::Tokenizer& tokenizer) {
  const train::StageReport report =
      train::trainDecoder(*model_, demoRows(world_, tokenizer), stage, options_.seed, stop_,
                          [&](const train::StageReport& now) {
                            if (now.steps % 50 == 0)
                              std::fprintf(stderr, "%s\n", train::toJson(now).dump().c_str());
                          });
  Json entry = train::toJson(report);
  entry["held_out_accuracy"] = measure(tokenizer);
  std::fprintf(stderr, "%s\n", entry.dump().c_str());
  log_["stages"].push_back(entry);
  keep(stage.name);
}

void Pretraining::keep(const std::string& stage) {
  model::saveLlava(*model_, stageFolder(stage), torch::kFloat);
  writeFileAtomically(stageFolder(stage) / "log.json", log_.dump(2) + "\n");
}

Json Pretraining::measure(const tokenizer::Tokenizer& tokenizer) {
  Json accuracy = Json::object();
  for (const scenes::DemoLayout& layout : scenes::demoPlan().layouts) {
    accuracy[layout.name] = train::accuracyOf(*model_, demoRows(measured_, tokenizer), layout.name,
                                              measuredQuestions(options_.quick), options_.seed);
  }
  return accuracy;
}

void pretrain(const PretrainOptions& options) {
  const StopSignal signal;
  Pretraining(options, signal.token()).run();
  std::printf("The model lies in %s\n", options.out.string().c_str());
}

}  // namespace

void declarePretrain(CLI::App& verb) {
  verb.footer("Example: mia-engine pretrain --out demo-model --seed 1");
  const auto options = std::make_shared<PretrainOptions>();
  verb.add_option("--out", options->out, "Folder for the model; its stages go to OUT/stages")
      ->required();
  verb.add_option("--seed", options->seed, "Of the scenes, the start and the order")
      ->capture_default_str();
  verb.add_flag("--quick", options->quick, "A minute's worth, to see that it runs");
  verb.add_option("--after", options->after,
                  "Go on behind a stage that OUT/stages holds: vision, bind, spread, deepen");
  verb.add_option("--steps", options->steps,
                  "STAGE=N: another length for a stage; more of \"single\" confuses more");
  verb.add_option("--threads", options->threads, "CPU threads (default: as suits the model)")
      ->check(CLI::PositiveNumber);
  verb.callback([options] { pretrain(*options); });
}

}  // namespace mia::engine
