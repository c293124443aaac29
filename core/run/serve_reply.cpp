// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/serve_reply.h"

#include <array>
#include <cstring>

#include "base/base64.h"
#include "base/half.h"
#include "run/error_kind_names.h"
#include "run/lines.h"

namespace mia::run {
namespace {

constexpr const char* kReply = "the engine's reply";

std::string packed(const std::vector<float>& values) {
  std::string bytes(2 * values.size(), '\0');
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::uint16_t half = toHalf(values[i]);
    std::memcpy(bytes.data() + 2 * i, &half, 2);
  }
  return toBase64(bytes);
}

std::vector<float> unpacked(const Json& json, const char* key, std::size_t count) {
  const std::string bytes = fromBase64(require<std::string>(json, key, kReply), kReply);
  if (bytes.size() != 2 * count) {
    throw Error(ErrorKind::kBadInput, std::string(kReply) + " holds " +
                                          std::to_string(bytes.size() / 2) + " numbers in \"" +
                                          key + "\" instead of " + std::to_string(count));
  }
  std::vector<float> values(count);
  for (std::size_t i = 0; i < count; ++i) {
    std::uint16_t half = 0;
    std::memcpy(&half, bytes.data() + 2 * i, 2);
    values[i] = fromHalf(half);
  }
  return values;
}

int countFrom(const Json& json, const char* key) {
  const int count = require<int>(json, key, kReply);
  if (count >= 0 && count <= 1'000'000) return count;
  throw Error(ErrorKind::kBadInput, std::string(kReply) + " has an impossible \"" + key + "\"");
}

std::size_t product(std::initializer_list<int> counts) {
  std::size_t result = 1;
  for (const int count : counts) result *= static_cast<std::size_t>(count);
  return result;
}

Json toJson(const std::vector<AttentionMap>& maps) {
  Json list = Json::array();
  for (const AttentionMap& map : maps) {
    list.push_back({{"layer", map.layer},
                    {"picture", map.picture},
                    {"rows", map.rows},
                    {"columns", map.columns},
                    {"values", packed(map.values)}});
  }
  return list;
}

std::vector<AttentionMap> mapsFromJson(const Json& json) {
  std::vector<AttentionMap> maps;
  for (const Json& map : require<Json>(json, "maps", kReply)) {
    const int rows = countFrom(map, "rows"), columns = countFrom(map, "columns");
    maps.push_back({require<int>(map, "layer", kReply), require<int>(map, "picture", kReply), rows,
                    columns, unpacked(map, "values", product({rows, columns}))});
  }
  return maps;
}

Json toJson(const AskedPicture& picture) {
  return {{"width", picture.width},
          {"height", picture.height},
          {"view", {picture.x, picture.y, picture.viewWidth, picture.viewHeight}}};
}

AskedPicture pictureFromJson(const Json& json) {
  const auto view = require<std::array<double, 4>>(json, "view", kReply);
  return {countFrom(json, "width"), countFrom(json, "height"), view[0], view[1], view[2], view[3]};
}

/// Each kind of news: its word and its fields.
struct NewsWriter {
  Json& json;

  void operator()(const ServeHello& hello) const {
    json.update({{"type", "hello"},
                 {"libtorch", hello.libtorch},
                 {"device", hello.device},
                 {"pid", hello.pid}});
  }
  void operator()(const ServeLoaded& loaded) const {
    json.update({{"type", "loaded"},
                 {"model", loaded.model},
                 {"adapter", loaded.adapter},
                 {"dtype", loaded.type},
                 {"parameters", loaded.parameters},
                 {"layers", loaded.layers},
                 {"heads", loaded.heads},
                 {"rows", loaded.rows},
                 {"columns", loaded.columns},
                 {"tokens_per_picture", loaded.tokensPerPicture},
                 {"max_positions", loaded.maxPositions},
                 {"seconds", loaded.seconds}});
  }
  void operator()(const ServeStarted& started) const {
    Json pictures = Json::array();
    for (const AskedPicture& picture : started.pictures) pictures.push_back(toJson(picture));
    json.update({{"type", "started"},
                 {"prompt", started.prompt},
                 {"prompt_tokens", started.promptTokens},
                 {"visual_tokens", started.visualTokens},
                 {"rows", started.rows},
                 {"columns", started.columns},
                 {"pictures", std::move(pictures)},
                 {"chance", started.chance}});
  }
  void operator()(const ServeToken& token) const {
    json.update({{"type", "token"},
                 {"index", token.index},
                 {"token_id", token.id},
                 {"piece", token.piece},
                 {"text", token.text},
                 {"log_prob", token.logProb},
                 {"max_log_prob", token.maxLogProb},
                 {"shares", token.shares},
                 {"maps", toJson(token.maps)}});
  }
  void operator()(const ServeDone& done) const {
    json.update({{"type", "done"},
                 {"answer", answerToJson(done.answer)},
                 {"maps", toJson(done.answer.maps)},
                 {"stopped", done.stopped},
                 {"first_token_seconds", done.firstTokenSeconds},
                 {"seconds", done.seconds}});
  }
  void operator()(const ServeAttention& attention) const {
    json.update({{"type", "attention"},
                 {"layers", {attention.layers.first, attention.layers.last}},
                 {"tokens", attention.tokens},
                 {"heads", attention.heads},
                 {"pictures", attention.pictures},
                 {"rows", attention.rows},
                 {"columns", attention.columns},
                 {"pieces", attention.pieces},
                 {"values", packed(attention.values)},
                 {"mass", attention.mass}});
  }
  void operator()(const ServePong& pong) const {
    json.update({{"type", "pong"}, {"busy_with", pong.busyWith}, {"queued", pong.queued}});
  }
  void operator()(const ServeCancelling& cancelling) const {
    json.update({{"type", "cancelling"}, {"of", cancelling.of}, {"was", cancelling.was}});
  }
  void operator()(const ServeError& error) const {
    json.update({{"type", "error"}, {"kind", toString(error.kind)}, {"words", error.words}});
  }
};

ServeLoaded loadedFromJson(const Json& json) {
  return {require<std::string>(json, "model", kReply),
          require<std::string>(json, "adapter", kReply),
          require<std::string>(json, "dtype", kReply),
          require<std::int64_t>(json, "parameters", kReply),
          countFrom(json, "layers"),
          countFrom(json, "heads"),
          countFrom(json, "rows"),
          countFrom(json, "columns"),
          countFrom(json, "tokens_per_picture"),
          countFrom(json, "max_positions"),
          require<double>(json, "seconds", kReply)};
}

ServeStarted startedFromJson(const Json& json) {
  ServeStarted started{require<std::string>(json, "prompt", kReply),
                       countFrom(json, "prompt_tokens"),
                       countFrom(json, "visual_tokens"),
                       countFrom(json, "rows"),
                       countFrom(json, "columns"),
                       {},
                       require<std::vector<double>>(json, "chance", kReply)};
  for (const Json& picture : require<Json>(json, "pictures", kReply)) {
    started.pictures.push_back(pictureFromJson(picture));
  }
  return started;
}

ServeToken tokenFromJson(const Json& json) {
  return {countFrom(json, "index"),
          require<std::int32_t>(json, "token_id", kReply),
          require<std::string>(json, "piece", kReply),
          require<std::string>(json, "text", kReply),
          require<float>(json, "log_prob", kReply),
          require<float>(json, "max_log_prob", kReply),
          require<std::vector<std::vector<float>>>(json, "shares", kReply),
          mapsFromJson(json)};
}

ServeDone doneFromJson(const Json& json) {
  ServeDone done{answerFromJson(require<Json>(json, "answer", kReply), kReply),
                 require<bool>(json, "stopped", kReply),
                 require<double>(json, "first_token_seconds", kReply),
                 require<double>(json, "seconds", kReply)};
  done.answer.maps = mapsFromJson(json);
  return done;
}

ServeAttention attentionFromJson(const Json& json) {
  const auto layers = require<std::array<int, 2>>(json, "layers", kReply);
  ServeAttention attention{{layers[0], layers[1]},
                           countFrom(json, "tokens"),
                           countFrom(json, "heads"),
                           countFrom(json, "pictures"),
                           countFrom(json, "rows"),
                           countFrom(json, "columns"),
                           require<std::vector<std::string>>(json, "pieces", kReply),
                           {},
                           require<std::vector<float>>(json, "mass", kReply)};
  attention.values = unpacked(json, "values",
                              product({attention.tokens, attention.heads, attention.pictures,
                                       attention.rows, attention.columns}));
  if (attention.mass.size() != product({attention.tokens, attention.heads})) {
    throw Error(ErrorKind::kBadInput, std::string(kReply) + " has a wrong number of masses");
  }
  return attention;
}

ServeNews newsFromJson(const std::string& type, const Json& json) {
  if (type == "hello") {
    return ServeHello{require<std::string>(json, "libtorch", kReply),
                      require<std::string>(json, "device", kReply),
                      require<std::int64_t>(json, "pid", kReply)};
  }
  if (type == "loaded") return loadedFromJson(json);
  if (type == "started") return startedFromJson(json);
  if (type == "token") return tokenFromJson(json);
  if (type == "done") return doneFromJson(json);
  if (type == "attention") return attentionFromJson(json);
  if (type == "pong") {
    return ServePong{require<std::int64_t>(json, "busy_with", kReply), countFrom(json, "queued")};
  }
  if (type == "cancelling") {
    return ServeCancelling{require<std::int64_t>(json, "of", kReply),
                           require<std::string>(json, "was", kReply)};
  }
  if (type == "error") {
    return ServeError{errorKindFromName(require<std::string>(json, "kind", kReply)),
                      require<std::string>(json, "words", kReply)};
  }
  throw Error(ErrorKind::kUnsupported, std::string(kReply) + " is of an unknown type, " + type);
}

}  // namespace

bool endsRequest(const ServeNews& news) {
  return !std::holds_alternative<ServeHello>(news) && !std::holds_alternative<ServeStarted>(news) &&
         !std::holds_alternative<ServeToken>(news);
}

std::string toLine(const ServeReply& reply) {
  Json json = {{"v", kServeVersion}, {"id", reply.id}};
  std::visit(NewsWriter{json}, reply.news);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

ServeReply replyFromLine(const std::string& line) {
  const Json json = parseJson(line, kReply);
  if (require<int>(json, "v", kReply) != kServeVersion) {
    throw Error(ErrorKind::kUnsupported, "The engine speaks another version of the protocol",
                "The programs come from different builds; install them together");
  }
  return {require<std::int64_t>(json, "id", kReply),
          newsFromJson(require<std::string>(json, "type", kReply), json)};
}

std::vector<AttentionMap> ServeAttention::mean(int first, int last, int head) const {
  const auto patches = static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns);
  const std::size_t row = static_cast<std::size_t>(pictures) * patches;
  std::vector<double> sum(row, 0.0);
  double whole = 0;
  for (int token = first; token <= last; ++token) {
    for (int h = 0; h < heads; ++h) {
      if (head >= 0 && h != head) continue;
      const auto at = static_cast<std::size_t>(token * heads + h);
      whole += mass.at(at);
      for (std::size_t v = 0; v < row; ++v) sum[v] += mass[at] * values[at * row + v];
    }
  }
  std::vector<AttentionMap> maps;
  for (int picture = 0; picture < pictures; ++picture) {
    AttentionMap map{layers.first, picture, rows, columns, std::vector<float>(patches)};
    for (std::size_t v = 0; v < patches; ++v) {
      const double value = sum[static_cast<std::size_t>(picture) * patches + v];
      map.values[v] = whole > 0 ? static_cast<float>(value / whole) : 0.0f;
    }
    maps.push_back(std::move(map));
  }
  return maps;
}

}  // namespace mia::run
