// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "make_project.h"

#include <QImage>
#include <QPainter>
#include <optional>

#include "base/content_hash.h"
#include "base/random.h"
#include "layout/wording.h"
#include "storage/candidates.h"
#include "storage/images.h"
#include "storage/marks.h"
#include "storage/questions.h"
#include "storage/runs.h"
#include "storage/samples.h"
#include "storage/selections.h"
#include "storage/sources.h"

namespace mia::bench {

namespace {

namespace fs = std::filesystem;

constexpr int kPhotos = 400;
constexpr std::int64_t kRowsPerTransaction = 20'000;
constexpr const char* kWords[] = {
    "a",     "the",   "red",     "green",   "tall",   "bird",   "boat", "man",   "woman",
    "dog",   "table", "window",  "near",    "behind", "two",    "many", "small", "sky",
    "water", "stone", "holding", "sitting", "under",  "bright", "old"};

void drawPhotos(const fs::path& folder) {
  fs::create_directories(folder);
  for (int i = 0; i < kPhotos; ++i) {
    QImage image(i % 3 == 0   ? QSize(640, 426)
                 : i % 3 == 1 ? QSize(427, 640)
                              : QSize(640, 480),
                 QImage::Format_RGB32);
    image.fill(QColor::fromHsv(i * 47 % 360, 60 + i % 90, 200));
    QPainter painter(&image);
    for (int shape = 0; shape < 12; ++shape) {
      painter.setBrush(QColor::fromHsv((i * 31 + shape * 53) % 360, 180, 90 + shape * 10));
      painter.drawEllipse((i * 37 + shape * 91) % 500, (i * 53 + shape * 67) % 380, 60 + shape * 9,
                          50 + shape * 7);
    }
    painter.end();
    image.save(QString::fromStdString((folder / (std::to_string(i) + ".jpg")).string()), "JPG", 88);
  }
}

class Maker {
 public:
  Maker(const fs::path& folder, std::int64_t samples)
      : folder_(folder),
        samples_(samples),
        database_(folder / "project.sqlite", storage::Database::Open::kCreate) {}

  void make() {
    drawPhotos(folder_ / "photos" / "d0");
    addLists();
    addImages(std::max<std::int64_t>(kPhotos, samples_ / 5));
    addSamples();
    addMarks();
    commit();
  }

 private:
  void addLists() {
    for (int i = 0; i < 4; ++i) {
      Source source;
      source.file = "/data/instruct-" + std::to_string(i) + ".json";
      source.contentHash = contentHash(source.file);
      source.format = "llava-instruct";
      source.root = (folder_ / "photos").string();
      source.state = SourceState::kComplete;
      sources_.push_back(storage::SourceWriter(database_).add(source));
      storage::SourceWriter writer(database_);
      for (std::int64_t row = 0; row < samples_ / 100; ++row) {
        const bool text = row % 3 != 0;
        writer.quarantine({sources_.back(), 10'000'000 + row, std::to_string(row),
                           text ? QuarantineReason::kTextOnly : QuarantineReason::kMissingImage,
                           text ? "the record names no image" : "there is no such file"});
      }
    }
    for (const char* run : {"generate-20260101-000000-a", "generate-20260202-000000-b"}) {
      storage::RunWriter(database_).add(
          {run, "generate", "2026-01-01T00:00:00Z", std::string("/models/") + run, "0", "", 0});
    }
    selection_ = storage::SelectionWriter(database_).add(
        {{}, "2026-03-03T00:00:00Z", "attention", Json::object()});
  }

  std::string words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
      text += kWords[random_.below(std::size(kWords))];
      text += ' ';
    }
    return text + std::to_string(random_.below(100'000));
  }

  void addImages(std::int64_t count) {
    storage::ImageWriter images(database_);
    storage::QuestionWriter questions(database_);
    for (std::int64_t i = 0; i < count; ++i, step()) {
      const std::string sub = "d" + std::to_string(i / kPhotos);
      if (i % kPhotos == 0 && i > 0) fs::create_directory_symlink("d0", folder_ / "photos" / sub);
      const std::string path = sub + "/" + std::to_string(i % kPhotos) + ".jpg";
      const std::string hash = contentHash(path);
      const ImageId id = images.add({{}, (folder_ / "photos").string(), path, hash, 640, 480});
      images_.push_back(id);
      for (int q = 0; q < 1 + static_cast<int>(i % 4 == 0); ++q) {
        Question question{{},        sources_[static_cast<std::size_t>(i) % 4],
                          id,        std::to_string(i),
                          i * 2 + q, {{words(8) + "?", words(12)}}};
        questions_.emplace_back(*questions.add(question, hash), id);
      }
    }
  }

  LayoutRecipe recipeOf(std::int64_t number) {
    LayoutRecipe recipe;
    recipe.seed = static_cast<std::uint64_t>(number);
    recipe.kind = static_cast<LayoutKind>(number % 4);
    if (recipe.kind == LayoutKind::kSequence)
      recipe.imageCount = 2 + static_cast<int>(number / 4 % 4);
    if (recipe.kind == LayoutKind::kPicInPic) recipe.imageCount = 2;
    if (recipe.kind == LayoutKind::kGrid) {
      recipe.grid.columns = 2;
      recipe.grid.rows = 1 + static_cast<int>(number / 4 % 2);
      recipe.imageCount = recipe.grid.columns * recipe.grid.rows;
    }
    recipe.targetIndex = recipe.imageCount - 1;
    recipe.wording = layout::defaultWording(recipe.kind);
    return recipe;
  }

  void addSamples() {
    storage::SampleWriter samples(database_);
    storage::CandidateWriter candidates(database_);
    storage::SelectionWriter pairs(database_);
    for (std::int64_t i = 0; i < samples_; ++i, step()) {
      const auto& [question, target] = questions_[random_.below(questions_.size())];
      Sample sample;
      sample.recipe = recipeOf(i);
      sample.question = question;
      sample.split = i % 10 == 9 ? Split::kHeldOut : Split::kTrain;
      for (int image = 0; image < sample.recipe.imageCount; ++image) {
        sample.images.push_back(
            image == sample.recipe.targetIndex ? target : images_[random_.below(images_.size())]);
      }
      sample.prompt = layout::wordPrompt(sample.recipe, words(8) + "?");
      sample.answer = words(12);
      sample.id = *samples.add(sample);
      if (sample.split == Split::kTrain) addAnswer(sample, i, candidates, pairs);
    }
  }

  void addAnswer(const Sample& sample, std::int64_t number, storage::CandidateWriter& candidates,
                 storage::SelectionWriter& pairs) {
    Candidate answer;
    answer.sample = sample.id;
    answer.run = number % 2 == 0 ? "generate-20260101-000000-a" : "generate-20260202-000000-b";
    answer.text = words(4 + static_cast<int>(random_.below(16)));
    answer.perplexity = answer.maxPerplexity = 1 + 3 * random_.uniform();
    answer.tokenIds = {1, 2, 3, 4};
    answer.tokens = {"a", "b", "c", "d"};
    answer.logProbs = {-0.1f, -0.2f, -0.3f, -0.4f};
    const double share = random_.uniform();
    const auto regions = static_cast<std::size_t>(sample.recipe.imageCount);
    for (int layer = 0; layer < 2; ++layer) {
      answer.attention.push_back({layer, std::vector<double>(regions, share / double(regions)), 0,
                                  std::vector<std::vector<float>>(4, std::vector<float>(regions)),
                                  share});
    }
    Pair pair;
    pair.selection = selection_;
    pair.sample = sample.id;
    pair.candidate = *candidates.add(answer, "", {});
    pair.chosen = sample.answer;
    pair.rejected = answer.text;
    pair.status = share < 0.3 ? PairStatus::kSelected : PairStatus::kNearMiss;
    pair.rule = "attention";
    pair.reason = "so much on the target, held against the threshold";
    pair.share = share;
    pair.perplexity = answer.perplexity;
    pair.editDistance = random_.uniform();
    pairs.add(pair);
  }

  void addMarks() {
    storage::MarkWriter marks(database_);
    for (const char* tag : {"odd", "good", "look again"}) {
      std::vector<std::int64_t> ids;
      for (std::int64_t i = 0; i < samples_ / 100; ++i) {
        ids.push_back(1 + static_cast<std::int64_t>(random_.below(std::uint64_t(samples_))));
      }
      marks.setTag(storage::Marked::kSample, tag, ids, true);
    }
  }

  void step() {
    if (!transaction_) transaction_.emplace(database_);
    if (++rows_ % kRowsPerTransaction == 0) commit();
  }
  void commit() {
    if (transaction_) transaction_->commit();
    transaction_.reset();
  }

  fs::path folder_;
  std::int64_t samples_;
  storage::Database database_;
  std::optional<storage::Transaction> transaction_;
  std::int64_t rows_ = 0;
  Random random_ = Random::stream(1, "gallery benchmark");
  std::vector<SourceId> sources_;
  SelectionId selection_;
  std::vector<ImageId> images_;
  std::vector<std::pair<QuestionId, ImageId>> questions_;
};

}  // namespace

void makeProject(const fs::path& folder, std::int64_t samples) {
  fs::create_directories(folder);
  Maker(fs::absolute(folder).lexically_normal(), samples).make();
}

}  // namespace mia::bench
