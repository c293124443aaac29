// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QString>
#include <QThreadPool>
#include <QtConcurrent>
#include <exception>
#include <memory>
#include <optional>

namespace mia::ui {

/// What background work came to: a value, or a sentence for people.
template <class Value>
struct Outcome {
  std::optional<Value> value;
  QString error;
};

/// Runs `task` on `pool`, then `done(Outcome)` on the thread of `context`. When `context` is
/// destroyed first, `done` is never called. An exception of the task arrives as Outcome::error.
template <class Task, class Done>
void runThen(QThreadPool& pool, QObject* context, Task task, Done done) {
  using Value = std::invoke_result_t<Task>;
  using Shared = std::shared_ptr<Outcome<Value>>;
  auto* watcher = new QFutureWatcher<Shared>(context);
  QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                   [watcher, done = std::move(done)]() mutable {
                     watcher->deleteLater();
                     done(std::move(*watcher->result()));
                   });
  watcher->setFuture(QtConcurrent::run(&pool, [task = std::move(task)]() mutable -> Shared {
    auto outcome = std::make_shared<Outcome<Value>>();
    try {
      outcome->value.emplace(task());
    } catch (const std::exception& error) {
      outcome->error = QString::fromUtf8(error.what());
    }
    return outcome;
  }));
}

}  // namespace mia::ui
