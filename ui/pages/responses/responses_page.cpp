// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/responses/responses_page.h"

#include <QKeyEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/pages/responses/ask_bar.h"
#include "ui/pages/responses/look_board.h"
#include "ui/pages/responses/reading_panel.h"
#include "ui/pages/responses/response_queue.h"
#include "ui/session/settings.h"
#include "ui/theme/theme.h"

namespace mia::ui {

namespace {

constexpr int kNarrowResponses = 1036;  ///< below this width one of the outer panes shows at a time

}  // namespace

ResponsesPage::ResponsesPage(ProjectSession& session)
    : session_(session),
      loader_(session, this),
      source_(session, engine_, this),
      asker_(engine_, this) {
  setAcceptDrops(true);
  queue_ = new ResponseQueue(session);
  board_ = new LookBoard;
  reading_ = new ReadingPanel;
  note_ = new Note;
  askBar_ = new AskBar(engine_);
  bar_ = buildBar();
  splitter_ = new QSplitter(Qt::Horizontal);
  splitter_->setChildrenCollapsible(false);
  splitter_->setHandleWidth(1);
  auto* middle = new QWidget;
  auto* middleColumn = new QVBoxLayout(middle);
  middleColumn->setContentsMargins(0, 0, 0, 0);
  middleColumn->setSpacing(0);
  middleColumn->addWidget(board_, 1);
  middleColumn->addWidget(askBar_);
  for (QWidget* pane : {static_cast<QWidget*>(queue_), middle, static_cast<QWidget*>(reading_)}) {
    splitter_->addWidget(pane);
    splitter_->setStretchFactor(splitter_->indexOf(pane), pane == middle ? 1 : 0);
  }
  queue_->setMinimumWidth(220);
  middle->setMinimumWidth(320);
  reading_->setMinimumWidth(280);
  if (!splitter_->restoreState(get(settings::kResponsesSplitter))) {
    splitter_->setSizes({280, 760, 340});
  }
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(bar_);
  column->addWidget(note_);
  column->addWidget(splitter_, 1);
  connectParts();
  connectLive();
  restorePlace();
  updateHeat();
  showNothing();
}

ResponsesPage::~ResponsesPage() {
  if (width() >= kNarrowResponses && !presenting_)
    set(settings::kResponsesSplitter, splitter_->saveState());
}

void ResponsesPage::connectParts() {
  connect(queue_, &ResponseQueue::sampleChosen, this, [this](qint64 id) {
    if (id == 0) {
      loader_.cancel();
      showNothing();
    } else if (!sample_ || sample_->facts.sample.id.value != id || !loader_.isIdle()) {
      loader_.load(id);
    }
  });
  connect(queue_, &ResponseQueue::answerChosen, this, &ResponsesPage::chooseAnswer);
  connect(queue_, &ResponseQueue::failed, note_, &Note::showError);
  connect(queue_, &ResponseQueue::missing, this, [this](qint64 id) {
    notice_ = tr("Sample %1 has no answers here.").arg(id);
    if (loader_.isIdle()) showNotice();
  });
  connect(&loader_, &ResponseLoader::failed, note_, &Note::showError);
  connect(&loader_, &ResponseLoader::loaded, this, &ResponsesPage::take);
  connect(&loader_, &ResponseLoader::mapsRead, this, &ResponsesPage::showSides);
  connect(board_, &LookBoard::stepped, queue_, &ResponseQueue::step);
  connect(board_, &LookBoard::zoomChanged, this, [this] {
    zoom_->setText(sample_ ? tr("%1 %").arg(qRound(board_->canvas().zoom() * 100)) : QString());
  });
  for (int side = 0; side < 2; ++side) {
    SidePanel& panel = reading_->side(side);
    connect(&panel, &SidePanel::tokenChosen, this, &ResponsesPage::chooseToken);
    connect(&panel, &SidePanel::layersChosen, this,
            [this, side](int first, int last) { chooseLayers(side, first, last); });
  }
  connect(&session_, &ProjectSession::countsChanged, this, [this] {
    queue_->reload();
    readAnswerers();
    if (sample_) loader_.load(sample_->facts.sample.id.value);
  });
  for (QWidget* list :
       {static_cast<QWidget*>(&queue_->samples()), static_cast<QWidget*>(&queue_->answers())}) {
    list->installEventFilter(this);
  }
}

/// Left and right turn to another sample wherever they mean nothing else.
bool ResponsesPage::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
      queue_->step(key == Qt::Key_Left ? -1 : +1);
      return true;
    }
  }
  return Page::eventFilter(watched, event);
}

void ResponsesPage::restorePlace() {
  const QString place = get(settings::kResponsesPlace);
  if (place.section(QLatin1Char(' '), 1) == session_.folder()) {
    queue_->wantSample(place.section(QLatin1Char(' '), 0, 0).toLongLong());
  }
}

void ResponsesPage::takeFocus() {
  queue_->takeFocus();
  session_.refresh();
}

bool ResponsesPage::isSettled() const {
  return queue_->isSettled() && loader_.isIdle() && session_.isIdle() &&
         (sample_ || queue_->isEmpty());
}

bool ResponsesPage::showState(const QString& state) {
  QStringList parts = state.split(QLatin1Char('/'), Qt::SkipEmptyParts);
  if (!parts.isEmpty() && parts.last().toLongLong() > 0) {
    queue_->goTo(parts.takeLast().toLongLong());
  }
  const QString what = parts.value(0);
  if (what == QLatin1String("ask") && parts.size() == 2) {
    askBar_->prefer(parts.last());
    askBar_->focusQuestion();
    return true;
  }
  const bool known = what.isEmpty() || what == QLatin1String("compare") ||
                     what == QLatin1String("layers") || what == QLatin1String("difference");
  if (what == QLatin1String("compare")) setCompare(Compare::kAnswers);
  if (what == QLatin1String("layers")) setCompare(Compare::kLayers);
  if (what == QLatin1String("difference")) difference_->setChecked(true);
  return known && parts.size() < 2;
}

void ResponsesPage::showNotice() {
  if (!notice_.isEmpty()) note_->showError(std::exchange(notice_, {}));
}

void ResponsesPage::showNothing() {
  sample_.reset();
  board_->setPictures({});
  board_->setSides({}, false);
  reading_->showSample(nullptr);
  for (int side = 0; side < 2; ++side) reading_->side(side).show(nullptr, nullptr, {});
  queue_->setAnswers({});
  if (queue_->isFiltered()) {
    board_->setMessage(tr("No answered sample matches"), tr("Widen the search or the filters."));
  } else {
    board_->setMessage(tr("No answers yet"),
                       tr("Ask a model: “mia generate --model FOLDER --project %1”\nrecords its "
                          "answers and where it looked.")
                           .arg(session_.folder()));
  }
}

void ResponsesPage::take(const std::shared_ptr<ShownSample>& sample) {
  const bool again =
      sample_ && sample_->facts.sample.id == sample->facts.sample.id && sample->facts.sample.id;
  if (again) {
    // What was asked of the engine stays beside what is stored.
    std::erase_if(sample->answers, [](const auto& answer) { return !answer->isStored(); });
    for (const auto& answer : sample_->answers) {
      if (!answer->isStored()) sample->answers.push_back(answer);
    }
  } else {
    stopAsking();
  }
  sample_ = sample;
  note_->clear();
  showNotice();
  if (!again) {
    board_->setPictures(sample->pictures);
    rows_ = {0, -1};
    looks_[0].token = looks_[1].token = -1;
    patch_ = {-1, -1};
    askBar_->setQuestion(QString::fromStdString(sample->facts.question).trimmed());
    askBar_->setRunning(false);
    if (sample->facts.sample.id) {
      set(settings::kResponsesPlace,
          QStringLiteral("%1 %2").arg(sample->facts.sample.id.value).arg(session_.folder()));
    }
  }
  queue_->setAnswers(sample->answers);
  reading_->showSample(&sample->facts);
  showSides();
}

std::shared_ptr<ShownAnswer> ResponsesPage::answerOn(int side) const {
  const int row = compare_ == Compare::kLayers ? rows_[0] : rows_[static_cast<std::size_t>(side)];
  const bool off = !sample_ || row < 0 || row >= static_cast<int>(sample_->answers.size()) ||
                   (side == 1 && compare_ == Compare::kOne);
  return off ? nullptr : sample_->answers[static_cast<std::size_t>(row)];
}

/// What an answer is best held against: the other arm's for an arm's, the right one for a wrong
/// one, else one that reads differently.
int ResponsesPage::counterpartOf(int row) const {
  const auto& answers = sample_->answers;
  const auto& response = answers[static_cast<std::size_t>(row)]->response;
  int best = -1, bestScore = -1;
  for (int i = 0; i < static_cast<int>(answers.size()); ++i) {
    const auto& other = answers[static_cast<std::size_t>(i)]->response;
    if (i == row) continue;
    const int score =
        4 * (other.candidate.run == response.candidate.run && other.arm != response.arm) +
        2 * (other.matches != response.matches) + (other.candidate.text != response.candidate.text);
    if (score > bestScore) {
      best = i;
      bestScore = score;
    }
  }
  return best;
}

void ResponsesPage::chooseAnswer(int row, bool forSideB) {
  if (!sample_) return;
  if (forSideB && compare_ != Compare::kAnswers) setCompare(Compare::kAnswers);
  rows_[forSideB ? 1 : 0] = row;
  if (rows_[0] == rows_[1]) rows_[1] = counterpartOf(rows_[0]);
  looks_[0].token = looks_[1].token = -1;
  const auto& answer = sample_->answers[static_cast<std::size_t>(row)];
  if (answer->isUnread()) asker_.read(sample_->facts, answer);
  showSides();
}

void ResponsesPage::stepAnswer(int rows, bool forSideB) {
  if (!sample_ || sample_->answers.empty()) return;
  const int count = static_cast<int>(sample_->answers.size());
  int row = rows_[forSideB ? 1 : 0];
  do {
    row += rows;
  } while (forSideB && row == rows_[0]);
  if (row >= 0 && row < count) chooseAnswer(row, forSideB);
}

void ResponsesPage::setCompare(Compare compare) {
  const bool other = std::exchange(compare_, compare) != compare;
  if (other && compare == Compare::kLayers) looks_[1].firstLayer = -1;
  compares_->actions().at(static_cast<int>(compare))->setChecked(true);
  if (compare == Compare::kOne) {
    const QSignalBlocker quiet(difference_);
    difference_->setChecked(false);
  }
  showSides();
}

/// Settles which layers a side shows: those chosen before, else those that decide.
void ResponsesPage::fillLook(int side) {
  Look& look = looks_[static_cast<std::size_t>(side)];
  const QVector<int> layers = recordedLayers(answerOn(side)->response.candidate);
  if (layers.isEmpty()) return;
  const auto answer = answerOn(side);
  if (look.firstLayer < 0 && answer->isRunning()) {
    // As its maps arrive: a negative end counts from the last layer.
    look.firstLayer = answer->liveLayers.first;
    look.lastLayer = answer->liveLayers.last < 0 ? layers.last() : answer->liveLayers.last;
  }
  if (layers.contains(look.firstLayer) && layers.contains(look.lastLayer)) return;
  const auto& facts = sample_->facts;
  const int middle = layers[layers.size() / 2];  // as the paper's layer 16 of 32
  look.firstLayer = layers.contains(facts.firstLayer) ? facts.firstLayer : middle;
  look.lastLayer =
      layers.contains(facts.lastLayer) ? qMax(look.firstLayer, facts.lastLayer) : look.firstLayer;
  if (side == 1 && compare_ == Compare::kLayers) {
    const bool isLast = looks_[0].lastLayer == layers.last();
    look.firstLayer = look.lastLayer = isLast ? layers.first() : layers.last();
  }
}

void ResponsesPage::showSides() {
  if (!sample_) return;
  if (compare_ == Compare::kAnswers && rows_[1] < 0 && !sample_->answers.empty()) {
    rows_[1] = counterpartOf(rows_[0]);
  }
  queue_->setSides(rows_[0], compare_ == Compare::kAnswers ? rows_[1] : -1);
  reading_->setAsked(askedQuestion());
  for (int side = 0; side < 2; ++side) {
    const auto answer = answerOn(side);
    const QString letter = compare_ == Compare::kOne ? QString()
                           : side == 0               ? QStringLiteral("A")
                                                     : QStringLiteral("B");
    if (answer) {
      // Two answers are compared at the same layers; two layers at the same answer.
      if (side == 1 && compare_ == Compare::kAnswers) looks_[1] = looks_[0];
      fillLook(side);
      loader_.readMaps(answer);
    }
    reading_->side(side).show(answer, &sample_->facts, letter);
    if (answer) reading_->side(side).setLook(looks_[static_cast<std::size_t>(side)]);
  }
  showMaps();
  showTokenMarks();
  showHeads();
}

void ResponsesPage::showMaps() {
  QVector<BoardSide> sides;
  for (int side = 0; side < 2 && sample_; ++side) {
    if (answerOn(side)) sides.append(boardSide(side));
  }
  board_->setSides(sides, difference_->isChecked());
}

void ResponsesPage::chooseLayers(int side, int first, int last) {
  const auto set = [&](Look& look) {
    look.firstLayer = first;
    look.lastLayer = last;
  };
  set(looks_[static_cast<std::size_t>(side)]);
  if (compare_ != Compare::kLayers) {
    set(looks_[0]);
    set(looks_[1]);
  }
  for (int i = 0; i < 2; ++i) {
    if (answerOn(i)) reading_->side(i).setLook(looks_[static_cast<std::size_t>(i)]);
  }
  showMaps();
  showTokenMarks();
}

void ResponsesPage::stepLayers(int side, int layers, bool extend) {
  if (answerOn(side)) reading_->side(side).layers().step(layers, extend);
}

void ResponsesPage::chooseToken(int token) {
  looks_[0].token = looks_[1].token = token;
  for (int i = 0; i < 2; ++i) {
    if (answerOn(i)) reading_->side(i).setLook(looks_[static_cast<std::size_t>(i)]);
  }
  showMaps();
}

void ResponsesPage::stepToken(int tokens) {
  const auto answer = answerOn(0);
  if (!answer) return;
  const int last = static_cast<int>(answer->response.candidate.tokens.size()) - 1;
  chooseToken(std::clamp(looks_[0].token + tokens, -1, last));
}

void ResponsesPage::updateHeat() {
  HeatLook look;
  look.style = static_cast<HeatStyle>(styles_->actions().indexOf(styles_->checkedAction()));
  look.colours =
      static_cast<curation::ColourMap>(colours_->actions().indexOf(colours_->checkedAction()));
  look.opacity = opacity_->value() / 100.0;
  board_->setPinned(pin_->isChecked());
  board_->setHeatmapShown(heatmap_->isChecked());
  board_->setRegionsShown(regions_->isChecked());
  board_->setLook(look);
}

/// From what is most under way to what is least: an answer, the talk, the patch, token and head.
void ResponsesPage::escape() {
  if (isAsking()) {
    stopAsking();
    return;
  }
  if (presenting_) {
    Q_EMIT presentAsked(false);
    return;
  }
  patch_ = {-1, -1};
  board_->setMarkedPatch(-1, -1);
  looks_[0].head = looks_[1].head = -1;
  chooseToken(-1);
  showTokenMarks();
  showHeads();
  takeFocus();
}

/// For a talk: the pictures, the tokens and the heatmaps alone, in larger type.
bool ResponsesPage::setPresenting(bool on) {
  constexpr int kPresentedLabels = 16;
  if (on == presenting_) return true;
  if (on && width() >= kNarrowResponses) set(settings::kResponsesSplitter, splitter_->saveState());
  presenting_ = on;
  bar_->setVisible(!on);
  askBar_->setVisible(!on);
  board_->setTextPixels(on ? kPresentedLabels : type::kCaption);
  reading_->setPresenting(on);
  splitter_->setOrientation(on ? Qt::Vertical : Qt::Horizontal);
  if (on) {
    splitter_->setSizes({0, 640, 260});
  } else {
    splitter_->restoreState(get(settings::kResponsesSplitter));
  }
  applyWidth();
  showSides();
  board_->canvas().setFocus();
  return true;
}

void ResponsesPage::applyWidth() {
  if (presenting_) {
    queue_->hide();
    reading_->show();
    return;
  }
  const bool narrow = width() < kNarrowResponses;
  tabButton_->setVisible(narrow);
  queue_->setVisible(!narrow || !sideTab_);
  reading_->setVisible(!narrow || sideTab_);
}

void ResponsesPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  applyWidth();
}

}  // namespace mia::ui
