// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QThread>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

#include "run/serve_reply.h"

namespace mia::ui {

class EngineChannel;

/// What the asker of a request wants to hear; each is called on the GUI thread and may be left
/// empty. The last call is one of done, attention, loaded and failed.
struct EngineReplies {
  std::function<void(const run::ServeStarted&)> started;
  std::function<void(const run::ServeToken&)> token;
  std::function<void(const run::ServeDone&)> done;
  std::function<void(const run::ServeAttention&)> attention;
  std::function<void(const run::ServeLoaded&)> loaded;
  /// A sentence for people. `stopped`: because it was cancelled, which is no mistake.
  std::function<void(const QString& sentence, bool stopped)> failed;
};

/// `mia-engine serve` as an object: it is started by the first request, keeps its model loaded, and
/// answers one request after the other. Processes, lines and JSON are dealt with on a thread of its
/// own: nothing here waits. The engine writes no file, so that it can be ended at any time.
///
/// When it dies, everything that was asked fails with the reason, and so does what is asked
/// afterwards, until restart(). One per window: each holds a model of its own.
class EngineClient : public QObject {
  Q_OBJECT

 public:
  enum class State {
    kOff,       ///< not needed yet, or released
    kStarting,  ///< until it has said hello
    kReady,
    kDied  ///< it ended, or could not be started; problem() says why
  };

  explicit EngineClient(QObject* parent = nullptr);
  /// Ends the engine at once.
  ~EngineClient() override;

  /// Queues a request; -> its id. When `context` is destroyed, the request is cancelled and nothing
  /// is called any more.
  std::int64_t ask(run::ServeWork work, QObject* context, EngineReplies replies);
  /// Before it began: it fails as stopped. Else an answer is done with the tokens that it has, and
  /// other work fails as stopped. Ids that are over are no mistake.
  void cancel(std::int64_t id);
  /// Starts the engine again after it died, or anew.
  void restart();
  /// Ends the engine and frees its memory (before training, say); the next request starts it again.
  /// What was asked fails as stopped.
  void release();

  State state() const { return state_; }
  /// Something is being computed, or waits for it.
  bool isBusy() const { return !calls_.empty(); }
  /// What it runs on, such as "cpu"; empty before it is ready.
  const QString& device() const { return device_; }
  /// Of the engine; 0 when there is none.
  qint64 processId() const { return processId_; }
  /// The newest model that was loaded.
  const std::optional<run::ServeLoaded>& model() const { return model_; }
  /// Why it died, a sentence; empty otherwise.
  const QString& problem() const { return problem_; }

 Q_SIGNALS:
  /// state(), problem() or isBusy() may have changed.
  void changed();

 private:
  struct Call {
    QPointer<QObject> context;
    std::shared_ptr<const EngineReplies> replies;
    QMetaObject::Connection contextGone;
  };
  using Calls = std::unordered_map<std::int64_t, Call>;

  void start();
  void end();
  void setState(State state, const QString& problem = {});
  void take(const run::ServeReply& reply);
  void die(const QString& sentence);
  void failAll(const QString& sentence, bool stopped);
  void send(std::int64_t id, run::ServeWork work);

  QThread thread_;
  EngineChannel* channel_ = nullptr;  ///< lives in thread_
  int start_ = 0;  ///< counts starts: news of an engine that was ended is not heard
  State state_ = State::kOff;
  QString problem_;
  QString device_;
  qint64 processId_ = 0;
  std::optional<run::ServeLoaded> model_;
  std::int64_t lastId_ = 0;
  Calls calls_;
};

/// The `mia-engine` beside this program, or the one on the PATH; empty when there is none.
QString engineProgram();

}  // namespace mia::ui
