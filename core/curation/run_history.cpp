// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/run_history.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <set>
#include <tuple>

#include "curation/training_queue.h"
#include "run/bundle.h"
#include "run/run_hold.h"

namespace mia::curation {
namespace {

std::string shortNumber(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3g", value);
  return text;
}

std::unordered_map<std::int64_t, LayoutKind> layoutsOf(const run::Bundle& bundle) {
  std::unordered_map<std::int64_t, LayoutKind> layouts;
  for (const run::BundlePair& pair : bundle.pairs) {
    layouts[pair.pairId] = bundle.samples.at(pair.sample).sample.recipe.kind;
  }
  return layouts;
}

}  // namespace

std::string RunFacts::title() const {
  if (!notes.name.empty()) return notes.name;
  const Json& config = manifest.config;
  return config.value("objective", std::string("dpo")) + ", learning rate " +
         shortNumber(config.value("learning_rate", 0.0));
}

std::string adviceFor(const RunFacts& facts) {
  if (isUnderWay(facts)) return {};
  if (facts.state == run::RunState::kDied) {
    return "It ended without a word: it was killed, or the machine was switched off. Resume goes "
           "on behind step " +
           std::to_string(facts.checkpoint) +
           ". If the system killed it for memory, duplicate it with a smaller micro_batch_size";
  }
  if (facts.state != run::RunState::kFailed) return {};
  const Json& config = facts.manifest.config;
  if (facts.failureKind == toString(ErrorKind::kResource)) {
    const auto pairs = config.value("micro_batch_size", 1);
    return pairs > 1 ? "Duplicate it with a micro_batch_size below " + std::to_string(pairs) +
                           ": the steps stay the same, and less is held at once"
                     : "Duplicate it with a smaller max_length or lora_r";
  }
  if (facts.failure.find("finite") != std::string::npos) {
    return "Duplicate it with a learning_rate below " +
           shortNumber(config.value("learning_rate", 0.0)) + ", or a longer warm-up";
  }
  if (facts.failure.find("tokens long") != std::string::npos)
    return "Duplicate it with a larger max_length";
  if (facts.failure.find("no pair") != std::string::npos) {
    return "Every pair was left out; a look before a new training (`mia train --check`, or the "
           "form) tells why: photos may be gone or changed";
  }
  if (facts.failureKind == toString(ErrorKind::kNotFound)) {
    return "Put back what is missing; Resume then goes on";
  }
  if (facts.failureKind == toString(ErrorKind::kBusy)) return "Wait for the other engine; Resume";
  return "The log tells more";
}

/// One run: its events as far as they were read, and what they come to.
class RunHistory::Track {
 public:
  explicit Track(run::RunDirectory run) : run_(std::move(run)), events_(run_.events()) {
    facts_.manifest = run_.manifest();
    facts_.folder = run_.folder();
    readHeader();
  }

  /// True when anything changed.
  bool poll(const std::vector<QueuedTraining>& queue) {
    const auto before = outside();
    bool grew = false, held = false;
    const auto read = [&] {
      const std::vector<run::Event> events = events_.poll();
      for (const run::Event& event : events) take(event);
      grew = grew || !events.empty();
      return !events.empty();
    };
    try {
      facts_.notes = readRunNotes(run_.folder());
      held = run::isAliveAfterReading([this] { return run::RunLock::isHeld(run_.folder()); }, read);
    } catch (const Error& error) {
      held = run::RunLock::isHeld(run_.folder());
      facts_.failure = error.what();
    }
    if (grew) series_.reset();
    facts_.state = told_ == run::RunState::kRunning && !held ? run::RunState::kDied : told_;
    facts_.turn = turnNow(queue);
    facts_.hold = holdNow();
    return grew || before != outside();
  }

  const RunFacts& facts() const { return facts_; }

  std::vector<TaughtPair> pairsOfStep(std::int64_t step) {
    if (words_.empty()) {
      for (run::BundlePair& pair : run::readBundle(run_.bundle()).pairs) {
        words_.emplace(pair.pairId, std::move(pair));
      }
    }
    std::vector<TaughtPair> pairs;
    for (const StepPair& pair : reader_.pairsOfStep(step)) {
      const auto words = words_.find(pair.pair);
      if (words == words_.end()) continue;  // not of this run: it learned from its bundle alone
      pairs.push_back({pair, words->second.chosen, words->second.rejected});
    }
    return pairs;
  }

  std::shared_ptr<const RunSeries> series() {
    if (!series_) series_ = std::make_shared<const RunSeries>(reader_.series());
    return series_;
  }

 private:
  // What may change though no event came.
  std::tuple<RunNotes, RunTurn, run::RunState, RunHold, std::string> outside() const {
    return {facts_.notes, facts_.turn, facts_.state, facts_.hold, facts_.failure};
  }

  // A command that came behind the last engine is about to start the next.
  RunTurn turnNow(const std::vector<QueuedTraining>& queue) const {
    if (facts_.state == run::RunState::kRunning || facts_.state == run::RunState::kFinished)
      return RunTurn::kNone;
    const auto own = std::find_if(queue.begin(), queue.end(), [this](const auto& queued) {
      return queued.run == run_.manifest().id && queued.since > startedAt_;
    });
    if (own == queue.end()) return RunTurn::kNone;
    return own == queue.begin() ? RunTurn::kStarting : RunTurn::kWaiting;
  }

  RunHold holdNow() const {
    if (facts_.state != run::RunState::kRunning || !run::isHoldAsked(run_.folder()))
      return RunHold::kNone;
    return paused_ ? RunHold::kHeld : RunHold::kAsked;
  }

  // Of the bundle only what its first line tells: the rest may be long.
  void readHeader() {
    std::ifstream file(run_.bundle());
    std::string line;
    if (!std::getline(file, line)) return;
    const Json header = Json::parse(line, nullptr, false);
    if (!header.is_object()) return;
    facts_.samples = header.value("samples", std::int64_t{0});
    facts_.pairs = header.value("pairs", std::int64_t{0});
  }

  void take(const run::Event& event) {
    const Json& fields = event.fields;
    told_ = run::stateToldBy(event).value_or(told_);
    if (event.type == "started") {
      startedAt_ = event.time;
      paused_ = false;
      facts_.device = fields.value("device", std::string());
      facts_.failure.clear();
      facts_.summary.reset();
      facts_.stage.clear();
    } else if (event.type == "progress") {
      takeProgress(fields);
    } else if (event.type == "paused" || event.type == "continued") {
      paused_ = event.type == "paused";
    } else if (event.type == "checkpoint") {
      facts_.checkpoint = fields.value("step", std::int64_t{0});
    } else if (event.type == "metrics" && fields.contains("pair_margins") && !knowsLayouts_) {
      readLayouts();
    } else if (event.type == "finished") {
      facts_.summary = fields.value("summary", Json::object());
    } else if (event.type == "failed") {
      facts_.failure = fields.value("words", std::string());
      facts_.failureKind = fields.value("kind", std::string());
    }
    reader_.take(event);
    const MetricTable& table = reader_.series().training;
    facts_.step = table.rows() == 0 ? 0 : static_cast<std::int64_t>(table.step.back());
    facts_.seconds = reader_.seconds();
    facts_.pairsSeen = table.rows() == 0 ? 0 : table.pairs.back();
    if (event.type == "metrics")
      facts_.memory = std::max(facts_.memory, fields.value("memory_bytes", 0.0));
  }

  // Without them the curves stand all the same.
  void readLayouts() {
    knowsLayouts_ = true;
    try {
      reader_.setLayouts(layoutsOf(run::readBundle(run_.bundle())));
    } catch (const Error&) {
      return;
    }
  }

  void takeProgress(const Json& fields) {
    facts_.stage = fields.value("what", std::string());
    facts_.stageDone = fields.value("done", std::int64_t{0});
    facts_.stageTotal = fields.value("total", std::int64_t{0});
    if (facts_.stage == "train") facts_.steps = facts_.stageTotal;
  }

  run::RunDirectory run_;
  run::EventReader events_;
  SeriesReader reader_;
  RunFacts facts_;
  run::RunState told_ = run::RunState::kCreated;
  double startedAt_ = 0;  ///< an engine, the last time
  bool paused_ = false;
  bool knowsLayouts_ = false;
  std::unordered_map<std::int64_t, run::BundlePair> words_;  ///< by pair id, once they were asked
  std::shared_ptr<const RunSeries> series_;
};

RunHistory::RunHistory(std::filesystem::path project) : project_(std::move(project)) {}
RunHistory::~RunHistory() = default;

// Takes in runs that are new and lets go of those that are gone; true when there were any.
bool RunHistory::follow() {
  bool changed = false;
  std::set<std::string> present;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(project_ / "runs", error)) {
    const std::string id = entry.path().filename().string();
    if (!id.starts_with("train-")) continue;
    present.insert(id);
    if (tracks_.contains(id)) continue;
    try {
      tracks_[id] = std::make_unique<Track>(run::RunDirectory::open(entry.path()));
      changed = true;
    } catch (const Error&) {
      tracks_.erase(id);  // as listRuns(): an unreadable run is not listed
      present.erase(id);
    }
  }
  const auto gone = [&](const auto& track) { return !present.contains(track.first); };
  return std::erase_if(tracks_, gone) > 0 || changed;
}

bool RunHistory::poll() {
  bool changed = follow();
  const std::vector<QueuedTraining> queue = queuedTrainings(project_);
  for (auto& [id, track] : tracks_) changed = track->poll(queue) || changed;
  if (!changed) return false;
  runs_.clear();
  for (const auto& [id, track] : tracks_) runs_.push_back(track->facts());
  std::sort(runs_.begin(), runs_.end(), [](const RunFacts& a, const RunFacts& b) {
    return std::pair(a.manifest.created, a.id()) > std::pair(b.manifest.created, b.id());
  });
  return true;
}

std::shared_ptr<const RunSeries> RunHistory::series(const std::string& id) const {
  const auto found = tracks_.find(id);
  return found == tracks_.end() ? nullptr : found->second->series();
}

std::vector<TaughtPair> RunHistory::pairsOfStep(const std::string& id, std::int64_t step) {
  const auto found = tracks_.find(id);
  if (found == tracks_.end()) return {};
  return found->second->pairsOfStep(step);
}

bool isUnderWay(const RunFacts& facts) {
  return facts.turn != RunTurn::kNone || facts.state == run::RunState::kRunning;
}

std::string stateName(const RunFacts& facts) {
  if (facts.turn == RunTurn::kWaiting) return "waiting";
  if (facts.turn == RunTurn::kStarting) return "starting";
  return facts.hold == RunHold::kHeld ? "paused" : run::toString(facts.state);
}

Json toJson(const RunFacts& facts) {
  return {{"id", facts.id()},
          {"name", facts.notes.name},
          {"note", facts.notes.note},
          {"tags", facts.notes.tags},
          {"created", facts.manifest.created},
          {"state", stateName(facts)},
          {"pairs", facts.pairs},
          {"step", facts.step},
          {"steps", facts.steps},
          {"seconds", facts.seconds},
          {"model", facts.manifest.model},
          {"failure", facts.failure},
          {"advice", adviceFor(facts)},
          {"config", facts.manifest.config}};
}

}  // namespace mia::curation
