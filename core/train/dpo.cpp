// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/dpo.h"

#include <chrono>
#include <cmath>
#include <numeric>

#include "base/files.h"
#include "base/random.h"
#include "model/lora/lora.h"
#include "model/lora/peft_files.h"
#include "train/batches.h"
#include "train/checkpoints.h"
#include "train/fingerprint.h"
#include "train/memory.h"
#include "train/objective.h"
#include "train/optimizer.h"
#include "train/schedule.h"

namespace mia::train {
namespace {

using Clock = std::chrono::steady_clock;

// A model whose gradients are never finite again learns nothing more.
constexpr std::int64_t kMostSkippedInARow = 10;

double secondsSince(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

std::vector<std::size_t> range(std::size_t first, std::size_t last) {
  std::vector<std::size_t> indices(last - first);
  std::iota(indices.begin(), indices.end(), first);
  return indices;
}

/// The pairs that fit; what does not is counted, named and told.
struct UsablePairs {
  std::vector<TokenPair> all;  ///< learned from, then held out
  std::size_t training = 0;    ///< how many of them are learned from
  std::vector<std::int64_t> tooLong;

  UsablePairs(const DpoData& data, std::int64_t maxLength) {
    keep(data.pairs, maxLength);
    training = all.size();
    keep(data.heldOut, maxLength);
    if (training > 0) return;
    throw Error(ErrorKind::kBadInput,
                data.pairs.empty()
                    ? "There is no pair to learn from"
                    : "None of the " + std::to_string(data.pairs.size()) + " pairs is at most " +
                          std::to_string(maxLength) + " tokens long",
                data.pairs.empty() ? "Select pairs first" : "Raise max_length");
  }

 private:
  void keep(const std::vector<TokenPair>& pairs, std::int64_t maxLength) {
    for (const TokenPair& pair : pairs) {
      if (pair.length() <= maxLength) {
        all.push_back(pair);
      } else {
        tooLong.push_back(pair.id);
      }
    }
  }
};

/// What a checkpoint knows besides adapter and optimiser.
struct TrainerState {
  static constexpr int kSchema = 1;
  std::int64_t step = 0;
  std::int64_t skipped = 0;  ///< steps whose gradient was not finite
};

class DpoRun {
 public:
  DpoRun(model::Llava& model, const DpoData& data, const DpoOptions& options,
         const DpoFolders& folders, const WorkContext& work, const EventSink& emit)
      : model_(model),
        data_(data),
        options_(options),
        folders_(folders),
        work_(work),
        emit_(emit),
        pairs_(data, options.maxLength),
        plan_(pairs_.training, options),
        schedule_(options.learningRate, plan_.totalSteps(), options.warmupRatio),
        fingerprint_(
            fingerprint({{"options", toJson(options)}, {"model", data.model}}, pairs_.all)),
        checkpoints_(folders.checkpoints, options.keepCheckpoints),
        features_(model, data, options.featureMemory),
        scorer_(model, features_),
        objective_(scorer_, pairs_.all, reference_, options, model.device()) {
    lora_.r = options.loraR;
    lora_.alpha = options.loraAlpha;
    lora_.dropout = options.loraDropout;
  }

  Json run() {
    const auto start = Clock::now();
    attachAdapter();
    AdamW optimizer(model::trainableParameters(model_), options_.weightDecay);
    resume(optimizer);
    tellLeftOut();
    features_.prepare(pairs_.all, work_);
    if (options_.objective == Objective::kDpo) scoreReference();
    while (state_.step < plan_.totalSteps()) {
      step(optimizer);
      const bool stopping = work_.stop.stop_requested();
      const bool last = state_.step == plan_.totalSteps();
      if (last || isTime(options_.evalSteps)) evaluate();
      if (last || stopping || isTime(options_.saveSteps)) save(optimizer);
      if (stopping && !last) throw Error(ErrorKind::kStopped, "Stopped after a checkpoint");
    }
    writeFolderAtomically(folders_.adapter, [&](const auto& folder) { writeAdapter(folder); });
    return summary(secondsSince(start));
  }

 private:
  bool isTime(std::int64_t interval) const { return interval > 0 && state_.step % interval == 0; }

  void attachAdapter() {
    const std::filesystem::path start = checkpoints_.latestStep() > 0
                                            ? checkpoints_.pathOf(checkpoints_.latestStep())
                                            : options_.startAdapter;
    if (start.empty()) {
      model::attachLora(model_, lora_, options_.seed);
    } else {
      lora_ = model::loadPeft(model_, start).config;
    }
    model_.train(!options_.disableDropout);
  }

  // Those of the checkpoint's state; Error kUsage when it is of another run.
  void resume(AdamW& optimizer) {
    const std::int64_t step = checkpoints_.latestStep();
    if (step == 0) return;
    const std::filesystem::path folder = checkpoints_.pathOf(step);
    const std::string where = (folder / "state.json").string();
    const Json state = readJsonFile(where);
    if (require<std::string>(state, "fingerprint", where) != fingerprint_) {
      throw Error(ErrorKind::kUsage,
                  folder.string() + " was made with other pairs, settings or weights",
                  "Start a new run");
    }
    optimizer.load(folder / "optimizer.safetensors");
    state_.step = require<std::int64_t>(state, "step", where);
    state_.skipped = require<std::int64_t>(state, "skipped_steps", where);
  }

  void writeAdapter(const std::filesystem::path& folder) const {
    model::savePeft(model_, lora_, folder, data_.baseModel);
  }

  void tellLeftOut() {
    if (pairs_.tooLong.empty() || state_.step > 0) return;
    const std::size_t count = pairs_.tooLong.size();
    emit_("warning",
          {{"code", "too-long"},
           {"words", std::to_string(count) + " pairs are longer than " +
                         std::to_string(options_.maxLength) + " tokens and are left out"},
           {"count", count},
           {"pairs", pairs_.tooLong}});
  }

  void scoreReference() {
    const Json what{{"model", data_.model}, {"micro_batch_size", options_.microBatchSize}};
    reference_ = referenceLogProbs(model_, scorer_, pairs_.all,
                                   static_cast<std::size_t>(options_.microBatchSize),
                                   folders_.reference, fingerprint(what, pairs_.all), work_);
  }

  void step(AdamW& optimizer) {
    const auto start = Clock::now();
    const std::vector<std::size_t> pairs = plan_.pairsOfStep(state_.step);
    // Dropout depends on the step alone, so that a resumed run draws what an uninterrupted one
    // does.
    torch::manual_seed(
        Random::stream(options_.seed, "dropout", static_cast<std::uint64_t>(state_.step)).bits());
    optimizer.zeroGradients();
    const StepMetrics metrics = objective_.differentiate(pairs);
    const double gradNorm = optimizer.clipGradients(options_.maxGradNorm);
    const double rate = schedule_.rate(state_.step);
    ++state_.step;
    if (std::isfinite(metrics.loss()) && std::isfinite(gradNorm)) {
      optimizer.step(rate);
      skippedInARow_ = 0;
      tellMetrics(metrics, gradNorm, rate, pairs, secondsSince(start));
    } else {
      skip(pairs);
    }
    work_.progress({"train", state_.step, plan_.totalSteps(), "steps"});
  }

  void tellMetrics(const StepMetrics& metrics, double gradNorm, double rate,
                   const std::vector<std::size_t>& pairs, double seconds) {
    Json fields = metrics.toJson();
    fields["step"] = state_.step;
    fields["epoch"] = static_cast<double>(state_.step) / static_cast<double>(plan_.stepsPerEpoch());
    fields["grad_norm"] = gradNorm;
    fields["learning_rate"] = rate;
    fields["pairs"] = idsOf(pairs);
    if (auto margins = metrics.marginsOf(pairs); !margins.empty())
      fields["pair_margins"] = std::move(margins);
    fields["pairs_per_second"] = static_cast<double>(pairs.size()) / seconds;
    fields["tokens_per_second"] = static_cast<double>(objective_.tokens(pairs)) / seconds;
    if (const auto bytes = memoryInUse(model_.device())) fields["memory_bytes"] = *bytes;
    emit_("metrics", std::move(fields));
  }

  void skip(const std::vector<std::size_t>& pairs) {
    ++state_.skipped;
    emit_("warning", {{"code", "non-finite-step"},
                      {"words", "Step " + std::to_string(state_.step) +
                                    " gave no finite loss or gradient and changed nothing"},
                      {"step", state_.step},
                      {"pairs", idsOf(pairs)}});
    if (++skippedInARow_ < kMostSkippedInARow) return;
    throw Error(ErrorKind::kBadInput,
                std::to_string(skippedInARow_) + " steps in a row gave no finite gradient",
                "Lower the learning rate, or train in fp32");
  }

  std::vector<std::int64_t> idsOf(const std::vector<std::size_t>& pairs) const {
    std::vector<std::int64_t> ids;
    for (const std::size_t pair : pairs) ids.push_back(pairs_.all[pair].id);
    return ids;
  }

  void evaluate() {
    if (options_.evalSteps == 0 || pairs_.training == pairs_.all.size()) return;
    model_.eval();
    Json fields = objective_.measure(range(pairs_.training, pairs_.all.size())).toJson("eval_");
    model_.train(!options_.disableDropout);
    fields["step"] = state_.step;
    emit_("eval", std::move(fields));
  }

  void save(const AdamW& optimizer) {
    checkpoints_.write(state_.step, [&](const std::filesystem::path& folder) {
      writeAdapter(folder);
      optimizer.save(folder / "optimizer.safetensors");
      writeFileAtomically(folder / "state.json", Json{{"schema", TrainerState::kSchema},
                                                      {"step", state_.step},
                                                      {"skipped_steps", state_.skipped},
                                                      {"fingerprint", fingerprint_},
                                                      {"options", toJson(options_)}}
                                                     .dump(2));
    });
    emit_("checkpoint",
          {{"step", state_.step}, {"path", checkpoints_.pathOf(state_.step).string()}});
  }

  Json summary(double seconds) const {
    return {{"steps", state_.step},
            {"pairs", pairs_.training},
            {"held_out_pairs", pairs_.all.size() - pairs_.training},
            {"too_long_pairs", pairs_.tooLong.size()},
            {"skipped_steps", state_.skipped},
            {"seconds", seconds},
            {"adapter", folders_.adapter.string()}};
  }

  model::Llava& model_;
  const DpoData& data_;
  const DpoOptions& options_;
  const DpoFolders& folders_;
  const WorkContext& work_;
  const EventSink& emit_;
  UsablePairs pairs_;
  StepPlan plan_;
  LinearSchedule schedule_;
  std::string fingerprint_;
  Checkpoints checkpoints_;
  VisualFeatures features_;
  PairScorer scorer_;
  ReferenceLogProbs reference_;
  StepObjective objective_;
  model::LoraConfig lora_;
  TrainerState state_;
  std::int64_t skippedInARow_ = 0;
};

}  // namespace

std::int64_t resumableStep(const DpoFolders& folders) {
  return Checkpoints(folders.checkpoints, 1).latestStep();
}

Json runDpo(model::Llava& model, const DpoData& data, const DpoOptions& options,
            const DpoFolders& folders, const WorkContext& work, const EventSink& emit) {
  options.check();
  return DpoRun(model, data, options, folders, work, emit).run();
}

}  // namespace mia::train
