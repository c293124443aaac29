// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/candidates.h"

#include "base/half.h"
#include "base/json.h"
#include "storage/blob.h"

namespace mia::storage {
namespace {

// Per layer of the attention blob, before the shares: layer, elsewhere, paper share.
constexpr std::size_t kLayerFields = 3;

const std::string kFigures =
    "c.id, c.sample_id, c.run_id, c.number, c.origin, c.temperature, c.text, c.perplexity, "
    "c.max_perplexity, c.complete, c.regions, c.attention";
constexpr int kFirstToken = 12;

std::string selectSql(CandidateParts parts, const std::string& where) {
  if (parts == CandidateParts::kFigures) {
    return "SELECT " + kFigures + " FROM candidates c" + where;
  }
  return "SELECT " + kFigures +
         ", t.token_ids, t.tokens, t.log_probs, t.shares FROM candidates c " +
         "JOIN candidate_tokens t ON t.candidate_id = c.id" + where;
}

std::size_t regionsOf(const Candidate& candidate) {
  const std::size_t regions =
      candidate.attention.empty() ? 0 : candidate.attention.front().shares.size();
  for (const LayerAttention& layer : candidate.attention) {
    bool fits = layer.shares.size() == regions &&
                layer.tokenShares.size() == candidate.attention.front().tokenShares.size();
    for (const auto& row : layer.tokenShares) fits = fits && row.size() == regions;
    if (!fits) {
      throw Error(ErrorKind::kBadInput, "An answer to sample " +
                                            std::to_string(candidate.sample.value) +
                                            " has attention of differing sizes");
    }
  }
  return regions;
}

std::vector<double> packAttention(const Candidate& candidate) {
  std::vector<double> packed;
  for (const LayerAttention& layer : candidate.attention) {
    packed.insert(packed.end(),
                  {static_cast<double>(layer.layer), layer.elsewhere, layer.paperShare});
    packed.insert(packed.end(), layer.shares.begin(), layer.shares.end());
  }
  return packed;
}

std::vector<LayerAttention> unpackAttention(const std::vector<double>& packed,
                                            std::size_t regions) {
  const std::size_t stride = kLayerFields + regions;
  std::vector<LayerAttention> layers(packed.size() / stride);
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const auto at = packed.begin() + static_cast<std::ptrdiff_t>(i * stride);
    layers[i].layer = static_cast<int>(at[0]);
    layers[i].elsewhere = at[1];
    layers[i].paperShare = at[2];
    layers[i].shares.assign(at + kLayerFields, at + static_cast<std::ptrdiff_t>(stride));
  }
  return layers;
}

void unpackTokenShares(const std::vector<float>& packed, std::size_t regions,
                       std::vector<LayerAttention>& layers) {
  if (regions == 0 || layers.empty()) return;
  const std::size_t tokens = packed.size() / (regions * layers.size());
  auto at = packed.begin();
  for (LayerAttention& layer : layers) {
    for (std::size_t token = 0; token < tokens; ++token) {
      layer.tokenShares.emplace_back(at, at + static_cast<std::ptrdiff_t>(regions));
      at += static_cast<std::ptrdiff_t>(regions);
    }
  }
}

Candidate candidateFrom(const Statement& row, CandidateParts parts) {
  Candidate candidate;
  candidate.id = row.id<CandidateId>(0);
  candidate.sample = row.id<SampleId>(1);
  candidate.run = row.string(2);
  candidate.index = static_cast<int>(row.integer(3));
  candidate.origin = candidateOriginFromString(row.string(4));
  candidate.temperature = row.real(5);
  candidate.text = row.string(6);
  candidate.perplexity = row.real(7);
  candidate.maxPerplexity = row.real(8);
  candidate.complete = row.integer(9) != 0;
  const auto regions = static_cast<std::size_t>(row.integer(10));
  candidate.attention = unpackAttention(arrayFrom<double>(row.text(11)), regions);
  if (parts == CandidateParts::kFigures) return candidate;
  candidate.tokenIds = arrayFrom<std::int32_t>(row.text(kFirstToken));
  candidate.tokens = parseJson(row.text(kFirstToken + 1), "candidate " + row.string(0))
                         .get<std::vector<std::string>>();
  candidate.logProbs = arrayFrom<float>(row.text(kFirstToken + 2));
  unpackTokenShares(arrayFrom<float>(row.text(kFirstToken + 3)), regions, candidate.attention);
  return candidate;
}

Conditions conditionsOf(const CandidateFilter& filter) {
  Conditions conditions;
  if (filter.run) conditions.add("c.run_id = ?", *filter.run);
  if (filter.arm) conditions.add("c.arm = ?", *filter.arm);
  if (filter.sample) conditions.add("c.sample_id = ?", filter.sample.value);
  return conditions;
}

}  // namespace

Candidate CandidateReader::get(CandidateId id) {
  Statement row(database_, selectSql(CandidateParts::kAll, " WHERE c.id = ?1"));
  if (!row.bind(id).step()) {
    throw Error(ErrorKind::kNotFound, "The project has no answer " + std::to_string(id.value));
  }
  return candidateFrom(row, CandidateParts::kAll);
}

std::int64_t CandidateReader::count(const CandidateFilter& filter) {
  const Conditions conditions = conditionsOf(filter);
  Statement row(database_, "SELECT count(*) FROM candidates c" + conditions.sql());
  row.bind(conditions).step();
  return row.integer(0);
}

std::vector<SampleId> CandidateReader::samplesOfRun(const std::string& run) {
  std::vector<SampleId> samples;
  Statement rows(database_,
                 "SELECT DISTINCT sample_id FROM candidates WHERE run_id = ?1 ORDER BY sample_id");
  rows.bind(run);
  while (rows.step()) samples.push_back(rows.id<SampleId>(0));
  return samples;
}

void CandidateReader::forEach(const CandidateFilter& filter, CandidateParts parts,
                              const std::function<void(Candidate&&)>& take) {
  const Conditions conditions = conditionsOf(filter);
  Statement rows(database_, selectSql(parts, conditions.sql()) +
                                " ORDER BY c.sample_id, c.run_id, c.arm, c.number");
  rows.bind(conditions);
  while (rows.step()) take(candidateFrom(rows, parts));
}

std::vector<Candidate> CandidateReader::ofSample(SampleId sample, CandidateParts parts) {
  std::vector<Candidate> candidates;
  forEach({.run = {}, .arm = {}, .sample = sample}, parts,
          [&](Candidate&& candidate) { candidates.push_back(std::move(candidate)); });
  return candidates;
}

std::vector<AttentionMap> CandidateReader::maps(CandidateId id, std::optional<int> layer) {
  Conditions conditions;
  conditions.add("candidate_id = ?", id.value);
  if (layer) conditions.add("layer = ?", *layer);
  Statement rows(database_, "SELECT layer, picture, rows, columns, map FROM attention_maps" +
                                conditions.sql() + " ORDER BY layer, picture");
  rows.bind(conditions);
  std::vector<AttentionMap> maps;
  while (rows.step()) {
    AttentionMap& map = maps.emplace_back();
    map.layer = static_cast<int>(rows.integer(0));
    map.picture = static_cast<int>(rows.integer(1));
    map.rows = static_cast<int>(rows.integer(2));
    map.columns = static_cast<int>(rows.integer(3));
    for (const auto half : arrayFrom<std::uint16_t>(rows.text(4))) {
      map.values.push_back(fromHalf(half));
    }
  }
  return maps;
}

CandidateWriter::CandidateWriter(Database& database)
    : insert_(database,
              "INSERT INTO candidates (sample_id, run_id, arm, number, origin, temperature, text, "
              "perplexity, max_perplexity, complete, regions, attention) "
              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) "
              "ON CONFLICT (run_id, arm, sample_id, number) DO NOTHING"),
      insertTokens_(database,
                    "INSERT INTO candidate_tokens (candidate_id, token_ids, tokens, log_probs, "
                    "shares) VALUES (?1, ?2, ?3, ?4, ?5)"),
      insertMap_(database,
                 "INSERT INTO attention_maps (candidate_id, layer, picture, rows, columns, map) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6)") {}

std::optional<CandidateId> CandidateWriter::add(const Candidate& candidate, const std::string& arm,
                                                const std::vector<AttentionMap>& maps) {
  const std::size_t regions = regionsOf(candidate);
  insert_.bind(candidate.sample, candidate.run, arm, candidate.index, toString(candidate.origin),
               candidate.temperature, candidate.text, candidate.perplexity, candidate.maxPerplexity,
               candidate.complete, regions, bytesOf(packAttention(candidate)));
  const auto id = insert_.insert<CandidateId>();
  if (!id) return std::nullopt;
  addTokens(*id, candidate);
  std::vector<std::uint16_t> halves;
  for (const AttentionMap& map : maps) {
    halves.clear();
    for (const float value : map.values) halves.push_back(toHalf(value));
    insertMap_.bind(*id, map.layer, map.picture, map.rows, map.columns, bytesOf(halves)).run();
  }
  return id;
}

void CandidateWriter::addTokens(CandidateId id, const Candidate& candidate) {
  std::vector<float> shares;
  for (const LayerAttention& layer : candidate.attention) {
    for (const auto& row : layer.tokenShares) shares.insert(shares.end(), row.begin(), row.end());
  }
  const std::string tokens =
      Json(candidate.tokens).dump(-1, ' ', false, Json::error_handler_t::replace);
  insertTokens_
      .bind(id, bytesOf(candidate.tokenIds), tokens, bytesOf(candidate.logProbs), bytesOf(shares))
      .run();
}

}  // namespace mia::storage
