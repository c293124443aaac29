// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generate/answer.h"

#include <algorithm>
#include <optional>

#include "base/error.h"
#include "generate/prompt_batch.h"
#include "generate/sampler.h"

namespace mia::generate {
namespace {

// Prompts leave the batch in one go when so large a part of them has ended: shrinking copies the
// cache of those that stay.
constexpr double kShrinkBelow = 0.6;
// Tokens per answer that the cache has room for at first; it grows when answers are longer.
constexpr std::int64_t kFirstRoom = 32;

std::vector<Draw> drawsOf(const std::vector<Prompt>& prompts, const AnswerOptions& options) {
  std::vector<Draw> draws;
  for (const Prompt& prompt : prompts) {
    for (int i = options.firstAnswer; i <= options.samples; ++i) {
      const Draw drawn{options.temperature, Random::stream(options.seed, "answer " + prompt.stream,
                                                           static_cast<std::uint64_t>(i))};
      draws.push_back(i == 0 ? Draw{} : drawn);
    }
  }
  return draws;
}

Error stopped() { return {ErrorKind::kStopped, "Stopped while answering"}; }

/// A batch on its way from prompts to answers. P running prompts, R answers to each.
class Answering {
 public:
  Answering(model::Llava& model, const std::vector<Prompt>& prompts, const AnswerOptions& options)
      : model_(model),
        options_(options),
        answersEach_(options.samples + 1 - options.firstAnswer),
        batch_(padPrompts(prompts, model.config().imageTokenId, model.device())),
        sampler_(drawsOf(prompts, options), model.device()),
        cache_(model.makeCache(batch_.length + answersEach_ * kFirstRoom)),
        visible_(promptVisibility()),
        answers_(prompts.size(), std::vector<TokenAnswer>(static_cast<std::size_t>(answersEach_))) {
    for (std::size_t i = 0; i < prompts.size(); ++i) {
      running_.push_back(static_cast<std::int64_t>(i));
    }
    if (options.attention && batch_.visual.columns.size(1) > 0) recorder_.emplace(batch_.visual);
  }

  std::vector<std::vector<TokenAnswer>> run() {
    torch::Tensor logits = readPrompts();
    for (int step = 0;; ++step) {
      if (options_.stop.stop_requested()) {
        if (options_.keepStopped && step > 0) break;
        throw stopped();
      }
      const torch::Tensor tokens = take(logits);
      if (running_.empty() || step + 1 == options_.maxNewTokens) break;
      logits = readTokens(tokens, step);
    }
    finish();
    return std::move(answers_);
  }

 private:
  // [P, 1, R, prompt] bool: every answer sees its prompt without the padding.
  torch::Tensor promptVisibility() const {
    return batch_.mask.view({batch_.mask.size(0), 1, 1, -1}).expand({-1, 1, answersEach_, -1});
  }

  model::AttentionTap tap(const torch::Tensor& queryRows) {
    rows_.clear();
    model::AttentionTap tap;
    tap.rows = queryRows;
    tap.meanOverHeads = true;
    tap.take = [this](std::int64_t, const torch::Tensor& attention) {
      if (cache_.length() == 0 && options_.stop.stop_requested()) throw stopped();
      rows_.push_back(recorder_->visualRows(attention));
    };
    return tap;
  }

  // The whole prompts, by fused attention; the row that emits the first token is read beside it.
  // -> logits [P * R, V]
  torch::Tensor readPrompts() {
    model::DecodeInput input;
    input.embeddings = model_.embed(batch_.ids, batch_.imageRows);
    if (batch_.padded) {
      input.mask = batch_.mask;
      input.positions = model::positionsOf(batch_.mask);
    }
    input.cache = &cache_;
    const model::AttentionTap lastRow =
        tap(torch::tensor({batch_.length - 1}, torch::kInt64).to(model_.device()));
    if (recorder_) input.attention = &lastRow;
    const torch::Tensor last = model_.decode(input).select(1, batch_.length - 1);
    for (torch::Tensor& row : rows_) row = row.expand({-1, answersEach_, -1});
    return model_.head(last).repeat_interleave(answersEach_, 0);
  }

  // One token of each answer: tokens [P, R] -> logits [P * R, V].
  torch::Tensor readTokens(const torch::Tensor& tokens, int step) {
    const std::int64_t wanted = cache_.length() + answersEach_;
    if (wanted > cache_.capacity()) {
      cache_.reserve(std::max(wanted, 2 * cache_.capacity() - batch_.length));
    }
    const torch::Tensor own = torch::eye(answersEach_, visible_.options())
                                  .view({1, 1, answersEach_, answersEach_})
                                  .expand({tokens.size(0), 1, -1, -1});
    visible_ = torch::cat({visible_, own}, -1);
    model::DecodeInput input;
    input.embeddings = torch::embedding(model_.decoder->embedTokens, tokens);
    input.positions = (batch_.lengths + step).unsqueeze(1).expand({-1, answersEach_});
    input.mask = visible_;
    input.cache = &cache_;
    const model::AttentionTap allRows = tap({});
    if (recorder_) input.attention = &allRows;
    return model_.head(model_.decode(input)).flatten(0, 1);
  }

  // Picks the next token of every answer and notes it for those that still run; prompts all of
  // whose answers ended may leave the batch. -> tokens [P, R] of the prompts that stay.
  torch::Tensor take(const torch::Tensor& logits) {
    const Choice choice = sampler_.choose(logits);
    const auto prompts = static_cast<std::int64_t>(running_.size());
    const auto host = [&](const torch::Tensor& values) {
      return values.cpu().contiguous().view({prompts, answersEach_});
    };
    const torch::Tensor tokens = host(choice.tokens);
    const torch::Tensor logProbs = host(choice.logProbs), maxLogProbs = host(choice.maxLogProbs);
    const torch::Tensor active = torch::zeros({prompts, answersEach_}, torch::kBool);
    const auto ids = tokens.accessor<std::int64_t, 2>();
    std::vector<std::int64_t> going;  // indices into running_
    std::vector<EmittedToken> emitted;
    for (std::int64_t p = 0; p < prompts; ++p) {
      const auto index = static_cast<std::size_t>(running_[static_cast<std::size_t>(p)]);
      auto& answers = answers_[index];
      bool any = false;
      for (std::int64_t r = 0; r < answersEach_; ++r) {
        TokenAnswer& answer = answers[static_cast<std::size_t>(r)];
        if (answer.complete) continue;
        active.accessor<bool, 2>()[p][r] = true;
        answer.ids.push_back(ids[p][r]);
        answer.logProbs.push_back(logProbs.accessor<float, 2>()[p][r]);
        answer.maxLogProbs.push_back(maxLogProbs.accessor<float, 2>()[p][r]);
        answer.complete = std::find(options_.endIds.begin(), options_.endIds.end(), ids[p][r]) !=
                          options_.endIds.end();
        if (options_.watch) {
          emitted.push_back({index, static_cast<std::size_t>(r), ids[p][r], answer.logProbs.back(),
                             answer.maxLogProbs.back(), rowsOf(p, r, index)});
        }
        any = any || !answer.complete;
      }
      if (any) going.push_back(p);
    }
    if (recorder_) recorder_->add(rows_, active.to(model_.device()));
    for (const EmittedToken& token : emitted) options_.watch(token);
    return shrink(choice.tokens.view({prompts, answersEach_}), going);
  }

  // Where the row looked that emits answer `r` of the running prompt `p`, `index` in the batch.
  torch::Tensor rowsOf(std::int64_t p, std::int64_t r, std::size_t index) const {
    if (!recorder_) return {};
    std::vector<torch::Tensor> layers;
    for (const torch::Tensor& rows : rows_) {
      layers.push_back(rows[p][r].narrow(0, 0, batch_.visual.visualCounts[index]));
    }
    return torch::stack(layers).cpu();
  }

  torch::Tensor shrink(const torch::Tensor& tokens, const std::vector<std::int64_t>& going) {
    if (going.empty()) running_.clear();
    const auto few = kShrinkBelow * static_cast<double>(running_.size());
    if (static_cast<double>(going.size()) > few || going.empty()) return tokens;
    std::vector<std::int64_t> stay;
    std::vector<std::size_t> rows;
    for (const std::int64_t p : going) {
      stay.push_back(running_[static_cast<std::size_t>(p)]);
      for (std::int64_t r = 0; r < answersEach_; ++r) {
        rows.push_back(static_cast<std::size_t>(p * answersEach_ + r));
      }
    }
    running_ = stay;
    sampler_.keep(rows);
    if (recorder_) recorder_->keepRunning(torch::tensor(stay, torch::kInt64));
    const torch::Tensor kept = torch::tensor(going, torch::kInt64).to(model_.device());
    cache_ = cache_.select(kept);
    visible_ = visible_.index_select(0, kept);
    batch_.lengths = batch_.lengths.index_select(0, kept);
    return tokens.index_select(0, kept);
  }

  void finish() {
    if (recorder_) recorder_->finish();
    for (std::size_t p = 0; p < answers_.size(); ++p) {
      for (std::size_t r = 0; r < answers_[p].size(); ++r) {
        TokenAnswer& answer = answers_[p][r];
        requireNumbers(answer);
        if (!recorder_ || batch_.visual.visualCounts[p] == 0) continue;
        answer.layers =
            recorder_->readings(static_cast<std::int64_t>(p), static_cast<std::int64_t>(r),
                                static_cast<std::int64_t>(answer.ids.size()));
      }
    }
  }

  model::Llava& model_;
  const AnswerOptions& options_;
  std::int64_t answersEach_;
  PromptBatch batch_;
  Sampler sampler_;
  model::KvCache cache_;
  torch::Tensor visible_;  ///< [P, 1, R, keys] bool
  std::optional<AttentionRecorder> recorder_;
  std::vector<torch::Tensor> rows_;    ///< of the latest pass, one per layer
  std::vector<std::int64_t> running_;  ///< prompts that are still in the batch
  std::vector<std::vector<TokenAnswer>> answers_;
};

}  // namespace

torch::Tensor timesUniform(const torch::Tensor& rows) {
  // A row that put nothing on any visual token (underflow) must not divide by zero.
  constexpr double kLeast = 1e-30;
  return rows * static_cast<double>(rows.size(-1)) / rows.sum(-1, true).clamp_min(kLeast);
}

void requireNumbers(const TokenAnswer& answer) {
  const auto bad = [](float logProb) { return !std::isfinite(logProb); };
  if (std::any_of(answer.maxLogProbs.begin(), answer.maxLogProbs.end(), bad)) {
    throw Error(ErrorKind::kBadInput, "The model computes values that are not numbers",
                "Its weights are broken, or too large for this number format");
  }
}

std::vector<std::vector<TokenAnswer>> answerBatch(model::Llava& model,
                                                  const std::vector<Prompt>& prompts,
                                                  const AnswerOptions& options) {
  if (prompts.empty()) return {};
  const torch::NoGradGuard noGradients;
  return Answering(model, prompts, options).run();
}

}  // namespace mia::generate
