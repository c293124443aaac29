// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <filesystem>
#include <iostream>
#include <memory>
#include <vector>

#include "app/cli/engine_talk.h"
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "app/cli/work.h"
#include "base/error.h"

namespace mia::cli {
namespace {

struct AskOptions {
  std::vector<std::string> images;
  std::string question;
  std::string answer;
  std::string model;
  std::string adapter;
  int maxNewTokens = 512;
  double temperature = 0;
  std::uint64_t seed = 1;
  int layer = -1;
};

run::Asked askedFrom(const AskOptions& options) {
  std::vector<std::string> files;
  for (const std::string& image : options.images) {
    files.push_back(std::filesystem::absolute(image).string());
  }
  return {modelFolder(options.model).string(),
          options.adapter.empty() ? "" : std::filesystem::absolute(options.adapter).string(),
          run::sampleOfFiles(files, options.question)};
}

run::ServeWork requestFrom(const AskOptions& options) {
  if (!options.answer.empty()) {
    return run::ForceRequest{askedFrom(options), {options.answer, {}}, {}};
  }
  run::AnswerRequest request{askedFrom(options)};
  request.maxNewTokens = options.maxNewTokens;
  request.seed = options.seed;
  if (options.temperature > 0) {
    request.draw = 1;
    request.temperature = options.temperature;
  }
  return request;
}

// Words as they come, where someone reads along.
run::ServeDone listen(EngineTalk& engine, std::int64_t id, bool streaming,
                      run::ServeStarted& started) {
  std::string told;
  for (;;) {
    const run::ServeNews news = engine.next(id);
    if (const auto* begun = std::get_if<run::ServeStarted>(&news)) started = *begun;
    if (const auto* token = std::get_if<run::ServeToken>(&news); token && streaming) {
      std::cout << token->text << std::flush;
      told += token->text;
    }
    if (const auto* done = std::get_if<run::ServeDone>(&news)) {
      const std::string& text = done->answer.candidate.text;
      if (streaming) std::cout << (text.starts_with(told) ? text.substr(told.size()) : "") << '\n';
      return *done;
    }
  }
}

std::string percent(double share) {
  const std::string number = std::to_string(std::lround(share * 100));
  return std::string(number.size() < 3 ? 3 - number.size() : 0, ' ') + number + " %";
}

std::string bars(double share) {
  std::string bar;
  for (long i = std::lround(share * 24); i > 0; --i) bar += "▮";
  return bar;
}

const LayerAttention& layerOf(const Candidate& candidate, int layer) {
  const auto layers = static_cast<int>(candidate.attention.size());
  const int index = layer < 0 ? layers / 2 : layer;
  if (index >= layers) {
    throw Error(ErrorKind::kUsage, "The model has layers 0 to " + std::to_string(layers - 1));
  }
  return candidate.attention[static_cast<std::size_t>(index)];
}

std::string whereItLooked(const LayerAttention& attention, const AskOptions& options,
                          const run::ServeStarted& started) {
  std::string words = "\nIts attention, layer " + std::to_string(attention.layer) + ":\n";
  for (std::size_t i = 0; i < attention.shares.size(); ++i) {
    words += "  " + percent(attention.shares[i]) + "  " + bars(attention.shares[i]) + "  image " +
             std::to_string(i + 1) + ", " +
             std::filesystem::path(options.images.at(i)).filename().string() +
             " (even: " + std::to_string(std::lround(100 * started.chance.at(i))) + " %)\n";
  }
  if (attention.elsewhere >= 0.005) {
    words +=
        "  " + percent(attention.elsewhere) + "  " + bars(attention.elsewhere) + "  on no image\n";
  }
  return words;
}

Json resultOf(const run::ServeDone& done, const AskOptions& options,
              const run::ServeStarted& started) {
  const Candidate& candidate = done.answer.candidate;
  Json layers = Json::array();
  for (const LayerAttention& attention : candidate.attention) {
    layers.push_back({{"layer", attention.layer},
                      {"shares", attention.shares},
                      {"elsewhere", attention.elsewhere}});
  }
  return {{"images", options.images},
          {"prompt", started.prompt},
          {"prompt_tokens", started.promptTokens},
          {"answer", candidate.text},
          {"tokens", candidate.tokens},
          {"log_probs", candidate.logProbs},
          {"perplexity", candidate.perplexity},
          {"complete", candidate.complete},
          {"stopped", done.stopped},
          {"chance", started.chance},
          {"attention", std::move(layers)},
          {"first_token_seconds", done.firstTokenSeconds},
          {"seconds", done.seconds}};
}

void ask(const Context& context, const AskOptions& options) {
  run::ServeWork request = requestFrom(options);
  EngineTalk engine;
  run::ServeStarted started;
  const bool streaming = !context.json;
  const run::ServeDone done = listen(engine, engine.send(std::move(request)), streaming, started);
  const LayerAttention& attention = layerOf(done.answer.candidate, options.layer);
  report(context, resultOf(done, options, started), whereItLooked(attention, options, started));
  if (done.stopped) throw Error(ErrorKind::kStopped, "Stopped before the answer's end");
}

}  // namespace

void addAsk(CLI::App& app, Context& context) {
  CLI::App* verb = addVerb(app, context, "ask",
                           "Asks the model about image files and tells where it looked; needs no "
                           "project",
                           "mia ask --image cat.jpg --image dog.jpg 'What is in Image2?'");
  const auto options = std::make_shared<AskOptions>();
  verb->add_option("--image", options->images, "a picture; several of these are a sequence")
      ->required()
      ->allow_extra_args(false)
      ->check(CLI::ExistingFile);
  verb->add_option("question", options->question, "what to ask")->required();
  verb->add_option("--answer", options->answer,
                   "do not let it answer: tell what it makes of this answer");
  verb->add_option("--model", options->model,
                   "folder of a checkpoint in the Hugging Face layout (default: the demo model)");
  verb->add_option("--adapter", options->adapter, "folder of a PEFT adapter to answer with");
  verb->add_option("--max-new-tokens", options->maxNewTokens, "where the answer is cut")
      ->check(CLI::Range(1, 32768))
      ->capture_default_str();
  verb->add_option("--temperature", options->temperature, "draw the answer; 0: the likeliest words")
      ->check(CLI::Range(0.0, 10.0))
      ->capture_default_str();
  verb->add_option("--seed", options->seed, "of a drawn answer")->capture_default_str();
  verb->add_option("--layer", options->layer,
                   "the decoder layer whose shares are told; -1: the middle one")
      ->check(CLI::Range(-1, 1024))
      ->capture_default_str();
  verb->callback([&context, options] { ask(context, *options); });
}

}  // namespace mia::cli
