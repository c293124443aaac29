// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "base/error.h"
#include "support/temporary_folder.h"
#include "support/trl_run.h"

using mia::Error;
using mia::ErrorKind;
using mia::Json;
using mia::TemporaryFolder;
using mia::TrlRun;

namespace {

std::filesystem::path adapterOf(const TemporaryFolder& folder) {
  return folder.path() / "adapter" / "adapter_model.safetensors";
}

std::vector<int> stepsOf(const std::vector<Json>& events) {
  std::vector<int> steps;
  for (const Json& event : events) steps.push_back(event["step"]);
  return steps;
}

ErrorKind kindOf(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.kind();
  }
  return ErrorKind::kInternal;
}

}  // namespace

TEST_CASE("a step of four pairs is the same step when it is cut into one, two or four") {
  const TemporaryFolder whole, cut;
  TrlRun a, b;
  a.options.microBatchSize = 4;
  b.options.microBatchSize = 1;
  a.train(whole.path());
  b.train(cut.path());
  const auto stepsA = a.eventsOf("metrics"), stepsB = b.eventsOf("metrics");
  REQUIRE(stepsA.size() == stepsB.size());
  for (std::size_t i = 0; i < stepsA.size(); ++i) {
    for (const char* name : {"loss", "grad_norm", "logps/chosen", "nll_loss"}) {
      // fp32: the same sums in another order.
      CHECK(stepsA[i][name].get<double>() ==
            doctest::Approx(stepsB[i][name].get<double>()).epsilon(1e-5));
    }
  }
  CHECK(mia::largestDifference(adapterOf(whole), adapterOf(cut)) < 1e-5);
}

TEST_CASE("the first step of a fresh adapter loses log 2 and has no rewards") {
  const TemporaryFolder folder;
  TrlRun run;
  run.options.gamma = 0;
  run.options.maxSteps = 1;
  run.train(folder.path());
  const Json step = run.eventsOf("metrics").at(0);
  // Packed like the reference, so that only the order of the micro-batch's rows can round.
  CHECK(step["loss"].get<double>() == doctest::Approx(std::log(2.0)).epsilon(1e-6));
  CHECK(std::abs(step["rewards/chosen"].get<double>()) < 1e-6);
}

TEST_CASE("learning raises the margin of the pairs that are learned from") {
  const TemporaryFolder folder;
  TrlRun run;
  run.options.maxSteps = 30;
  run.train(folder.path());
  const auto steps = run.eventsOf("metrics");
  CHECK(steps.back()["rewards/margins"] > 0.2);
  CHECK(steps.back()["rewards/accuracies"] == 1.0);
}

TEST_CASE("each step names its pairs, and an epoch names each pair once") {
  const TemporaryFolder folder;
  TrlRun run;
  run.options.maxSteps = 3;
  run.train(folder.path());
  std::vector<int> ids;
  for (const Json& step : run.eventsOf("metrics")) {
    for (const int id : step["pairs"]) ids.push_back(id);
  }
  std::sort(ids.begin(), ids.end());
  CHECK(ids == std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
}

TEST_CASE("a run that was stopped goes on to the bits of one that was not") {
  const TemporaryFolder straight, broken;
  TrlRun a, b;
  a.options.saveSteps = b.options.saveSteps = 3;
  a.train(straight.path());

  std::stop_source source;
  const auto stopAtFive = [&](const std::string& type, const Json& fields) {
    if (type == "metrics" && fields["step"] == 5) source.request_stop();
  };
  CHECK(kindOf([&] { b.train(broken.path(), {source.get_token()}, stopAtFive); }) ==
        ErrorKind::kStopped);
  CHECK(mia::train::resumableStep(TrlRun::foldersIn(broken.path())) == 5);
  b.train(broken.path());

  CHECK(stepsOf(b.eventsOf("metrics")) == std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8});
  CHECK(stepsOf(b.eventsOf("checkpoint")) == std::vector<int>{3, 5, 6, 8});
  CHECK(mia::largestDifference(adapterOf(straight), adapterOf(broken)) == 0.0);
  CHECK(b.eventsOf("metrics").back()["loss"] == a.eventsOf("metrics").back()["loss"]);
}

TEST_CASE("with dropout, too, a resumed run draws what an uninterrupted one does") {
  const TemporaryFolder straight, broken;
  TrlRun a, b;
  a.options.disableDropout = b.options.disableDropout = false;
  a.options.loraDropout = b.options.loraDropout = 0.5;
  a.train(straight.path());
  std::stop_source source;
  source.request_stop();  // stops after one step
  CHECK(kindOf([&] { b.train(broken.path(), {source.get_token()}); }) == ErrorKind::kStopped);
  b.train(broken.path());
  CHECK(mia::largestDifference(adapterOf(straight), adapterOf(broken)) == 0.0);
}

TEST_CASE("a finished run that is started again does nothing more") {
  const TemporaryFolder folder;
  TrlRun run;
  run.train(folder.path());
  const std::size_t steps = run.eventsOf("metrics").size();
  run.train(folder.path());
  CHECK(run.eventsOf("metrics").size() == steps);
}

TEST_CASE("checkpoints of other settings are refused") {
  const TemporaryFolder folder;
  TrlRun run;
  run.train(folder.path());
  run.options.beta = 0.2;
  CHECK(kindOf([&] { run.train(folder.path()); }) == ErrorKind::kUsage);
}

TEST_CASE("pairs that are too long are left out, counted and named") {
  const TemporaryFolder folder;
  TrlRun run;
  run.options.maxSteps = 1;
  std::int64_t longest = 0;
  for (const auto& pair : run.data.pairs) longest = std::max(longest, pair.length());
  run.options.maxLength = longest - 1;
  const Json summary = run.train(folder.path());
  const auto warnings = run.eventsOf("warning");
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0]["code"] == "too-long");
  const int left = warnings[0]["count"];
  CHECK(left >= 1);
  CHECK(summary["too_long_pairs"] == left);
  CHECK(summary["pairs"] == 12 - left);
}

TEST_CASE("nothing to learn from is an error in words") {
  const TemporaryFolder folder;
  TrlRun none, tooLong;
  none.data.pairs.clear();
  CHECK(kindOf([&] { none.train(folder.path()); }) == ErrorKind::kBadInput);
  tooLong.options.maxLength = 2;
  CHECK(kindOf([&] { tooLong.train(folder.path()); }) == ErrorKind::kBadInput);
}

TEST_CASE("a step without a finite gradient is told and changes nothing") {
  const TemporaryFolder folder;
  TrlRun run;
  run.options.maxSteps = 2;
  run.options.objective = mia::train::Objective::kSft;  // no reference that would refuse it first
  const auto pixels = run.data.pixels;
  // The pictures of the second step's pairs alone are spoilt.
  run.options.shuffle = false;
  const auto first = run.data.pairs[4].pictures.front();
  const auto last = run.data.pairs[7].pictures.back();
  run.data.pixels = [=](std::size_t i) {
    return i >= first && i <= last ? torch::full_like(pixels(i), std::nan("")) : pixels(i);
  };
  const Json summary = run.train(folder.path());
  CHECK(stepsOf(run.eventsOf("metrics")) == std::vector<int>{1});
  const auto warnings = run.eventsOf("warning");
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0]["code"] == "non-finite-step");
  CHECK(warnings[0]["pairs"] == Json{5, 6, 7, 8});
  CHECK(summary["skipped_steps"] == 1);
}

TEST_CASE("a reference that is not finite is refused before the first step") {
  const TemporaryFolder folder;
  TrlRun run;
  const auto pixels = run.data.pixels;
  run.data.pixels = [=](std::size_t i) { return torch::full_like(pixels(i), std::nan("")); };
  CHECK(kindOf([&] { run.train(folder.path()); }) == ErrorKind::kBadInput);
  CHECK(run.eventsOf("metrics").empty());
}

TEST_CASE("held-out pairs are scored, not learned from") {
  const TemporaryFolder folder;
  TrlRun run;
  run.data.heldOut.assign(run.data.pairs.begin() + 8, run.data.pairs.end());
  run.data.pairs.resize(8);
  run.options.evalSteps = 4;
  run.train(folder.path());
  const auto evaluations = run.eventsOf("eval");
  CHECK(stepsOf(evaluations) == std::vector<int>{4, 8});
  CHECK(evaluations[0].contains("eval_rewards/margins"));
  for (const Json& step : run.eventsOf("metrics")) {
    for (const int id : step["pairs"]) CHECK(id <= 8);
  }
}

TEST_CASE("fine-tuning raises the chosen answers and never looks at the rejected ones") {
  const TemporaryFolder plain, other;
  TrlRun a, b;
  a.options.objective = b.options.objective = mia::train::Objective::kSft;
  for (auto& pair : b.data.pairs) pair.rejected = {7, 7, 2};
  a.train(plain.path());
  b.train(other.path());
  CHECK(mia::largestDifference(adapterOf(plain), adapterOf(other)) == 0.0);
  const auto steps = a.eventsOf("metrics");
  CHECK(steps.back()["logps/chosen"] > steps.front()["logps/chosen"]);
  CHECK_FALSE(steps[0].contains("rewards/margins"));
}
