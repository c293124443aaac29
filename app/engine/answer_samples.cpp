// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/answer_samples.h"

#include <future>
#include <set>
#include <unordered_map>

#include "app/engine/device.h"
#include "app/engine/run_answer.h"
#include "app/engine/run_options.h"
#include "app/engine/sample_reader.h"
#include "app/engine/vision_cache.h"
#include "generate/batches.h"
#include "model/lora/lora.h"
#include "model/lora/peft_files.h"
#include "model/weights/llava_files.h"
#include "run/answers.h"

namespace mia::engine {
namespace {

/// A batch as it comes from the files: read while the batch before it is answered.
struct ReadBatch {
  struct Skipped {
    std::size_t index;
    Error reason;
  };
  std::vector<std::size_t> indices;                            ///< into the bundle's samples
  std::vector<ReadSample> samples;                             ///< of `indices`
  std::unordered_map<std::string, std::vector<float>> pixels;  ///< pictures not seen before
  std::vector<Skipped> skipped;
};

run::Bundle bundleOf(const run::RunDirectory& run) {
  run::Bundle bundle = run::readBundle(run.bundle());
  std::set<std::int64_t> ids;
  for (const run::BundleSample& entry : bundle.samples) {
    if (ids.insert(entry.sample.id.value).second) continue;
    throw Error(ErrorKind::kBadInput, run.bundle().string() + " holds sample " +
                                          std::to_string(entry.sample.id.value) + " twice");
  }
  return bundle;
}

class SampleAnswering {
 public:
  SampleAnswering(RunSession& session, const AnswerJob& job, torch::Device device)
      : session_(session),
        job_(job),
        bundle_(bundleOf(session.run())),
        done_(run::keepWholeSamples(session.run().answers(), answersEach())),
        resumed_(static_cast<std::int64_t>(done_.size())) {
    session.started(device.str(), resumed_);
    const std::filesystem::path folder = session.run().manifest().model;
    model_ = model::loadLlava(folder, computeType(device), device);
    useThreads(job.threads, *model_);
    reader_ = std::make_unique<SampleReader>(folder, model_->config());
    vision_ = std::make_unique<VisionCache>(*model_);
    writer_ =
        std::make_unique<run::AnswerWriter>(session.run().answers(), session.run().attention());
    job_.options.stop = session.stop();
    job_.options.endIds = endIdsOf(*model_, reader_->tokenizer());
  }

  Json run() {
    const auto start = std::chrono::steady_clock::now();
    for (const run::Arm& arm : job_.arms) answerArm(arm);
    if (skipped_ > 0 && skipped_ == total()) {
      throw Error(ErrorKind::kBadInput, "Not one of the samples could be answered; " + firstSkip_);
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    return {{"samples", bundle_.samples.size()},
            {"arms", job_.arms.size()},
            {"answered", total() - skipped_},
            {"resumed", resumed_},
            {"skipped", skipped_},
            {"answers", answers_},
            {"tokens", tokens_},
            {"seconds", seconds.count()}};
  }

 private:
  std::size_t answersEach() const { return static_cast<std::size_t>(job_.options.samples) + 1; }
  std::int64_t total() const {
    return static_cast<std::int64_t>(bundle_.samples.size() * job_.arms.size());
  }

  void answerArm(const run::Arm& arm) {
    model::removeLora(*model_);
    if (!arm.adapter.empty()) model::loadPeft(*model_, arm.adapter);
    model_->eval();
    const auto batches = batchesToDo(arm);
    if (batches.empty()) return;
    std::future<ReadBatch> next = readAhead(batches.front());
    for (std::size_t i = 0; i < batches.size(); ++i) {
      const ReadBatch batch = next.get();
      provideVision(batch);
      if (i + 1 < batches.size()) next = readAhead(batches[i + 1]);
      skip(arm, batch);
      answer(arm, batch);
    }
  }

  std::vector<std::vector<std::size_t>> batchesToDo(const run::Arm& arm) {
    std::vector<std::size_t> open;
    std::vector<std::int64_t> lengths;
    for (std::size_t i = 0; i < bundle_.samples.size(); ++i) {
      const Sample& sample = bundle_.samples[i].sample;
      if (done_.contains({arm.name, sample.id.value})) continue;
      open.push_back(i);
      lengths.push_back(static_cast<std::int64_t>(reader_->promptIds(sample.prompt).size()));
    }
    auto batches = generate::batchesByLength(lengths, static_cast<std::size_t>(job_.batchSize));
    for (auto& batch : batches) {
      for (std::size_t& index : batch) index = open[index];
    }
    return batches;
  }

  // The reader works for one batch at a time, and the cache is only looked at meanwhile.
  std::future<ReadBatch> readAhead(const std::vector<std::size_t>& indices) {
    return std::async(std::launch::async, [this, indices] { return read(indices); });
  }

  ReadBatch read(const std::vector<std::size_t>& indices) {
    ReadBatch batch;
    for (const std::size_t index : indices) {
      try {
        ReadSample sample = reader_->read(bundle_.samples[index]);
        for (std::size_t picture = 0; picture < sample.pictures.size(); ++picture) {
          const std::string& key = sample.pictures[picture];
          if (vision_->holds(key) || batch.pixels.contains(key)) continue;
          batch.pixels[key] = reader_->pixels(bundle_.samples[index], picture);
        }
        batch.indices.push_back(index);
        batch.samples.push_back(std::move(sample));
      } catch (const Error& error) {
        if (error.kind() == ErrorKind::kResource || error.kind() == ErrorKind::kInternal) throw;
        batch.skipped.push_back({index, error});
      }
    }
    return batch;
  }

  void provideVision(const ReadBatch& batch) {
    std::vector<std::string> keys;
    for (const ReadSample& sample : batch.samples) {
      keys.insert(keys.end(), sample.pictures.begin(), sample.pictures.end());
    }
    vision_->provide(keys, batch.pixels);
  }

  void skip(const run::Arm& arm, const ReadBatch& batch) {
    for (const auto& [index, reason] : batch.skipped) {
      const std::int64_t id = bundle_.samples[index].sample.id.value;
      const std::string words =
          "Sample " + std::to_string(id) + " was not answered: " + reason.what();
      session_.warn("sample-skipped", words,
                    {{"sample", id}, {"arm", arm.name}, {"kind", toString(reason.kind())}});
      if (skipped_++ == 0) firstSkip_ = words;
    }
  }

  void answer(const run::Arm& arm, const ReadBatch& batch) {
    std::vector<generate::Prompt> prompts;
    for (std::size_t i = 0; i < batch.indices.size(); ++i) {
      const std::int64_t id = bundle_.samples[batch.indices[i]].sample.id.value;
      prompts.push_back(promptOf(batch.samples[i], *vision_, std::to_string(id)));
    }
    const auto answers = generate::answerBatch(*model_, prompts, job_.options);
    for (std::size_t i = 0; i < answers.size(); ++i) {
      for (std::size_t index = 0; index < answers[i].size(); ++index) {
        run::Answer answer =
            runAnswer(answers[i][index], batch.samples[i], reader_->tokenizer(), job_.maps);
        answer.arm = arm.name;
        answer.candidate.sample = bundle_.samples[batch.indices[i]].sample.id;
        answer.candidate.index = static_cast<int>(index);
        answer.candidate.origin = index == 0 ? CandidateOrigin::kGreedy : CandidateOrigin::kSampled;
        answer.candidate.temperature = index == 0 ? 0 : job_.options.temperature;
        writer_->write(answer);
        tokens_ += static_cast<std::int64_t>(answers[i][index].ids.size());
        ++answers_;
      }
      ++answered_;
    }
    session_.progress({toString(session_.run().manifest().kind), resumed_ + answered_ + skipped_,
                       total(), "samples"});
  }

  RunSession& session_;
  AnswerJob job_;
  run::Bundle bundle_;
  run::AnsweredSamples done_;
  std::int64_t resumed_;
  std::shared_ptr<model::Llava> model_;
  std::unique_ptr<SampleReader> reader_;
  std::unique_ptr<VisionCache> vision_;
  std::unique_ptr<run::AnswerWriter> writer_;
  std::int64_t answered_ = 0, skipped_ = 0, answers_ = 0, tokens_ = 0;
  std::string firstSkip_;
};

}  // namespace

Json answerSamples(RunSession& session, const AnswerJob& job, torch::Device device) {
  return SampleAnswering(session, job, device).run();
}

}  // namespace mia::engine
