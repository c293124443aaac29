// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/json.h"
#include "run/bundle.h"

namespace mia::run {

/// The protocol of `mia-engine serve`, version 1. One JSON object a line: requests on its standard
/// input, replies (serve_reply.h) on its standard output. It keeps one model loaded, and works off
/// requests in the order they came; `cancel`, `ping` and `quit` are heeded while one is computed.
/// It writes no file, so that killing it loses nothing; it ends when its input does.
///
/// A request: {"v":1,"id":N,"type":…} and the fields of its type. `id` is the caller's, above 0,
/// and stands in every reply to it. Each request is ended by exactly one reply:
///   load      -> loaded
///   answer    -> started, token…, done
///   force     -> started, token…, done
///   attention -> attention
///   cancel    -> cancelling
///   ping      -> pong
///   quit      (the engine ends)
/// or, whatever it was, by `error` in words for people. A line that is no request is told by an
/// `error` of id 0 and otherwise left alone.
inline constexpr int kServeVersion = 1;

/// The mean over some decoder layers, both ends included; 0-based, negative ones count from the
/// last layer (-1). JSON: [first, last].
struct LayerRange {
  int first = 0;
  int last = -1;
  bool operator==(const LayerRange&) const = default;
};

/// What is asked, and of whom. JSON: "model", "adapter" and "sample", a line of a bundle
/// (bundle.h); or, instead of "sample", "files" and "prompt" as in sampleOfFiles().
struct Asked {
  std::string model;         ///< folder of a Hugging Face layout checkpoint
  std::string adapter = {};  ///< folder of a PEFT adapter; "" for the model alone
  /// An empty hash means that its file need not be a known one. A prompt without an <image> mark is
  /// worded by the recipe.
  BundleSample sample;
};

/// A question about image files as they are: one file alone, or several as a sequence.
BundleSample sampleOfFiles(const std::vector<std::string>& files, const std::string& question);

/// The text of an answer that is given to the model; or its tokens, where the very ones that a
/// model emitted are meant (a text can be cut into tokens in many ways).
struct GivenAnswer {
  std::string text;                         ///< read when tokenIds is empty; the end token is added
  std::vector<std::int32_t> tokenIds = {};  ///< with the end token, if the answer has one
};

/// Loads a model so that later requests find it; every request does so by itself.
struct LoadRequest {
  std::string model;
  std::string adapter = {};
};

/// Lets the model answer and streams what it says. Cancelled, it is still ended by `done`, with
/// the tokens so far; before its first token by `error`.
struct AnswerRequest {
  Asked asked;
  int maxNewTokens = 512;
  int draw = 0;                         ///< 0: the greedy answer; k: the k-th that `generate` draws
  double temperature = 1.0;             ///< of drawn answers
  std::uint64_t seed = 1;               ///< of drawn answers
  std::optional<LayerRange> maps = {};  ///< with each token the map of these layers
};

/// Teacher forcing: what the model makes of a given answer. The same replies as `answer`.
struct ForceRequest {
  Asked asked;
  GivenAnswer answer;
  std::optional<LayerRange> maps = {};
};

/// Where each token of a given answer looked: the mean over layers, of all heads or of each.
struct AttentionRequest {
  Asked asked;
  GivenAnswer answer;
  LayerRange layers = {};
  bool eachHead = false;
};

/// Ends another request: before it begins, or at the next token. Unknown ids are no mistake.
struct CancelRequest {
  std::int64_t of = 0;
};

struct PingRequest {};
struct QuitRequest {};

using ServeWork = std::variant<LoadRequest, AnswerRequest, ForceRequest, AttentionRequest,
                               CancelRequest, PingRequest, QuitRequest>;

struct ServeRequest {
  std::int64_t id = 0;
  ServeWork work;
};

/// One line, without its newline.
std::string toLine(const ServeRequest& request);
/// The id of a line that may not hold together otherwise; 0 when it has none.
std::int64_t idOfRequest(const std::string& line);
/// Error kBadInput or kUsage in words about the line, kUnsupported for another version.
ServeRequest requestFromLine(const std::string& line);

}  // namespace mia::run
