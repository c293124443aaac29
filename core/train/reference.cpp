// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/reference.h"

#include <fstream>
#include <numeric>

#include "base/files.h"
#include "base/json.h"
#include "train/batches.h"

namespace mia::train {
namespace {

using Indices = std::vector<std::size_t>;

std::vector<Indices> fixedBatches(const std::vector<TokenPair>& pairs, std::size_t size) {
  std::vector<std::int64_t> lengths;
  for (const TokenPair& pair : pairs) lengths.push_back(packedLength(pair, Answers::kBoth));
  Indices all(pairs.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return microBatches(all, size, lengths);
}

void put(const Json& line, const std::string& where, const Indices& batch,
         ReferenceLogProbs& result) {
  const auto chosen = require<std::vector<float>>(line, "chosen", where);
  const auto rejected = require<std::vector<float>>(line, "rejected", where);
  if (chosen.size() != batch.size() || rejected.size() != batch.size()) {
    throw Error(ErrorKind::kBadInput, where + " has a line of another length than its batch",
                "Remove the file: it is computed anew");
  }
  for (std::size_t i = 0; i < batch.size(); ++i) {
    result.chosen[batch[i]] = chosen[i];
    result.rejected[batch[i]] = rejected[i];
  }
}

// Takes what the cache holds; returns how many of the batches that are. Starts the cache anew when
// it belongs to another run.
std::size_t takeCached(const std::filesystem::path& cache, const std::string& fingerprint,
                       const std::vector<Indices>& batches, ReferenceLogProbs& result) {
  const std::string where = cache.string();
  std::ifstream in(cache);
  std::string line;
  if (!std::getline(in, line) || in.eof() ||
      require<std::string>(parseJson(line, where), "fingerprint", where) != fingerprint) {
    writeFileAtomically(cache, Json{{"v", 1}, {"fingerprint", fingerprint}}.dump() + "\n");
    return 0;
  }
  std::size_t done = 0;
  while (done < batches.size() && std::getline(in, line) && !in.eof()) {
    put(parseJson(line, where), where, batches[done++], result);
  }
  return done;
}

Json scoreBatch(PairScorer& scorer, const std::vector<TokenPair>& pairs, const Indices& batch) {
  const torch::NoGradGuard noGradients;
  std::vector<const TokenPair*> chosen;
  for (const std::size_t index : batch) chosen.push_back(&pairs[index]);
  const AnswerLogProbs scores = scorer.score(chosen, Answers::kBoth).answers;
  if (!torch::isfinite(scores.chosen).all().item<bool>() ||
      !torch::isfinite(scores.rejected).all().item<bool>()) {
    throw Error(ErrorKind::kBadInput,
                "The model's own log-probabilities of an answer are not finite, near pair " +
                    std::to_string(pairs[batch.front()].id),
                "Its weights may be damaged, or its type too narrow: try fp32");
  }
  const auto list = [](const torch::Tensor& values) {
    const torch::Tensor onCpu = values.to(torch::kCPU).contiguous();
    return std::vector<float>(onCpu.data_ptr<float>(), onCpu.data_ptr<float>() + onCpu.numel());
  };
  return {{"chosen", list(scores.chosen)}, {"rejected", list(scores.rejected)}};
}

}  // namespace

AnswerLogProbs ReferenceLogProbs::of(const Indices& pairs, const torch::Device& device) const {
  std::vector<float> chosenOf, rejectedOf;
  for (const std::size_t pair : pairs) {
    chosenOf.push_back(chosen.at(pair));
    rejectedOf.push_back(rejected.at(pair));
  }
  return {torch::tensor(chosenOf).to(device), torch::tensor(rejectedOf).to(device)};
}

ReferenceLogProbs referenceLogProbs(model::Llava& model, PairScorer& scorer,
                                    const std::vector<TokenPair>& pairs, std::size_t microBatchSize,
                                    const std::filesystem::path& cache,
                                    const std::string& fingerprint, const WorkContext& work) {
  const model::AdaptersOff reference(model);
  ReferenceLogProbs result{std::vector<float>(pairs.size()), std::vector<float>(pairs.size())};
  const std::vector<Indices> batches = fixedBatches(pairs, microBatchSize);
  std::size_t next = takeCached(cache, fingerprint, batches, result);
  LineAppender lines(cache);
  auto done = static_cast<std::int64_t>(std::min(next * microBatchSize, pairs.size()));
  for (; next < batches.size(); ++next) {
    if (work.stop.stop_requested()) {
      throw Error(ErrorKind::kStopped, "Stopped while computing the reference's log-probabilities");
    }
    const Json line = scoreBatch(scorer, pairs, batches[next]);
    put(line, cache.string(), batches[next], result);
    lines.append(line.dump());
    done += static_cast<std::int64_t>(batches[next].size());
    work.progress({"reference", done, static_cast<std::int64_t>(pairs.size()), "pairs"});
  }
  return result;
}

}  // namespace mia::train
