// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/status.h"

#include <set>

#include "storage/candidates.h"
#include "storage/decisions.h"
#include "storage/images.h"
#include "storage/questions.h"
#include "storage/runs.h"
#include "storage/sources.h"

namespace mia::curation {
namespace {

Json toJson(const std::map<QuarantineReason, std::int64_t>& quarantined) {
  Json json = Json::object();
  for (const auto& [reason, rows] : quarantined) json[toString(reason)] = rows;
  return json;
}

Json toJson(const ProjectStatus::SourceStatus& status) {
  const Source& source = status.source;
  return {{"file", source.file},
          {"images", source.root},
          {"state", toString(source.state)},
          {"words", source.words},
          {"rows", source.rowsDone},
          {"questions", status.questions},
          {"quarantined", toJson(status.quarantined)}};
}

Json toJson(const storage::SampleCount& count) {
  return {{"layout", toString(count.layout)},
          {"split", toString(count.split)},
          {"images", count.imageCount},
          {"samples", count.samples}};
}

Json toJson(const ProjectStatus::RunStatus& status) {
  return {{"id", status.manifest.id},           {"kind", toString(status.manifest.kind)},
          {"created", status.manifest.created}, {"state", toString(status.state)},
          {"model", status.manifest.model},     {"answers", status.answers}};
}

Json toJson(const ProjectStatus::SelectionStatus& status) {
  Json counts = Json::array();
  for (const auto& count : status.counts) {
    counts.push_back({{"layout", toString(count.layout)},
                      {"status", toString(count.status)},
                      {"rule", count.rule},
                      {"pairs", count.pairs}});
  }
  return {{"id", status.selection.id.value},
          {"created", status.selection.created},
          {"rule", status.selection.rule},
          {"parameters", status.selection.parameters},
          {"counts", counts}};
}

Json toJson(const std::optional<ProjectStatus::AuditStatus>& audit) {
  if (!audit) return nullptr;
  Json reviews = Json::array();
  for (const auto& [review, progress] : audit->reviews) {
    reviews.push_back({{"reviewer", review.reviewer},
                       {"round", review.round},
                       {"reviewed", progress.done()},
                       {"accepted", progress.accepted},
                       {"rejected", progress.rejected},
                       {"left", progress.left()}});
  }
  const OutcomeCounts& counts = audit->outcomes;
  return {{"selection", audit->selection.value},
          {"pairs", counts.pairs},
          {"reviewed", counts.reviewed()},
          {"accepted", counts.accepted},
          {"rejected", counts.rejected},
          {"disputed", counts.disputed},
          {"left", counts.left()},
          {"reviews", std::move(reviews)}};
}

std::optional<ProjectStatus::AuditStatus> auditOf(storage::Database& database) {
  const bool selected = storage::SelectionReader(database).latest().has_value();
  if (!selected || storage::DecisionReader(database).count() == 0) return std::nullopt;
  const ReviewBook book(database);
  ProjectStatus::AuditStatus audit{book.selection(), book.outcomes(), {}};
  for (const Review& review : book.reviews()) {
    audit.reviews.emplace_back(review, book.progress(review));
  }
  return audit;
}

template <class T>
Json listOf(const std::vector<T>& values) {
  Json list = Json::array();
  for (const T& value : values) list.push_back(toJson(value));
  return list;
}

/// What decides about the next step.
struct Reached {
  bool importing = false, questions = false, samples = false, selected = false;
  std::set<run::RunKind> finished;  ///< kinds of which a run came to its end
};

Reached reachedIn(const ProjectStatus& status) {
  Reached reached;
  for (const auto& source : status.sources) {
    reached.importing |= source.source.state == SourceState::kImporting;
  }
  reached.questions = status.questions > 0;
  reached.samples = !status.samples.empty();
  reached.selected = !status.selections.empty();
  for (const auto& run : status.runs) {
    if (run.state == run::RunState::kFinished) reached.finished.insert(run.manifest.kind);
  }
  return reached;
}

std::string verbAfter(const Reached& reached) {
  if (reached.importing || !reached.questions) return "import";
  if (!reached.samples) return "compose";
  if (!reached.finished.contains(run::RunKind::kGenerate)) return "generate";
  if (!reached.selected) return "select";
  if (!reached.finished.contains(run::RunKind::kTrain)) return "train";
  if (!reached.finished.contains(run::RunKind::kEvaluate)) return "evaluate";
  return {};
}

const Source* interruptedImport(const ProjectStatus& status) {
  for (const auto& source : status.sources) {
    if (source.source.state == SourceState::kImporting) return &source.source;
  }
  return nullptr;
}

}  // namespace

ProjectStatus statusOf(Project& project) {
  storage::Database& database = project.database();
  ProjectStatus status;
  storage::SourceReader sources(database);
  storage::QuestionReader questions(database);
  for (const Source& source : sources.all()) {
    status.sources.push_back(
        {source, questions.count(source.id), sources.quarantineCounts(source.id)});
  }
  status.images = storage::ImageReader(database).count();
  status.questions = questions.count();
  status.samples = storage::SampleReader(database).counts();
  storage::CandidateReader candidates(database);
  for (const auto& run : run::listRuns(project.runsFolder())) {
    storage::CandidateFilter filter;
    filter.run = run.manifest().id;
    status.runs.push_back({run.manifest(), run.state(), candidates.count(filter)});
  }
  storage::SelectionReader selections(database);
  for (const Selection& selection : selections.all()) {
    status.selections.push_back({selection, selections.counts(selection.id)});
  }
  status.audit = auditOf(database);
  return status;
}

Json toJson(const ProjectStatus& status) {
  return {{"sources", listOf(status.sources)}, {"images", status.images},
          {"questions", status.questions},     {"samples", listOf(status.samples)},
          {"runs", listOf(status.runs)},       {"selections", listOf(status.selections)},
          {"audit", toJson(status.audit)},     {"next", nextStep(status)}};
}

std::string nextVerb(Project& project) {
  storage::Database& database = project.database();
  Reached reached;
  for (const Source& source : storage::SourceReader(database).all()) {
    reached.importing |= source.state == SourceState::kImporting;
  }
  reached.questions = !storage::QuestionReader(database).page({}, 1).empty();
  reached.samples = !storage::SampleReader(database).page({}, {}, 1).empty();
  reached.selected = storage::SelectionReader(database).latest().has_value();
  for (const auto& run : run::listRuns(project.runsFolder())) {
    if (run.state() == run::RunState::kFinished) reached.finished.insert(run.manifest().kind);
  }
  return verbAfter(reached);
}

std::string nextStep(const ProjectStatus& status) {
  static const std::map<std::string, std::string> kWords = {
      {"import", "brings photos and questions in"},
      {"compose", "makes multi-image samples of the questions"},
      {"generate", "lets the model answer the samples"},
      {"select", "makes pairs of the answers"},
      {"train", "trains on the pairs"},
      {"evaluate", "compares the model before and after"}};
  if (const Source* source = interruptedImport(status)) {
    return "`mia import` goes on with " + source->file;
  }
  const std::string verb = verbAfter(reachedIn(status));
  return verb.empty() ? "" : "`mia " + verb + "` " + kWords.at(verb);
}

void forEachQuarantined(
    Project& project, std::optional<QuarantineReason> reason,
    const std::function<void(const QuarantinedRow& row, const std::string& file)>& take) {
  storage::SourceReader reader(project.database());
  std::map<SourceId, std::string> files;
  for (const Source& source : reader.all()) files[source.id] = source.file;
  reader.forEachQuarantined(reason, [&](QuarantinedRow&& row) { take(row, files.at(row.source)); });
}

}  // namespace mia::curation
