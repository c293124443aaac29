// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/engine_stand_in.h"

#include <poll.h>
#include <unistd.h>

#include <QCoreApplication>
#include <chrono>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>
#include <thread>

#include "run/serve_reply.h"

namespace mia::test {

namespace {

constexpr int kEngineLayers = 4;
constexpr int kEngineHeads = 2;
constexpr int kEngineSide = 4;  ///< patches of a picture's row and column

void reply(std::int64_t id, run::ServeNews news) {
  std::cout << run::toLine(run::ServeReply{id, std::move(news)}) << std::endl;
}

int pictureCountOf(const run::Asked& asked) {
  const LayoutRecipe& recipe = asked.sample.sample.recipe;
  return recipe.kind == LayoutKind::kSequence ? recipe.imageCount : 1;
}

/// The patch of a token's own number is looked at most.
AttentionMap mapOfToken(int token, int picture, int head) {
  AttentionMap map{0, picture, kEngineSide, kEngineSide, {}};
  for (int patch = 0; patch < kEngineSide * kEngineSide; ++patch) {
    map.values.push_back(patch == token + head ? 6.0f : 0.5f);
  }
  return map;
}

std::vector<std::vector<float>> sharesOfToken(const run::Asked& asked, int token) {
  const auto regions = static_cast<std::size_t>(asked.sample.sample.recipe.imageCount);
  std::vector<float> shares(regions, 0.9f / static_cast<float>(regions));
  shares[0] += 0.01f * static_cast<float>(token);
  return std::vector<std::vector<float>>(kEngineLayers, shares);
}

class StandIn {
 public:
  int run() {
    reply(0, run::ServeHello{"0", "stand-in", ::getpid()});
    std::string line;
    while (std::getline(std::cin, line)) {
      const run::ServeRequest request = run::requestFromLine(line);
      if (std::holds_alternative<run::QuitRequest>(request.work)) return 0;
      std::visit([&](const auto& work) { take(request.id, work); }, request.work);
    }
    return 0;
  }

 private:
  void take(std::int64_t id, const run::LoadRequest& work) {
    run::ServeLoaded loaded;
    loaded.model = work.model;
    loaded.adapter = work.adapter;
    loaded.type = "float32";
    loaded.layers = kEngineLayers;
    loaded.heads = kEngineHeads;
    loaded.rows = loaded.columns = kEngineSide;
    reply(id, loaded);
  }
  void take(std::int64_t id, const run::AnswerRequest& work) {
    std::string words = "one two three four";
    if (!work.asked.adapter.empty()) words = "five six seven eight";
    say(id, work.asked, words, true);
  }
  void take(std::int64_t id, const run::ForceRequest& work) {
    say(id, work.asked, work.answer.text, false);
  }
  void take(std::int64_t id, const run::AttentionRequest& work) {
    run::ServeAttention attention;
    attention.layers = work.layers;
    attention.tokens = static_cast<int>(work.answer.tokenIds.size());
    attention.heads = work.eachHead ? kEngineHeads : 1;
    attention.pictures = pictureCountOf(work.asked);
    attention.rows = attention.columns = kEngineSide;
    for (int token = 0; token < attention.tokens; ++token) {
      attention.pieces.push_back("t");
      for (int head = 0; head < attention.heads; ++head) {
        attention.mass.push_back(1);
        for (int picture = 0; picture < attention.pictures; ++picture) {
          const AttentionMap map = mapOfToken(token, picture, head);
          attention.values.insert(attention.values.end(), map.values.begin(), map.values.end());
        }
      }
    }
    reply(id, attention);
  }
  void take(std::int64_t id, const run::CancelRequest& work) {
    reply(id, run::ServeCancelling{work.of, "unknown"});
  }
  void take(std::int64_t id, const run::PingRequest&) { reply(id, run::ServePong{}); }
  void take(std::int64_t, const run::QuitRequest&) {}

  void say(std::int64_t id, const run::Asked& asked, const std::string& words, bool maps) {
    const std::string& prompt = asked.sample.sample.prompt;
    const int pictures = pictureCountOf(asked);
    take(id, asked);
    run::ServeDone done;
    Candidate& candidate = done.answer.candidate;
    std::istringstream stream(words);
    std::string word;
    for (int index = 0; stream >> word && !done.stopped; ++index) {
      run::ServeToken token;
      token.index = index;
      token.id = index + 1;
      token.piece = token.text = " " + word;
      token.logProb = -0.1f * static_cast<float>(index + 1);
      token.maxLogProb = -0.1f;
      token.shares = sharesOfToken(asked, index);
      for (int picture = 0; maps && picture < pictures; ++picture) {
        token.maps.push_back(mapOfToken(index, picture, 0));
      }
      reply(id, token);
      if (prompt.find("die") != std::string::npos) ::_exit(9);
      const bool slow = prompt.find("slow") != std::string::npos;
      if (slow) std::this_thread::sleep_for(std::chrono::milliseconds(100));
      done.stopped = slow && isCancelled(id);
      keep(candidate, token);
    }
    for (int layer = 0; layer < kEngineLayers; ++layer) {
      for (int picture = 0; picture < pictures; ++picture) {
        done.answer.maps.push_back(mapOfToken(layer, picture, 0));
        done.answer.maps.back().layer = layer;
      }
    }
    reply(id, done);
  }

  void take(std::int64_t id, const run::Asked& asked) {
    run::ServeStarted started{"prompt", 8, 16, kEngineSide, kEngineSide, {}, {}};
    for (int picture = 0; picture < pictureCountOf(asked); ++picture) {
      started.pictures.push_back({64, 64, 0, 0, 64, 64});
    }
    started.chance.assign(static_cast<std::size_t>(asked.sample.sample.recipe.imageCount), 0.3);
    reply(id, started);
  }

  static void keep(Candidate& candidate, const run::ServeToken& token) {
    candidate.tokenIds.push_back(token.id);
    candidate.tokens.push_back(token.piece);
    candidate.logProbs.push_back(token.logProb);
    candidate.text += token.text;
    candidate.perplexity = candidate.maxPerplexity = 1.5;
    candidate.attention.resize(kEngineLayers);
    for (std::size_t i = 0; i < kEngineLayers; ++i) {
      LayerAttention& layer = candidate.attention[i];
      layer.layer = static_cast<int>(i);
      layer.tokenShares.push_back(token.shares[i]);
      layer.shares.assign(token.shares[i].begin(), token.shares[i].end());
      layer.elsewhere = 0.1;
    }
  }

  /// Looks whether the person stopped it; other requests wait in the pipe's line.
  static bool isCancelled(std::int64_t id) {
    pollfd in{STDIN_FILENO, POLLIN, 0};
    if (std::cin.rdbuf()->in_avail() <= 0 && ::poll(&in, 1, 0) <= 0) return false;
    std::string line;
    if (!std::getline(std::cin, line)) return true;
    const run::ServeRequest request = run::requestFromLine(line);
    const auto* cancel = std::get_if<run::CancelRequest>(&request.work);
    if (!cancel) return false;
    reply(request.id, run::ServeCancelling{cancel->of, "running"});
    return cancel->of == id;
  }
};

}  // namespace

int runEngineStandIn() { return StandIn().run(); }

void writeEngineStandIn(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  const std::filesystem::path file = folder / "mia-engine";
  std::ofstream(file) << "#!/bin/sh\nexec '"
                      << QCoreApplication::applicationFilePath().toStdString()
                      << "' --engine-stand-in\n";
  std::filesystem::permissions(file, std::filesystem::perms::owner_all);
}

}  // namespace mia::test
