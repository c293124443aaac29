// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/run_notes.h"

#include <algorithm>
#include <sstream>

#include "base/files.h"
#include "base/json.h"
#include "run/run_directory.h"

namespace mia::curation {
namespace {

constexpr int kNotesSchema = 1;

std::filesystem::path notesFile(const std::filesystem::path& run) { return run / "notes.json"; }
std::filesystem::path runsOf(const std::filesystem::path& project) { return project / "runs"; }
std::filesystem::path binOf(const std::filesystem::path& project) {
  return runsOf(project) / ".bin";
}

bool isRun(const std::filesystem::path& folder) {
  return std::filesystem::exists(folder / "run.json");
}

// An id names a folder below the runs and nothing else.
void checkId(const std::string& id) {
  if (!id.empty() && id.front() != '.' && id.find('/') == std::string::npos) return;
  throw Error(ErrorKind::kUsage, "\"" + id + "\" is no id of a run");
}

void move(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::error_code error;
  std::filesystem::create_directories(to.parent_path(), error);
  if (!error) std::filesystem::rename(from, to, error);
  if (error) {
    throw Error(ErrorKind::kIo,
                "Cannot move " + from.string() + " to " + to.string() + ": " + error.message());
  }
}

std::string trimmedWord(const std::string& word) {
  const auto first = word.find_first_not_of(" \t\n");
  if (first == std::string::npos) return {};
  return word.substr(first, word.find_last_not_of(" \t\n") - first + 1);
}

}  // namespace

RunNotes readRunNotes(const std::filesystem::path& run) {
  const std::filesystem::path file = notesFile(run);
  if (!std::filesystem::exists(file)) return {};
  const Json json = readJsonFile(file);
  const std::string where = file.string();
  if (require<int>(json, "schema", where) != kNotesSchema) {
    throw Error(ErrorKind::kUnsupported, where + ": these notes are of another version");
  }
  return {valueOr<std::string>(json, "name", {}, where),
          valueOr<std::string>(json, "note", {}, where),
          valueOr<std::vector<std::string>>(json, "tags", {}, where)};
}

void writeRunNotes(const std::filesystem::path& run, const RunNotes& notes) {
  const Json json{
      {"schema", kNotesSchema}, {"name", notes.name}, {"note", notes.note}, {"tags", notes.tags}};
  writeFileAtomically(notesFile(run),
                      json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

std::vector<std::string> tagsFromWords(const std::string& words) {
  std::vector<std::string> tags;
  std::istringstream stream(words);
  for (std::string word; std::getline(stream, word, ',');) {
    word = trimmedWord(word);
    if (!word.empty() && std::find(tags.begin(), tags.end(), word) == tags.end())
      tags.push_back(word);
  }
  return tags;
}

std::filesystem::path runFolder(const std::filesystem::path& project, const std::string& id) {
  checkId(id);
  for (const std::filesystem::path& folder : {runsOf(project) / id, binOf(project) / id}) {
    if (isRun(folder)) return folder;
  }
  throw Error(ErrorKind::kNotFound, "This project has no run " + id, "`mia runs` lists them");
}

void binRun(const std::filesystem::path& project, const std::string& id) {
  checkId(id);
  const std::filesystem::path folder = runsOf(project) / id;
  if (!isRun(folder)) throw Error(ErrorKind::kNotFound, "This project has no run " + id);
  if (run::RunLock::isHeld(folder)) {
    throw Error(ErrorKind::kBusy, "An engine works on run " + id, "Stop it first");
  }
  move(folder, binOf(project) / id);
}

void restoreRun(const std::filesystem::path& project, const std::string& id) {
  checkId(id);
  const std::filesystem::path folder = binOf(project) / id;
  if (!isRun(folder)) throw Error(ErrorKind::kNotFound, "The bin holds no run " + id);
  move(folder, runsOf(project) / id);
}

std::vector<std::string> binnedRuns(const std::filesystem::path& project) {
  std::vector<std::string> ids;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(binOf(project), error)) {
    if (isRun(entry.path())) ids.push_back(entry.path().filename().string());
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace mia::curation
