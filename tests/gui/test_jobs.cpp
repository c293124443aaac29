// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/test_jobs.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include "ui/jobs/program_job.h"

namespace mia::test {

using ui::ProgramJob;

void JobTest::init() {
  path_ = qgetenv("PATH");
  qputenv("PATH", folder_.path().toUtf8() + ':' + path_);
}

void JobTest::cleanup() {
  qputenv("PATH", path_);
  QFile::remove(folder_.filePath(QStringLiteral("mia")));
}

/// Puts a shell script named `mia` on the PATH.
void JobTest::standIn(const QByteArray& script) {
  QFile file(folder_.filePath(QStringLiteral("mia")));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("#!/bin/sh\n" + script);
  file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void JobTest::tellsProgressAndEnd() {
  standIn("echo \"$1 done\"\necho 'import  1\u202f500 / 2\u202f000 rows  31 /s' >&2\n");
  ProgramJob job(QStringLiteral("Importing"), {QStringLiteral("import")}, nullptr);
  QSignalSpy finished(&job, &ProgramJob::finished);
  job.start();
  QVERIFY(job.isActive());
  QVERIFY(finished.wait());
  QCOMPARE(job.state(), ProgramJob::State::kDone);
  QCOMPARE(job.log().first(), QStringLiteral("import done"));
  QCOMPARE(job.fraction(), 0.75);
}

void JobTest::tellsWhyItFailed() {
  standIn("echo 'mia: there is no such file' >&2\nexit 4\n");
  ProgramJob job(QStringLiteral("Importing"), {}, nullptr);
  QSignalSpy finished(&job, &ProgramJob::finished);
  job.start();
  QVERIFY(finished.wait());
  QCOMPARE(job.state(), ProgramJob::State::kFailed);
  QVERIFY(job.failure().contains(QLatin1String("there is no such file")));
}

void JobTest::stopsPolitely() {
  standIn("trap 'echo stopped; exit 130' INT\necho ready\nwhile :; do sleep 0.02; done\n");
  ProgramJob job(QStringLiteral("Importing"), {}, nullptr);
  QSignalSpy finished(&job, &ProgramJob::finished);
  job.start();
  QTRY_COMPARE(job.lastLine(), QStringLiteral("ready"));
  job.stop();
  QCOMPARE(job.state(), ProgramJob::State::kStopping);
  QVERIFY(finished.wait());
  QCOMPARE(job.state(), ProgramJob::State::kStopped);
}

void JobTest::saysThatTheProgramIsMissing() {
  qputenv("PATH", folder_.path().toUtf8());
  ProgramJob job(QStringLiteral("Importing"), {}, nullptr);
  QSignalSpy finished(&job, &ProgramJob::finished);
  job.start();
  QCOMPARE(finished.size(), 1);
  QCOMPARE(job.state(), ProgramJob::State::kFailed);
  QVERIFY(job.failure().contains(QLatin1String("mia")));
}

}  // namespace mia::test
