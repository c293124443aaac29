// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/responses.h"

#include <algorithm>
#include <sstream>

#include "base/error.h"
#include "curation/select.h"
#include "domain/answer_match.h"
#include "run/run_directory.h"
#include "storage/candidates.h"
#include "storage/gallery.h"
#include "storage/images.h"
#include "storage/questions.h"
#include "storage/responses.h"
#include "storage/runs.h"
#include "storage/samples.h"
#include "storage/selections.h"

namespace mia::curation {
namespace {

storage::AnsweredFilter filterOf(const ResponseQuery& query) {
  storage::AnsweredFilter filter;
  std::istringstream words(query.text);
  for (std::string word; words >> word;) filter.words.push_back(word);
  filter.layout = query.layout;
  if (query.outcome == ResponseOutcome::kPair) filter.status = PairStatus::kSelected;
  if (query.outcome == ResponseOutcome::kLookedAtTarget) filter.rule = "looked-at-target";
  if (query.outcome == ResponseOutcome::kRight) filter.rule = "not-wrong";
  return filter;
}

/// The run's arms in the order of its manifest; by name where its folder is gone.
std::vector<run::Arm> armsOfRun(const std::filesystem::path& project, const std::string& run) {
  try {
    return run::RunDirectory::open(project / "runs" / run).manifest().arms;
  } catch (const Error&) {
    return {{"before", ""}, {"after", ""}};
  }
}

std::optional<storage::RunRecord> newestEvaluation(storage::Database& database) {
  std::optional<storage::RunRecord> newest;
  for (storage::RunRecord& run : storage::RunReader(database).all()) {
    if (run.kind == "evaluate") newest = std::move(run);
  }
  return newest;
}

/// The samples whose answer the newest evaluation's last arm put right, or spoilt; by id.
std::vector<std::int64_t> changedSamples(Browser& browser, bool better) {
  const auto run = newestEvaluation(browser.database());
  if (!run) return {};
  const std::vector<run::Arm> arms = armsOfRun(browser.folder(), run->id);
  if (arms.size() < 2) return {};
  std::map<std::int64_t, std::pair<bool, bool>> right;  // by the first arm, by the last
  storage::AnsweredReader(browser.database())
      .forEachOfRun(run->id, [&](storage::ArmAnswer&& answer) {
        const bool matches = !isWrong(WrongRule::kNormalised, answer.text, answer.truth);
        if (answer.arm == arms.front().name) right[answer.sample.value].first = matches;
        if (answer.arm == arms.back().name) right[answer.sample.value].second = matches;
      });
  std::vector<std::int64_t> changed;
  for (const auto& [sample, was] : right) {
    if (was.first != better && was.second == better) changed.push_back(sample);
  }
  return changed;
}

/// Fills in who answered: by the run's record and, for an arm, its manifest.
class Answerers {
 public:
  explicit Answerers(Browser& browser) : browser_(browser) {}

  void name(Response& response) {
    const std::string& id = response.candidate.run;
    if (!runs_.contains(id)) {
      runs_[id] = storage::RunReader(browser_.database()).find(id);
      if (runs_[id] && runs_[id]->kind == "evaluate") arms_[id] = armsOfRun(browser_.folder(), id);
    }
    const auto& run = runs_[id];
    if (!run) return;
    response.model = run->model;
    response.adapter = run->adapter;
    for (const run::Arm& arm : arms_[id]) {
      if (arm.name == response.arm) response.adapter = arm.adapter;
    }
  }

  /// Where an answer stands among the others: runs as they were made, arms as they were asked for.
  std::size_t rank(const Response& response) {
    const auto& arms = arms_[response.candidate.run];
    const auto found = std::find_if(arms.begin(), arms.end(),
                                    [&](const run::Arm& arm) { return arm.name == response.arm; });
    return static_cast<std::size_t>(found - arms.begin()) + (arms.empty() ? 0 : 1);
  }

 private:
  Browser& browser_;
  std::map<std::string, std::optional<storage::RunRecord>> runs_;
  std::map<std::string, std::vector<run::Arm>> arms_;
};

void judgeResponse(Response& response, const Sample& sample, const selection::Rule& rule,
                   storage::Database& database) {
  const Candidate& candidate = response.candidate;
  response.matches = !isWrong(WrongRule::kNormalised, candidate.text, sample.answer);
  if (const auto id = storage::GalleryReader(database).newestPair(candidate.id)) {
    const Pair pair = storage::SelectionReader(database).pair(*id);
    response.isRejected = pair.status == PairStatus::kSelected;
    response.reason = pair.reason;
  } else if (sample.recipe.kind != LayoutKind::kSingle && !candidate.attention.empty()) {
    try {
      response.reason = selection::judge(rule, sample, candidate).reason;
    } catch (const Error&) {
      // Its run did not record the layers that decide: there is no verdict to tell.
    }
  }
}

}  // namespace

std::vector<std::int64_t> findResponses(Browser& browser, const ResponseQuery& query) {
  std::vector<std::int64_t> ids =
      storage::AnsweredReader(browser.database()).samples(filterOf(query));
  if (query.outcome != ResponseOutcome::kBetter && query.outcome != ResponseOutcome::kWorse)
    return ids;
  const auto changed = changedSamples(browser, query.outcome == ResponseOutcome::kBetter);
  std::erase_if(ids, [&](std::int64_t id) {
    return !std::binary_search(changed.begin(), changed.end(), id);
  });
  return ids;
}

std::vector<ResponseItem> responseItems(Browser& browser,
                                        const std::vector<std::int64_t>& samples) {
  storage::Database& database = browser.database();
  std::vector<ResponseItem> items;
  for (const std::int64_t id : samples) {
    try {
      const Sample sample = storage::SampleReader(database).get(SampleId{id});
      const Question question = storage::QuestionReader(database).get(sample.question);
      ResponseItem item;
      item.sample = id;
      item.question = question.turns.at(static_cast<std::size_t>(sample.turn)).question;
      item.layout = sample.recipe.kind;
      item.images = sample.recipe.imageCount;
      item.answers = storage::CandidateReader(database).count({{}, {}, sample.id});
      item.hasPair = storage::AnsweredReader(database).hasPair(sample.id);
      items.push_back(std::move(item));
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kNotFound) throw;  // gone since the ids were read
    }
  }
  return items;
}

SampleResponses sampleResponses(Browser& browser, SampleId id) {
  storage::Database& database = browser.database();
  SampleResponses all;
  all.sample = storage::SampleReader(database).get(id);
  const Question question = storage::QuestionReader(database).get(all.sample.question);
  all.question = question.turns.at(static_cast<std::size_t>(all.sample.turn)).question;
  all.source = {all.sample.recipe, storage::ImageReader(database).get(all.sample.images)};
  const selection::Rule rule = rulingRule(database);
  all.firstLayer = rule.firstLayer;
  all.lastLayer = rule.lastLayer;
  if (all.sample.recipe.kind != LayoutKind::kSingle) {
    all.threshold = rule.threshold(all.sample.recipe.kind, all.sample.recipe.imageCount);
  }
  const auto arms = storage::AnsweredReader(database).armsByCandidate(id);
  Answerers answerers(browser);
  for (Candidate& candidate : storage::CandidateReader(database).ofSample(id)) {
    Response& response = all.responses.emplace_back();
    response.candidate = std::move(candidate);
    response.arm = arms.at(response.candidate.id.value);
    answerers.name(response);
    judgeResponse(response, all.sample, rule, database);
  }
  std::stable_sort(
      all.responses.begin(), all.responses.end(),
      [&](const Response& a, const Response& b) { return answerers.rank(a) < answerers.rank(b); });
  return all;
}

}  // namespace mia::curation
