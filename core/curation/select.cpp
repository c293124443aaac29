// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/select.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "base/time.h"
#include "curation/pair_draw.h"
#include "selection/text_distance.h"
#include "storage/candidates.h"
#include "storage/marks.h"
#include "storage/questions.h"
#include "storage/samples.h"
#include "storage/selections.h"

namespace mia::curation {
namespace {

constexpr std::int64_t kReport = 500;  // answers between two reports of progress

/// The training sample whose candidates are being read: candidates come sample by sample.
class SampleCursor {
 public:
  explicit SampleCursor(Project& project) : reader_(project.database()) {}
  const Sample& at(SampleId id) {
    if (sample_.id != id) sample_ = reader_.get(id);
    return sample_;
  }

 private:
  storage::SampleReader reader_;
  Sample sample_;
};

storage::CandidateFilter generatedBy(const std::optional<std::string>& run) {
  storage::CandidateFilter filter;
  filter.run = run;
  filter.arm = "";
  return filter;
}

void checkStop(const WorkContext& work) {
  if (work.stop.stop_requested()) throw Error(ErrorKind::kStopped, "Stopped; nothing was selected");
}

/// The control without mining: what is rejected is the ground truth of the same question about
/// another image of the sample, if that differs.
class DistractorAnswers {
 public:
  explicit DistractorAnswers(Project& project) : questions_(project.database()) {}

  std::optional<std::string> find(const Sample& sample, WrongRule wrong) {
    const Question own = questions_.get(sample.question);
    const std::string& asked = own.turns.at(static_cast<std::size_t>(sample.turn)).question;
    for (std::size_t i = 0; i < sample.images.size(); ++i) {
      if (static_cast<int>(i) == sample.recipe.targetIndex) continue;
      for (const Question& other : questions_.ofImage(sample.images[i])) {
        for (const Turn& turn : other.turns) {
          if (turn.question == asked && isWrong(wrong, turn.answer, sample.answer))
            return turn.answer;
        }
      }
    }
    return std::nullopt;
  }

 private:
  storage::QuestionReader questions_;
};

/// Judges candidates in the order they are read, with what a sample has given so far.
class Judge {
 public:
  Judge(Project& project, const selection::Rule& rule)
      : rule_(rule),
        samples_(project),
        distractors_(project),
        out_(storage::MarkReader(project.database()).samplesOut()) {}

  /// Nothing for an answer to a held-out or an excluded sample.
  std::optional<std::pair<Pair, const Sample*>> judge(const Candidate& candidate) {
    const Sample& sample = samples_.at(candidate.sample);
    if (sample.split != Split::kTrain || out_.contains(sample.id)) return std::nullopt;
    if (sample.id != last_) {
      last_ = sample.id;
      taken_ = 0;
      seen_.clear();
    }
    Pair pair = rule_.criterion == selection::Criterion::kDistractor
                    ? judgeDistractor(sample, candidate)
                    : selection::judge(rule_, sample, candidate);
    if (pair.status == PairStatus::kSelected) limit(pair);
    return std::pair(std::move(pair), &sample);
  }

 private:
  Pair judgeDistractor(const Sample& sample, const Candidate& candidate) {
    selection::Rule open = rule_;
    open.criterion = selection::Criterion::kAnyWrong;
    Pair pair = selection::judge(open, sample, candidate);
    const auto other = distractors_.find(sample, rule_.wrong);
    pair.rejected = other.value_or("");
    pair.status = other ? PairStatus::kSelected : PairStatus::kNearMiss;
    pair.rule = other ? "distractor" : "no-distractor-answer";
    pair.reason = other ? "The ground truth of another image of the sample; the model was not asked"
                        : "No other image of the sample has another answer to this question";
    if (other) {
      pair.lengthRatio = selection::lengthRatio(pair.rejected, sample.answer);
      pair.editDistance = selection::editDistance(pair.rejected, sample.answer);
    }
    return pair;
  }

  void limit(Pair& pair) {
    const auto miss = [&pair](const char* rule, const char* reason) {
      pair.status = PairStatus::kNearMiss;
      pair.rule = rule;
      pair.reason = reason;
    };
    if (!seen_.insert(normaliseAnswer(pair.rejected)).second) {
      miss("repeated", "The sample gave this answer before");
    } else if (++taken_ > rule_.perSample) {
      miss("surplus", "The sample has given as many pairs as the rule allows");
    }
  }

  const selection::Rule& rule_;
  SampleCursor samples_;
  DistractorAnswers distractors_;
  std::unordered_set<SampleId> out_;
  SampleId last_;
  int taken_ = 0;
  std::set<std::string> seen_;
};

/// The candidates that a draw of `maxPairs` by seed leaves; nothing when all may stay.
std::optional<std::unordered_set<CandidateId>> drawn(const selection::Rule& rule,
                                                     std::vector<CandidateId> all) {
  const std::size_t wanted = all.size();
  drawPairs(rule, all);
  if (all.size() == wanted) return std::nullopt;
  return std::unordered_set<CandidateId>(all.begin(), all.end());
}

Json parametersOf(const SelectRequest& request) {
  Json parameters = selection::toJson(request.rule);
  if (request.run) parameters["run"] = *request.run;
  return parameters;
}

}  // namespace

std::optional<SelectionId> findSelection(Project& project, const SelectRequest& request) {
  const Json wanted = parametersOf(request);
  for (const Selection& made : storage::SelectionReader(project.database()).all()) {
    if (made.parameters == wanted) return made.id;
  }
  return std::nullopt;
}

std::int64_t countSelected(Project& project, SelectionId selection) {
  return storage::SelectionReader(project.database())
      .countPairs({.selection = selection, .status = PairStatus::kSelected});
}

SelectionSummary select(Project& project, const SelectRequest& request, const WorkContext& work) {
  const selection::Rule& rule = request.rule;
  rule.check();
  storage::CandidateReader candidates(project.database());
  const storage::CandidateFilter filter = generatedBy(request.run);
  SelectionSummary summary;
  std::vector<CandidateId> wanted;
  Judge first(project, rule);
  candidates.forEach(filter, storage::CandidateParts::kFigures, [&](Candidate&& candidate) {
    const auto judged = first.judge(candidate);
    if (!judged) return;
    if (judged->first.status == PairStatus::kSelected) wanted.push_back(candidate.id);
    if (++summary.candidates % kReport == 0) {
      work.progress({"judge", summary.candidates, 0, "answers"});
      checkStop(work);
    }
  });
  if (summary.candidates == 0) {
    throw Error(ErrorKind::kNotFound, "There are no answers to training samples to select from",
                "Run `mia generate` first");
  }
  const auto kept = drawn(rule, std::move(wanted));

  storage::Transaction transaction(project.database());
  storage::SelectionWriter writer(project.database());
  summary.id =
      writer.add({{}, utcNow(), selection::toString(rule.criterion), parametersOf(request)});
  Judge second(project, rule);
  std::int64_t stored = 0;
  candidates.forEach(filter, storage::CandidateParts::kFigures, [&](Candidate&& candidate) {
    auto judged = second.judge(candidate);
    if (!judged) return;
    auto& [pair, sample] = *judged;
    if (kept && pair.status == PairStatus::kSelected && !kept->contains(candidate.id)) {
      pair.status = PairStatus::kNearMiss;
      pair.rule = "not-drawn";
      pair.reason =
          "The rule would take it, but only " + std::to_string(rule.maxPairs) + " pairs were drawn";
    }
    pair.selection = summary.id;
    writer.add(pair);
    const bool selected = pair.status == PairStatus::kSelected;
    summary.selected += selected;
    ++summary.byRule[pair.rule];
    auto& [taken, all] = summary.byLayout[{sample->recipe.kind, sample->recipe.imageCount}];
    taken += selected;
    ++all;
    if (++stored % kReport == 0) {
      work.progress({"select", stored, summary.candidates, "answers"});
      checkStop(work);
    }
  });
  transaction.commit();
  return summary;
}

selection::Rule rulingRule(storage::Database& database) {
  const auto newest = storage::SelectionReader(database).latest();
  if (!newest || newest->parameters.empty()) return {};
  // A selection's parameters also name its run, which is no part of the rule.
  return selection::ruleFromJson(newest->parameters, "the newest selection");
}

std::vector<LayerReport> explainLayers(Project& project, WrongRule wrong,
                                       const std::optional<std::string>& run,
                                       const WorkContext& work) {
  using Group = std::pair<LayoutKind, int>;
  struct Scores {
    std::vector<double> wrong, right;  // 1 - share of the target
  };
  std::map<int, std::map<Group, Scores>> scores;
  SampleCursor samples(project);
  std::int64_t read = 0;
  storage::CandidateReader(project.database())
      .forEach(generatedBy(run), storage::CandidateParts::kFigures, [&](Candidate&& candidate) {
        const Sample& sample = samples.at(candidate.sample);
        if (sample.split != Split::kTrain || sample.recipe.kind == LayoutKind::kSingle) return;
        const bool isWrongAnswer = isWrong(wrong, candidate.text, sample.answer);
        for (const LayerAttention& layer : candidate.attention) {
          Scores& group = scores[layer.layer][{sample.recipe.kind, sample.recipe.imageCount}];
          const double missed =
              1 - layer.shares.at(static_cast<std::size_t>(sample.recipe.targetIndex));
          (isWrongAnswer ? group.wrong : group.right).push_back(missed);
        }
        if (++read % kReport == 0) {
          work.progress({"explain", read, 0, "answers"});
          checkStop(work);
        }
      });
  std::vector<LayerReport> reports;
  for (const auto& [layer, groups] : scores) {
    LayerReport report;
    report.layer = layer;
    std::vector<selection::Auc> areas;
    for (const auto& [group, score] : groups) {
      areas.push_back(selection::areaUnderCurve(score.wrong, score.right));
      report.byLayout[group] = areas.back();
    }
    report.all = selection::stratified(areas);
    reports.push_back(std::move(report));
  }
  return reports;
}

}  // namespace mia::curation
