// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui_engine/test_serving.h"

#include <signal.h>

#include <QImage>
#include <QTest>
#include <cmath>

#include "tests/gui/watched_application.h"
#include "ui/jobs/engine_client.h"

namespace mia::test {

using ui::EngineClient;
using ui::EngineReplies;
using State = ui::EngineClient::State;

namespace {

constexpr int kPatient = 60'000;  ///< ms; the first request loads LibTorch and the model

/// Everything that came of one request.
struct Heard {
  std::vector<run::ServeToken> tokens;
  std::optional<run::ServeStarted> started;
  std::optional<run::ServeDone> done;
  std::optional<run::ServeAttention> attention;
  QString failure;
  bool stopped = false;
  std::function<void()> onToken = [] {};

  bool over() const { return done || attention || !failure.isEmpty(); }
  EngineReplies replies() {
    EngineReplies replies;
    replies.started = [this](const run::ServeStarted& news) { started = news; };
    replies.token = [this](const run::ServeToken& token) {
      tokens.push_back(token);
      onToken();
    };
    replies.done = [this](const run::ServeDone& news) { done = news; };
    replies.attention = [this](const run::ServeAttention& news) { attention = news; };
    replies.failed = [this](const QString& sentence, bool wasStopped) {
      failure = sentence;
      stopped = wasStopped;
    };
    return replies;
  }
};

}  // namespace

void ServingTest::initTestCase() {
  const QColor colours[] = {Qt::red, Qt::blue, Qt::green};
  for (int i = 0; i < 3; ++i) {
    QImage image(96, 64, QImage::Format_RGB32);
    image.fill(colours[i]);
    QVERIFY(image.save(folder_.filePath(QString::number(i) + QStringLiteral(".png"))));
  }
}

run::Asked ServingTest::asked() const {
  std::vector<std::string> files;
  for (const char* name : {"0.png", "1.png", "2.png"}) {
    files.push_back(folder_.filePath(QLatin1String(name)).toStdString());
  }
  return {MIA_SOURCE_DIR "/resources/demo/model", "",
          run::sampleOfFiles(files, "In Image2, what colour is it?")};
}

run::AnswerRequest ServingTest::longRequest() const {
  run::AnswerRequest request{asked()};
  request.maxNewTokens = 20'000;
  request.draw = 1;
  request.temperature = 10;
  request.seed = 7;
  return request;
}

void ServingTest::streamsAnAnswerWithItsAttention() {
  EngineClient client;
  Heard heard;
  run::AnswerRequest request{asked()};
  request.maps = run::LayerRange{1, 2};
  client.ask(request, this, heard.replies());
  QTRY_VERIFY_WITH_TIMEOUT(heard.over(), kPatient);
  QVERIFY2(heard.done, qPrintable(heard.failure));
  QCOMPARE(client.state(), State::kReady);
  QCOMPARE(heard.started->pictures.size(), 3u);
  QCOMPARE(heard.tokens.size(), heard.done->answer.candidate.tokenIds.size());
  QVERIFY(!heard.tokens.empty());
  std::string text;
  for (const run::ServeToken& token : heard.tokens) {
    text += token.text;
    QCOMPARE(token.shares.size(), 4u);
    QCOMPARE(token.maps.size(), 3u);
    double sum = 0;
    for (const AttentionMap& map : token.maps) {
      for (const float value : map.values) sum += value;
    }
    QVERIFY(std::abs(sum / heard.started->visualTokens - 1) < 0.01);
  }
  QCOMPARE(text, heard.done->answer.candidate.text);
}

void ServingTest::forcesTheAnswerThatTheModelGaveToTheSameFigures() {
  EngineClient client;
  Heard own, forced;
  client.ask(run::AnswerRequest{asked()}, this, own.replies());
  QTRY_VERIFY_WITH_TIMEOUT(own.done, kPatient);
  const Candidate& made = own.done->answer.candidate;
  client.ask(run::ForceRequest{asked(), {"", made.tokenIds}, {}}, this, forced.replies());
  QTRY_VERIFY_WITH_TIMEOUT(forced.over(), kPatient);
  QVERIFY2(forced.done, qPrintable(forced.failure));
  const Candidate& given = forced.done->answer.candidate;
  QCOMPARE(given.text, made.text);
  QVERIFY(std::abs(given.perplexity - made.perplexity) < 1e-4);
  for (std::size_t layer = 0; layer < made.attention.size(); ++layer) {
    QVERIFY(std::abs(given.attention[layer].shares[1] - made.attention[layer].shares[1]) < 1e-5);
  }
}

void ServingTest::cancelsInTheMiddleAndBeforeTheBeginning() {
  EngineClient client;
  Heard running, waiting;
  const std::int64_t first = client.ask(longRequest(), this, running.replies());
  const std::int64_t second = client.ask(longRequest(), this, waiting.replies());
  running.onToken = [&] {
    if (running.tokens.size() != 3) return;
    client.cancel(second);
    client.cancel(first);
  };
  QTRY_VERIFY_WITH_TIMEOUT(running.over() && waiting.over(), kPatient);
  QVERIFY2(running.done, qPrintable(running.failure));
  QVERIFY(running.done->stopped);
  QVERIFY(running.done->answer.candidate.tokenIds.size() >= 3);
  QVERIFY(!running.done->answer.candidate.complete);
  QVERIFY(waiting.stopped);
  QVERIFY(waiting.tokens.empty());
  QVERIFY(!client.isBusy());
}

void ServingTest::survivesTheDeathOfTheEngineInTheMiddleOfAnAnswer() {
  EngineClient client;
  Heard cut, waiting, after;
  cut.onToken = [&] {
    if (cut.tokens.size() == 3) ::kill(static_cast<pid_t>(client.processId()), SIGKILL);
  };
  client.ask(longRequest(), this, cut.replies());
  client.ask(run::AnswerRequest{asked()}, this, waiting.replies());
  QTRY_VERIFY_WITH_TIMEOUT(cut.over() && waiting.over(), kPatient);
  QVERIFY(!cut.done);
  QVERIFY(!cut.stopped);
  QCOMPARE(waiting.failure, cut.failure);
  QCOMPARE(client.state(), State::kDied);
  QCOMPARE(client.problem(), cut.failure);
  QVERIFY(!client.isBusy());
  client.restart();
  client.ask(run::AnswerRequest{asked()}, this, after.replies());
  QTRY_VERIFY_WITH_TIMEOUT(after.over(), kPatient);
  QVERIFY2(after.done, qPrintable(after.failure));
  QCOMPARE(client.state(), State::kReady);
}

void ServingTest::tellsWhatIsWrongWithoutDying() {
  EngineClient client;
  Heard missing, noModel, after;
  run::Asked gone = asked();
  gone.sample.files[1] = "/nowhere/cat.jpg";
  client.ask(run::AnswerRequest{gone}, this, missing.replies());
  client.ask(run::LoadRequest{"/nowhere"}, this, noModel.replies());
  client.ask(run::AnswerRequest{asked()}, this, after.replies());
  QTRY_VERIFY_WITH_TIMEOUT(after.over(), kPatient);
  QVERIFY(missing.failure.contains(QLatin1String("/nowhere/cat.jpg")));
  QVERIFY(noModel.failure.contains(QLatin1String("/nowhere")));
  QVERIFY2(after.done, qPrintable(after.failure));
}

void ServingTest::holdsUpNothingWhileMapsOfEveryHeadArrive() {
  auto* application = static_cast<WatchedApplication*>(QCoreApplication::instance());
  const QString held = application->heldUpBy([this] {
    EngineClient client;
    Heard heard;
    std::string answer;
    for (int i = 0; i < 60; ++i) answer += "the image is red and blue, ";
    client.ask(run::AttentionRequest{asked(), {answer, {}}, {0, -1}, true}, this, heard.replies());
    QTRY_VERIFY_WITH_TIMEOUT(heard.over(), kPatient);
    QVERIFY2(heard.attention, qPrintable(heard.failure));
    QCOMPARE(heard.attention->heads, 4);
    QVERIFY(heard.attention->tokens > 200);
    const auto mean = heard.attention->mean(0, heard.attention->tokens - 1, -1);
    QCOMPARE(mean.size(), 3u);
  });
  QVERIFY2(held.isEmpty(), qPrintable(held));
}

}  // namespace mia::test
