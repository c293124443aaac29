// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/run_feed.h"

#include <algorithm>

namespace mia::ui {

namespace {

constexpr int kBusyMilliseconds = 400;
constexpr int kQuietMilliseconds = 2000;

}  // namespace

RunFeed::RunFeed(const QString& project, QObject* parent)
    : QObject(parent), history_(std::make_shared<curation::RunHistory>(project.toStdString())) {
  worker_.setMaxThreadCount(1);
  worker_.setExpiryTimeout(-1);
  timer_.setSingleShot(true);
  connect(&timer_, &QTimer::timeout, this, &RunFeed::poll);
}

RunFeed::~RunFeed() { worker_.waitForDone(); }

void RunFeed::setLooking(bool looking) {
  if (looking == looking_) return;
  looking_ = looking;
  timer_.stop();
  if (looking) poll();
}

void RunFeed::setWatched(const QStringList& ids) {
  watched_ = ids;
  for (const QString& id : series_.keys()) {
    if (!ids.contains(id)) series_.remove(id);
  }
  const bool known = std::all_of(ids.begin(), ids.end(),
                                 [this](const QString& id) { return series_.contains(id); });
  if (!known) poll();
}

const curation::RunFacts* RunFeed::find(const QString& id) const {
  const auto found =
      std::find_if(runs_.begin(), runs_.end(),
                   [id = id.toStdString()](const auto& run) { return run.id() == id; });
  return found == runs_.end() ? nullptr : &*found;
}

void RunFeed::poll() {
  if (polling_) {
    again_ = true;
    return;
  }
  polling_ = true;
  ask(
      this,
      [watched = watched_](curation::RunHistory& history) {
        News news;
        news.changed = history.poll();
        news.runs = history.runs();
        for (const QString& id : watched) {
          if (Series series = history.series(id.toStdString())) news.series.insert(id, series);
        }
        return news;
      },
      [this](Outcome<News> outcome) {
        polling_ = false;
        if (!outcome.value) {
          Q_EMIT failed(outcome.error);
          if (looking_) timer_.start();
          return;
        }
        take(std::move(*outcome.value));
        if (std::exchange(again_, false)) poll();
      });
}

void RunFeed::take(News news) {
  const bool first = !std::exchange(loaded_, true);
  if (news.changed || first) {
    runs_ = std::move(news.runs);
    Q_EMIT runsChanged();
  }
  const bool busy = std::any_of(runs_.begin(), runs_.end(), curation::isUnderWay);
  timer_.setInterval(busy ? kBusyMilliseconds : kQuietMilliseconds);
  if (looking_) timer_.start();
  for (auto it = news.series.constBegin(); it != news.series.constEnd(); ++it) {
    if (!watched_.contains(it.key()) || series_.value(it.key()) == it.value()) continue;
    series_[it.key()] = it.value();
    Q_EMIT seriesChanged(it.key());
  }
}

}  // namespace mia::ui
