// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "domain/candidate.h"
#include "run/answers.h"
#include "run/serve_request.h"

namespace mia::run {

/// Replies of `mia-engine serve`: {"v":1,"id":N,"type":…} and the fields of its type; `id` is the
/// request's. Arrays of many numbers stand as base64 of little-endian binary16.

/// The first line, of id 0.
struct ServeHello {
  std::string libtorch;  ///< its version
  std::string device;    ///< "cpu", "cuda:0"
  std::int64_t pid = 0;
};

/// The model that is loaded now.
struct ServeLoaded {
  std::string model;
  std::string adapter;
  std::string type;  ///< what it computes in: "float32", "bfloat16"
  std::int64_t parameters = 0;
  int layers = 0;
  int heads = 0;
  int rows = 0;  ///< patches of a picture, from top to bottom
  int columns = 0;
  int tokensPerPicture = 0;  ///< rows * columns, and one more where a class token is kept
  int maxPositions = 0;      ///< tokens, prompt and answer, that it was made for
  double seconds = 0;        ///< that loading took; 0: it was there
};

/// A picture as the model is given it.
struct AskedPicture {
  int width = 0;  ///< px
  int height = 0;
  /// The rectangle that the patches divide evenly, px of the picture: beyond it where the model's
  /// view was padded, inside where it was cropped.
  double x = 0, y = 0, viewWidth = 0, viewHeight = 0;
};

/// An answer begins. G regions: the recipe's images.
struct ServeStarted {
  std::string prompt;  ///< the whole text, as it is sent
  int promptTokens = 0;
  int visualTokens = 0;  ///< among them, of all pictures
  int rows = 0;          ///< patches of each picture
  int columns = 0;
  std::vector<AskedPicture> pictures;
  std::vector<double> chance;  ///< [G] the share that even attention would give
};

/// The next token of an answer.
struct ServeToken {
  int index = 0;
  std::int32_t id = 0;
  std::string piece;  ///< this token as one shows it
  /// What the answer's text grew by: a character of several tokens comes whole with its last.
  std::string text;
  float logProb = 0;
  float maxLogProb = 0;  ///< of the likeliest token in its place
  std::vector<std::vector<float>>
      shares;  ///< [layers][G], of its own row; what is left fell elsewhere
  std::vector<AttentionMap> maps =
      {};  ///< one per picture where asked; `layer` is the range's first
};

/// An answer ends.
struct ServeDone {
  Answer answer;         ///< as `generate` stores it, with the mean maps of every layer
  bool stopped = false;  ///< cancelled: these are the tokens so far
  double firstTokenSeconds =
      0;  ///< from the beginning of the work on it; a model was loaded before
  double seconds = 0;
};

/// Where each token looked. T tokens, H heads (1: the mean over all), P pictures.
struct ServeAttention {
  LayerRange layers;  ///< as they were taken: 0-based, none negative
  int tokens = 0;
  int heads = 0;
  int pictures = 0;
  int rows = 0;
  int columns = 0;
  std::vector<std::string> pieces;  ///< [T]
  /// [T][H][P][rows * columns] in units of times uniform: 1 is an equal share for every visual
  /// token of the sample.
  std::vector<float> values;
  /// [T][H] how much of the row's whole attention, words included, fell on visual tokens: 0..1.
  std::vector<float> mass;

  /// The mean over the tokens first..last (both included) and, where `head` is -1, over the heads:
  /// one map per picture. Rows count as their mass does, so that this is the map of the mean row.
  std::vector<AttentionMap> mean(int first, int last, int head) const;
};

struct ServePong {
  std::int64_t busyWith = 0;  ///< id of the request that is computed; 0: none
  int queued = 0;
};

/// What becomes of the request `of`.
struct ServeCancelling {
  std::int64_t of = 0;
  std::string was;  ///< "running", "queued", or "unknown": over, or never asked
};

struct ServeError {
  ErrorKind kind = ErrorKind::kInternal;  ///< kStopped: it was cancelled
  std::string words;
};

using ServeNews = std::variant<ServeHello, ServeLoaded, ServeStarted, ServeToken, ServeDone,
                               ServeAttention, ServePong, ServeCancelling, ServeError>;

struct ServeReply {
  std::int64_t id = 0;
  ServeNews news;
};

/// Whether nothing more comes for the request.
bool endsRequest(const ServeNews& news);

/// One line, without its newline.
std::string toLine(const ServeReply& reply);
/// Error kBadInput, kUnsupported for another version.
ServeReply replyFromLine(const std::string& line);

}  // namespace mia::run
