// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui_engine/test_client.h"

#include <QFile>
#include <QTest>

#include "ui/jobs/engine_client.h"

namespace mia::test {

using ui::EngineClient;
using ui::EngineReplies;
using State = ui::EngineClient::State;

namespace {

/// What a request came to.
struct Heard {
  int loaded = 0;
  QString failure;
  bool stopped = false;

  EngineReplies replies() {
    EngineReplies replies;
    replies.loaded = [this](const run::ServeLoaded&) { ++loaded; };
    replies.failed = [this](const QString& sentence, bool wasStopped) {
      failure = sentence;
      stopped = wasStopped;
    };
    return replies;
  }
};

const char* const kHello =
    R"(echo '{"v":1,"id":0,"type":"hello","libtorch":"0","device":"cpu","pid":7}')"
    "\n";
const char* const kLoaded =
    R"(read line; id=${line#*\"id\":}; id=${id%%,*}
echo '{"v":1,"id":'$id',"type":"loaded","model":"/m","adapter":"","dtype":"float32",'\
'"parameters":9,"layers":4,"heads":2,"rows":4,"columns":4,"tokens_per_picture":16,'\
'"max_positions":512,"seconds":0.5}'
)";

}  // namespace

void ClientTest::init() {
  path_ = qgetenv("PATH");
  qputenv("PATH", folder_.path().toUtf8() + ':' + path_);
}

void ClientTest::cleanup() {
  qputenv("PATH", path_);
  QFile::remove(folder_.filePath(QStringLiteral("mia-engine")));
}

/// Puts a shell script named `mia-engine` on the PATH.
void ClientTest::standIn(const QByteArray& script) {
  QFile file(folder_.filePath(QStringLiteral("mia-engine")));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("#!/bin/sh\n" + script);
  file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void ClientTest::saysThatTheProgramIsMissing() {
  qputenv("PATH", folder_.path().toUtf8());
  EngineClient client;
  Heard heard;
  client.ask(run::LoadRequest{"/m", ""}, this, heard.replies());
  QCOMPARE(client.state(), State::kDied);
  QTRY_VERIFY(heard.failure.contains(QLatin1String("mia-engine")));
  QVERIFY(!heard.stopped);
  QVERIFY(!client.isBusy());
}

void ClientTest::startsWithTheFirstRequestAndDeliversReplies() {
  standIn(QByteArray(kHello) + kLoaded + kLoaded + "read line\n");
  EngineClient client;
  QCOMPARE(client.state(), State::kOff);
  Heard first, second;
  client.ask(run::LoadRequest{"/m", ""}, this, first.replies());
  client.ask(run::LoadRequest{"/m", ""}, this, second.replies());
  QVERIFY(client.isBusy());
  QTRY_COMPARE(second.loaded, 1);
  QCOMPARE(first.loaded, 1);
  QCOMPARE(client.state(), State::kReady);
  QCOMPARE(client.device(), QStringLiteral("cpu"));
  QCOMPARE(client.processId(), 7);
  QCOMPARE(client.model()->layers, 4);
  QVERIFY(!client.isBusy());
}

void ClientTest::saysWhyTheEngineEndedAndStartsItAgain() {
  standIn(QByteArray(kHello) + "read line\necho 'the disk is on fire' >&2\nexit 3\n");
  EngineClient client;
  Heard heard, later;
  client.ask(run::LoadRequest{"/m", ""}, this, heard.replies());
  QTRY_VERIFY(!heard.failure.isEmpty());
  QVERIFY(heard.failure.contains(QLatin1String("the disk is on fire")));
  QCOMPARE(client.state(), State::kDied);
  QCOMPARE(client.problem(), heard.failure);
  client.ask(run::LoadRequest{"/m", ""}, this, later.replies());
  QTRY_COMPARE(later.failure, heard.failure);
  standIn(QByteArray(kHello) + kLoaded + "read line\n");
  client.restart();
  QVERIFY(client.problem().isEmpty());
  client.ask(run::LoadRequest{"/m", ""}, this, later.replies());
  QTRY_COMPARE(later.loaded, 1);
}

void ClientTest::endsWhatTalksNonsense() {
  standIn("echo hi there\nsleep 60\n");
  EngineClient client;
  Heard heard;
  client.ask(run::LoadRequest{"/m", ""}, this, heard.replies());
  QTRY_VERIFY(!heard.failure.isEmpty());
  QCOMPARE(client.state(), State::kDied);
}

void ClientTest::callsNobodyWhoIsGone() {
  standIn(QByteArray(kHello) + kLoaded + kLoaded + "read line\n");
  EngineClient client;
  Heard gone, here;
  auto asker = std::make_unique<QObject>();
  client.ask(run::LoadRequest{"/m", ""}, asker.get(), gone.replies());
  asker.reset();
  client.ask(run::LoadRequest{"/m", ""}, this, here.replies());
  QTRY_VERIFY(!client.isBusy() || here.loaded > 0);
  QCOMPARE(gone.loaded, 0);
  QVERIFY(gone.failure.isEmpty());
  client.release();
  QCOMPARE(client.state(), State::kOff);
}

}  // namespace mia::test
