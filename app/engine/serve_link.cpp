// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/serve_link.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "app/engine/failure.h"

namespace mia::engine {
namespace {

// A line beyond this is nobody's request.
constexpr std::size_t kLongestLine = std::size_t{64} << 20;

run::ServeError errorOf(const std::exception& exception) {
  const Error error = asError(exception);
  return {error.kind(), error.what()};
}

}  // namespace

ServeLink::ServeLink(int requests, int replies)
    : requests_(requests), replies_(replies), reader_([this] { read(); }) {}

ServeLink::~ServeLink() { reader_.join(); }

std::optional<ServeTask> ServeLink::next() {
  std::unique_lock lock(mutex_);
  running_.reset();
  news_.wait(lock, [this] { return closed_ || !queue_.empty(); });
  if (queue_.empty()) return std::nullopt;
  running_ = std::move(queue_.front());
  queue_.pop_front();
  return running_;
}

// SIGPIPE ends the program when nobody listens any more.
void ServeLink::reply(std::int64_t id, run::ServeNews news) {
  if (run::endsRequest(news)) {
    const std::lock_guard lock(mutex_);
    if (running_ && running_->request.id == id) running_.reset();
  }
  const std::string line = run::toLine(run::ServeReply{id, std::move(news)}) + '\n';
  const std::lock_guard lock(writing_);
  for (std::size_t done = 0; done < line.size();) {
    const ssize_t wrote = ::write(replies_, line.data() + done, line.size() - done);
    if (wrote < 0 && errno != EINTR) {
      throw Error(ErrorKind::kIo, "The replies cannot be written any more");
    }
    done += static_cast<std::size_t>(std::max<ssize_t>(wrote, 0));
  }
}

void ServeLink::read() {
  std::array<char, 1 << 16> buffer;
  std::string line;
  bool tooLong = false;
  for (;;) {
    const ssize_t got = ::read(requests_, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    const std::string_view bytes(buffer.data(), static_cast<std::size_t>(got));
    for (std::size_t begin = 0; begin < bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
      tooLong = tooLong || line.size() + (end - begin) > kLongestLine;
      if (!tooLong) line += bytes.substr(begin, end - begin);
      begin = end + 1;
      if (end == bytes.size()) break;
      takeLine(std::exchange(tooLong, false) ? "" : line);
      line.clear();
      if (closed_) return;
    }
  }
  if (!line.empty()) takeLine(line);
  const std::lock_guard lock(mutex_);
  closed_ = true;
  news_.notify_all();
}

void ServeLink::takeLine(const std::string& line) {
  try {
    take(run::requestFromLine(line));
  } catch (const std::exception& exception) {
    reply(std::max<std::int64_t>(run::idOfRequest(line), 0), errorOf(exception));
  }
}

void ServeLink::take(run::ServeRequest&& request) {
  if (std::holds_alternative<run::QuitRequest>(request.work)) return quit();
  if (const auto* cancel = std::get_if<run::CancelRequest>(&request.work)) {
    return take(request.id, *cancel);
  }
  std::unique_lock lock(mutex_);
  if (std::holds_alternative<run::PingRequest>(request.work)) {
    const run::ServePong pong{running_ ? running_->request.id : 0, static_cast<int>(queue_.size())};
    lock.unlock();
    return reply(request.id, pong);
  }
  queue_.push_back({std::move(request), std::stop_source()});
  news_.notify_all();
}

void ServeLink::take(std::int64_t id, const run::CancelRequest& cancel) {
  std::string was = "unknown";
  std::stop_source running(std::nostopstate);
  {
    const std::lock_guard lock(mutex_);
    const auto queued = std::find_if(queue_.begin(), queue_.end(), [&](const ServeTask& task) {
      return task.request.id == cancel.of;
    });
    if (running_ && running_->request.id == cancel.of) {
      running = running_->stop;
      was = "running";
    } else if (queued != queue_.end()) {
      queue_.erase(queued);
      was = "queued";
    }
  }
  // Told first, so that it never comes behind the last word of what it ends.
  reply(id, run::ServeCancelling{cancel.of, was});
  running.request_stop();
  if (was == "queued") {
    reply(cancel.of, run::ServeError{ErrorKind::kStopped, "Cancelled before it began"});
  }
}

void ServeLink::quit() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  queue_.clear();
  if (running_) running_->stop.request_stop();
  news_.notify_all();
}

}  // namespace mia::engine
