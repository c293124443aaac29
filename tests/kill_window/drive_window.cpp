// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// drive_window WHAT PROJECT SETTINGS NUMBER: somebody at the real window, offscreen, who tells on
// standard output, a line each, what is done and what the window shows; kill_window.py kills it.
//
//   audit   decides pairs by keys until it is killed, for the NUMBERth time: "press N PAIR KIND
//           [NOTE]" before each decision and "saved N" once the window shows it as saved
//   train   begins a training, or goes on with the one there is: "began", "state WORD", "step N",
//           "resumed", "ended WORDS" of a job, "finished"
//   ask     asks the model about a sample until its engine has died NUMBER times, and once more:
//           "asked", "token N", "died", "answered TEXT"
#include <QApplication>
#include <QDir>
#include <QSettings>
#include <cstdio>
#include <map>

#include "tests/gui_engine/studio_person.h"
#include "ui/pages/audit/audit_page.h"
#include "ui/pages/audit/pair_queue.h"
#include "ui/pages/responses/ask_bar.h"
#include "ui/pages/responses/responses_page.h"
#include "ui/pages/train/train_form.h"
#include "ui/pages/train/train_page.h"
#include "ui/session/settings.h"
#include "ui/theme/theme.h"

static void initialiseResources() { Q_INIT_RESOURCE(studio); }

namespace {

using namespace mia;
using namespace mia::ui;
using mia::test::StudioPerson;

void tell(const QString& line) {
  std::puts(qPrintable(line));
  std::fflush(stdout);
}

/// Waits for the next event, and lets the window show what came of it.
void live(StudioPerson& person) {
  QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
  person.window.repaint();
}

/// Decides one pair after the other, as fast as they are shown.
class Auditor {
 public:
  Auditor(StudioPerson& person, AuditPage& page, int session)
      : person_(person), page_(page), session_(session) {}

  void decide() {
    const qint64 pair = page_.shown()->id();
    const qint64 number = ++count_;
    if (number % 4 == 0) {
      const QString note = QStringLiteral("note %1 of window %2").arg(number).arg(session_);
      tell(QStringLiteral("press %1 %2 note %3").arg(number).arg(pair).arg(note));
      person_.press(Qt::Key_N);
      test::StudioPerson::write(person_.window.focusWidget(), note);
      person_.press(Qt::Key_Return);
      person_.press(Qt::Key_Right);
    } else {
      const bool accept = page_.state().verdict != Verdict::kAccepted;
      tell(QStringLiteral("press %1 %2 %3")
               .arg(number)
               .arg(pair)
               .arg(accept ? QStringLiteral("accept") : QStringLiteral("reject")));
      person_.press(accept ? Qt::Key_A : Qt::Key_X);
    }
    underWay_[pair].append(number);
    // Behind the last pair the first comes again.
    if (page_.queue().current() == pair) person_.press(Qt::Key_Home);
  }

  /// What was painted as saved since it was told last.
  void tellSaved() {
    for (auto pair = underWay_.begin(); pair != underWay_.end();) {
      if (page_.queue().model().saved(pair->first) != Saved::kYes) {
        ++pair;
        continue;
      }
      for (const qint64 number : pair->second) tell(QStringLiteral("saved %1").arg(number));
      pair = underWay_.erase(pair);
    }
  }

 private:
  StudioPerson& person_;
  AuditPage& page_;
  int session_;  ///< no note is written twice
  qint64 count_ = 0;
  std::map<qint64, QList<qint64>> underWay_;  ///< by pair: decisions that are not told as saved
};

int audit(StudioPerson& person, int session) {
  auto* page = person.page<AuditPage>("audit");
  if (!page) return 1;
  page->queue().narrowTo(curation::QueueFilter::kAll);
  if (!person.settle()) return 1;
  Auditor auditor(person, *page, session);
  while (true) {
    if (page->shown()) auditor.decide();
    live(person);
    auditor.tellSaved();
  }
}

/// Fills in the form and presses its button.
bool beginTraining(StudioPerson& person, TrainPage& page) {
  if (!person.window.showPage(QStringLiteral("train"), QStringLiteral("form/all"))) return false;
  const std::pair<const char*, const char*> fields[] = {
      {"max_steps", "40"}, {"batch_size", "4"}, {"micro_batch_size", "4"},
      {"lora_r", "4"},     {"save_steps", "2"}, {"num_train_epochs", "100"}};
  for (const auto& [name, value] : fields) {
    StudioPerson::write(page.form().row(QLatin1String(name))->editor(), QLatin1String(value));
  }
  const bool ready = QTest::qWaitFor(
      [&] { return page.form().isSettled() && page.form().canStart(); }, person.kPatience);
  if (ready) QTest::mouseClick(&page.form().startButton(), Qt::LeftButton);
  return ready;
}

bool isTraining(StudioPerson& person) {
  const Job* job = person.newest("train");
  return job && job->isActive();
}

int train(StudioPerson& person) {
  auto* page = person.page<TrainPage>("train");
  if (!page) return 1;
  QObject::connect(&person.window.jobs(), &JobCenter::ended, page,
                   [](Job* job) { tell(QStringLiteral("ended %1").arg(job->words())); });
  QString told;
  qint64 step = -1;
  bool resuming = false;  // until its command has begun: a window that dies before has done nothing
  const auto once = [&told](const QString& line) {
    if (std::exchange(told, line) != line) tell(line);
  };
  while (true) {
    const auto& runs = page->feed().runs();
    if (runs.size() > 1) return 1;
    const bool known = page->feed().isLoaded() && person.window.isSettled();
    if (!runs.empty()) {
      const curation::RunFacts& run = runs.front();
      if (run.step != std::exchange(step, run.step)) tell(QStringLiteral("step %1").arg(run.step));
      once(QStringLiteral("state %1").arg(QLatin1String(run::toString(run.state))));
      if (run.state == run::RunState::kFinished && !isTraining(person)) break;
    }
    if (known && runs.empty() && !isTraining(person)) {
      if (!beginTraining(person, *page)) return 1;
      tell(QStringLiteral("began"));
    } else if (known && !isTraining(person) && !page->isFormShown() && !runs.empty()) {
      // R is the page's key; it does nothing while the run goes on.
      const run::RunState state = runs.front().state;
      if (state == run::RunState::kDied || state == run::RunState::kFailed ||
          state == run::RunState::kStopped) {
        page->list().setFocus();
        person.press(Qt::Key_R);
        resuming = isTraining(person);
      }
    }
    live(person);
    if (resuming && person.newest("train")->state() != run::JobState::kStarting) {
      tell(QStringLiteral("resumed"));
      resuming = false;
    }
  }
  tell(QStringLiteral("finished"));
  return 0;
}

int ask(StudioPerson& person, int deaths) {
  auto* page = person.page<ResponsesPage>("responses");
  if (!page || !page->sample()) return 1;
  if (!QTest::qWaitFor([&] { return page->askBar().hasAnswerers(); }, person.kPatience)) return 1;
  int died = 0;
  bool dead = false;
  QObject::connect(&page->engine(), &EngineClient::changed, page, [&] {
    const bool now = page->engine().state() == EngineClient::State::kDied;
    if (now && !dead) {
      ++died;
      tell(QStringLiteral("died"));
    }
    dead = now;
  });
  while (true) {
    const bool last = died >= deaths;
    // While the button says "Stop", nothing can be asked.
    const auto mayAsk = [&] { return page->askBar().button().text() == AskBar::tr("Ask"); };
    if (!QTest::qWaitFor(mayAsk, person.kPatience)) return 1;
    if (dead) QTest::mouseClick(&page->askBar().restartButton(), Qt::LeftButton);
    person.press(Qt::Key_A);
    StudioPerson::write(person.window.focusWidget(), QStringLiteral("What is in every image?"));
    person.press(Qt::Key_Return);
    const auto answer = page->answerOn(0);
    if (!answer || answer->kind != ShownAnswer::Kind::kAsked) return 1;
    tell(QStringLiteral("asked"));
    std::size_t tokens = 0;
    while (answer->isRunning()) {
      live(person);
      const std::size_t now = answer->response.candidate.tokens.size();
      if (now > std::exchange(tokens, now)) tell(QStringLiteral("token %1").arg(now));
    }
    if (!answer->problem.isEmpty()) continue;
    tell(QStringLiteral("answered %1")
             .arg(QString::fromStdString(answer->response.candidate.text).simplified()));
    if (last) return 0;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::fprintf(stderr, "drive_window audit|train|ask PROJECT SETTINGS NUMBER\n");
    return 2;
  }
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("PATH", QByteArray(MIA_BIN_DIR ":") + qgetenv("PATH"));
  QCoreApplication::setOrganizationName(QStringLiteral("MIA Studio"));
  QCoreApplication::setApplicationName(QStringLiteral("mia-studio-driven"));
  QSettings::setDefaultFormat(QSettings::IniFormat);
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, QString::fromLocal8Bit(argv[3]));
  QApplication application(argc, argv);
  initialiseResources();
  set(settings::kReviewer, QStringLiteral("Ada"));
  Theme::instance();
  StudioPerson person;
  person.window.openProject(QString::fromLocal8Bit(argv[2]));
  if (!person.settle()) return 1;
  const QString what = QString::fromLatin1(argv[1]);
  const int number = QByteArray(argv[4]).toInt();
  if (what == QLatin1String("audit")) return audit(person, number);
  if (what == QLatin1String("train")) return train(person);
  return ask(person, number);
}
