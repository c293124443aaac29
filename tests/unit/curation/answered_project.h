// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fstream>

#include "base/content_hash.h"
#include "curation/project.h"
#include "curation/select.h"
#include "domain/decision.h"
#include "storage/candidates.h"
#include "storage/images.h"
#include "storage/questions.h"
#include "storage/runs.h"
#include "storage/samples.h"
#include "storage/selections.h"
#include "storage/sources.h"
#include "support/temporary_folder.h"

namespace mia {

/// A project with answers and little behind them: one picture that nothing decodes, no model. Each
/// answer has a sample of its own unless it is told whose other answer it is.
class AnsweredProject {
 public:
  explicit AnsweredProject(const std::string& run = "generate-1")
      : project(curation::Project::create(folder / "project")), run_(run) {
    storage::RunWriter(project.database())
        .add({run, "generate", "2026", "/somewhere/demo-model", "abc123", "", 0});
    Source source;
    source.file = "rows.json";
    source.contentHash = "rows";
    source.format = "llava-instruct";
    source.root = folder.path().string();
    std::ofstream(folder / "a.png") << "a";
    const SourceId from = storage::SourceWriter(project.database()).add(source);
    image_ = storage::ImageWriter(project.database())
                 .add({{}, source.root, "a.png", contentHash("a"), 8, 8});
    question_ = *storage::QuestionWriter(project.database())
                     .add({{}, from, image_, "r", 0, {{"what?", "a hen"}}}, contentHash("a"));
  }

  struct Answer {
    LayoutKind layout = LayoutKind::kSequence;
    int images = 2;
    double share = 0.1;
    std::string text = "an owl";
    double perplexity = 1.5;
  };

  /// Another sample (of that seed, to be the same elsewhere), answered.
  CandidateId add(const Answer& answer, std::uint64_t seed = 0) {
    Sample sample;
    sample.question = question_;
    sample.recipe.kind = answer.layout;
    sample.recipe.imageCount = answer.images;
    sample.recipe.targetIndex = 0;
    sample.recipe.grid.columns = answer.layout == LayoutKind::kGrid ? answer.images : 2;
    sample.recipe.seed = seed > 0 ? seed : ++seeds_;
    sample.images.assign(static_cast<std::size_t>(answer.images), image_);
    const int pictures = answer.layout == LayoutKind::kSequence ? answer.images : 1;
    for (int i = 0; i < pictures; ++i) sample.prompt += "<image>";
    sample.prompt += "what?";
    sample.answer = "a hen";
    sample_ = *storage::SampleWriter(project.database()).add(sample);
    number_ = 0;
    return addAnother(answer);
  }
  /// Another answer to the newest sample.
  CandidateId addAnother(const Answer& answer) {
    Candidate candidate;
    candidate.sample = sample_;
    candidate.run = run_;
    candidate.index = number_++;
    candidate.text = answer.text;
    candidate.perplexity = candidate.maxPerplexity = answer.perplexity;
    std::vector<double> shares(static_cast<std::size_t>(answer.images), 0.0);
    shares[0] = answer.share;
    shares[1] = 1 - answer.share;
    candidate.attention = {{0, shares, 0, {}, answer.share}};
    return *storage::CandidateWriter(project.database()).add(candidate, "", {});
  }

  SelectionId select(const selection::Rule& rule = {}) {
    return curation::select(project, {rule, {}}, {}).id;
  }
  /// The pair of an answer in the newest selection.
  PairId pairOf(CandidateId candidate) {
    PairId found;
    storage::SelectionReader reader(project.database());
    reader.forEachPair({.selection = reader.latest()->id}, [&](Pair&& pair) {
      if (pair.candidate == candidate) found = pair.id;
    });
    return found;
  }

  TemporaryFolder folder;
  curation::Project project;

 private:
  std::string run_;
  ImageId image_;
  QuestionId question_;
  SampleId sample_;
  std::uint64_t seeds_ = 0;
  int number_ = 0;
};

}  // namespace mia
