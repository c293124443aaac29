// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <cmath>

#include "model/lora/lora.h"
#include "model/lora/peft_files.h"
#include "support/engine_world.h"
#include "support/serve_process.h"

using namespace mia;
using namespace mia::run;

namespace {

/// A world with an adapter that changes answers.
struct ServedWorld : World {
  ServedWorld() {
    const auto base = model::loadLlava(model());
    const model::LoraConfig lora{4, 8};
    model::attachLora(*base, lora, 3);
    for (const auto& [name, tensor] : model::trainableParameters(*base)) {
      const torch::NoGradGuard noGradients;
      tensor.add_(0.3);
    }
    model::savePeft(*base, lora, adapter(), "");
  }
  std::string model() const { return (folder / "model").string(); }
  std::string adapter() const { return (folder / "adapter").string(); }

  Asked asked(std::size_t sample, const std::string& with = "") const {
    return {model(), with, bundle.samples[sample]};
  }
};

struct Streamed {
  ServeStarted started;
  std::vector<ServeToken> tokens;
  ServeDone done;

  std::string text() const {
    std::string all;
    for (const ServeToken& token : tokens) all += token.text;
    return all;
  }
};

Streamed streamed(ServeProcess& engine, ServeWork work) {
  Streamed all;
  for (const ServeNews& news : engine.allOf(engine.send(std::move(work)))) {
    if (const auto* started = std::get_if<ServeStarted>(&news)) all.started = *started;
    if (const auto* token = std::get_if<ServeToken>(&news)) all.tokens.push_back(*token);
    if (const auto* done = std::get_if<ServeDone>(&news)) all.done = *done;
    if (const auto* error = std::get_if<ServeError>(&news)) FAIL(error->words);
  }
  return all;
}

ServeError failure(ServeProcess& engine, ServeWork work) {
  return std::get<ServeError>(engine.allOf(engine.send(std::move(work))).back());
}

std::map<std::pair<std::int64_t, int>, Answer> generated(const World& world, int samples) {
  const RunDirectory run = world.generateRun(samples, 24);
  REQUIRE(work(run) == 0);
  std::map<std::pair<std::int64_t, int>, Answer> answers;
  readAnswers(run.answers(), run.attention(), true, [&](Answer&& answer) {
    const auto key = std::pair(answer.candidate.sample.value, answer.candidate.index);
    answers[key] = std::move(answer);
  });
  return answers;
}

// `share`: one pass rounds as another shape of product; `map`: and maps are sent as binary16.
void checkSameFigures(const Answer& a, const Answer& b) {
  const Candidate &x = a.candidate, &y = b.candidate;
  CHECK(x.tokenIds == y.tokenIds);
  CHECK(x.text == y.text);
  CHECK(x.tokens == y.tokens);
  CHECK(x.complete == y.complete);
  CHECK(x.perplexity == doctest::Approx(y.perplexity).epsilon(1e-4));
  CHECK(x.maxPerplexity == doctest::Approx(y.maxPerplexity).epsilon(1e-4));
  REQUIRE(x.attention.size() == y.attention.size());
  for (std::size_t layer = 0; layer < y.attention.size(); ++layer) {
    for (std::size_t region = 0; region < y.attention[layer].shares.size(); ++region) {
      CHECK(std::abs(x.attention[layer].shares[region] - y.attention[layer].shares[region]) < 1e-5);
    }
    CHECK(std::abs(x.attention[layer].paperShare - y.attention[layer].paperShare) < 1e-5);
  }
  REQUIRE(a.maps.size() == b.maps.size());
  for (std::size_t m = 0; m < b.maps.size(); ++m) {
    CHECK(a.maps[m].layer == b.maps[m].layer);
    CHECK(a.maps[m].picture == b.maps[m].picture);
    for (std::size_t v = 0; v < b.maps[m].values.size(); ++v) {
      CHECK(a.maps[m].values[v] == doctest::Approx(b.maps[m].values[v]).epsilon(0.003));
    }
  }
}

}  // namespace

TEST_CASE("serve streams the answers that generate stores, greedy and drawn") {
  const ServedWorld world;
  const auto stored = generated(world, 2);
  ServeProcess engine;
  CHECK(engine.until<ServeHello>().device == "cpu");
  for (std::size_t sample = 0; sample < 4; ++sample) {
    const LayoutRecipe& recipe = world.bundle.samples[sample].sample.recipe;
    for (const int draw : {0, 2}) {
      const Streamed answer =
          streamed(engine, AnswerRequest{world.asked(sample), 24, draw, 1.0, 1, LayerRange{1, 1}});
      const Answer& same = stored.at({world.bundle.samples[sample].sample.id.value, draw});
      checkSameFigures(answer.done.answer, same);
      CHECK(answer.done.answer.candidate.origin == same.candidate.origin);
      CHECK(answer.started.promptTokens > answer.started.visualTokens);
      CHECK(answer.started.chance.size() == static_cast<std::size_t>(recipe.imageCount));
      REQUIRE(answer.tokens.size() == same.candidate.tokenIds.size());
      // Bytes that make no character are only known for such when the answer ends.
      if (same.candidate.text.find("\xef\xbf\xbd") == std::string::npos) {
        CHECK(answer.text() == same.candidate.text);
      }
      for (std::size_t i = 0; i < answer.tokens.size(); ++i) {
        const ServeToken& token = answer.tokens[i];
        CHECK(token.id == same.candidate.tokenIds[i]);
        CHECK(token.piece == same.candidate.tokens[i]);
        CHECK(std::abs(token.logProb - same.candidate.logProbs[i]) < 1e-4);
        REQUIRE(token.shares.size() == 2);
        for (std::size_t region = 0; region < token.shares[1].size(); ++region) {
          CHECK(std::abs(token.shares[1][region] -
                         same.candidate.attention[1].tokenShares[i][region]) < 1e-5);
        }
        CHECK(token.maps.size() == answer.started.pictures.size());
      }
    }
  }
}

TEST_CASE("a forced answer has the figures of the same answer when it was generated") {
  const ServedWorld world;
  const auto stored = generated(world, 2);
  ServeProcess engine;
  for (std::size_t sample = 0; sample < 4; ++sample) {
    for (const int draw : {0, 1, 2}) {
      const Answer& same = stored.at({world.bundle.samples[sample].sample.id.value, draw});
      const Streamed forced =
          streamed(engine, ForceRequest{world.asked(sample), {"", same.candidate.tokenIds}, {}});
      checkSameFigures(forced.done.answer, same);
      CHECK(forced.tokens.size() == same.candidate.tokenIds.size());
    }
  }
  // A text gets its end token, so that it is as whole as an answer of the model's own.
  const Streamed truth = streamed(engine, ForceRequest{world.asked(0), {"A red box.", {}}, {}});
  CHECK(truth.done.answer.candidate.text == "A red box.");
  CHECK(truth.done.answer.candidate.complete);
}

TEST_CASE("attention per token and head averages to the maps that are stored") {
  const ServedWorld world;
  const auto stored = generated(world, 0);
  ServeProcess engine;
  for (std::size_t sample = 0; sample < 4; ++sample) {
    const Answer& same = stored.at({world.bundle.samples[sample].sample.id.value, 0});
    for (const bool eachHead : {false, true}) {
      const std::int64_t id = engine.send(
          AttentionRequest{world.asked(sample), {"", same.candidate.tokenIds}, {-1, -1}, eachHead});
      const auto attention = std::get<ServeAttention>(engine.allOf(id).back());
      CHECK(attention.layers == LayerRange{1, 1});
      CHECK(attention.pieces == same.candidate.tokens);
      CHECK((attention.heads > 1) == eachHead);
      const auto mean = attention.mean(0, attention.tokens - 1, -1);
      const auto perLayer = same.maps.size() / 2;
      REQUIRE(mean.size() == perLayer);
      for (std::size_t picture = 0; picture < mean.size(); ++picture) {
        const AttentionMap& map = same.maps[perLayer + picture];
        REQUIRE(map.layer == 1);
        for (std::size_t v = 0; v < map.values.size(); ++v) {
          CHECK(mean[picture].values[v] == doctest::Approx(map.values[v]).epsilon(0.004));
        }
      }
    }
  }
}

TEST_CASE("an adapter changes the answer, and without it the answer is the first again") {
  const ServedWorld world;
  ServeProcess engine;
  const auto ids = [&](const std::string& adapter) {
    return streamed(engine, AnswerRequest{world.asked(1, adapter), 24})
        .done.answer.candidate.tokenIds;
  };
  const auto before = ids("");
  const auto with = ids(world.adapter());
  CHECK(with != before);
  CHECK(ids("") == before);
  CHECK(ids(world.adapter()) == with);
  engine.send(LoadRequest{world.model(), world.adapter()});
  const auto loaded = engine.until<ServeLoaded>();
  CHECK(loaded.layers == 2);
  CHECK(loaded.adapter == world.adapter());
  // An adapter that cannot be loaded leaves the engine as it was.
  CHECK(failure(engine, AnswerRequest{world.asked(1, "/nowhere"), 24}).kind ==
        ErrorKind::kNotFound);
  CHECK(ids("") == before);
  CHECK(ids(world.adapter()) == with);
}

TEST_CASE("cancel ends what is computed at the next token, and what waits before it begins") {
  const ServedWorld world;
  ServeProcess engine;
  // The greedy answer to one of these runs on; take one that is long enough to be cut.
  std::size_t sample = 0;
  while (sample < 12 &&
         streamed(engine, AnswerRequest{world.asked(sample), 400}).tokens.size() < 100) {
    ++sample;
  }
  REQUIRE(sample < 12);
  const std::int64_t running = engine.send(AnswerRequest{world.asked(sample), 30000});
  const std::int64_t waiting = engine.send(AnswerRequest{world.asked(sample), 30000});
  while (!std::holds_alternative<ServeToken>(engine.next()->news)) {
  }
  engine.send(PingRequest{});
  const auto pong = engine.until<ServePong>();
  CHECK(pong.busyWith == running);
  CHECK(pong.queued == 1);
  engine.send(CancelRequest{waiting});
  CHECK(engine.until<ServeCancelling>().was == "queued");
  CHECK(std::get<ServeError>(engine.allOf(waiting).back()).kind == ErrorKind::kStopped);
  engine.send(CancelRequest{running});
  const auto done = std::get<ServeDone>(engine.allOf(running).back());
  CHECK(done.stopped);
  CHECK_FALSE(done.answer.candidate.complete);
  CHECK(done.answer.candidate.tokenIds.size() < 30000);
  CHECK(done.answer.candidate.attention.size() == 2);
  engine.send(CancelRequest{running});
  CHECK(engine.until<ServeCancelling>().was == "unknown");
  engine.send(AnswerRequest{world.asked(sample), 30000});
  engine.until<ServeToken>();
  engine.send(QuitRequest{});
  CHECK(engine.wait() == 0);
}

TEST_CASE("every mistake is answered in words and none ends the engine") {
  ServedWorld world;
  ServeProcess engine;
  engine.until<ServeHello>();
  for (const char* line :
       {"garbage", "", "[]", "{\"v\":1}", "{\"v\":1,\"id\":1,\"type\":\"\xff\"}"}) {
    engine.sendLine(line);
    CHECK(std::holds_alternative<ServeError>(engine.next()->news));
  }
  engine.sendLine(R"({"v":1,"id":77,"type":"dance"})");
  CHECK(engine.next()->id == 77);
  CHECK(failure(engine, LoadRequest{"/nowhere"}).kind == ErrorKind::kNotFound);
  Asked asked = world.asked(0);
  asked.sample.sample.prompt = "<image><image>";
  CHECK(failure(engine, AnswerRequest{asked}).kind == ErrorKind::kBadInput);
  CHECK(failure(engine, ForceRequest{world.asked(0), {"", {999999}}, {}}).kind ==
        ErrorKind::kBadInput);
  CHECK(failure(engine, AttentionRequest{world.asked(0), {"x", {}}, {0, 7}, false}).kind ==
        ErrorKind::kUsage);
  CHECK(streamed(engine, AnswerRequest{world.asked(0), 8}).tokens.size() > 0);
  // What was read before is not believed when the file has changed.
  imaging::writePicture(world.file(0), imaging::Picture(40, 40, {1, 2, 3}));
  const ServeError changed = failure(engine, AnswerRequest{world.asked(0), 8});
  CHECK(changed.kind == ErrorKind::kBadInput);
  CHECK(changed.words.find("image0.png") != std::string::npos);
  std::filesystem::remove(world.file(0));
  const ServeError missing = failure(engine, AnswerRequest{world.asked(0), 8});
  CHECK(missing.kind == ErrorKind::kNotFound);
  CHECK(missing.words.find("image0.png") != std::string::npos);
  asked.sample = sampleOfFiles({world.file(1).string()}, "What is this?");
  CHECK(streamed(engine, AnswerRequest{asked, 8}).tokens.size() > 0);
}

TEST_CASE("files as they are, a question in plain words; the input's end ends the engine") {
  const ServedWorld world;
  ServeProcess engine;
  Asked asked{world.model(), "",
              sampleOfFiles({world.file(0).string(), world.file(1).string()}, "what is this?")};
  engine.send(AnswerRequest{asked, 8});
  engine.closeInput();
  const auto started = engine.until<ServeStarted>();
  CHECK(started.prompt.find("Image2:<image>\nwhat is this?") != std::string::npos);
  REQUIRE(started.pictures.size() == 2);
  CHECK(started.pictures[0].width == 40);
  engine.until<ServeDone>();
  CHECK(engine.wait() == 0);
}
