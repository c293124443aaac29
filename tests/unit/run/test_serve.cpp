// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "run/lines.h"
#include "run/serve_reply.h"

using namespace mia;
using namespace mia::run;

namespace {

template <class Work>
Work through(const Work& work) {
  const ServeRequest request = requestFromLine(toLine(ServeRequest{7, work}));
  CHECK(request.id == 7);
  return std::get<Work>(request.work);
}

template <class News>
News through(std::int64_t id, const News& news) {
  const std::string line = toLine(ServeReply{id, news});
  CHECK(line.find('\n') == std::string::npos);
  const ServeReply reply = replyFromLine(line);
  CHECK(reply.id == id);
  return std::get<News>(reply.news);
}

Asked anAsked() {
  return {"/models/m", "/adapters/a", sampleOfFiles({"/a.png", "/b.png"}, "Why?")};
}

ServeAttention anAttention() {
  ServeAttention attention;
  attention.layers = {1, 2};
  attention.tokens = attention.heads = 2;
  attention.pictures = attention.rows = 1;
  attention.columns = 2;
  attention.pieces = {"it", "</s>"};
  attention.values = {2, 0, 1, 1, 0, 2, 0.5f, 1.5f};
  attention.mass = {0.1f, 0.3f, 0.2f, 0.2f};
  return attention;
}

}  // namespace

TEST_CASE("requests come back as they were sent") {
  AnswerRequest answer{anAsked(), 40, 2, 0.7, 9, LayerRange{3, -1}};
  const auto answered = through(answer);
  CHECK(answered.asked.adapter == "/adapters/a");
  CHECK(toJson(answered.asked.sample) == toJson(answer.asked.sample));
  CHECK(answered.maxNewTokens == 40);
  CHECK(answered.draw == 2);
  CHECK(answered.temperature == 0.7);
  CHECK(answered.seed == 9);
  CHECK(answered.maps == LayerRange{3, -1});
  CHECK_FALSE(through(AnswerRequest{anAsked()}).maps);
  CHECK(through(ForceRequest{anAsked(), {"A boat.", {}}, {}}).answer.text == "A boat.");
  CHECK(through(ForceRequest{anAsked(), {"", {5, 2}}, {}}).answer.tokenIds ==
        std::vector<std::int32_t>{5, 2});
  const auto looked = through(AttentionRequest{anAsked(), {"A boat.", {}}, {0, 3}, true});
  CHECK(looked.layers == LayerRange{0, 3});
  CHECK(looked.eachHead);
  CHECK(through(CancelRequest{4}).of == 4);
  CHECK(through(LoadRequest{"/models/m", ""}).model == "/models/m");
}

TEST_CASE("a request by hand names files and a prompt") {
  const auto request = requestFromLine(
      R"({"v":1,"id":1,"type":"answer","model":"/m","files":["/a.png"],"prompt":"Why?"})");
  const Asked& asked = std::get<AnswerRequest>(request.work).asked;
  CHECK(asked.sample.sample.recipe.kind == LayoutKind::kSingle);
  CHECK(asked.sample.files == std::vector<std::string>{"/a.png"});
}

TEST_CASE("what is no request is refused in words, with its id where it has one") {
  for (const char* line :
       {"", "garbage", "[1]", "{}", R"({"v":2,"id":1,"type":"ping"})", R"({"v":1,"type":"ping"})",
        R"({"v":1,"id":-3,"type":"ping"})", R"({"v":1,"id":1,"type":"dance"})",
        R"({"v":1,"id":1,"type":"answer","model":"/m"})",
        R"({"v":1,"id":1,"type":"answer","model":"/m","files":[],"prompt":"x"})",
        R"({"v":1,"id":1,"type":"answer","model":"/m","files":["/a"],"prompt":"x","draw":-1})",
        R"({"v":1,"id":1,"type":"force","model":"/m","files":["/a"],"prompt":"x"})",
        R"({"v":1,"id":1,"type":"answer","model":"/m","files":["/a"],"prompt":"x","maps":[1]})"}) {
    CAPTURE(line);
    CHECK_THROWS_AS(requestFromLine(line), Error);
  }
  CHECK(idOfRequest(R"({"id":12,"type":"dance"})") == 12);
  CHECK(idOfRequest("garbage") == 0);
}

TEST_CASE("replies come back as they were sent") {
  ServeToken token{3, 17, " boat", "boat", -0.5f, -0.25f, {{0.25f, 0.5f}}, {}};
  token.maps = {{2, 1, 1, 2, {1.5f, 0.5f}}};
  const auto heard = through(5, token);
  CHECK(heard.piece == " boat");
  CHECK(heard.shares == token.shares);
  CHECK(heard.maps[0].values == token.maps[0].values);
  ServeDone done;
  done.answer.candidate.text = "boat";
  done.answer.candidate.tokenIds = {17, 2};
  done.answer.maps = token.maps;
  done.stopped = true;
  const auto over = through(5, done);
  CHECK(over.answer.candidate.tokenIds == done.answer.candidate.tokenIds);
  CHECK(over.answer.maps[0].picture == 1);
  CHECK(over.stopped);
  ServeStarted started{"USER: …", 30, 32, 4, 4, {{640, 480, -1.5, 0, 643, 480}}, {0.5, 0.5}};
  CHECK(through(5, started).pictures[0].viewWidth == 643);
  CHECK(through(5, ServeError{ErrorKind::kStopped, "Stopped"}).kind == ErrorKind::kStopped);
  CHECK(through(5, ServeLoaded{"/m", "", "float32", 9, 4, 2, 4, 4, 16, 512, 0.5}).heads == 2);
  const ServeAttention attention = anAttention();
  CHECK(through(5, attention).values == attention.values);
  CHECK(through(5, attention).mass == attention.mass);
}

TEST_CASE("a reply whose numbers do not fit its shape is refused") {
  Json reply = Json::parse(toLine(ServeReply{1, anAttention()}));
  reply["columns"] = 3;
  CHECK_THROWS_AS(replyFromLine(reply.dump()), Error);
}

TEST_CASE("the mean of rows is the map of the mean row") {
  const ServeAttention attention = anAttention();
  const auto one = attention.mean(1, 1, 1);
  REQUIRE(one.size() == 1);
  CHECK(one[0].layer == 1);
  CHECK(one[0].values == std::vector<float>{0.5f, 1.5f});
  // Token 0: 0.1 of (2, 0) and 0.3 of (1, 1), over 0.4.
  const auto heads = attention.mean(0, 0, -1);
  CHECK(heads[0].values[0] == doctest::Approx(1.25));
  CHECK(heads[0].values[1] == doctest::Approx(0.75));
  const auto tokens = attention.mean(0, 1, 0);
  CHECK(tokens[0].values[0] == doctest::Approx(0.2 / 0.3));
}

TEST_CASE("news either end a request or do not") {
  CHECK(endsRequest(ServeError{}));
  CHECK(endsRequest(ServeDone{}));
  CHECK_FALSE(endsRequest(ServeToken{}));
}
