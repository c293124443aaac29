// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/journal_file.h"

#include <charconv>
#include <fstream>

#include "base/base64.h"
#include "base/json.h"
#include "storage/decisions.h"

namespace mia::curation {
namespace {

constexpr const char* kJournalMark = "mia_journal";
constexpr int kJournalVersion = 1;
constexpr std::int64_t kReportSent = 1000;  // decisions between two reports of progress

std::string hexOf(std::uint64_t value) {
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(value));
  return text;
}

std::uint64_t fromHex(const std::string& text, const std::string& where) {
  std::uint64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value, 16);
  if (error != std::errc() || rest != end) {
    throw Error(ErrorKind::kBadInput, where + ": \"" + text + "\" is no hash of an answer");
  }
  return value;
}

Json toJson(const storage::SubjectContent& about) {
  return {{"question", toBase64(about.sample.question)},
          {"turn", about.sample.turn},
          {"recipe", toBase64(about.sample.recipe)},
          {"images", about.sample.images},
          {"run", about.run},
          {"arm", about.arm},
          {"number", about.number},
          {"text", about.text},
          {"answer", hexOf(about.answer)}};
}

storage::SubjectContent contentFromJson(const Json& json, const std::string& where) {
  storage::SubjectContent about;
  about.sample.question = fromBase64(require<std::string>(json, "question", where), where);
  about.sample.turn = require<std::int64_t>(json, "turn", where);
  about.sample.recipe = fromBase64(require<std::string>(json, "recipe", where), where);
  about.sample.images = require<std::vector<std::string>>(json, "images", where);
  about.run = require<std::string>(json, "run", where);
  about.arm = require<std::string>(json, "arm", where);
  about.number = require<std::int64_t>(json, "number", where);
  about.text = require<std::string>(json, "text", where);
  about.answer = fromHex(require<std::string>(json, "answer", where), where);
  return about;
}

Json toJson(const Decision& decision, const storage::SubjectContent& about) {
  return {{"key", decision.key},
          {"time", decision.time},
          {"reviewer", decision.review.reviewer},
          {"round", decision.review.round},
          {"kind", toString(decision.kind)},
          {"batch", decision.batch},
          {"undoes", decision.undoes},
          {"before", toJson(decision.before)},
          {"after", toJson(decision.after)},
          {"about", toJson(about)}};
}

DecisionKind kindFrom(const std::string& name, const std::string& where) {
  try {
    return decisionKindFromString(name);
  } catch (const Error& error) {
    throw Error(ErrorKind::kBadInput, where + ": " + error.what());
  }
}

SentDecision sentFromJson(const Json& json, const std::string& where) {
  Decision decision;
  decision.key = require<std::string>(json, "key", where);
  decision.time = require<std::int64_t>(json, "time", where);
  decision.review = {require<std::string>(json, "reviewer", where),
                     require<int>(json, "round", where)};
  decision.kind = kindFrom(require<std::string>(json, "kind", where), where);
  decision.batch = require<std::string>(json, "batch", where);
  decision.undoes = require<std::string>(json, "undoes", where);
  decision.before = reviewStateFromJson(require<Json>(json, "before", where), where);
  decision.after = reviewStateFromJson(require<Json>(json, "after", where), where);
  if (decision.key.empty() || decision.review.reviewer.empty() || decision.review.round < 0) {
    throw Error(ErrorKind::kBadInput, where + " is a decision without a key or a reviewer");
  }
  return {std::move(decision), contentFromJson(require<Json>(json, "about", where), where)};
}

std::string lineOf(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// How many decisions follow the file's first line.
std::int64_t countFrom(const std::string& line, const std::filesystem::path& file) {
  const Json head = Json::parse(line, nullptr, false);
  if (!head.is_object() || !head.contains(kJournalMark)) {
    throw Error(ErrorKind::kBadInput, file.string() + " is no journal of decisions",
                "`mia audit journal --out FILE` writes one");
  }
  if (head[kJournalMark] != kJournalVersion) {
    throw Error(ErrorKind::kBadInput, file.string() + " was written by a newer MIA Studio");
  }
  return require<std::int64_t>(head, "decisions", file.string());
}

}  // namespace

std::int64_t writeJournal(Project& project, const std::filesystem::path& file,
                          const WorkContext& work) {
  const std::filesystem::path partial = file.string() + ".partial";
  std::ofstream out(partial, std::ios::binary | std::ios::trunc);
  const auto fail = [&](ErrorKind kind, const std::string& words) {
    out.close();
    std::error_code ignored;
    std::filesystem::remove(partial, ignored);
    throw Error(kind, words);
  };
  if (!out) throw Error(ErrorKind::kIo, "Cannot write " + partial.string());
  storage::DecisionReader journal(project.database());
  storage::SubjectReader subjects(project.database());
  const std::int64_t total = journal.count();
  std::int64_t written = 0;
  out << lineOf({{kJournalMark, kJournalVersion}, {"decisions", total}});
  journal.forEach([&](Decision&& decision) {
    if (written == total) return;  // was decided meanwhile
    out << lineOf(toJson(decision, subjects.contentOf(decision.subject)));
    if (++written % kReportSent != 0) return;
    work.progress({"journal", written, total, "decisions"});
    if (work.stop.stop_requested()) fail(ErrorKind::kStopped, "Stopped; no file was written");
  });
  out.close();
  if (!out) fail(ErrorKind::kIo, "Cannot write " + file.string() + "; is the disk full?");
  std::filesystem::rename(partial, file);
  return written;
}

void readJournal(const std::filesystem::path& file,
                 const std::function<void(SentDecision&&, std::int64_t)>& take) {
  std::ifstream in(file, std::ios::binary);
  std::string line;
  if (!in || !std::getline(in, line)) {
    throw Error(ErrorKind::kBadInput, "Cannot read " + file.string());
  }
  const std::int64_t total = countFrom(line, file);
  std::int64_t read = 0;
  while (read < total && std::getline(in, line)) {
    const std::string where = file.string() + ", line " + std::to_string(++read + 1);
    take(sentFromJson(parseJson(line, where), where), total);
  }
  if (read < total) {
    throw Error(ErrorKind::kBadInput,
                file.string() + " ends after " + std::to_string(read) + " of its " +
                    std::to_string(total) + " decisions",
                "Have it sent once more; nothing was taken over");
  }
}

}  // namespace mia::curation
