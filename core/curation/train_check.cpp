// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/train_check.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <unordered_map>

#include "base/figures.h"
#include "curation/model_identity.h"
#include "curation/model_lens.h"
#include "storage/images.h"
#include "storage/samples.h"

namespace mia::curation {

/// What a decoder is made of, as its config.json tells.
struct DecoderShape {
  double hidden = 0, intermediate = 0, layers = 0, heads = 0, keyValue = 0, vocabulary = 0;
  double weights = 0;  ///< how many
};

/// What is kept of a selection's pairs, as one model reads them.
struct TrainChecker::Measured {
  struct PairLength {
    int whole = 0;   ///< tokens of prompt and longer answer: what max_length is held against
    int packed = 0;  ///< tokens of prompt and both answers: a row of the forward pass
    bool heldOut = false;
    bool missing = false;
  };
  PairChoice choice;
  std::filesystem::path model;
  std::int64_t accepted = 0;
  std::vector<PairLength> pairs;
  std::map<LayoutKind, std::int64_t> byLayout;
  std::string missingFile;
  DecoderShape shape;
  std::string modelHash;  ///< "" where it takes long to tell
};

namespace {

constexpr double kQuicklyHashed = 5e8;  // weights

DecoderShape shapeOf(const std::filesystem::path& model) {
  const Json config = readJsonFile(model / "config.json");
  const Json text = config.value("text_config", config);
  // Fields that a config leaves out are LLaMA-7B's, as in transformers.
  DecoderShape shape;
  shape.hidden = text.value("hidden_size", 4096.0);
  shape.intermediate = text.value("intermediate_size", 11008.0);
  shape.layers = text.value("num_hidden_layers", 32.0);
  shape.heads = text.value("num_attention_heads", 32.0);
  shape.keyValue = shape.hidden * text.value("num_key_value_heads", shape.heads) / shape.heads;
  shape.vocabulary = text.value("vocab_size", 32000.0);
  const std::string type =
      config.value("dtype", config.value("torch_dtype", std::string("float16")));
  double bytes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(model)) {
    const std::string ending = entry.path().extension().string();
    if (ending == ".safetensors") bytes += static_cast<double>(entry.file_size());
  }
  shape.weights = bytes / (type == "float32" ? 4 : 2);
  return shape;
}

// Adapters on the seven linear layers of each decoder layer.
double adapterWeights(const DecoderShape& s, double rank) {
  const double attention = 2 * (s.hidden + s.hidden) + 2 * (s.hidden + s.keyValue);
  return rank * s.layers * (attention + 3 * (s.hidden + s.intermediate));
}

// Weights in 4 bytes (CPU) or 2; adapter, gradient and Adam's two moments in 4 each; what a
// backward pass needs again of every layer and of the logits of the answers.
double estimatedMemory(const DecoderShape& s, const run::TrainConfig& config, double rowTokens,
                       double answerTokens, bool onCpu) {
  const double number = onCpu ? 4 : 2;
  const double perToken = 14 * s.hidden + 4 * s.intermediate + 2 * s.heads * rowTokens;
  const double rows = config.microBatchSize;
  const double activations = rows * rowTokens * s.layers * perToken * number;
  const double logits = 3 * rows * answerTokens * s.vocabulary * 4;
  return s.weights * number + 16 * adapterWeights(s, config.loraR) + activations + logits;
}

std::int64_t freeMemory() {
  std::ifstream file("/proc/meminfo");
  std::string name;
  std::int64_t kilobytes = 0;
  while (file >> name >> kilobytes) {
    if (name == "MemAvailable:") return kilobytes * 1024;
    file.ignore(1000, '\n');
  }
  return 0;
}

std::int64_t stepsOf(const run::TrainConfig& config, std::int64_t pairs) {
  if (config.maxSteps > 0) return config.maxSteps;
  const std::int64_t perEpoch = (pairs + config.batchSize - 1) / config.batchSize;
  return static_cast<std::int64_t>(std::ceil(config.epochs * static_cast<double>(perEpoch)));
}

// By its folder, or, where that is quickly known, by what it computes with.
bool isModelOf(const RunFacts& run, const std::filesystem::path& model, const std::string& hash) {
  return std::filesystem::path(run.manifest.model) == model ||
         (!hash.empty() && run.manifest.modelHash == hash);
}

// The newest run with this model that got far enough to tell.
const RunFacts* telling(const std::vector<RunFacts>& history, const std::filesystem::path& model,
                        const std::string& hash) {
  for (const RunFacts& run : history) {
    if (isModelOf(run, model, hash) && run.pairsSeen > 0) return &run;
  }
  return nullptr;
}

std::string number(double value) { return fixed(value, value < 10 ? 1 : 0); }

void tellTime(const RunFacts* run, const run::TrainConfig& config, TrainCheck& check) {
  if (!run || run->seconds <= 0) {
    check.secondsBasis = "no training with this model was done here yet: its first steps will tell";
    return;
  }
  const double rate = run->pairsSeen / run->seconds;
  const double pairs =
      std::min(static_cast<double>(check.steps * config.batchSize),
               config.maxSteps > 0 ? 1e18 : config.epochs * static_cast<double>(check.usable));
  check.seconds = pairs / rate;
  check.secondsBasis = "as “" + run->title() + "” did: " + number(rate) + " pairs a second on " +
                       run->device + ", preparation included";
}

void tellMemory(const RunFacts* run, const run::TrainConfig& config, const DecoderShape& shape,
                int packed, int answers, TrainCheck& check) {
  check.memoryFree = freeMemory();
  const Json micro = config.microBatchSize, rank = config.loraR;
  if (run && run->memory > 0 && run->manifest.config.value("micro_batch_size", Json()) == micro &&
      run->manifest.config.value("lora_r", Json()) == rank) {
    check.memory = static_cast<std::int64_t>(run->memory);
    check.memoryBasis = "as “" + run->title() + "” held, with as many pairs at once";
    return;
  }
  const bool onCpu = !run || run->device == "cpu";
  check.memory = static_cast<std::int64_t>(estimatedMemory(shape, config, packed, answers, onCpu));
  check.memoryBasis = std::string("roughly, by the model's shape and the longest pair, on ") +
                      (onCpu ? "a CPU" : run->device);
}

}  // namespace

TrainChecker::TrainChecker(const std::filesystem::path& project)
    : project_(Project::open(project)) {}
TrainChecker::~TrainChecker() = default;

const TrainChecker::Measured& TrainChecker::measure(const PairChoice& choice,
                                                    const std::filesystem::path& model) {
  const bool isKept = measured_ && measured_->choice.selection == choice.selection &&
                      measured_->choice.source == choice.source && measured_->model == model;
  // What people accepted may have changed meanwhile.
  if (isKept && choice.source == PairSource::kAutomatic) return *measured_;
  auto fresh = std::make_unique<Measured>();
  fresh->choice = choice;
  fresh->model = model;
  fresh->shape = shapeOf(model);
  if (fresh->shape.weights < kQuicklyHashed)
    fresh->modelHash = modelHash(model, project_.cacheFolder());
  const ModelLens lens(model.string());
  storage::SampleReader samples(project_.database());
  storage::ImageReader images(project_.database());
  std::unordered_map<ImageId, bool> present;
  std::unordered_map<SampleId, int> promptTokens;
  const auto take = [&](Pair&& pair) {
    const Sample sample = samples.get(pair.sample);
    Measured::PairLength length;
    length.heldOut = sample.split == Split::kHeldOut;
    for (const ImageId id : sample.images) {
      auto known = present.find(id);
      if (known == present.end()) {
        const std::filesystem::path file = images.get(id).file();
        known = present.emplace(id, std::filesystem::exists(file)).first;
        if (!known->second) fresh->missingFile = file.string();
      }
      length.missing = length.missing || !known->second;
    }
    const auto [prompt, isNew] = promptTokens.emplace(pair.sample, 0);
    if (isNew) prompt->second = lens.promptTokens(sample.prompt);
    const int chosen = lens.answerTokens(pair.chosen), rejected = lens.answerTokens(pair.rejected);
    length.whole = prompt->second + std::max(chosen, rejected);
    length.packed = prompt->second + chosen + rejected;
    fresh->pairs.push_back(length);
    ++fresh->byLayout[sample.recipe.kind];
  };
  if (choice.source == PairSource::kAutomatic) ChosenPairs(project_, choice).forEach(take);
  fresh->accepted = countAccepted(project_, choice);
  if (choice.source == PairSource::kAccepted && fresh->accepted > 0)
    ChosenPairs(project_, choice).forEach(take);
  measured_ = std::move(fresh);
  return *measured_;
}

TrainCheck TrainChecker::check(const TrainRequest& request, const std::vector<RunFacts>& history) {
  run::check(request.config);
  const run::TrainConfig& config = request.config;
  const auto model = std::filesystem::absolute(request.model).lexically_normal();
  TrainCheck check;
  check.selection = selectionOf(project_, request.selection);
  const Measured& measured = measure({check.selection, request.pairs, request.review}, model);
  check.source = request.pairs;
  check.accepted = measured.accepted;
  check.byLayout = measured.byLayout;
  check.missingFile = measured.missingFile;
  check.pairs = std::ssize(measured.pairs);
  std::vector<int> lengths;
  int packed = 0, answers = 0;
  for (const Measured::PairLength& pair : measured.pairs) {
    lengths.push_back(pair.whole);
    if (pair.missing) {
      ++check.missing;
    } else if (pair.whole > config.maxLength) {
      ++check.tooLong;
    } else {
      ++(pair.heldOut ? check.heldOut : check.usable);
      packed = std::max(packed, pair.packed);
      answers = std::max(answers, 2 * (pair.packed - pair.whole));
    }
  }
  std::sort(lengths.begin(), lengths.end());
  if (!lengths.empty())
    check.lengths = {lengths.front(), lengths[lengths.size() / 2], lengths.back()};
  check.steps = stepsOf(config, check.usable);
  const RunFacts* run = telling(history, model, measured.modelHash);
  tellMemory(run, config, measured.shape, packed, answers, check);
  tellTime(run, config, check);
  for (const RunFacts& other : history) {
    const bool same = isModelOf(other, model, measured.modelHash) &&
                      other.manifest.config == run::configToJson(config) &&
                      other.pairs == check.pairs;
    if (same && !check.same) check.same = other.id();
  }
  if (check.source == PairSource::kAccepted && check.accepted == 0) {
    check.problems.push_back(
        "No pair of this selection has been accepted: accept some in the "
        "audit, or train on the automatic ones");
  } else if (check.usable == 0) {
    check.problems.push_back("No pair is left to learn from");
  }
  if (config.evalSteps > 0 && check.heldOut == 0) {
    check.problems.push_back(
        "eval_steps is set, but no pair of a held-out sample is selected: nothing will be scored");
  }
  return check;
}

Json toJson(const TrainCheck& check) {
  Json layouts = Json::object();
  for (const auto& [layout, pairs] : check.byLayout) layouts[toString(layout)] = pairs;
  return {{"selection", check.selection.value},
          {"source", toString(check.source)},
          {"pairs", check.pairs},
          {"accepted", check.accepted},
          {"by_layout", layouts},
          {"usable", check.usable},
          {"held_out", check.heldOut},
          {"too_long", check.tooLong},
          {"missing", check.missing},
          {"tokens",
           {{"shortest", check.lengths.shortest},
            {"median", check.lengths.median},
            {"longest", check.lengths.longest}}},
          {"steps", check.steps},
          {"memory_bytes", check.memory},
          {"memory_basis", check.memoryBasis},
          {"memory_free_bytes", check.memoryFree},
          {"seconds", check.seconds},
          {"seconds_basis", check.secondsBasis},
          {"same", check.same ? Json(*check.same) : Json()},
          {"problems", check.problems}};
}

std::string toText(const TrainCheck& check) {
  constexpr double kMegabyte = 1024 * 1024;
  const bool audited = check.source == PairSource::kAccepted;
  std::string text = std::to_string(check.usable) + " of " + std::to_string(check.pairs) +
                     (audited ? " accepted" : "") + " pairs of selection " +
                     std::to_string(check.selection.value) + " will be learned from, in " +
                     std::to_string(check.steps) + " steps\n";
  const auto add = [&](std::int64_t count, const std::string& words) {
    if (count > 0) text += "  " + std::to_string(count) + " " + words + "\n";
  };
  if (!audited) add(check.accepted, "of the selection are accepted in the audit");
  add(check.heldOut, "are held out: only scored");
  add(check.tooLong, "are longer than max_length and left out");
  add(check.missing, "lack a photo and are left out, such as " + check.missingFile);
  text += "  tokens: " + std::to_string(check.lengths.shortest) + " to " +
          std::to_string(check.lengths.longest) + ", median " +
          std::to_string(check.lengths.median) + "\n";
  text += "  memory: " + number(static_cast<double>(check.memory) / kMegabyte) + " MB (" +
          check.memoryBasis + "); " + number(static_cast<double>(check.memoryFree) / kMegabyte) +
          " MB are free\n";
  text += "  time: " + (check.seconds > 0 ? number(check.seconds / 60) + " minutes, " : "") +
          check.secondsBasis + "\n";
  if (check.same) text += "  run " + *check.same + " has these settings and as many pairs\n";
  for (const std::string& problem : check.problems) text += "  ! " + problem + "\n";
  return text;
}

}  // namespace mia::curation
