// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QImageReader>
#include <QMimeData>
#include <algorithm>

#include "ui/models/canvas_pictures.h"
#include "ui/pages/responses/ask_bar.h"
#include "ui/pages/responses/reading_panel.h"
#include "ui/pages/responses/response_queue.h"
#include "ui/pages/responses/responses_page.h"

namespace mia::ui {

namespace {

constexpr int kGrowthMilliseconds = 30;

bool isPhoto(const QString& file) {
  static const QList<QByteArray> formats = QImageReader::supportedImageFormats();
  return formats.contains(QFileInfo(file).suffix().toLower().toLatin1());
}

std::vector<std::string> photosIn(const QMimeData& data) {
  std::vector<std::string> files;
  for (const QUrl& url : data.urls()) {
    if (isPhoto(url.toLocalFile())) files.push_back(url.toLocalFile().toStdString());
  }
  return files;
}

std::shared_ptr<ShownAnswer> askedAnswer(const QString& question, const curation::Answerer& whom,
                                         SampleId sample) {
  auto answer = std::make_shared<ShownAnswer>();
  answer->kind = ShownAnswer::Kind::kAsked;
  answer->name = ResponsesPage::tr("asked %1").arg(QString::fromStdString(whom.name));
  answer->question = question;
  answer->response.model = whom.model;
  answer->response.adapter = whom.adapter;
  answer->response.candidate.sample = sample;
  return answer;
}

/// Photos as a sample that no project holds.
std::shared_ptr<ShownSample> photoSample(const std::vector<std::string>& files) {
  auto sample = std::make_shared<ShownSample>();
  sample->facts.sample = run::sampleOfFiles(files, "").sample;
  sample->facts.source.recipe = sample->facts.sample.recipe;
  for (const std::string& file : files) {
    const std::filesystem::path path(file);
    Image image;
    image.root = path.parent_path().string();
    image.path = path.filename().string();
    sample->facts.source.images.push_back(image);
  }
  sample->facts.question = ResponsesPage::tr("What do you ask about these photos?").toStdString();
  sample->pictures = drawCanvasPictures(sample->facts.source, false);
  return sample;
}

}  // namespace

void ResponsesPage::connectLive() {
  growth_.setSingleShot(true);
  growth_.setInterval(kGrowthMilliseconds);
  connect(&growth_, &QTimer::timeout, this, &ResponsesPage::showGrowth);
  connect(&asker_, &Asker::grew, this, &ResponsesPage::takeGrowth);
  connect(askBar_, &AskBar::asked, this, &ResponsesPage::ask);
  connect(askBar_, &AskBar::stopAsked, this, &ResponsesPage::stopAsking);
  connect(&source_, &AttentionSource::changed, this, [this] {
    showMaps();
    showTokenMarks();
  });
  connect(board_, &LookBoard::patchClicked, this, &ResponsesPage::markPatch);
  connect(reading_, &ReadingPanel::headChosen, this, [this](int head) {
    looks_[0].head = looks_[1].head = head;
    showMaps();
    showTokenMarks();
  });
  connect(reading_, &ReadingPanel::headsAsked, this, &ResponsesPage::askForHeads);
  connect(&engine_, &EngineClient::changed, this, [this] {
    showHeads();
    const bool died = engine_.state() == EngineClient::State::kDied;
    if (engineDied_ && !died) source_.forgetProblems();
    engineDied_ = died;
  });
  for (int side = 0; side < 2; ++side) {
    connect(&reading_->side(side), &SidePanel::tokenHovered, this,
            [this, side](int token) { hoverToken(side, token); });
  }
  readAnswerers();
}

void ResponsesPage::readAnswerers() {
  session_.read(
      this, [](curation::Browser& browser) { return curation::answerers(browser); },
      [this](Outcome<std::vector<curation::Answerer>> outcome) {
        if (outcome.value) askBar_->setAnswerers(std::move(*outcome.value));
      });
}

/// What the first side answers, where that is not the sample's own question.
QString ResponsesPage::askedQuestion() const {
  const auto answer = answerOn(0);
  if (!answer || answer->kind != ShownAnswer::Kind::kAsked) return {};
  const QString own = QString::fromStdString(sample_->facts.question).trimmed();
  return answer->question == own ? QString() : answer->question;
}

bool ResponsesPage::isAsking() const {
  return sample_ && std::any_of(sample_->answers.begin(), sample_->answers.end(),
                                [](const auto& answer) { return answer->isRunning(); });
}

void ResponsesPage::ask(const QString& question, const std::vector<curation::Answerer>& whom) {
  if (!sample_ || whom.empty()) return;
  const Look& look = looks_[0];
  const run::LayerRange layers =
      look.firstLayer < 0 ? run::LayerRange{} : run::LayerRange{look.firstLayer, look.lastLayer};
  const int first = static_cast<int>(sample_->answers.size());
  for (const curation::Answerer& one : whom) {
    auto answer = askedAnswer(question, one, sample_->facts.sample.id);
    sample_->answers.push_back(answer);
    asker_.ask(sample_->facts, answer, layers);
  }
  queue_->setAnswers(sample_->answers);
  rows_ = {first, whom.size() > 1 ? first + 1 : -1};
  looks_[0].token = looks_[1].token = -1;
  looks_[0].head = looks_[1].head = -1;
  askBar_->setRunning(true);
  setCompare(whom.size() > 1 ? Compare::kAnswers : Compare::kOne);
}

void ResponsesPage::stopAsking() {
  if (!sample_) return;
  for (const auto& answer : sample_->answers) asker_.stop(answer);
}

void ResponsesPage::takeGrowth(const std::shared_ptr<ShownAnswer>& answer) {
  grown_.insert(answer);
  if (!growth_.isActive()) growth_.start();
}

/// The newest token is the current one while an answer arrives; in the end all of them are.
void ResponsesPage::showGrowth() {
  const auto grown = std::exchange(grown_, {});
  askBar_->setRunning(isAsking());
  if (!sample_) return;
  for (int row = 0; row < static_cast<int>(sample_->answers.size()); ++row) {
    const auto& answer = sample_->answers[static_cast<std::size_t>(row)];
    if (grown.contains(answer)) queue_->updateAnswer(row, *answer);
  }
  bool shown = false;
  for (int side = 0; side < 2; ++side) {
    const auto answer = answerOn(side);
    if (!answer || !grown.contains(answer)) continue;
    const int last = static_cast<int>(answer->response.candidate.tokens.size()) - 1;
    looks_[static_cast<std::size_t>(side)].token = answer->isRunning() ? last : -1;
    shown = true;
  }
  if (shown) showSides();
}

AttentionSource::Reading ResponsesPage::readingOf(int side) {
  const auto answer = answerOn(side);
  const Look& look = looks_[static_cast<std::size_t>(side)];
  const bool ready = answer && !answer->isRunning() && look.firstLayer >= 0 &&
                     !answer->response.candidate.tokenIds.empty() &&
                     !answer->response.model.empty();
  if (!ready) return nullptr;
  return source_.find(sample_->facts, *answer, look.firstLayer, look.lastLayer, look.head >= 0);
}

/// The maps of one token or head: as they arrived, else as the engine tells when it is asked. Until
/// then the mean stays on view, and `problem` says what is waited for.
QVector<Heatmap> ResponsesPage::liveMaps(int side, QString& problem) {
  const auto answer = answerOn(side);
  const Look& look = looks_[static_cast<std::size_t>(side)];
  const bool asArrived = look.head < 0 && look.token < answer->tokenMaps.size() &&
                         look.token >= 0 &&
                         (answer->isRunning() ||
                          answer->liveLayers == run::LayerRange{look.firstLayer, look.lastLayer});
  if (asArrived) return answer->tokenMaps[look.token];
  const QVector<Heatmap> mean = answer->maps.ofLayers(look.firstLayer, look.lastLayer);
  if (look.token < 0 && look.head < 0) return mean;
  if (answer->isRunning()) return mean;
  const auto reading = readingOf(side);
  if (!reading) {
    problem = !source_.problem().isEmpty() ? source_.problem()
              : look.head >= 0 ? tr("Shown is the mean; asking the engine for this head…")
                               : tr("Shown is the mean; asking the engine for this token…");
    return mean;
  }
  const int first = look.token < 0 ? 0 : look.token;
  const int last = look.token < 0 ? reading->tokens - 1 : look.token;
  if (last >= reading->tokens || look.head >= reading->heads) return mean;
  return placedMaps(reading->mean(first, last, look.head), answer->views);
}

BoardSide ResponsesPage::boardSide(int side) {
  const auto answer = answerOn(side);
  const Look& look = looks_[static_cast<std::size_t>(side)];
  QString title =
      tr("%1: %2").arg(side == 0 ? QStringLiteral("A") : QStringLiteral("B"), answer->name);
  if (look.firstLayer >= 0) {
    title += look.firstLayer == look.lastLayer
                 ? tr(", layer %1").arg(look.firstLayer)
                 : tr(", layers %1–%2").arg(look.firstLayer).arg(look.lastLayer);
  }
  if (look.head >= 0) title += tr(", head %1").arg(look.head);
  if (look.token >= 0) title += tr(", token %1").arg(look.token + 1);
  BoardSide shown{title, {}, answer->problem};
  QString waiting;
  shown.maps = liveMaps(side, waiting);
  if (!waiting.isEmpty()) shown.problem = waiting;
  return shown;
}

/// Follows the mouse where that costs nothing: a token that must be asked for waits for a click.
void ResponsesPage::hoverToken(int side, int token) {
  const auto answer = answerOn(side);
  if (!answer || answer->isRunning()) return;
  const bool ready = engine_.state() == EngineClient::State::kReady || !answer->tokenMaps.isEmpty();
  if (!ready || looks_[0].token >= 0) return;
  const std::array<Look, 2> kept = looks_;
  looks_[0].token = looks_[1].token = token;
  showMaps();
  looks_ = kept;
}

void ResponsesPage::markPatch(int picture, int patch) {
  patch_ = patch_ == QPair(picture, patch) ? QPair(-1, -1) : QPair(picture, patch);
  board_->setMarkedPatch(patch_.first, patch_.second);
  showTokenMarks();
}

/// The mark from patch to patch by key, over the edge into the neighbouring picture.
void ResponsesPage::stepPatch(int columns, int rows) {
  const QVector<Heatmap>& maps = board_->panelMaps(0);
  if (maps.isEmpty()) return;
  auto [picture, patch] = patch_;
  if (patch < 0) {
    picture = sample_->facts.sample.recipe.targetIndex % static_cast<int>(maps.size());
    patch = (maps[picture].rows / 2) * maps[picture].columns + maps[picture].columns / 2;
  } else {
    int column = patch % maps[picture].columns + columns;
    const int row = patch / maps[picture].columns + rows;
    if (row < 0 || row >= maps[picture].rows) return;
    if (column < 0 || column >= maps[picture].columns) {
      picture += columns;
      if (picture < 0 || picture >= maps.size() || maps[picture].isEmpty()) return;
      column = columns < 0 ? maps[picture].columns - 1 : 0;
    }
    patch = qMin(row, maps[picture].rows - 1) * maps[picture].columns + column;
  }
  markPatch(picture, patch);
}

/// Which tokens looked at the marked patch, over each of them.
void ResponsesPage::showTokenMarks() {
  for (int side = 0; side < 2; ++side) {
    if (!answerOn(side)) continue;
    QVector<double> marks;
    const auto reading = patch_.second < 0 ? nullptr : readingOf(side);
    if (reading && patch_.first < reading->pictures) {
      const int head = std::max(0, looks_[static_cast<std::size_t>(side)].head);
      for (int token = 0; token < reading->tokens; ++token) {
        const auto maps = reading->mean(token, token, reading->heads > 1 ? head : -1);
        const auto& map = maps[static_cast<std::size_t>(patch_.first)];
        marks.append(double(map.values.at(static_cast<std::size_t>(patch_.second))));
      }
    }
    reading_->side(side).setTokenMarks(marks);
  }
}

void ResponsesPage::askForHeads() {
  const auto answer = answerOn(0);
  if (!answer || answer->response.model.empty()) return;
  EngineReplies replies;
  replies.loaded = [this](const run::ServeLoaded&) { showHeads(); };
  replies.failed = [this](const QString& sentence, bool) { note_->showError(sentence); };
  engine_.ask(run::LoadRequest{answer->response.model, answer->response.adapter}, this,
              std::move(replies));
}

void ResponsesPage::showHeads() {
  reading_->setHeads(engine_.model() ? engine_.model()->heads : 0, looks_[0].head);
}

void ResponsesPage::dragEnterEvent(QDragEnterEvent* event) {
  if (!photosIn(*event->mimeData()).empty()) event->acceptProposedAction();
}

void ResponsesPage::dropEvent(QDropEvent* event) {
  event->acceptProposedAction();
  showPhotos(photosIn(*event->mimeData()));
}

void ResponsesPage::showPhotos(const std::vector<std::string>& files) {
  session_.draw(
      this, [files] { return photoSample(files); },
      [this](Outcome<std::shared_ptr<ShownSample>> outcome) {
        if (!outcome.value) {
          note_->showError(outcome.error);
          return;
        }
        take(*outcome.value);
        askBar_->setQuestion({});
        askBar_->focusQuestion();
      });
}

}  // namespace mia::ui
