// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

#include "run/serve_reply.h"

namespace mia::engine {

/// A request that is to be worked off; `stop` is asked for when it is cancelled.
struct ServeTask {
  run::ServeRequest request;
  std::stop_source stop;
};

/// The two ends of `mia-engine serve`: a thread reads requests and queues them, and heeds `cancel`,
/// `ping` and `quit` at once; replies go out one whole line at a time from any thread.
class ServeLink {
 public:
  /// Descriptors that are open; they stay the caller's.
  ServeLink(int requests, int replies);
  ~ServeLink();
  ServeLink(const ServeLink&) = delete;
  ServeLink& operator=(const ServeLink&) = delete;

  /// Waits for the next request, which is under way until the next call; nothing when the input has
  /// ended and all is worked off, or after `quit`.
  std::optional<ServeTask> next();
  /// A reply that ends the request under way makes it over for `cancel` and `ping`.
  void reply(std::int64_t id, run::ServeNews news);

 private:
  void read();
  void takeLine(const std::string& line);
  void take(run::ServeRequest&& request);
  void take(std::int64_t id, const run::CancelRequest& cancel);
  void quit();

  int requests_;
  int replies_;
  std::mutex mutex_;  ///< of everything below
  std::condition_variable news_;
  std::deque<ServeTask> queue_;
  std::optional<ServeTask> running_;
  bool closed_ = false;
  std::mutex writing_;
  std::thread reader_;
};

}  // namespace mia::engine
