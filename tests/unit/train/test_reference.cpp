// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "base/error.h"
#include "base/files.h"
#include "support/temporary_folder.h"
#include "support/trl_run.h"
#include "train/reference.h"

using namespace mia::train;
using mia::TemporaryFolder;
using mia::TrlRun;
using mia::WorkContext;

namespace {

struct Fixture {
  TrlRun run;
  TemporaryFolder folder;
  std::shared_ptr<mia::model::Llava> model = run.model();
  VisualFeatures features{*model, run.data, std::int64_t{1} << 20};
  PairScorer scorer{*model, features};
  int batches = 0;  // computed, not taken from the cache

  ReferenceLogProbs compute(
      const std::string& fingerprint, std::stop_token stop = {},
      std::function<void()> afterEach = [] {}) {
    const WorkContext work{stop, [&](const mia::Progress&) {
                             ++batches;
                             afterEach();
                           }};
    return referenceLogProbs(*model, scorer, run.data.pairs, 4, folder / "reference.jsonl",
                             fingerprint, work);
  }
};

}  // namespace

TEST_CASE("the reference is computed once and kept to the bit") {
  Fixture f;
  const ReferenceLogProbs first = f.compute("a");
  CHECK(f.batches == 3);  // twelve pairs by four
  const ReferenceLogProbs again = f.compute("a");
  CHECK(f.batches == 3);
  CHECK(again.chosen == first.chosen);
  CHECK(again.rejected == first.rejected);
}

TEST_CASE("a reference that was cut goes on behind what it has") {
  Fixture f;
  const ReferenceLogProbs whole = f.compute("a");
  std::filesystem::remove(f.folder / "reference.jsonl");
  f.batches = 0;
  std::stop_source source;
  CHECK_THROWS_AS(f.compute("a", source.get_token(), [&] { source.request_stop(); }), mia::Error);
  CHECK(f.batches == 1);
  CHECK(f.compute("a").rejected == whole.rejected);
  CHECK(f.batches == 3);
}

TEST_CASE("log-probabilities of other weights or pairs are not used") {
  Fixture f;
  f.compute("a");
  f.compute("b");
  CHECK(f.batches == 6);
}
