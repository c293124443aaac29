// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fstream>

#include "base/content_hash.h"
#include "curation/project.h"
#include "run/answers.h"
#include "run/events.h"
#include "run/run_directory.h"
#include "storage/images.h"
#include "storage/questions.h"
#include "storage/samples.h"
#include "storage/sources.h"
#include "support/temporary_folder.h"

namespace mia {

/// A project with three images, a question about each ("color?": red, green, blue), and for each
/// question a training and a held-out sequence of two images whose second is the target. The images
/// are files that nothing decodes; the "model" is a folder that nothing loads.
class SmallProject {
 public:
  static constexpr int kQuestions = 3;

  SmallProject() : project(curation::Project::create(folder / "project")) {
    std::filesystem::create_directories(model());
    std::ofstream(model() / "config.json") << "{}";
    storage::Transaction transaction(project.database());
    const SourceId source = addSource();
    const std::string colours[] = {"red", "green", "blue"};
    std::vector<ImageId> images;
    std::vector<QuestionId> questions;
    for (int i = 0; i < kQuestions; ++i) {
      const std::string name = "image" + std::to_string(i) + ".png";
      std::ofstream(folder / name) << name;
      images.push_back(storage::ImageWriter(project.database())
                           .add({{}, folder.path().string(), name, contentHash(name), 8, 8}));
      Question question{{},
                        source,
                        images.back(),
                        "r" + std::to_string(i),
                        i,
                        {{"color?", "it is " + colours[i]}}};
      questions.push_back(
          *storage::QuestionWriter(project.database()).add(question, contentHash(name)));
    }
    storage::SampleWriter samples(project.database());
    for (int i = 0; i < kQuestions; ++i) {
      for (const Split split : {Split::kTrain, Split::kHeldOut}) {
        Sample sample;
        sample.question = questions[static_cast<std::size_t>(i)];
        sample.split = split;
        sample.recipe.kind = LayoutKind::kSequence;
        sample.recipe.imageCount = 2;
        sample.recipe.targetIndex = 1;
        sample.recipe.seed = split == Split::kTrain ? 1 : 2;
        sample.images = {images[static_cast<std::size_t>((i + 1) % kQuestions)],
                         images[static_cast<std::size_t>(i)]};
        sample.prompt = "Image1:<image>\nImage2:<image>\nIn Image2, color?";
        sample.answer = "it is " + colours[i];
        samples.add(sample);
      }
    }
    transaction.commit();
  }

  std::filesystem::path model() const { return folder / "model"; }

  /// Plays the engine: an answer per sample of the run's bundle, and the event that ends it.
  template <class AnswerOf>
  static void answer(const run::RunDirectory& run, const std::string& arm, AnswerOf&& answerOf) {
    run::AnswerWriter writer(run.answers(), run.attention());
    for (const run::BundleSample& entry : run::readBundle(run.bundle()).samples) {
      run::Answer answer;
      answer.arm = arm;
      answer.candidate = answerOf(entry.sample);
      answer.candidate.sample = entry.sample.id;
      answer.maps = {{0, 0, 1, 1, {1.0f}}};
      writer.write(answer);
    }
  }
  static void finish(const run::RunDirectory& run) {
    const auto answered = run::readBundle(run.bundle()).samples.size();
    run::EventLog(run.events()).write("finished", {{"summary", {{"answered", answered}}}});
  }

  /// An answer whose share on the target is `share` at the only layer.
  static Candidate candidate(const std::string& text, double share) {
    Candidate candidate;
    candidate.text = text;
    candidate.tokenIds = {1};
    candidate.tokens = {text};
    candidate.logProbs = {-1.0f};
    candidate.perplexity = candidate.maxPerplexity = 1.5;
    candidate.attention = {{0,
                            {1 - share, share},
                            0,
                            {{static_cast<float>(1 - share), static_cast<float>(share)}},
                            share}};
    return candidate;
  }

  TemporaryFolder folder;
  curation::Project project;

 private:
  SourceId addSource() {
    Source source;
    source.file = (folder / "rows.json").string();
    source.contentHash = "rows";
    source.format = "llava-instruct";
    source.root = folder.path().string();
    return storage::SourceWriter(project.database()).add(source);
  }
};

}  // namespace mia
