// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <fstream>
#include <map>

#include "model/lora/lora.h"
#include "model/lora/peft_files.h"
#include "run/answers.h"
#include "support/engine_world.h"

using namespace mia;

namespace {

using AnswerKey = std::tuple<std::string, std::int64_t, int>;

// By arm, sample and index; each must be there once.
std::map<AnswerKey, run::Answer> answersOf(const run::RunDirectory& run) {
  std::map<AnswerKey, run::Answer> answers;
  run::readAnswers(run.answers(), run.attention(), true, [&](run::Answer&& answer) {
    const AnswerKey key{answer.arm, answer.candidate.sample.value, answer.candidate.index};
    CHECK(answers.emplace(key, std::move(answer)).second);
  });
  return answers;
}

void checkSameAnswers(const run::RunDirectory& one, const run::RunDirectory& other) {
  const auto a = answersOf(one), b = answersOf(other);
  CHECK(a.size() == b.size());
  for (const auto& [key, answer] : a) {
    const auto twin = b.find(key);
    REQUIRE(twin != b.end());
    CHECK(answer.candidate.tokenIds == twin->second.candidate.tokenIds);
    REQUIRE(answer.maps.size() == twin->second.maps.size());
    for (std::size_t i = 0; i < answer.maps.size(); ++i) {
      REQUIRE(answer.maps[i].values.size() == twin->second.maps[i].values.size());
      for (std::size_t v = 0; v < answer.maps[i].values.size(); ++v) {
        // Maps are kept in half precision, 2^-11 of the value.
        CHECK(answer.maps[i].values[v] ==
              doctest::Approx(twin->second.maps[i].values[v]).epsilon(0.002));
      }
    }
  }
}

}  // namespace

TEST_CASE("generate answers every sample with attention that adds up") {
  const World world;
  const run::RunDirectory run = world.generateRun();
  REQUIRE(work(run) == 0);
  CHECK(run.state() == run::RunState::kFinished);
  const Json summary = lastEvent(run, "finished")["summary"];
  CHECK(summary["answered"] == 12);
  CHECK(summary["skipped"] == 0);
  CHECK(summary["answers"] == 36);
  const auto answers = answersOf(run);
  REQUIRE(answers.size() == 36);
  for (const run::BundleSample& entry : world.bundle.samples) {
    const LayoutRecipe& recipe = entry.sample.recipe;
    const std::size_t pictures =
        recipe.kind == LayoutKind::kSequence ? static_cast<std::size_t>(recipe.imageCount) : 1;
    for (int index = 0; index < 3; ++index) {
      const run::Answer& answer = answers.at({"", entry.sample.id.value, index});
      const Candidate& candidate = answer.candidate;
      CHECK(candidate.origin ==
            (index == 0 ? CandidateOrigin::kGreedy : CandidateOrigin::kSampled));
      CHECK(candidate.tokens.size() == candidate.tokenIds.size());
      CHECK(candidate.logProbs.size() == candidate.tokenIds.size());
      CHECK(candidate.complete == (candidate.tokenIds.back() == 2));
      if (index == 0) {
        CHECK(candidate.perplexity == doctest::Approx(candidate.maxPerplexity));
      }
      REQUIRE(candidate.attention.size() == 2);
      CHECK(answer.maps.size() == 2 * pictures);
      for (const LayerAttention& layer : candidate.attention) {
        double sum = layer.elsewhere;
        for (const double share : layer.shares) sum += share;
        CHECK(sum == doctest::Approx(1));
        CHECK(layer.shares.size() == static_cast<std::size_t>(recipe.imageCount));
        CHECK(layer.tokenShares.size() == candidate.tokenIds.size());
        // A sequence's regions are its pictures, whole: the paper's share leaves out one row only.
        if (recipe.kind == LayoutKind::kSingle) CHECK(layer.paperShare == doctest::Approx(1));
      }
    }
  }
}

TEST_CASE("kill -9 while answering loses nothing and writes nothing twice") {
  const World world;
  // What is interrupted goes on with other batches, whose sums differ in the last bits. With this
  // seed no draw lies so near to the border of two tokens that it would matter.
  const auto drawnRun = [&] { return world.generateRun(2, 48, 3); };
  const run::RunDirectory whole = drawnRun();
  REQUIRE(work(whole) == 0);
  const auto bytes = std::filesystem::file_size(whole.answers());
  int interrupted = 0;
  for (const double part : {0.0, 0.3, 0.55, 0.9}) {
    const run::RunDirectory run = drawnRun();
    {
      EngineProcess engine({"generate", "--run", run.folder().string(), "--threads", "1"});
      engine.waitForBytes(run.answers(),
                          static_cast<std::uintmax_t>(part * static_cast<double>(bytes)));
      engine.send(SIGKILL);
      engine.wait();
    }
    // Between the last answer and the end, a kill may find nothing left to interrupt.
    interrupted += run.state() != run::RunState::kFinished;
    REQUIRE(work(run) == 0);
    checkSameAnswers(whole, run);
  }
  CHECK(interrupted >= 2);
}

TEST_CASE("SIGTERM stops politely and the same verb goes on") {
  const World world;
  const run::RunDirectory run = world.generateRun(4, 400);
  {
    EngineProcess engine({"generate", "--run", run.folder().string(), "--threads", "1"});
    REQUIRE(engine.waitForBytes(run.answers(), 1));
    engine.send(SIGTERM);
    CHECK(engine.wait() == 130);
  }
  CHECK(run.state() == run::RunState::kStopped);
  REQUIRE(work(run) == 0);
  CHECK(lastEvent(run, "started")["resumed_at"].get<int>() > 0);
  CHECK(answersOf(run).size() == 60);
}

TEST_CASE("a picture that changed is told, counted and left out") {
  World world;
  imaging::writePicture(world.file(2), imaging::Picture(40, 40, {1, 2, 3}));
  const run::RunDirectory run = world.generateRun(0);
  REQUIRE(work(run) == 0);
  // Only the sequences show the third picture.
  CHECK(lastEvent(run, "finished")["summary"]["skipped"] == 3);
  CHECK(lastEvent(run, "warning")["code"] == "sample-skipped");
  CHECK(lastEvent(run, "warning")["words"].get<std::string>().find("image2.png") !=
        std::string::npos);
  CHECK(answersOf(run).size() == 9);
  for (int i = 0; i < 3; ++i) std::filesystem::remove(world.file(i));
  const run::RunDirectory nothing = world.generateRun(0);
  CHECK(work(nothing) == exitCode(ErrorKind::kBadInput));
  CHECK(lastEvent(nothing, "failed")["kind"] == "bad-input");
}

TEST_CASE("evaluate asks every arm the same") {
  const World world;
  const auto model = model::loadLlava(world.folder / "model");
  const model::LoraConfig lora{4, 8};
  model::attachLora(*model, lora, 3);
  for (const auto& [name, tensor] : model::trainableParameters(*model)) {
    const torch::NoGradGuard noGradients;
    tensor.add_(0.3);
  }
  model::savePeft(*model, lora, world.folder / "adapter", "");
  run::EvaluateConfig config;
  config.maxNewTokens = 24;
  const run::RunDirectory run =
      world.newRun({"",
                    run::RunKind::kEvaluate,
                    "",
                    (world.folder / "model").string(),
                    "",
                    "",
                    {{"before", ""}, {"after", (world.folder / "adapter").string()}, {"again", ""}},
                    run::configToJson(config)});
  REQUIRE(work(run) == 0);
  const auto answers = answersOf(run);
  REQUIRE(answers.size() == 36);
  int changed = 0;
  for (const run::BundleSample& entry : world.bundle.samples) {
    const auto ids = [&](const char* arm) {
      return answers.at({arm, entry.sample.id.value, 0}).candidate.tokenIds;
    };
    CHECK(ids("before") == ids("again"));
    changed += ids("before") != ids("after");
  }
  CHECK(changed > 0);
}

TEST_CASE("a run that another engine holds, and a run that is not there, are refused") {
  const World world;
  const run::RunDirectory run = world.generateRun(0);
  const run::RunLock lock(run);
  CHECK(work(run) == exitCode(ErrorKind::kBusy));
  CHECK(EngineProcess({"generate", "--run", "/nowhere"}).wait() == exitCode(ErrorKind::kNotFound));
  CHECK(EngineProcess({"evaluate", "--run", run.folder().string()}).wait() ==
        exitCode(ErrorKind::kUsage));
}
