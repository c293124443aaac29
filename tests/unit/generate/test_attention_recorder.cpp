// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "generate/attention_recorder.h"

using namespace mia::generate;

namespace {

// Two prompts: three visual tokens at keys 1, 2, 4 in two regions, and two at keys 2, 3 in one.
VisualTokens twoPrompts() {
  VisualTokens tokens;
  tokens.columns = torch::tensor({{1, 2, 4}, {2, 3, 0}}, torch::kInt64);
  tokens.present = torch::tensor({{1.f, 1.f, 1.f}, {1.f, 1.f, 0.f}});
  tokens.coverage =
      torch::tensor({{{1.f, 0.5f, 0.f}, {0.f, 0.25f, 1.f}}, {{1.f, 0.f, 0.f}, {0.f, 0.f, 0.f}}});
  tokens.paper = torch::tensor({{1.f, 1.f, 0.f}, {0.f, 1.f, 0.f}});
  tokens.visualCounts = {3, 2};
  tokens.regionCounts = {2, 1};
  return tokens;
}

// One layer, one candidate, five keys.
torch::Tensor rows(std::vector<float> first, std::vector<float> second) {
  return torch::stack({torch::tensor(first), torch::tensor(second)}).view({2, 1, 5});
}

}  // namespace

TEST_CASE("shares, maps and the paper's share come from the rows that emitted the answer") {
  AttentionRecorder recorder(twoPrompts());
  const torch::Tensor all = torch::ones({2, 1}, torch::kBool);
  const torch::Tensor firstOnly = torch::tensor({{1}, {0}}).to(torch::kBool);
  recorder.add({recorder.visualRows(rows({.4f, .1f, .2f, .2f, .1f}, {.6f, 0, .1f, .3f, 0}))}, all);
  recorder.add({recorder.visualRows(rows({.2f, .3f, 0, .4f, .1f}, {0, 0, .5f, .5f, 0}))},
               firstOnly);
  recorder.finish();

  // Prompt 0, keys 1, 2, 4: rows (.1, .2, .1) and (.3, 0, .1), sum (.4, .2, .2), total .8.
  const auto first = recorder.readings(0, 0, 2);
  REQUIRE(first.size() == 1);
  CHECK(first[0].shares[0] == doctest::Approx((.4 + .5 * .2) / .8));
  CHECK(first[0].shares[1] == doctest::Approx((.25 * .2 + .2) / .8));
  CHECK(first[0].shares[0] + first[0].shares[1] + first[0].elsewhere == doctest::Approx(1));
  CHECK(first[0].map == std::vector<float>{1.5f, .75f, .75f});
  // Row 0 alone: (.1 + .1) / .4; row 1 alone: .3 / .4.
  REQUIRE(first[0].tokenShares.size() == 2);
  CHECK(first[0].tokenShares[0][0] == doctest::Approx(.5));
  CHECK(first[0].tokenShares[1][0] == doctest::Approx(.75));
  // The paper leaves row 0 out: (.3 + 0) / .4.
  CHECK(first[0].paperShare == doctest::Approx(.75));

  // Prompt 1 ended after its first token, keys 2, 3: (.1, .3); its second row must not count.
  const auto second = recorder.readings(1, 0, 1);
  CHECK(second[0].shares.size() == 1);
  CHECK(second[0].shares[0] == doctest::Approx(.25));
  CHECK(second[0].elsewhere == doctest::Approx(.75));
  CHECK(second[0].map.size() == 2);
  CHECK(second[0].map[1] == doctest::Approx(1.5));
  CHECK(second[0].paperShare == doctest::Approx(.75));
}

TEST_CASE("a prompt whose answers ended may leave the batch") {
  AttentionRecorder whole(twoPrompts()), shrunk(twoPrompts());
  const torch::Tensor all = torch::ones({2, 1}, torch::kBool);
  const torch::Tensor one = rows({.4f, .1f, .2f, .2f, .1f}, {.6f, 0, .1f, .3f, 0});
  const torch::Tensor two = rows({.2f, .3f, 0, .4f, .1f}, {0, 0, .5f, .5f, 0});
  whole.add({whole.visualRows(one)}, all);
  whole.add({whole.visualRows(two)}, torch::tensor({{0}, {1}}).to(torch::kBool));
  whole.finish();
  shrunk.add({shrunk.visualRows(one)}, all);
  shrunk.keepRunning(torch::tensor({1}, torch::kInt64));
  shrunk.add({shrunk.visualRows(two.slice(0, 1))}, all.slice(0, 1));
  shrunk.finish();
  for (const std::int64_t prompt : {0, 1}) {
    CHECK(shrunk.readings(prompt, 0, 1)[0].map == whole.readings(prompt, 0, 1)[0].map);
    CHECK(shrunk.readings(prompt, 0, 1)[0].shares == whole.readings(prompt, 0, 1)[0].shares);
  }
  CHECK(shrunk.readings(1, 0, 2)[0].tokenShares == whole.readings(1, 0, 2)[0].tokenShares);
}
