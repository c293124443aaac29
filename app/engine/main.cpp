// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include "app/engine/failure.h"
#include "app/engine/verb.h"

namespace {

struct Verb {
  const char* name;
  const char* help;
  void (*declare)(CLI::App&);
};

constexpr Verb kVerbs[] = {
    {"check-adapter", "Load a PEFT adapter onto its model and count the modules that it fits",
     mia::engine::declareCheckAdapter},
    {"doctor", "Say what this engine runs on, and whether a model loads",
     mia::engine::declareDoctor},
    {"evaluate", "Answer the samples of a run with every model that it compares",
     mia::engine::declareEvaluate},
    {"generate", "Answer the samples of a run and record where the model looked",
     mia::engine::declareGenerate},
    {"inspect", "Write what one pass computes inside, to compare with other programs",
     mia::engine::declareInspect},
    {"pretrain", "Make the demo model from scratch, from scenes that are drawn here",
     mia::engine::declarePretrain},
    {"serve", "Answer requests, one JSON object a line, with a model that stays loaded",
     mia::engine::declareServe},
    {"train", "Train an adapter on the pairs of a run; goes on from its newest checkpoint",
     mia::engine::declareTrain},
};

constexpr const char* kFooter =
    "Exit codes: 0 done, 2 usage, 3 bad input, 4 not found, 5 unsupported, 6 busy, 7 "
    "input/output,\n"
    "8 memory or disk ran out, 70 our own mistake, 130 stopped when asked (run again to go on).";

int report(const mia::Error& error) {
  std::fprintf(stderr, "mia-engine: %s\n", error.what());
  return mia::exitCode(error.kind());
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"The worker of MIA Studio that owns the model", "mia-engine"};
  app.require_subcommand(1);
  app.footer(kFooter);
  for (const Verb& verb : kVerbs) verb.declare(*app.add_subcommand(verb.name, verb.help));
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : mia::exitCode(mia::ErrorKind::kUsage);
  } catch (const std::exception& error) {
    return report(mia::engine::asError(error));
  }
  return 0;
}
