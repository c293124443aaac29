// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"
#include "app/cli/work.h"
#include "curation/run_compare.h"
#include "curation/run_export.h"
#include "curation/run_remarks.h"
#include "curation/training_queue.h"

namespace mia::cli {
namespace {

struct RunsOptions {
  std::string show;
  std::vector<std::string> compare;
  std::string pause;
  std::string goOn;
  std::string stop;
  std::string bin;
  std::string restore;
  std::string csv;
  std::string tensorboard;
  std::string name;
  std::string note;
  std::string tags;
};

std::string cell(const std::string& text, std::size_t width) {
  return text.size() < width ? text + std::string(width - text.size(), ' ') : text;
}

std::string figure(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4g", value);
  return text;
}

const curation::RunFacts& runOf(const curation::RunHistory& history, const std::string& id) {
  for (const curation::RunFacts& run : history.runs()) {
    if (run.id() == id) return run;
  }
  throw Error(ErrorKind::kNotFound, "This project has no training run " + id,
              "`mia runs` lists them");
}

void listTrainings(const Context& context, const curation::RunHistory& history) {
  Json list = Json::array();
  std::string text;
  for (const curation::RunFacts& run : history.runs()) {
    list.push_back(toJson(run));
    text += cell(run.id(), 30) + cell(stateName(run), 10) +
            cell("step " + std::to_string(run.step), 12) + run.title() + "\n";
  }
  const auto binned = curation::binnedRuns(context.project);
  for (const std::string& id : binned) text += cell(id, 30) + "in the bin\n";
  report(context, {{"runs", list}, {"bin", binned}}, text.empty() ? "No training run yet." : text);
}

std::vector<curation::RunRemark> remarksOf(const curation::RunHistory& history,
                                           const curation::RunFacts& run) {
  const auto config = run::configFromJson<run::TrainConfig>(run.manifest.config, run.id());
  return curation::remarksOf(*history.series(run.id()), config, run.steps);
}

void showRun(const Context& context, const curation::RunHistory& history, const std::string& id) {
  const curation::RunFacts& run = runOf(history, id);
  Json json = toJson(run);
  json["remarks"] = Json::array();
  std::string text = run.title() + ": " + stateName(run) + " at step " + std::to_string(run.step) +
                     " of " + std::to_string(run.steps) + "\n";
  if (!run.failure.empty()) text += "  " + run.failure + "\n";
  if (const std::string advice = adviceFor(run); !advice.empty()) text += "  " + advice + "\n";
  for (const curation::RunRemark& remark : remarksOf(history, run)) {
    json["remarks"].push_back({{"code", remark.code},
                               {"step", remark.step},
                               {"words", remark.words},
                               {"advice", remark.advice}});
    text += "  ! step " + std::to_string(remark.step) + ": " + remark.words + " " + remark.advice +
            "\n";
  }
  if (!run.notes.note.empty()) text += "  note: " + run.notes.note + "\n";
  report(context, json, text);
}

void compareTrainings(const Context& context, const curation::RunHistory& history,
                      const std::vector<std::string>& ids) {
  std::vector<curation::ComparedRun> runs;
  for (const std::string& id : ids) runs.push_back({runOf(history, id), history.series(id)});
  const curation::RunComparison comparison = curation::compareRuns(runs);
  Json fields = Json::object(), figures = Json::object();
  std::string text = cell("", 26);
  for (const auto& run : runs) text += cell(run.facts.title(), 24);
  text += "\n";
  for (const auto& field : comparison.fields) {
    fields[field.name] = field.values;
    text += cell((field.differs ? "* " : "  ") + field.name, 26);
    for (const std::string& value : field.values) text += cell(value, 24);
    text += "\n";
  }
  for (const auto& compared : comparison.figures) {
    text += cell("  best " + compared.name, 26);
    for (std::size_t i = 0; i < compared.values.size(); ++i) {
      const auto& value = compared.values[i];
      figures[compared.name].push_back(value ? Json(value->value) : Json());
      std::string words = value ? figure(value->value) + " at " + std::to_string(value->step) : "";
      if (compared.best == i) words += " (best)";
      text += cell(words, 24);
    }
    text += "\n";
  }
  report(context, {{"runs", ids}, {"fields", fields}, {"best", figures}}, text);
}

void writeAbout(const Context& context, const RunsOptions& options) {
  const auto folder = curation::runFolder(context.project, options.show);
  curation::RunNotes notes = curation::readRunNotes(folder);
  if (!options.name.empty()) notes.name = options.name;
  if (!options.note.empty()) notes.note = options.note;
  if (!options.tags.empty()) notes.tags = curation::tagsFromWords(options.tags);
  curation::writeRunNotes(folder, notes);
}

void exportRun(const Context& context, const curation::RunHistory& history,
               const RunsOptions& options) {
  const curation::RunFacts& run = runOf(history, options.show);
  std::string file = options.csv;
  if (!options.csv.empty()) curation::writeSeriesCsv(*history.series(run.id()), options.csv);
  if (!options.tensorboard.empty()) {
    file = curation::writeTensorBoard(run, *history.series(run.id()), options.tensorboard).string();
  }
  report(context, {{"file", file}}, "Written to " + file);
}

// What an engine at work is asked for.
void steer(const Context& context, const RunsOptions& options) {
  const auto check = [](const std::string& id, bool asked, const char* wish) {
    if (asked) return;
    throw Error(ErrorKind::kNotFound, "Run " + id + " " + wish, "`mia runs` tells how runs stand");
  };
  if (!options.pause.empty())
    check(options.pause, curation::pauseTraining(context.project, options.pause),
          "has no engine at work that could pause");
  if (!options.goOn.empty())
    check(options.goOn, curation::continueTraining(context.project, options.goOn),
          "is not paused; `mia train --run` resumes one that was stopped");
  if (!options.stop.empty())
    check(options.stop, curation::stopTraining(context.project, options.stop),
          "is neither at work nor waiting for its turn");
}

void runs(const Context& context, const RunsOptions& options) {
  openProject(context);  // says what is wrong when there is none
  steer(context, options);
  if (!options.bin.empty()) curation::binRun(context.project, options.bin);
  if (!options.restore.empty()) curation::restoreRun(context.project, options.restore);
  const bool writes = !options.name.empty() || !options.note.empty() || !options.tags.empty();
  const bool exports = !options.csv.empty() || !options.tensorboard.empty();
  if ((writes || exports) && options.show.empty())
    throw Error(ErrorKind::kUsage, "It is not said which run is meant", "Name it with --show");
  if (writes) writeAbout(context, options);
  curation::RunHistory history(context.project);
  history.poll();
  if (exports) {
    exportRun(context, history, options);
  } else if (!options.compare.empty()) {
    compareTrainings(context, history, options.compare);
  } else if (!options.show.empty()) {
    showRun(context, history, options.show);
  } else {
    listTrainings(context, history);
  }
}

}  // namespace

void addRuns(CLI::App& app, Context& context) {
  CLI::App* verb = addVerb(
      app, context, "runs", "Lists, shows, steers, compares, exports and deletes training runs",
      "mia runs\n  mia runs --show train-20261122-081106-6p1z --tensorboard board\n  "
      "mia runs --compare train-20261122-081106-6p1z --compare train-20261122-091106-7q2a");
  const auto options = std::make_shared<RunsOptions>();
  verb->add_option("--show", options->show, "one run: how it stands and what stands out");
  verb->add_option("--compare", options->compare,
                   "settings and best figures of several, once for each; * marks differences");
  verb->add_option("--csv", options->csv, "write the shown run's figures to this table");
  verb->add_option("--tensorboard", options->tensorboard,
                   "write the shown run's figures into this folder, for TensorBoard");
  verb->add_option("--name", options->name, "name the shown run");
  verb->add_option("--note", options->note, "write a note to the shown run");
  verb->add_option("--tags", options->tags, "tag the shown run: words with commas between");
  verb->add_option("--pause", options->pause,
                   "have this run wait behind its present step, its model in memory");
  verb->add_option("--continue", options->goOn, "have a paused run go on");
  verb->add_option("--stop", options->stop,
                   "end this run behind a checkpoint; `mia train --run` resumes it");
  verb->add_option("--delete", options->bin, "put this run into the project's bin, runs/.bin");
  verb->add_option("--restore", options->restore, "take this run back from the bin");
  verb->callback([&context, options] { runs(context, *options); });
}

}  // namespace mia::cli
