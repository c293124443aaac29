// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/pretrain/decoder.h"

#include <chrono>

#include "base/error.h"
#include "train/log_probs.h"
#include "train/loss/cross_entropy.h"
#include "train/pretrain/parameters.h"

namespace mia::train {
namespace {

// Over some 33 micro-batches of a layout, or 500 questions.
constexpr double kMemory = 0.97;

void follow(std::map<std::string, double>& means, const std::string& key, double value) {
  const auto [at, isNew] = means.emplace(key, value);
  if (!isNew) at->second = kMemory * at->second + (1 - kMemory) * value;
}

// [answer tokens, vocabulary].
torch::Tensor answerLogits(model::Llava& model, const PackedQuestions& packed) {
  model::DecodeInput input;
  input.embeddings = model.embed(packed.ids, model.project(packed.features));
  input.positions = packed.positions;
  input.mask = packed.mask;
  const torch::Tensor hidden = model.decode(input).flatten(0, 1);
  return model.head(hidden.index_select(0, packed.predictors));
}

double share(const torch::Tensor& exact) { return exact.to(torch::kDouble).mean().item<double>(); }

std::vector<QuestionRow> drawRows(const RowSource& source, const std::string& layout, int rows,
                                  int questions, Random& random) {
  std::vector<QuestionRow> drawn;
  for (int i = 0; i < rows; ++i) drawn.push_back(source(layout, questions, random));
  return drawn;
}

bool reached(const DecoderStage& stage, const StageReport& report) {
  const auto at = report.accuracy.find(stage.until);
  return at != report.accuracy.end() && at->second >= stage.untilAccuracy &&
         report.steps >= stage.warmup;
}

const std::string& drawLayout(const DecoderStage& stage, Random& random) {
  double total = 0;
  for (const LayoutShare& part : stage.mix) total += part.share;
  double at = random.uniform() * total;
  for (const LayoutShare& part : stage.mix) {
    at -= part.share;
    if (at < 0) return part.layout;
  }
  return stage.mix.back().layout;
}

// One step's micro-batches; their gradients add up to the mean per answer token.
void addGradients(model::Llava& model, const RowSource& rows, const DecoderStage& stage,
                  Random& random, StageReport& report) {
  double loss = 0;
  for (int i = 0; i < stage.microBatches; ++i) {
    const std::string& layout = drawLayout(stage, random);
    const PackedQuestions packed =
        packQuestions(drawRows(rows, layout, stage.rows, stage.questions, random));
    const torch::Tensor logits = answerLogits(model, packed);
    const torch::Tensor part = crossEntropy(tokenLogProbs(logits, packed.targets),
                                            packed.targets.numel() * stage.microBatches);
    part.backward();
    loss += part.item<double>();
    follow(report.accuracy, layout, share(exactAnswers(packed, logits.detach().argmax(1))));
  }
  report.loss = report.steps == 0 ? loss : kMemory * report.loss + (1 - kMemory) * loss;
}

// Gradients are on while it lives.
class LearningParameters {
 public:
  explicit LearningParameters(model::Llava& model) : list_(languageParameters(model)) {
    for (torch::Tensor& parameter : list_) parameter.set_requires_grad(true);
  }
  ~LearningParameters() {
    for (torch::Tensor& parameter : list_) parameter.set_requires_grad(false);
  }
  LearningParameters(const LearningParameters&) = delete;
  LearningParameters& operator=(const LearningParameters&) = delete;
  const std::vector<torch::Tensor>& list() const { return list_; }

 private:
  std::vector<torch::Tensor> list_;
};

Error notReached(const DecoderStage& stage) {
  return Error(ErrorKind::kBadInput,
               "The stage \"" + stage.name + "\" did not reach " +
                   std::to_string(stage.untilAccuracy) + " on " + stage.until + " in " +
                   std::to_string(stage.steps) + " steps",
               "Try another seed: seeds bind at different times");
}

}  // namespace

Json toJson(const StageReport& report) {
  return {{"name", report.name},
          {"steps", report.steps},
          {"seconds", report.seconds},
          {"loss", report.loss},
          {"training_accuracy", report.accuracy}};
}

StageReport trainDecoder(model::Llava& model, const RowSource& rows, const DecoderStage& stage,
                         std::uint64_t seed, std::stop_token stop, const StageWatch& watch) {
  const auto start = std::chrono::steady_clock::now();
  const LearningParameters parameters(model);
  torch::optim::AdamW optimiser(
      parameters.list(),
      torch::optim::AdamWOptions(stage.rate).betas({0.9, 0.98}).weight_decay(0.01));
  Random random = Random::stream(seed, "stage " + stage.name);
  StageReport report;
  report.name = stage.name;
  while (report.steps < stage.steps && !reached(stage, report)) {
    if (stop.stop_requested()) {
      throw Error(ErrorKind::kStopped, "Stopped in the stage \"" + stage.name + "\"");
    }
    setRate(optimiser, rateAt(report.steps, stage.steps, stage.rate, stage.warmup, stage.floor));
    optimiser.zero_grad();
    addGradients(model, rows, stage, random, report);
    torch::nn::utils::clip_grad_norm_(parameters.list(), 1.0);
    optimiser.step();
    ++report.steps;
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
    report.seconds = spent.count();
    watch(report);
  }
  if (!stage.until.empty() && !reached(stage, report)) throw notReached(stage);
  return report;
}

double accuracyOf(model::Llava& model, const RowSource& rows, const std::string& layout,
                  int questions, std::uint64_t seed) {
  const torch::NoGradGuard noGradients;
  constexpr int kRows = 8, kPerRow = 5;
  Random random = Random::stream(seed, "accuracy " + layout);
  double right = 0;
  int asked = 0;
  while (asked < questions) {
    const PackedQuestions packed = packQuestions(drawRows(rows, layout, kRows, kPerRow, random));
    const torch::Tensor exact = exactAnswers(packed, answerLogits(model, packed).argmax(1));
    right += exact.sum().item<double>();
    asked += static_cast<int>(packed.questions);
  }
  return right / asked;
}

}  // namespace mia::train
