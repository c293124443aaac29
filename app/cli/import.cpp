// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/import.h"

#include <iostream>

#include "app/cli/job_log.h"
#include "app/cli/verbs.h"
#include "app/cli/work.h"

namespace mia::cli {
namespace {

Json toJson(const curation::ImportResult& result) {
  Json quarantined = Json::object();
  for (const auto& [reason, rows] : result.quarantined) quarantined[toString(reason)] = rows;
  return {{"file", result.source.file},       {"state", toString(result.source.state)},
          {"words", result.source.words},     {"rows", result.source.rowsDone},
          {"questions", result.questions},    {"quarantined", quarantined},
          {"looked_at_now", result.rowsRead}, {"added_now", result.added}};
}

std::string toText(const curation::ImportResult& result) {
  std::int64_t setAside = 0;
  std::string reasons;
  for (const auto& [reason, rows] : result.quarantined) {
    setAside += rows;
    reasons += "  " + std::string(toString(reason)) + ": " + withGroups(rows) + "\n";
  }
  std::string words = withGroups(result.source.rowsDone) +
                      " rows: " + withGroups(result.questions) + " questions, " +
                      withGroups(setAside) +
                      " quarantined. Added now: " + withGroups(result.added) + ".\n" + reasons;
  if (setAside > 0) words += "`mia status --quarantine` lists them with file and row.\n";
  return words;
}

void import(const Context& context, const std::string& file, const std::string& images) {
  curation::Project project = curation::Project::create(context.project);
  ProgressLine line;
  const auto result = curation::importLlava(project, file, images, workContext(line));
  line.finish();
  report(context, toJson(result), toText(result));
  if (result.source.state == SourceState::kBroken) {
    const std::string words =
        result.source.file + " is " + result.source.words + ". The rows before it were taken";
    if (run::JobLog* log = jobLog()) log->fail(ErrorKind::kBadInput, words);
    std::cerr << "mia: " << words << '\n';
    throw CLI::RuntimeError(exitCode(ErrorKind::kBadInput));
  }
}

}  // namespace

void addImport(CLI::App& app, Context& context) {
  struct Options {
    std::string file;
    std::string images;
  };
  CLI::App* verb = addVerb(app, context, "import",
                           "Takes photos and questions in from a LLaVA-instruct file; makes the "
                           "project when there is none. Goes on where it was cut, and adds nothing "
                           "twice",
                           "mia import llava_v1_5_mix665k.json --images ~/data --project birds");
  const auto options = std::make_shared<Options>();
  verb->add_option("file", options->file, "a JSON list of LLaVA-instruct records")->required();
  verb->add_option("--images", options->images, "the folder that its image paths start from")
      ->required();
  verb->callback([&context, options] { import(context, options->file, options->images); });
}

}  // namespace mia::cli
