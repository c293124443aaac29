// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/responses/attention_source.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include "base/content_hash.h"

namespace mia::ui {

namespace {

constexpr int kReadingsKiB = 256 * 1024;
constexpr const char* kCacheFormat = "attention-1";

/// What would change when a model or an adapter is replaced in its folder.
QString stampOf(const std::string& folder) {
  if (folder.empty()) return {};
  QString stamp;
  const QDir directory(QString::fromStdString(folder));
  for (const QFileInfo& file : directory.entryInfoList(QDir::Files, QDir::Name)) {
    stamp += QStringLiteral("%1 %2 %3\n")
                 .arg(file.fileName())
                 .arg(file.size())
                 .arg(file.lastModified().toMSecsSinceEpoch());
  }
  return stamp;
}

AttentionSource::Reading readingIn(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return nullptr;
  try {
    const run::ServeReply reply = run::replyFromLine(file.readAll().toStdString());
    if (const auto* attention = std::get_if<run::ServeAttention>(&reply.news)) {
      return std::make_shared<run::ServeAttention>(*attention);
    }
  } catch (const std::exception&) {
    // A file of the cache that cannot be read is as good as none.
  }
  return nullptr;
}

}  // namespace

run::BundleSample bundleSample(const curation::SampleResponses& facts) {
  run::BundleSample sample{facts.sample, {}, {}};
  for (const Image& image : facts.source.images) {
    sample.files.push_back(image.file().string());
    sample.hashes.push_back(image.contentHash);
  }
  return sample;
}

AttentionSource::AttentionSource(ProjectSession& session, EngineClient& engine, QObject* parent)
    : QObject(parent), session_(session), engine_(engine), readings_(kReadingsKiB) {}

AttentionSource::Reading AttentionSource::find(const curation::SampleResponses& facts,
                                               const ShownAnswer& answer, int firstLayer,
                                               int lastLayer, bool eachHead) {
  const curation::Response& response = answer.response;
  Wanted wanted;
  wanted.request.asked = {response.model, response.adapter, bundleSample(facts)};
  if (!answer.question.isEmpty()) {
    wanted.request.asked.sample.sample.prompt = answer.question.toStdString();
  }
  wanted.request.answer = {response.candidate.text, response.candidate.tokenIds};
  wanted.request.layers = {firstLayer, lastLayer};
  wanted.request.eachHead = eachHead;
  wanted.key = QString::fromStdString(contentHash(run::toLine({1, wanted.request})));
  if (const Reading* found = readings_.object(wanted.key)) {
    problem_.clear();
    return *found;
  }
  problem_ = problems_.value(wanted.key);
  if (problem_.isEmpty() && !asked_.contains(wanted.key)) {
    asked_.insert(wanted.key);
    look(wanted);
  }
  return nullptr;
}

void AttentionSource::forgetProblems() {
  problems_.clear();
  Q_EMIT changed();
}

/// In the project's cache first.
void AttentionSource::look(const Wanted& wanted) {
  session_.draw(
      this,
      [filled = wanted, project = session_.folder()]() mutable {
        const auto& asked = filled.request.asked;
        const QString name = QString::fromStdString(
            contentHash((filled.key + stampOf(asked.model) + stampOf(asked.adapter)).toStdString() +
                        kCacheFormat));
        filled.file =
            project + QStringLiteral("/cache/attention/") + name + QStringLiteral(".json");
        return std::make_pair(filled, readingIn(filled.file));
      },
      [this](Outcome<std::pair<Wanted, Reading>> outcome) {
        if (!outcome.value) return;
        const auto& [filled, reading] = *outcome.value;
        if (reading) {
          keep(filled, reading);
        } else {
          ask(filled);
        }
      });
}

void AttentionSource::ask(const Wanted& wanted) {
  EngineReplies replies;
  replies.attention = [this, wanted](const run::ServeAttention& attention) {
    const auto reading = std::make_shared<run::ServeAttention>(attention);
    keep(wanted, reading);
    session_.draw(
        this,
        [reading, file = wanted.file] {
          QDir().mkpath(QFileInfo(file).path());
          QSaveFile out(file);
          if (out.open(QIODevice::WriteOnly)) {
            out.write(QByteArray::fromStdString(run::toLine({1, *reading})));
          }
          return out.commit();  // the cache only saves time: without it the engine is asked again
        },
        [](Outcome<bool>) {});
  };
  replies.failed = [this, key = wanted.key](const QString& sentence, bool) { fail(key, sentence); };
  engine_.ask(wanted.request, this, std::move(replies));
}

void AttentionSource::keep(const Wanted& wanted, const Reading& reading) {
  asked_.remove(wanted.key);
  const auto kib = static_cast<int>(reading->values.size() * sizeof(float) / 1024 + 1);
  readings_.insert(wanted.key, new Reading(reading), std::min(kib, kReadingsKiB));
  Q_EMIT changed();
}

void AttentionSource::fail(const QString& key, const QString& sentence) {
  asked_.remove(key);
  problems_[key] = sentence;
  Q_EMIT changed();
}

}  // namespace mia::ui
