// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/sample_project.h"

#include <QImage>
#include <QPainter>
#include <cmath>

#include "base/content_hash.h"
#include "base/files.h"
#include "domain/source.h"
#include "layout/canvas.h"
#include "layout/wording.h"
#include "selection/rule.h"
#include "storage/candidates.h"
#include "storage/images.h"
#include "storage/questions.h"
#include "storage/runs.h"
#include "storage/samples.h"
#include "storage/selections.h"
#include "storage/sources.h"

namespace mia::test {

namespace {

namespace fs = std::filesystem;

constexpr int kLayers = 4;
constexpr int kPatches = 4;  ///< rows and columns of each picture

LayoutRecipe recipeOf(int number) {
  LayoutRecipe recipe;
  recipe.seed = static_cast<std::uint64_t>(number);
  switch (number % 3) {
    case 0:
      recipe.kind = LayoutKind::kSequence;
      recipe.imageCount = 3;
      break;
    case 1:
      recipe.kind = LayoutKind::kGrid;
      recipe.imageCount = 4;
      recipe.grid.columns = recipe.grid.rows = 2;
      break;
    default:
      recipe.kind = LayoutKind::kPicInPic;
      recipe.imageCount = 2;
      break;
  }
  recipe.targetIndex = recipe.kind == LayoutKind::kPicInPic ? 1 : number % recipe.imageCount;
  recipe.wording = layout::defaultWording(recipe.kind);
  return recipe;
}

/// A hill of attention per picture that moves with the layer; its mean is 1 × uniform.
AttentionMap mapOf(int layer, int picture, double strength) {
  AttentionMap map{layer, picture, kPatches, kPatches, {}};
  double sum = 0;
  for (int i = 0; i < kPatches * kPatches; ++i) {
    const double x = i % kPatches - 1.0 - 0.4 * layer, y = i / kPatches - 1.4;
    map.values.push_back(static_cast<float>(0.15 + strength * std::exp(-(x * x + y * y) / 1.6)));
    sum += map.values.back();
  }
  for (float& value : map.values) {
    value = static_cast<float>(value * strength * kPatches * kPatches / sum);
  }
  return map;
}

Candidate candidateOf(SampleId sample, const Sample& of, int index, bool right) {
  Candidate candidate;
  candidate.sample = sample;
  candidate.run = "generate-sample";
  candidate.index = index;
  candidate.origin = index == 0 ? CandidateOrigin::kGreedy : CandidateOrigin::kSampled;
  candidate.temperature = index == 0 ? 0 : 1;
  candidate.text = right ? of.answer : "The main object is a lighthouse at the edge of the sea.";
  candidate.tokenIds = {7, 8, 2};
  candidate.tokens = {"The", " answer", "</s>"};
  candidate.logProbs = {-0.2f, -0.6f, -0.1f};
  candidate.perplexity = candidate.maxPerplexity = std::exp(0.3);
  for (int layer = 0; layer < kLayers; ++layer) {
    LayerAttention attention;
    attention.layer = layer;
    attention.elsewhere = of.recipe.kind == LayoutKind::kSequence ? 0 : 0.12;
    const double target = (right ? 0.5 : 0.22) + 0.04 * layer;
    for (int region = 0; region < of.recipe.imageCount; ++region) {
      const double rest = (1 - attention.elsewhere - target) / (of.recipe.imageCount - 1);
      attention.shares.push_back(region == of.recipe.targetIndex ? target : rest);
    }
    for (std::size_t token = 0; token < candidate.tokens.size(); ++token) {
      attention.tokenShares.emplace_back(attention.shares.begin(), attention.shares.end());
    }
    candidate.attention.push_back(attention);
  }
  return candidate;
}

class ProjectMaker {
 public:
  explicit ProjectMaker(const fs::path& folder)
      : folder_(folder), database_(folder / "project.sqlite", storage::Database::Open::kCreate) {}

  void make(const std::vector<fs::path>& photos, int samples) {
    storage::Transaction transaction(database_);
    addModelRun();
    addQuestions(photos);
    for (int i = 0; i < samples; ++i) addSample(i);
    transaction.commit();
  }

 private:
  void addModelRun() {
    const fs::path model = folder_ / "model";
    fs::create_directories(model);
    writeFileAtomically(model / "preprocessor_config.json",
                        R"({"image_processor_type": "CLIPImageProcessor", "do_resize": true,
                            "size": {"shortest_edge": 64}, "do_center_crop": true,
                            "crop_size": {"height": 64, "width": 64}})");
    storage::RunWriter(database_).add(
        {"generate-sample", "generate", "2026-01-01T00:00:00Z", model.string(), "0", "", 0});
    storage::SelectionWriter writer(database_);
    selection_ = writer.add(
        Selection{{}, "2026-01-01T00:00:00Z", "attention", selection::toJson(selection::Rule{})});
  }

  void addQuestions(const std::vector<fs::path>& photos) {
    Source source;
    source.file = (folder_ / "questions.json").string();
    source.contentHash = contentHash("questions");
    source.format = "llava-instruct";
    source.root = photos.empty() ? folder_.string() : photos.front().parent_path().string();
    source.started = "2026-01-01T00:00:00Z";
    source.state = SourceState::kComplete;
    const SourceId id = storage::SourceWriter(database_).add(source);
    storage::ImageWriter images(database_);
    storage::QuestionWriter questions(database_);
    for (const fs::path& photo : photos) {
      const QSize size = QImage(QString::fromStdString(photo.string())).size();
      Image image{{},           source.root,  photo.filename().string(), contentHashOfFile(photo),
                  size.width(), size.height()};
      image.id = images.add(image);
      Question question;
      question.source = id;
      question.image = image.id;
      question.recordId = photo.stem().string();
      question.row = static_cast<std::int64_t>(questions_.size());
      question.turns = {{"What is the main object in this photo?",
                         "The main object is a " + photo.stem().string() + "."}};
      question.id = *questions.add(question, image.contentHash);
      questions_.push_back(question);
    }
  }

  void addSample(int number) {
    Sample sample;
    sample.recipe = recipeOf(number);
    const auto at = static_cast<std::size_t>(number) % questions_.size();
    const Question& question = questions_[at];
    sample.question = question.id;
    sample.split = number % 5 == 4 ? Split::kHeldOut : Split::kTrain;
    for (int i = 0; i < sample.recipe.imageCount; ++i) {
      const auto other = (at + static_cast<std::size_t>(7 * i + 1)) % questions_.size();
      sample.images.push_back(i == sample.recipe.targetIndex ? question.image
                                                             : questions_[other].image);
    }
    sample.prompt = layout::wordPrompt(sample.recipe, question.turns[0].question);
    sample.answer = question.turns[0].answer;
    const SampleId id = *storage::SampleWriter(database_).add(sample);
    addAnswers(id, sample);
  }

  void addAnswers(SampleId id, const Sample& sample) {
    storage::CandidateWriter writer(database_);
    for (int index = 0; index < 2; ++index) {
      const bool right = index == 0;
      std::vector<AttentionMap> maps;
      for (int layer = 0; layer < kLayers; ++layer) {
        for (int picture = 0; picture < layout::pictureCount(sample.recipe); ++picture) {
          const bool target = picture == sample.recipe.targetIndex;
          maps.push_back(mapOf(layer, picture, target == right ? 1.6 : 0.7));
        }
      }
      const auto candidate = writer.add(candidateOf(id, sample, index, right), "", maps);
      if (right) continue;
      Pair pair;
      pair.selection = selection_;
      pair.sample = id;
      pair.candidate = *candidate;
      pair.chosen = sample.answer;
      pair.rejected = "The main object is a lighthouse at the edge of the sea.";
      pair.rule = "attention";
      pair.reason = "30 % on the target, below the threshold of 70 %: looked elsewhere";
      pair.share = 0.3;
      pair.threshold = 0.7;
      pair.perplexity = std::exp(0.3);
      pair.lengthRatio = 1.2;
      pair.editDistance = 0.6;
      storage::SelectionWriter(database_).add(pair);
    }
  }

  fs::path folder_;
  storage::Database database_;
  SelectionId selection_;
  std::vector<Question> questions_;
};

}  // namespace

std::vector<fs::path> drawPhotos(const fs::path& folder, int count) {
  fs::create_directories(folder);
  std::vector<fs::path> files;
  for (int i = 0; i < count; ++i) {
    const QSize size = i % 3 == 0   ? QSize(320, 200)
                       : i % 3 == 1 ? QSize(180, 320)
                                    : QSize(240, 240);
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor::fromHsv(i * 47 % 360, 120, 200));
    QPainter painter(&image);
    painter.setBrush(QColor::fromHsv((i * 47 + 180) % 360, 200, 120));
    painter.drawEllipse(image.rect().adjusted(30, 30, -60, -40));
    painter.end();
    files.push_back(folder / ("object-" + std::to_string(i) + ".png"));
    image.save(QString::fromStdString(files.back().string()));
  }
  return files;
}

void makeProject(const fs::path& folder, const std::vector<fs::path>& photos, int samples) {
  fs::create_directories(folder);
  ProjectMaker(folder).make(photos, samples);
}

}  // namespace mia::test
