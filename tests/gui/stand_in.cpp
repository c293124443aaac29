// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/stand_in.h"

#include <signal.h>

#include <QCoreApplication>
#include <QFile>
#include <QThread>

#include "run/job_log.h"

namespace mia::test {

namespace {

constexpr int kCount = 40;
constexpr int kStepMilliseconds = 15;

volatile sig_atomic_t interrupted = 0;

int countIn(const QString& file) {
  QFile count(file);
  return count.open(QIODevice::ReadOnly) ? count.readAll().toInt() : 0;
}

void keepCount(const QString& file, int done) {
  writeFileAtomically(file.toStdString(), std::to_string(done));
}

int work(run::JobLog& log, const QString& project) {
  const QString file = project + QStringLiteral("/count");
  for (int done = countIn(file); done <= kCount; ++done) {
    keepCount(file, done);
    log.progress({"count", done, kCount, "steps"});
    if (interrupted) {
      log.fail(ErrorKind::kStopped, "stopped");
      return exitCode(ErrorKind::kStopped);
    }
    QThread::msleep(kStepMilliseconds);
  }
  log.setResult("counted", {});
  log.finish();
  return 0;
}

void putOnPath(const QByteArray& folder) { qputenv("PATH", folder + ':' + qgetenv("PATH")); }

}  // namespace

int runStandIn(int argc, char** argv) {
  struct sigaction action {};
  action.sa_handler = [](int) { interrupted = 1; };
  ::sigaction(SIGINT, &action, nullptr);
  const QStringList arguments = [&] {
    QStringList list;
    for (int i = 0; i < argc; ++i) list += QString::fromLocal8Bit(argv[i]);
    return list;
  }();
  const QString verb = arguments.value(arguments.indexOf(QLatin1String("--progress")) + 2);
  if (verb == QLatin1String("vanish")) return 1;
  run::JobLog log(
      arguments.value(arguments.indexOf(QLatin1String("--progress")) + 1).toStdString());
  std::puts("this is what it printed");
  std::fflush(stdout);
  if (verb == QLatin1String("work")) return work(log, arguments.last());
  log.fail(ErrorKind::kNotFound, "there is no such file");
  return exitCode(ErrorKind::kNotFound);
}

StandIn::StandIn() : path_(qgetenv("PATH")) {
  QFile file(folder_.filePath(QStringLiteral("mia")));
  if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write the stand-in");
  file.write("#!/bin/sh\nexec '" + QCoreApplication::applicationFilePath().toUtf8() +
             "' --stand-in \"$@\"\n");
  file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  putOnPath(folder_.path().toUtf8());
}

StandIn::~StandIn() { qputenv("PATH", path_); }

RealProgram::RealProgram() : path_(qgetenv("PATH")) { putOnPath(MIA_BIN_DIR); }

RealProgram::~RealProgram() { qputenv("PATH", path_); }

}  // namespace mia::test
