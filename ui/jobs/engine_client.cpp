// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/engine_client.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>
#include <utility>

#include "ui/jobs/engine_channel.h"

namespace mia::ui {

namespace {

template <class Handler, class... Values>
void call(const Handler& handler, const Values&... values) {
  if (handler) handler(values...);
}

/// Hands news to the one handler that is there for it.
struct Deliver {
  const EngineReplies& replies;

  void operator()(const run::ServeStarted& started) const { call(replies.started, started); }
  void operator()(const run::ServeToken& token) const { call(replies.token, token); }
  void operator()(const run::ServeDone& done) const { call(replies.done, done); }
  void operator()(const run::ServeAttention& attention) const {
    call(replies.attention, attention);
  }
  void operator()(const run::ServeLoaded& loaded) const { call(replies.loaded, loaded); }
  void operator()(const run::ServeError& error) const {
    call(replies.failed, QString::fromStdString(error.words), error.kind == ErrorKind::kStopped);
  }
  void operator()(const run::ServeHello&) const {}
  void operator()(const run::ServePong&) const {}
  void operator()(const run::ServeCancelling&) const {}
};

}  // namespace

QString engineProgram() {
  const QFileInfo beside(QCoreApplication::applicationDirPath() + QStringLiteral("/mia-engine"));
  if (beside.isExecutable()) return beside.absoluteFilePath();
  return QStandardPaths::findExecutable(QStringLiteral("mia-engine"));
}

EngineClient::EngineClient(QObject* parent) : QObject(parent), channel_(new EngineChannel) {
  thread_.setObjectName(QStringLiteral("engine"));
  channel_->moveToThread(&thread_);
  connect(&thread_, &QThread::finished, channel_, &QObject::deleteLater);
  connect(channel_, &EngineChannel::replied, this,
          [this](int start, const EngineChannel::Reply& reply) {
            if (start == start_) take(*reply);
          });
  connect(channel_, &EngineChannel::died, this, [this](int start, const QString& sentence) {
    if (start == start_) die(sentence);
  });
  thread_.start();
}

EngineClient::~EngineClient() {
  QMetaObject::invokeMethod(channel_, &EngineChannel::end, Qt::QueuedConnection);
  thread_.quit();
  thread_.wait();
}

std::int64_t EngineClient::ask(run::ServeWork work, QObject* context, EngineReplies replies) {
  const std::int64_t id = ++lastId_;
  if (state_ == State::kOff) start();
  calls_.emplace(id, Call{context, std::make_shared<EngineReplies>(std::move(replies)),
                          connect(context, &QObject::destroyed, this, [this, id] { cancel(id); })});
  if (state_ == State::kDied) {
    // Later, as every other reply: the asker may not be ready for it yet.
    QMetaObject::invokeMethod(
        this,
        [this, id] {
          const auto found = calls_.find(id);
          if (found != calls_.end())
            take({id, run::ServeError{ErrorKind::kIo, problem_.toStdString()}});
        },
        Qt::QueuedConnection);
  } else {
    send(id, std::move(work));
  }
  Q_EMIT changed();
  return id;
}

void EngineClient::send(std::int64_t id, run::ServeWork work) {
  QMetaObject::invokeMethod(
      channel_,
      [channel = channel_, request = run::ServeRequest{id, std::move(work)}] {
        channel->send(request);
      },
      Qt::QueuedConnection);
}

void EngineClient::cancel(std::int64_t id) {
  if (!calls_.contains(id)) return;
  send(++lastId_, run::CancelRequest{id});
}

void EngineClient::start() {
  const QString program = engineProgram();
  ++start_;
  if (program.isEmpty()) {
    setState(
        State::kDied,
        tr("The program “mia-engine” was not found beside this one or on the PATH. Install it, "
           "or build the target mia_app_engine."));
    return;
  }
  setState(State::kStarting);
  QMetaObject::invokeMethod(
      channel_, [channel = channel_, start = start_, program] { channel->start(start, program); },
      Qt::QueuedConnection);
}

void EngineClient::end() {
  ++start_;
  QMetaObject::invokeMethod(channel_, &EngineChannel::end, Qt::QueuedConnection);
  device_.clear();
  processId_ = 0;
  model_.reset();
}

void EngineClient::restart() {
  end();
  failAll(tr("The engine was started anew."), true);
  start();
}

void EngineClient::release() {
  end();
  setState(State::kOff);
  failAll(tr("The engine was ended."), true);
}

void EngineClient::setState(State state, const QString& problem) {
  state_ = state;
  problem_ = problem;
  Q_EMIT changed();
}

void EngineClient::take(const run::ServeReply& reply) {
  if (const auto* hello = std::get_if<run::ServeHello>(&reply.news)) {
    device_ = QString::fromStdString(hello->device);
    processId_ = hello->pid;
    setState(State::kReady);
  }
  if (const auto* loaded = std::get_if<run::ServeLoaded>(&reply.news)) model_ = *loaded;
  const auto found = calls_.find(reply.id);
  if (found == calls_.end()) return;
  // The handler may ask for more, end everything, or delete this.
  const Call heard = found->second;
  const QPointer<EngineClient> self(this);
  const bool over = run::endsRequest(reply.news);
  if (over) {
    disconnect(heard.contextGone);
    calls_.erase(found);
  }
  if (heard.context) std::visit(Deliver{*heard.replies}, reply.news);
  if (self && over) Q_EMIT changed();
}

void EngineClient::die(const QString& sentence) {
  end();
  setState(State::kDied, sentence);
  failAll(sentence, false);
}

void EngineClient::failAll(const QString& sentence, bool stopped) {
  const Calls over = std::exchange(calls_, {});
  const QPointer<EngineClient> self(this);
  for (const auto& [id, lost] : over) {
    disconnect(lost.contextGone);
    if (lost.context) call(lost.replies->failed, sentence, stopped);
  }
  if (self && !over.empty()) Q_EMIT changed();
}

}  // namespace mia::ui
