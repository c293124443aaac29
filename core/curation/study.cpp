// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/study.h"

#include <cstdio>

namespace mia::curation {
namespace {

// Per sample: the mean of right answers over the seeds, minus before.
std::vector<double> gains(const Verdicts& verdicts, const StudyArm& arm, int seeds) {
  const auto& before = verdicts.at("before");
  std::vector<double> values(before.size(), 0.0);
  for (int seed = 1; seed <= seeds; ++seed) {
    const auto& after = verdicts.at(studyArmName(arm, seed));
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!before[i] || !after[i]) {
        throw Error(ErrorKind::kBadInput, "The study's evaluation has samples without an answer",
                    "Run it again: it goes on where it stopped");
      }
      values[i] += (static_cast<double>(*after[i]) - static_cast<double>(*before[i])) / seeds;
    }
  }
  return values;
}

std::vector<double> where(const std::vector<double>& values, const run::Bundle& bundle,
                          bool single) {
  std::vector<double> kept;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if ((bundle.samples[i].sample.recipe.kind == LayoutKind::kSingle) == single)
      kept.push_back(values[i]);
  }
  return kept;
}

std::vector<double> minus(std::vector<double> a, const std::vector<double>& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] -= b[i];
  return a;
}

double accuracyBefore(const Verdicts& verdicts, const run::Bundle& bundle) {
  std::vector<double> right;
  for (const auto& verdict : verdicts.at("before")) right.push_back(verdict && *verdict);
  return evaluation::meanWithInterval(where(right, bundle, false)).mean;
}

std::string points(const evaluation::MeanInterval& mean) {
  char text[64];
  std::snprintf(text, sizeof text, "%+5.1f (%+.1f to %+.1f)", mean.mean * 100,
                mean.interval.low * 100, mean.interval.high * 100);
  return text;
}

Json toJson(const evaluation::MeanInterval& mean) {
  return {{"mean", mean.mean}, {"low", mean.interval.low}, {"high", mean.interval.high}};
}

}  // namespace

const std::vector<StudyArm>& studyArms() {
  using enum selection::Criterion;
  static const std::vector<StudyArm> arms = {
      {"attention", "wrong answers whose attention missed the target (MIA-DPO)", kAttention, "dpo"},
      {"any-wrong", "wrong answers, whatever the attention", kAnyWrong, "dpo"},
      {"distractor", "another image's answer, nothing mined", kDistractor, "dpo"},
      {"fine-tuning", "no rejected answers: fine-tuning on the chosen ones", kAttention, "sft"}};
  return arms;
}

std::string studyArmName(const StudyArm& arm, int seed) {
  return std::string(arm.name) + "-" + std::to_string(seed);
}

std::vector<StudyRow> summariseStudy(const run::RunDirectory& evaluation, int seeds) {
  const run::Bundle bundle = run::readBundle(evaluation.bundle());
  const Verdicts verdicts = judgeArms(evaluation, bundle, WrongRule::kNormalised);
  const double before = accuracyBefore(verdicts, bundle);
  const std::vector<double> first =
      where(gains(verdicts, studyArms().front(), seeds), bundle, false);
  std::vector<StudyRow> rows;
  for (const StudyArm& arm : studyArms()) {
    const std::vector<double> all = gains(verdicts, arm, seeds);
    const std::vector<double> multi = where(all, bundle, false);
    StudyRow row;
    row.name = arm.name;
    row.words = arm.words;
    row.gain = evaluation::meanWithInterval(multi);
    row.accuracy = before + row.gain.mean;
    row.against = evaluation::meanWithInterval(minus(multi, first));
    row.single = evaluation::meanWithInterval(where(all, bundle, true)).mean;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string toText(const std::vector<StudyRow>& rows) {
  std::string text =
      "rejected answers   accuracy   gain (95 % interval)     against attention        single\n";
  for (const StudyRow& row : rows) {
    char line[200];
    std::snprintf(line, sizeof line, "%-18s %6.1f %%   %-23s  %-23s  %+5.1f\n", row.name.c_str(),
                  row.accuracy * 100, points(row.gain).c_str(), points(row.against).c_str(),
                  row.single * 100);
    text += line;
  }
  for (const StudyRow& row : rows) text += "  " + row.name + ": " + row.words + "\n";
  return text;
}

Json toJson(const std::vector<StudyRow>& rows) {
  Json json = Json::array();
  for (const StudyRow& row : rows) {
    json.push_back({{"name", row.name},
                    {"words", row.words},
                    {"accuracy", row.accuracy},
                    {"gain", toJson(row.gain)},
                    {"against_attention", toJson(row.against)},
                    {"single_gain", row.single}});
  }
  return json;
}

}  // namespace mia::curation
