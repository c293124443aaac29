// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/serve_request.h"

#include "run/lines.h"

namespace mia::run {
namespace {

constexpr const char* kWhere = "the request";

Json toJson(const LayerRange& range) { return {range.first, range.last}; }

LayerRange layerRangeFromJson(const Json& json) {
  if (!json.is_array() || json.size() != 2 || !json[0].is_number_integer() ||
      !json[1].is_number_integer()) {
    throw Error(ErrorKind::kBadInput, "Layers are given as [first, last]");
  }
  return {json[0].get<int>(), json[1].get<int>()};
}

void put(Json& json, const Asked& asked) {
  json["model"] = asked.model;
  json["adapter"] = asked.adapter;
  json["sample"] = toJson(asked.sample);
}

Asked askedFromJson(const Json& json) {
  Asked asked{require<std::string>(json, "model", kWhere),
              valueOr<std::string>(json, "adapter", "", kWhere),
              {}};
  asked.sample = json.contains("sample")
                     ? bundleSampleFromJson(json.at("sample"), "the request's sample")
                     : sampleOfFiles(require<std::vector<std::string>>(json, "files", kWhere),
                                     require<std::string>(json, "prompt", kWhere));
  return asked;
}

void put(Json& json, const GivenAnswer& answer) {
  if (answer.tokenIds.empty()) {
    json["answer"] = answer.text;
  } else {
    json["token_ids"] = answer.tokenIds;
  }
}

GivenAnswer givenFromJson(const Json& json) {
  if (!json.contains("token_ids")) return {require<std::string>(json, "answer", kWhere), {}};
  return {"", require<std::vector<std::int32_t>>(json, "token_ids", kWhere)};
}

void put(Json& json, const std::optional<LayerRange>& maps) {
  if (maps) json["maps"] = toJson(*maps);
}

std::optional<LayerRange> wantedMapsFromJson(const Json& json) {
  if (!json.contains("maps")) return std::nullopt;
  return layerRangeFromJson(json.at("maps"));
}

void checkRange(const char* name, double value, double low, double high) {
  if (value >= low && value <= high) return;
  throw Error(ErrorKind::kUsage, std::string("\"") + name + "\" is outside " +
                                     std::to_string(static_cast<int>(low)) + " to " +
                                     std::to_string(static_cast<int>(high)));
}

/// Each kind of work: its word, its fields, and back.
struct Writer {
  Json& json;

  void operator()(const LoadRequest& load) const {
    json["type"] = "load";
    json["model"] = load.model;
    json["adapter"] = load.adapter;
  }
  void operator()(const AnswerRequest& answer) const {
    json["type"] = "answer";
    put(json, answer.asked);
    json["max_new_tokens"] = answer.maxNewTokens;
    json["draw"] = answer.draw;
    json["temperature"] = answer.temperature;
    json["seed"] = answer.seed;
    put(json, answer.maps);
  }
  void operator()(const ForceRequest& force) const {
    json["type"] = "force";
    put(json, force.asked);
    put(json, force.answer);
    put(json, force.maps);
  }
  void operator()(const AttentionRequest& attention) const {
    json["type"] = "attention";
    put(json, attention.asked);
    put(json, attention.answer);
    json["layers"] = toJson(attention.layers);
    json["each_head"] = attention.eachHead;
  }
  void operator()(const CancelRequest& cancel) const {
    json["type"] = "cancel";
    json["of"] = cancel.of;
  }
  void operator()(const PingRequest&) const { json["type"] = "ping"; }
  void operator()(const QuitRequest&) const { json["type"] = "quit"; }
};

AnswerRequest answerFromJson(const Json& json) {
  AnswerRequest answer;
  answer.asked = askedFromJson(json);
  answer.maxNewTokens = valueOr(json, "max_new_tokens", answer.maxNewTokens, kWhere);
  answer.draw = valueOr(json, "draw", answer.draw, kWhere);
  answer.temperature = valueOr(json, "temperature", answer.temperature, kWhere);
  answer.seed = valueOr(json, "seed", answer.seed, kWhere);
  answer.maps = wantedMapsFromJson(json);
  checkRange("max_new_tokens", answer.maxNewTokens, 1, 32768);
  checkRange("draw", answer.draw, 0, 1'000'000);
  if (answer.draw > 0 && !(answer.temperature >= 0.01 && answer.temperature <= 10)) {
    throw Error(ErrorKind::kUsage, "\"temperature\" is outside 0.01 to 10");
  }
  return answer;
}

ServeWork workFromJson(const std::string& type, const Json& json) {
  if (type == "load") {
    return LoadRequest{require<std::string>(json, "model", kWhere),
                       valueOr<std::string>(json, "adapter", "", kWhere)};
  }
  if (type == "answer") return answerFromJson(json);
  if (type == "force") {
    return ForceRequest{askedFromJson(json), givenFromJson(json), wantedMapsFromJson(json)};
  }
  if (type == "attention") {
    return AttentionRequest{
        askedFromJson(json), givenFromJson(json),
        json.contains("layers") ? layerRangeFromJson(json.at("layers")) : LayerRange{},
        valueOr(json, "each_head", false, kWhere)};
  }
  if (type == "cancel") return CancelRequest{require<std::int64_t>(json, "of", kWhere)};
  if (type == "ping") return PingRequest{};
  if (type == "quit") return QuitRequest{};
  throw Error(ErrorKind::kUnsupported, "There is no request of type \"" + type + "\"",
              "There are load, answer, force, attention, cancel, ping and quit");
}

}  // namespace

BundleSample sampleOfFiles(const std::vector<std::string>& files, const std::string& question) {
  if (files.empty()) throw Error(ErrorKind::kUsage, "A question needs at least one picture");
  BundleSample entry;
  LayoutRecipe& recipe = entry.sample.recipe;
  recipe.kind = files.size() == 1 ? LayoutKind::kSingle : LayoutKind::kSequence;
  recipe.imageCount = static_cast<int>(files.size());
  recipe.wording = "{images}{Question}";
  entry.sample.images.resize(files.size());
  entry.sample.prompt = question;
  entry.files = files;
  entry.hashes.resize(files.size());
  return entry;
}

std::string toLine(const ServeRequest& request) {
  Json json = {{"v", kServeVersion}, {"id", request.id}};
  std::visit(Writer{json}, request.work);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::int64_t idOfRequest(const std::string& line) {
  const Json json = Json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || !json.contains("id") || !json.at("id").is_number_integer()) return 0;
  return json.at("id").get<std::int64_t>();
}

ServeRequest requestFromLine(const std::string& line) {
  const Json json = parseJson(line, kWhere);
  const int version = require<int>(json, "v", kWhere);
  if (version != kServeVersion) {
    throw Error(ErrorKind::kUnsupported,
                "The request is of version " + std::to_string(version) +
                    " of the protocol, this engine speaks " + std::to_string(kServeVersion),
                "The programs come from different builds; install them together");
  }
  const auto id = require<std::int64_t>(json, "id", kWhere);
  if (id < 1) throw Error(ErrorKind::kBadInput, "The id of a request is a number above 0");
  return {id, workFromJson(require<std::string>(json, "type", kWhere), json)};
}

}  // namespace mia::run
