// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/answers.h"

#include <bit>

#include "base/half.h"
#include "run/lines.h"

namespace mia::run {
namespace {

static_assert(std::endian::native == std::endian::little, "attention.bin is little-endian");

Json toJson(const LayerAttention& layer) {
  return {{"layer", layer.layer},
          {"shares", layer.shares},
          {"elsewhere", layer.elsewhere},
          {"token_shares", layer.tokenShares},
          {"paper_share", layer.paperShare}};
}

LayerAttention layerFromJson(const Json& json, const std::string& where) {
  return {require<int>(json, "layer", where), require<std::vector<double>>(json, "shares", where),
          require<double>(json, "elsewhere", where),
          require<std::vector<std::vector<float>>>(json, "token_shares", where),
          require<double>(json, "paper_share", where)};
}

AttentionMap readMap(const Json& json, std::ifstream& file, const std::string& where) {
  AttentionMap map{require<int>(json, "layer", where),
                   require<int>(json, "picture", where),
                   require<int>(json, "rows", where),
                   require<int>(json, "columns", where),
                   {}};
  if (map.rows < 1 || map.columns < 1 || map.rows > 4096 || map.columns > 4096) {
    throw Error(ErrorKind::kBadInput, where + ": an attention map has an impossible size");
  }
  std::vector<std::uint16_t> halves(static_cast<std::size_t>(map.rows) *
                                    static_cast<std::size_t>(map.columns));
  file.seekg(require<std::int64_t>(json, "offset", where));
  file.read(reinterpret_cast<char*>(halves.data()),
            static_cast<std::streamsize>(halves.size() * 2));
  if (!file)
    throw Error(ErrorKind::kBadInput, where + ": its attention maps are missing or cut short");
  for (const std::uint16_t half : halves) map.values.push_back(fromHalf(half));
  return map;
}

// Where the maps of the last whole line end: what stands behind was left by a crash.
std::uint64_t endOfMaps(const std::filesystem::path& answers) {
  std::uint64_t end = 0;
  std::ifstream in(answers, std::ios::binary);
  std::string line;
  while (std::getline(in, line) && !in.eof()) {
    const Json json = parseJson(line, answers.string());
    for (const Json& map : json.at("maps")) {
      end = std::max(
          end, map.at("offset").get<std::uint64_t>() + 2 * map.at("rows").get<std::uint64_t>() *
                                                           map.at("columns").get<std::uint64_t>());
    }
  }
  return end;
}

}  // namespace

Json answerToJson(const Answer& answer) {
  const Candidate& candidate = answer.candidate;
  Json attention = Json::array();
  for (const LayerAttention& layer : candidate.attention) attention.push_back(toJson(layer));
  return {{"arm", answer.arm},
          {"sample", candidate.sample.value},
          {"index", candidate.index},
          {"origin", toString(candidate.origin)},
          {"temperature", candidate.temperature},
          {"text", candidate.text},
          {"token_ids", candidate.tokenIds},
          {"tokens", candidate.tokens},
          {"log_probs", candidate.logProbs},
          {"perplexity", candidate.perplexity},
          {"max_perplexity", candidate.maxPerplexity},
          {"complete", candidate.complete},
          {"attention", std::move(attention)}};
}

Answer answerFromJson(const Json& json, const std::string& where) {
  Answer answer;
  answer.arm = require<std::string>(json, "arm", where);
  Candidate& candidate = answer.candidate;
  candidate.sample.value = require<std::int64_t>(json, "sample", where);
  candidate.index = require<int>(json, "index", where);
  candidate.origin = candidateOriginFromString(require<std::string>(json, "origin", where));
  candidate.temperature = require<double>(json, "temperature", where);
  candidate.text = require<std::string>(json, "text", where);
  candidate.tokenIds = require<std::vector<std::int32_t>>(json, "token_ids", where);
  candidate.tokens = require<std::vector<std::string>>(json, "tokens", where);
  candidate.logProbs = require<std::vector<float>>(json, "log_probs", where);
  candidate.perplexity = require<double>(json, "perplexity", where);
  candidate.maxPerplexity = require<double>(json, "max_perplexity", where);
  candidate.complete = require<bool>(json, "complete", where);
  for (const Json& layer : require<Json>(json, "attention", where)) {
    candidate.attention.push_back(layerFromJson(layer, where));
  }
  return answer;
}

AnswerWriter::AnswerWriter(const std::filesystem::path& answers,
                           const std::filesystem::path& attention)
    : lines_(answers), offset_(endOfMaps(answers)) {
  { std::ofstream touch(attention, std::ios::binary | std::ios::app); }
  std::filesystem::resize_file(attention, offset_);
  maps_.open(attention, std::ios::binary | std::ios::app);
  if (!maps_) throw Error(ErrorKind::kIo, "Cannot write " + attention.string());
}

void AnswerWriter::write(const Answer& answer) {
  Json line = answerToJson(answer);
  Json& maps = line["maps"] = Json::array();
  for (const AttentionMap& map : answer.maps) {
    std::vector<std::uint16_t> halves;
    for (const float value : map.values) halves.push_back(toHalf(value));
    maps_.write(reinterpret_cast<const char*>(halves.data()),
                static_cast<std::streamsize>(halves.size() * 2));
    maps.push_back({{"layer", map.layer},
                    {"picture", map.picture},
                    {"rows", map.rows},
                    {"columns", map.columns},
                    {"offset", offset_}});
    offset_ += halves.size() * 2;
  }
  maps_.flush();
  if (!maps_)
    throw Error(ErrorKind::kResource, "The attention maps could not be written",
                "Is the disk full?");
  lines_.append(line.dump(-1, ' ', false, Json::error_handler_t::replace));
}

AnsweredSamples keepWholeSamples(const std::filesystem::path& answers, std::size_t perSample) {
  AnsweredSamples whole;
  std::pair<std::string, std::int64_t> current;
  std::size_t count = 0;           // lines of `current` so far
  std::uintmax_t offset = 0;       // behind the line that was read
  std::uintmax_t wholeOffset = 0;  // behind the last whole sample
  std::ifstream in(answers, std::ios::binary);
  std::string line;
  for (std::size_t row = 1; std::getline(in, line) && !in.eof(); ++row) {
    const std::string where = answers.string() + ", line " + std::to_string(row);
    const Json json = parseJson(line, where);
    const std::pair key(require<std::string>(json, "arm", where),
                        require<std::int64_t>(json, "sample", where));
    const bool goesOn = count > 0 && key == current;
    if ((count > 0 && !goesOn) || whole.contains(key)) {
      throw Error(ErrorKind::kBadInput,
                  where + ": the answers of one sample do not stand together, " +
                      std::to_string(perSample) + " in a row",
                  "The file belongs to another configuration or was edited; start a new run");
    }
    current = key;
    offset += line.size() + 1;
    if (++count < perSample) continue;
    whole.insert(key);
    wholeOffset = offset;
    count = 0;
  }
  in.close();
  if (std::filesystem::exists(answers)) std::filesystem::resize_file(answers, wholeOffset);
  return whole;
}

void readAnswers(const std::filesystem::path& answers, const std::filesystem::path& attention,
                 bool withMaps, const std::function<void(Answer&&)>& take) {
  std::ifstream in(answers, std::ios::binary);
  std::ifstream maps(attention, std::ios::binary);
  std::string line;
  for (std::size_t row = 1; std::getline(in, line) && !in.eof(); ++row) {
    const std::string where = answers.string() + ", line " + std::to_string(row);
    const Json json = parseJson(line, where);
    Answer answer = answerFromJson(json, where);
    if (withMaps) {
      for (const Json& map : require<Json>(json, "maps", where))
        answer.maps.push_back(readMap(map, maps, where));
    }
    take(std::move(answer));
  }
}

}  // namespace mia::run
