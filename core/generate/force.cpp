// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generate/force.h"

#include <algorithm>

#include "base/error.h"
#include "generate/prompt_batch.h"

namespace mia::generate {
namespace {

void checkGiven(const std::vector<std::int64_t>& ids, const model::Llava& model) {
  if (ids.empty()) throw Error(ErrorKind::kBadInput, "The given answer is empty");
  for (const std::int64_t id : ids) {
    if (id >= 0 && id < model.config().text.vocabularySize) continue;
    throw Error(
        ErrorKind::kBadInput,
        "The given answer holds token " + std::to_string(id) + ", which is no word of this model",
        "It was answered by another model, perhaps");
  }
}

/// One prompt with one given answer behind it. T tokens of the answer.
class Forcing {
 public:
  Forcing(model::Llava& model, const Prompt& prompt, const std::vector<std::int64_t>& ids,
          std::stop_token stop)
      : model_(model),
        ids_(torch::tensor(ids, torch::kInt64).to(model.device())),
        stop_(std::move(stop)),
        batch_(padPrompts({prompt}, model.config().imageTokenId, model.device())) {
    checkGiven(ids, model);
  }

  const VisualTokens& visual() const { return batch_.visual; }
  const torch::Tensor& ids() const { return ids_; }

  // A tap at the rows that emit the answer; a stop is heeded at every layer.
  model::AttentionTap tap(std::function<void(const torch::Tensor&)> take) const {
    model::AttentionTap tap;
    tap.rows = torch::arange(batch_.length - 1, batch_.length - 1 + ids_.size(0),
                             torch::TensorOptions().dtype(torch::kInt64).device(model_.device()));
    tap.take = [take = std::move(take), stop = stop_](std::int64_t,
                                                      const torch::Tensor& attention) {
      if (stop.stop_requested()) {
        throw Error(ErrorKind::kStopped, "Stopped while a given answer was read");
      }
      take(attention);
    };
    return tap;
  }

  // -> [T, D], what emits each token.
  torch::Tensor read(const model::AttentionTap* tap) {
    model::DecodeInput input;
    const torch::Tensor fedBack = ids_.slice(0, 0, -1).unsqueeze(0);
    input.embeddings = torch::cat({model_.embed(batch_.ids, batch_.imageRows),
                                   torch::embedding(model_.decoder->embedTokens, fedBack)},
                                  1);
    input.attention = tap;
    return model_.decode(input)[0].slice(0, batch_.length - 1);
  }

 private:
  model::Llava& model_;
  torch::Tensor ids_;  ///< [T]
  std::stop_token stop_;
  PromptBatch batch_;
};

template <class Number>
std::vector<Number> hostVector(const torch::Tensor& values) {
  const torch::Tensor host = values.cpu().contiguous();
  const Number* begin = host.data_ptr<Number>();
  return {begin, begin + host.numel()};
}

// Step by step into the recorder that answerBatch() uses; `rows` holds [1, T, V] of each layer.
std::vector<LayerReading> readingsOf(const VisualTokens& visual,
                                     const std::vector<torch::Tensor>& rows) {
  AttentionRecorder recorder(visual);
  const std::int64_t tokens = rows.front().size(1);
  const torch::Tensor active = torch::ones({1, 1}, rows.front().options().dtype(torch::kBool));
  for (std::int64_t token = 0; token < tokens; ++token) {
    std::vector<torch::Tensor> step;
    for (const torch::Tensor& layer : rows) step.push_back(layer.narrow(1, token, 1));
    recorder.add(step, active);
  }
  recorder.finish();
  return recorder.readings(0, 0, tokens);
}

void tellTokens(const TokenAnswer& answer, const std::vector<torch::Tensor>& rows,
                const AnswerOptions& options) {
  torch::Tensor looks;  // [T, L, V]
  if (!rows.empty()) looks = torch::stack(rows, 2).squeeze(0).cpu();
  for (std::size_t i = 0; i < answer.ids.size(); ++i) {
    options.watch({0, 0, answer.ids[i], answer.logProbs[i], answer.maxLogProbs[i],
                   looks.defined() ? looks[static_cast<std::int64_t>(i)] : looks});
  }
}

}  // namespace

TokenAnswer forceAnswer(model::Llava& model, const Prompt& prompt,
                        const std::vector<std::int64_t>& ids, const AnswerOptions& options) {
  const torch::NoGradGuard noGradients;
  Forcing forcing(model, prompt, ids, options.stop);
  const AttentionRecorder columns(forcing.visual());
  std::vector<torch::Tensor> rows;
  model::AttentionTap tap = forcing.tap(
      [&](const torch::Tensor& attention) { rows.push_back(columns.visualRows(attention)); });
  tap.meanOverHeads = true;
  const bool looking = options.attention && forcing.visual().columns.size(1) > 0;
  const torch::Tensor hidden = forcing.read(looking ? &tap : nullptr);
  const torch::Tensor logProbs = torch::log_softmax(model.head(hidden), -1, torch::kFloat32);
  TokenAnswer answer;
  answer.ids = ids;
  answer.logProbs = hostVector<float>(logProbs.gather(-1, forcing.ids().unsqueeze(-1)).squeeze(-1));
  answer.maxLogProbs = hostVector<float>(std::get<0>(logProbs.max(-1)));
  answer.complete =
      std::find(options.endIds.begin(), options.endIds.end(), ids.back()) != options.endIds.end();
  requireNumbers(answer);
  if (looking) answer.layers = readingsOf(forcing.visual(), rows);
  if (options.watch) tellTokens(answer, rows, options);
  return answer;
}

Looks looksOf(model::Llava& model, const Prompt& prompt, const std::vector<std::int64_t>& ids,
              const LookRequest& request, const std::stop_token& stop) {
  const torch::NoGradGuard noGradients;
  const std::int64_t layers = model.config().text.layers;
  if (request.firstLayer < 0 || request.lastLayer < request.firstLayer ||
      request.lastLayer >= layers) {
    throw Error(ErrorKind::kUsage, "The model has layers 0 to " + std::to_string(layers - 1) +
                                       ", not " + std::to_string(request.firstLayer) + " to " +
                                       std::to_string(request.lastLayer));
  }
  Forcing forcing(model, prompt, ids, stop);
  const torch::Tensor columns = forcing.visual().columns[0];
  if (columns.size(0) == 0) {
    throw Error(ErrorKind::kUsage, "The prompt shows no picture that could be looked at");
  }
  torch::Tensor sum;  // [H or 1, T, V]
  model::AttentionTap tap = forcing.tap([&](const torch::Tensor& attention) {
    const torch::Tensor heads = request.eachHead ? attention[0] : attention;
    const torch::Tensor rows = heads.index_select(2, columns);
    sum = sum.defined() ? sum + rows : rows;
  });
  tap.meanOverHeads = !request.eachHead;
  tap.layers.assign(static_cast<std::size_t>(layers), false);
  for (std::int64_t layer = request.firstLayer; layer <= request.lastLayer; ++layer) {
    tap.layers[static_cast<std::size_t>(layer)] = true;
  }
  forcing.read(&tap);
  const auto count = static_cast<double>(request.lastLayer - request.firstLayer + 1);
  const torch::Tensor mean = (sum / count).transpose(0, 1).cpu();
  return {timesUniform(mean).contiguous(), mean.sum(-1).contiguous()};
}

}  // namespace mia::generate
