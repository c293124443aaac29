// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/engine/run_session.h"
#include "generate/answer.h"

namespace mia::engine {

/// What a run that answers samples is asked for.
struct AnswerJob {
  std::vector<run::Arm> arms;       ///< each answers every sample; adapters on one loaded base
  generate::AnswerOptions options;  ///< its end tokens and its stop token are set here
  int batchSize = 16;               ///< prompts
  bool maps = true;                 ///< keep the mean attention maps
  int threads = 0;                  ///< see useThreads()
};

/// Answers the samples of the session's bundle, arm by arm, and appends what is not in the run's
/// answers yet. A sample that cannot be read (a picture that is gone or changed, say) is left out
/// with a warning event `sample-skipped` and counted. Returns the summary: {"samples", "arms",
/// "answered" (samples times arms, those from before a resume included), "resumed", "skipped",
/// "answers" and "tokens" (made now), "seconds"}. Error kBadInput when not one could be answered.
Json answerSamples(RunSession& session, const AnswerJob& job, torch::Device device);

}  // namespace mia::engine
