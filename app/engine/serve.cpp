// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <chrono>
#include <memory>

#include "app/engine/device.h"
#include "app/engine/failure.h"
#include "app/engine/serve_link.h"
#include "app/engine/serve_tokens.h"
#include "app/engine/served_model.h"
#include "app/engine/verb.h"
#include "generate/force.h"

namespace mia::engine {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point begun) {
  return std::chrono::duration<double>(Clock::now() - begun).count();
}

/// Works off the requests of a link, one after the other.
class Serving {
 public:
  Serving(ServeLink& link, torch::Device device, int threads)
      : link_(link), model_(device, threads) {
    link_.reply(0, run::ServeHello{TORCH_VERSION, device.str(), ::getpid()});
  }

  void run() {
    while (const auto task = link_.next()) {
      id_ = task->request.id;
      stop_ = task->stop.get_token();
      try {
        std::visit([this](const auto& request) { work(request); }, task->request.work);
      } catch (const std::exception& exception) {
        const Error error = asError(exception);
        link_.reply(id_, run::ServeError{error.kind(), error.what()});
      }
    }
  }

 private:
  void work(const run::LoadRequest& load) {
    const auto begun = Clock::now();
    model_.use(load.model, load.adapter);
    link_.reply(id_, model_.facts(secondsSince(begun)));
  }

  void work(const run::AnswerRequest& request) {
    const PreparedSample sample = prepare(request.asked);
    generate::AnswerOptions options = optionsFor(sample, request.maps);
    options.maxNewTokens = request.maxNewTokens;
    options.firstAnswer = options.samples = request.draw;
    options.temperature = request.temperature;
    options.seed = request.seed;
    options.keepStopped = true;
    const auto answers = generate::answerBatch(model_.model(), {sample.prompt}, options);
    finish(sample, answers.front().front(), [&](Candidate& candidate) {
      candidate.index = request.draw;
      candidate.origin = request.draw == 0 ? CandidateOrigin::kGreedy : CandidateOrigin::kSampled;
      candidate.temperature = request.draw == 0 ? 0 : request.temperature;
    });
  }

  void work(const run::ForceRequest& request) {
    const PreparedSample sample = prepare(request.asked);
    const generate::AnswerOptions options = optionsFor(sample, request.maps);
    finish(sample,
           generate::forceAnswer(model_.model(), sample.prompt, idsOf(request.answer), options),
           [](Candidate&) {});
  }

  void work(const run::AttentionRequest& request) {
    const PreparedSample sample = prepare(request.asked);
    const run::LayerRange layers = layersOf(request.layers);
    const std::vector<std::int64_t> ids = idsOf(request.answer);
    const generate::Looks looks = generate::looksOf(
        model_.model(), sample.prompt, ids, {layers.first, layers.last, request.eachHead}, stop_);
    link_.reply(id_, attentionOf(looks, ids, layers, sample.read, model_.tokenizer()));
  }

  // The reading thread heeds these.
  void work(const run::CancelRequest&) {}
  void work(const run::PingRequest&) {}
  void work(const run::QuitRequest&) {}

  PreparedSample prepare(const run::Asked& asked) {
    model_.use(asked.model, asked.adapter);
    begun_ = Clock::now();
    firstToken_ = 0;
    return model_.prepare(asked.sample);
  }

  // Negative layers count from the last; looked at here, before anything is computed.
  run::LayerRange layersOf(run::LayerRange range) {
    const auto layers = static_cast<int>(model_.model().config().text.layers);
    if (range.first < 0) range.first += layers;
    if (range.last < 0) range.last += layers;
    if (range.first < 0 || range.last < range.first || range.last >= layers) {
      throw Error(ErrorKind::kUsage, "The model has layers 0 to " + std::to_string(layers - 1) +
                                         "; those asked for are not among them");
    }
    return range;
  }

  std::vector<std::int64_t> idsOf(const run::GivenAnswer& answer) {
    if (!answer.tokenIds.empty()) return {answer.tokenIds.begin(), answer.tokenIds.end()};
    const std::vector<int> ids = model_.tokenizer().encodeAnswer(answer.text);
    return {ids.begin(), ids.end()};
  }

  // Options whose watcher streams the tokens of `sample`, which must outlive them.
  generate::AnswerOptions optionsFor(const PreparedSample& sample,
                                     const std::optional<run::LayerRange>& maps) {
    std::optional<run::LayerRange> layers;
    if (maps) layers = layersOf(*maps);
    link_.reply(id_, model_.describe(sample));
    generate::AnswerOptions options;
    options.stop = stop_;
    options.endIds = endIdsOf(model_.model(), model_.tokenizer());
    auto stream = std::make_shared<TokenStream>(sample, model_.tokenizer(), layers);
    options.watch = [this, stream](const generate::EmittedToken& token) {
      if (firstToken_ == 0) firstToken_ = secondsSince(begun_);
      link_.reply(id_, stream->next(token));
    };
    return options;
  }

  template <class Describe>
  void finish(const PreparedSample& sample, const generate::TokenAnswer& answer,
              Describe&& describe) {
    run::ServeDone done;
    done.answer = runAnswer(answer, sample.read, model_.tokenizer(), true);
    done.answer.candidate.sample = sample.entry.sample.id;
    describe(done.answer.candidate);
    done.stopped = stop_.stop_requested() && !answer.complete;
    done.firstTokenSeconds = firstToken_;
    done.seconds = secondsSince(begun_);
    link_.reply(id_, std::move(done));
  }

  ServeLink& link_;
  ServedModel model_;
  std::int64_t id_ = 0;
  std::stop_token stop_;
  Clock::time_point begun_;
  double firstToken_ = 0;
};

void serve(torch::Device device, int threads) {
  // Whatever else is printed must not get between the replies.
  const int replies = ::dup(STDOUT_FILENO);
  ::dup2(STDERR_FILENO, STDOUT_FILENO);
  ServeLink link(STDIN_FILENO, replies);
  Serving(link, device, threads).run();
}

}  // namespace

void declareServe(CLI::App& verb) {
  struct Options {
    std::string device = "auto";
    int threads = 0;
  };
  verb.footer(
      "Example: echo '{\"v\":1,\"id\":1,\"type\":\"answer\",\"model\":\"DIR\","
      "\"files\":[\"a.png\"],\"prompt\":\"What is this?\"}' | mia-engine serve");
  const auto options = std::make_shared<Options>();
  verb.add_option("--device", options->device, "auto, cpu, cuda or cuda:N")->capture_default_str();
  verb.add_option("--threads", options->threads, "Processor threads; 0: as suits the model")
      ->check(CLI::Range(0, 1024))
      ->capture_default_str();
  verb.callback([options] { serve(deviceFromString(options->device), options->threads); });
}

}  // namespace mia::engine
