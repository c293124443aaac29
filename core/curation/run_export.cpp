// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/run_export.h"

#include <cmath>
#include <cstdio>
#include <ctime>
#include <sstream>

#include "base/files.h"
#include "exchange/tensorboard.h"

namespace mia::curation {
namespace {

std::string cell(double value) {
  if (std::isnan(value)) return {};
  char text[32];
  std::snprintf(text, sizeof text, "%.9g", value);
  return text;
}

// Column names hold no comma and no quote; a name that does is quoted.
std::string header(const std::string& name) {
  if (name.find_first_of(",\"\n") == std::string::npos) return name;
  std::string quoted = "\"";
  for (const char c : name) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

void addCells(const MetricTable& table, std::size_t row, std::ostream& out) {
  for (const auto& [name, values] : table.columns) {
    out << ',' << (row < table.rows() ? cell(values[row]) : std::string());
  }
}

// "2026-11-22T08:11:06Z" as seconds since 1970.
double secondsOf(const std::string& created) {
  std::tm time{};
  if (std::sscanf(created.c_str(), "%d-%d-%dT%d:%d:%dZ", &time.tm_year, &time.tm_mon, &time.tm_mday,
                  &time.tm_hour, &time.tm_min, &time.tm_sec) != 6)
    return 0;
  time.tm_year -= 1900;
  time.tm_mon -= 1;
  return static_cast<double>(::timegm(&time));
}

// TRL's prefixes: "loss" is train/loss, "eval_loss" eval/loss.
std::string tagOf(const std::string& name) {
  constexpr const char* kHeldOut = "eval_";
  return name.starts_with(kHeldOut) ? "eval/" + name.substr(5) : "train/" + name;
}

void addScalars(const MetricTable& table, double start, exchange::TensorBoardWriter& writer) {
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (const auto& [name, values] : table.columns) {
      if (std::isnan(values[row])) continue;
      writer.scalar(tagOf(name), static_cast<std::int64_t>(table.step[row]),
                    start + table.seconds[row], values[row]);
    }
  }
}

}  // namespace

std::string seriesCsv(const RunSeries& series) {
  std::ostringstream out;
  out << "step,pairs,seconds";
  for (const MetricTable* table : {&series.training, &series.heldOut}) {
    for (const auto& [name, values] : table->columns) out << ',' << header(name);
  }
  out << '\n';
  const MetricTable& training = series.training;
  const MetricTable& heldOut = series.heldOut;
  std::size_t evaluated = 0;
  for (std::size_t row = 0; row < training.rows(); ++row) {
    out << cell(training.step[row]) << ',' << cell(training.pairs[row]) << ','
        << cell(training.seconds[row]);
    addCells(training, row, out);
    while (evaluated < heldOut.rows() && heldOut.step[evaluated] < training.step[row]) ++evaluated;
    const bool here = evaluated < heldOut.rows() && heldOut.step[evaluated] == training.step[row];
    addCells(heldOut, here ? evaluated : heldOut.rows(), out);
    out << '\n';
  }
  return out.str();
}

void writeSeriesCsv(const RunSeries& series, const std::filesystem::path& file) {
  writeFileAtomically(file, seriesCsv(series));
}

std::filesystem::path writeTensorBoard(const RunFacts& facts, const RunSeries& series,
                                       const std::filesystem::path& folder) {
  const double start = secondsOf(facts.manifest.created);
  exchange::TensorBoardWriter writer(folder, start);
  addScalars(series.training, start, writer);
  addScalars(series.heldOut, start, writer);
  writer.finish();
  return writer.file();
}

}  // namespace mia::curation
