// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/test_jobs.h"

#include <signal.h>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include "tests/gui/sample_project.h"
#include "ui/jobs/job_center.h"
#include "ui/jobs/job_row.h"
#include "ui/jobs/job_tray.h"

namespace mia::test {

using namespace mia::ui;
using run::JobState;

namespace {

Job* startWork(JobCenter& center, const QString& project) {
  return center.start(QStringLiteral("Counting"), {QStringLiteral("work")}, project);
}

/// The one job of a project, as a window that was just opened finds it.
Job* findOnly(JobCenter& center, const QString& project) {
  QSignalSpy added(&center, &JobCenter::added);
  center.find(project);
  return added.wait() && center.jobs().size() == 1 ? center.jobs().first() : nullptr;
}

int counted(const QString& project) {
  QFile file(project + QStringLiteral("/count"));
  return file.open(QIODevice::ReadOnly) ? file.readAll().toInt() : 0;
}

QToolButton* button(QWidget& parent, const QString& name) {
  for (QToolButton* found : parent.findChildren<QToolButton*>()) {
    if (found->accessibleName().startsWith(name)) return found;
  }
  return nullptr;
}

}  // namespace

void JobTest::init() {
  folder_ = std::make_unique<QTemporaryDir>();
  standIn_ = std::make_unique<StandIn>();
}

void JobTest::cleanup() { standIn_.reset(); }

void JobTest::tellsProgressAndEnd() {
  JobCenter center;
  QSignalSpy ended(&center, &JobCenter::ended);
  Job* job = startWork(center, project());
  QVERIFY(job->isActive());
  QTRY_VERIFY(job->fraction() > 0);
  QVERIFY(job->words().contains(QLatin1String("/ 40 steps")));
  QTRY_COMPARE(ended.size(), 1);
  QVERIFY(job->state() == JobState::kDone);
  QCOMPARE(job->fraction(), 1.0);
  QCOMPARE(job->words(), QStringLiteral("counted"));
  QString log;
  center.readLog(job, this, [&](const QString& text) { log = text; });
  QTRY_COMPARE(log, QStringLiteral("this is what it printed\n"));
}

void JobTest::tellsWhyItFailed() {
  JobCenter center;
  Job* job = center.start(QStringLiteral("Failing"), {QStringLiteral("fail")}, project());
  QTRY_VERIFY(job->state() == JobState::kFailed);
  QCOMPARE(job->words(), QStringLiteral("there is no such file"));
}

void JobTest::saysThatTheProgramIsMissing() {
  standIn_.reset();
  const QByteArray path = qgetenv("PATH");
  qputenv("PATH", project().toUtf8());
  JobCenter center;
  Job* job = startWork(center, project());
  qputenv("PATH", path);
  QTRY_VERIFY(job->state() == JobState::kFailed);
  QVERIFY(job->words().contains(QLatin1String("mia_app_cli")));
}

void JobTest::goesOnWithoutTheWindow() {
  {
    JobCenter center;
    startWork(center, project());
    QTRY_VERIFY(counted(project()) > 0);
  }
  JobCenter again;
  Job* job = findOnly(again, project());
  QVERIFY(job);
  QCOMPARE(job->title(), QStringLiteral("Counting"));
  QVERIFY(job->state() == JobState::kRunning);
  QTRY_VERIFY(job->state() == JobState::kDone);
}

void JobTest::pausesOverARestart() {
  {
    JobCenter center;
    Job* job = startWork(center, project());
    QTRY_VERIFY(job->fraction() > 0);
    center.pause(job);
    QVERIFY(job->state() == JobState::kPausing);
    QTRY_VERIFY(job->state() == JobState::kPaused);
  }
  const int before = counted(project());
  QVERIFY(before > 0 && before < 40);
  JobCenter again;
  Job* job = findOnly(again, project());
  QVERIFY(job);
  QVERIFY(job->state() == JobState::kPaused);
  again.goOn(job);
  QVERIFY(job->isActive());
  QTRY_VERIFY(job->state() == JobState::kDone);
  QCOMPARE(counted(project()), 40);
}

void JobTest::offersToGoOnAfterItWasKilled() {
  JobCenter center;
  Job* job = startWork(center, project());
  QTRY_VERIFY(job->state() == JobState::kRunning);
  const auto folders = run::listJobs(jobsFolder(project()).toStdString());
  QCOMPARE(folders.size(), std::size_t{1});
  QCOMPARE(::kill(static_cast<pid_t>(folders[0].order().pid), SIGKILL), 0);
  QTRY_VERIFY(job->state() == JobState::kDied);
  QVERIFY(job->words().contains(QLatin1String("killed")));
  QVERIFY(job->canGoOn());
  center.goOn(job);
  QTRY_VERIFY(job->state() == JobState::kDone);
}

void JobTest::importsWithTheRealProgram() {
  const RealProgram real;
  const auto photos = drawPhotos((project() + QStringLiteral("/photos")).toStdString(), 2);
  QFile file(project() + QStringLiteral("/questions.json"));
  QVERIFY(file.open(QIODevice::WriteOnly));
  const QByteArray turns =
      R"("conversations":[{"from":"human","value":"<image>\nWhat?"},{"from":"gpt","value":"That."}])";
  file.write("[{\"id\":1,\"image\":\"" + QByteArray::fromStdString(photos[0].filename().string()) +
             "\"," + turns + "},{\"id\":2,\"image\":\"gone.png\"," + turns + "}]");
  file.close();
  JobCenter center;
  Job* job = center.start(QStringLiteral("Importing"),
                          {QStringLiteral("import"), file.fileName(), QStringLiteral("--images"),
                           project() + QStringLiteral("/photos")},
                          project() + QStringLiteral("/made"));
  QTRY_VERIFY_WITH_TIMEOUT(!job->isActive(), 20000);
  QCOMPARE(job->words(), QStringLiteral("2 rows: 1 questions, 1 quarantined. Added now: 1."));
  QVERIFY(job->status().summary["quarantined"]["missing-image"] == 1);
  QVERIFY(QFile::exists(project() + QStringLiteral("/made/project.sqlite")));
}

void JobTest::trayKeepsAFailureUntilDismissed() {
  JobCenter center;
  JobTray tray(center);
  QVERIFY(!tray.isVisible());
  Job* job = center.start(QStringLiteral("Failing"), {QStringLiteral("fail")}, project());
  QVERIFY(tray.isVisible());
  QTRY_VERIFY(job->state() == JobState::kFailed);
  JobRow* row = tray.findChild<JobRow*>();
  QVERIFY(row->accessibleName().contains(QLatin1String("there is no such file")));
  QToolButton* dismiss = button(tray, QStringLiteral("Dismiss"));
  QVERIFY(dismiss && dismiss->isVisible());
  QTest::keyClick(dismiss, Qt::Key_Space);
  QVERIFY(!tray.isVisible());
  QTRY_VERIFY(QDir(jobsFolder(project())).isEmpty());
}

void JobTest::trayFoldsToOneLine() {
  JobCenter center;
  JobTray tray(center);
  tray.resize(900, 100);
  Job* failed = center.start(QStringLiteral("Failing"), {QStringLiteral("fail")}, project());
  QTRY_VERIFY(!failed->isActive());
  Job* working = startWork(center, project());
  QCOMPARE(tray.front(), working);
  const auto shown = [&] {
    qsizetype count = 0;
    for (const JobRow* row : tray.findChildren<JobRow*>()) count += row->isVisibleTo(&tray);
    return count;
  };
  QCOMPARE(shown(), 2);
  QTest::mouseClick(button(tray, QStringLiteral("Fold")), Qt::LeftButton);
  QCOMPARE(shown(), 1);
  QVERIFY(button(tray, QStringLiteral("Show all jobs"))->text().contains(QLatin1Char('1')));
  QTRY_VERIFY(!working->isActive());
  QCOMPARE(tray.front(), failed);  // the one that needs a person
}

}  // namespace mia::test
