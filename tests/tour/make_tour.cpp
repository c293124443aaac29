// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// make_tour PROJECT FRAMES: the README's tour through the window, on a finished demo project, which
// it changes; tests/tour/make_tour.py makes a copy of one, runs this and makes one moving picture.
#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>

#include "tests/tour/tour.h"
#include "ui/pages/evaluate/evaluate_page.h"
#include "ui/pages/responses/responses_page.h"
#include "ui/pages/train/train_form.h"
#include "ui/pages/train/train_page.h"
#include "ui/plots/plot_board.h"
#include "ui/session/settings.h"
#include "ui/theme/theme.h"

static void initialiseResources() { Q_INIT_RESOURCE(studio); }

namespace {

using mia::test::Tour;
using namespace mia::ui;

constexpr int kPatience = 120'000;  ///< ms

void showData(Tour& tour) {
  tour.say(QStringLiteral("Photos with questions become samples of several images"));
  tour.hold(3000);
  tour.click(QStringLiteral("Compose"));
  tour.say(QStringLiteral("Three layouts, with the prompt as it will be sent …"));
  tour.hold(1400);
  tour.click(QStringLiteral("Pic-in-pic"));
  tour.hold(900);
  tour.click(QStringLiteral("Grid"));
  tour.hold(900);
  tour.say(QStringLiteral("… and what the model will see of them"));
  tour.press(Qt::Key_P, QStringLiteral("P"));
  tour.hold(1300);
  tour.press(Qt::Key_M, QStringLiteral("M"));
  tour.hold(1400);
}

/// A sample whose answers differ: one looked where it was asked to, one did not.
void showResponses(Tour& tour) {
  tour.click(QStringLiteral("Responses"));
  tour.window().showPage(QStringLiteral("responses"), QStringLiteral("1567"));
  tour.say(
      QStringLiteral("Where the model looked for its answer: not at the image it was asked about"));
  tour.press(Qt::Key_T, QStringLiteral("T"));
  tour.hold(600);
  tour.press(Qt::Key_BracketLeft, QStringLiteral("["));
  tour.press(Qt::Key_BracketRight, QStringLiteral("]"));
  tour.hold(1800);
  tour.say(QStringLiteral("Two answers on one scale, and their difference"));
  tour.press(Qt::Key_C, QStringLiteral("C"));
  tour.press(Qt::Key_D, QStringLiteral("D"));
  tour.hold(2000);
  tour.press(Qt::Key_Escape, QStringLiteral("Esc"));
}

void showAudit(Tour& tour) {
  tour.click(QStringLiteral("Audit"));
  tour.say(QStringLiteral("Pairs are judged with one hand: a key, a decision, the next pair"));
  tour.hold(1500);
  const std::pair<Qt::Key, const char*> keys[] = {
      {Qt::Key_A, "A  accept"}, {Qt::Key_2, "2  zoom"},         {Qt::Key_2, "2  all of it"},
      {Qt::Key_A, "A  accept"}, {Qt::Key_X, "X  reject"},       {Qt::Key_A, "A  accept"},
      {Qt::Key_X, "X  reject"}, {Qt::Key_Backspace, "⌫  undo"}, {Qt::Key_A, "A  accept"}};
  for (const auto& [key, name] : keys) tour.press(key, QString::fromUtf8(name));
  tour.hold(600);
  tour.say(QStringLiteral("Thresholds as a picture: what another cut would select"));
  tour.click(QStringLiteral("Thresholds"));
  tour.hold(3200);
}

/// Starts a short training, and watches it.
void showTraining(Tour& tour) {
  tour.click(QStringLiteral("Train"));
  tour.say(QStringLiteral("Training starts with one button and tells before what it needs"));
  tour.press(Qt::Key_N, QStringLiteral("N  new"));
  tour.hold(2200);
  TrainForm& form = tour.page<TrainPage>().form();
  QWidget* epochs = form.row(QStringLiteral("num_train_epochs"))->editor();
  epochs->setFocus();
  QTest::keyClick(epochs, Qt::Key_A, Qt::ControlModifier);
  tour.type(QStringLiteral("0.3"));
  if (!QTest::qWaitFor([&] { return form.isSettled() && form.canStart(); }, kPatience))
    qFatal("it cannot start");
  tour.hold(600);
  tour.click(form.startButton());
  tour.say(QStringLiteral("It is watched while it learns (faster here than it was)"));
  TrainPage& page = tour.page<TrainPage>();
  const std::size_t before = page.feed().runs().size();
  const auto newest = [&page]() -> const mia::curation::RunFacts& {
    return page.feed().runs().front();
  };
  tour.watch([&] { return page.feed().runs().size() > before; }, [] { return 0; }, 150);
  tour.watch([&] { return newest().state == mia::run::RunState::kFinished; },
             [&] { return static_cast<int>(newest().step); }, 250);
  tour.moveTo(page.board(), {page.board().width() * 0.2, page.board().height() * 0.3});
  tour.moveTo(page.board(), {page.board().width() * 0.4, page.board().height() * 0.3}, 12);
  tour.hold(2000);
}

void showEvaluation(Tour& tour) {
  tour.click(QStringLiteral("Evaluate"));
  auto& page = tour.page<EvaluatePage>();
  tour.say(QStringLiteral("Before and after training on the same held-out samples"));
  tour.hold(2800);
  const ComparisonModel& model = page.table().model();
  tour.say(QStringLiteral("Behind every figure are its samples: here those that got better"));
  tour.click(page.table().view(),
             model.find(QStringLiteral("sequence 3"), ComparisonModel::kBetter));
  tour.hold(1200);
  tour.press(Qt::Key_Return, QStringLiteral("⏎"));
  tour.say(QStringLiteral("Where both models looked, and what training changed"));
  tour.hold(2800);
  tour.press(Qt::Key_Escape, QStringLiteral("Esc"));
  tour.say(QStringLiteral("Ask the new model, and watch where it looks, token by token"));
  tour.press(Qt::Key_A, QStringLiteral("A  ask"));
}

void askTheModel(Tour& tour) {
  auto& page = tour.page<ResponsesPage>();
  QTest::keyClick(tour.window().focusWidget(), Qt::Key_A, Qt::ControlModifier);
  tour.type(QStringLiteral("Describe the picture."));
  QTest::keyClick(tour.window().focusWidget(), Qt::Key_Return);
  const auto answer = page.answerOn(0);
  tour.watch([&] { return !answer->isRunning(); },
             [&] { return static_cast<int>(answer->response.candidate.tokens.size()); }, 220);
  tour.hold(800);
  page.takeFocus();  // from the line with the question
  for (int token = 0; token < 6; ++token) tour.press(Qt::Key_Period, QStringLiteral(".  token"));
  tour.hold(800);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "make_tour PROJECT FRAMES\n");
    return 2;
  }
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QCoreApplication::setOrganizationName(QStringLiteral("MIA Studio"));
  QCoreApplication::setApplicationName(QStringLiteral("mia-studio-tour"));
  qputenv("PATH", QByteArray(MIA_BIN_DIR ":") + qgetenv("PATH"));
  const QTemporaryDir settings;
  QSettings::setDefaultFormat(QSettings::IniFormat);
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
  QApplication application(argc, argv);
  initialiseResources();
  set(settings::kReviewer, QStringLiteral("Ada"));
  Theme::instance().choose(ThemeChoice::kDark);
  Tour tour(QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argv[2]));
  showData(tour);
  showResponses(tour);
  showAudit(tour);
  showTraining(tour);
  showEvaluation(tour);
  askTheModel(tour);
  tour.click(QStringLiteral("Data"));
  tour.end(1200);
  std::printf("%d seconds\n", tour.milliseconds() / 1000);
  return 0;
}
