// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "app/cli/job_log.h"
#include "app/cli/output.h"
#include "app/cli/stop.h"
#include "app/cli/verbs.h"
#include "base/error.h"

namespace mia::cli {

CLI::App* addVerb(CLI::App& app, Context& context, const std::string& name,
                  const std::string& description, const std::string& example) {
  CLI::App* verb = app.add_subcommand(name, description);
  verb->add_option("--project", context.project, "the project's folder (default: the current one)");
  verb->add_flag("--json", context.json, "the result as JSON on standard output");
  verb->footer("Example:\n  " + example);
  return verb;
}

namespace {

int fail(const Context& context, ErrorKind kind, const std::string& words) {
  if (run::JobLog* log = jobLog()) log->fail(kind, words);
  if (context.json) {
    std::cout << Json({{"error", {{"kind", toString(kind)}, {"words", words}}}}).dump(2) << '\n';
  }
  std::cerr << "mia: " << words << '\n';
  return exitCode(kind);
}

int run(int argc, char** argv) {
  Context context;
  CLI::App app("MIA-DPO from photos to a trained model, on the command line", "mia");
  app.require_subcommand(1);
  app.add_option_function<std::string>(
      "--progress", openJobLog,
      "before the verb: also tell progress and the end to this file, as JSON lines");
  app.footer(
      "Exit codes: 0 done, 2 usage, 3 bad input, 4 not found, 5 unsupported, 6 busy,\n"
      "7 input/output, 8 out of memory or disk, 70 our own mistake, 130 stopped.\n"
      "mia VERB --help shows a verb's options and an example.");
  for (const auto add :
       {addDemo, addImport, addDuplicates, addCompose, addRender, addGenerate, addSelect, addAudit,
        addTrain, addRuns, addEvaluate, addCompare, addExport, addAsk, addStatus, addDoctor}) {
    add(app, context);
  }
  try {
    app.parse(argc, argv);
    if (run::JobLog* log = jobLog()) log->finish();
    return 0;
  } catch (const CLI::RuntimeError& e) {
    return e.get_exit_code();
  } catch (const CLI::ParseError& e) {
    if (app.exit(e) == 0) return 0;
    if (run::JobLog* log = jobLog()) log->fail(ErrorKind::kUsage, e.what());
    return exitCode(ErrorKind::kUsage);
  } catch (const Error& e) {
    return fail(context, e.kind(), e.what());
  } catch (const std::exception& e) {
    return fail(context, ErrorKind::kInternal, std::string("our own mistake: ") + e.what());
  }
}

}  // namespace
}  // namespace mia::cli

int main(int argc, char** argv) {
  mia::cli::installStopSignals();
  return mia::cli::run(argc, argv);
}
