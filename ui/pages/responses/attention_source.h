// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QHash>
#include <QObject>
#include <QSet>
#include <memory>

#include "ui/jobs/engine_client.h"
#include "ui/pages/responses/shown_answer.h"
#include "ui/session/project_session.h"

namespace mia::ui {

/// A sample as the engine is asked about it.
run::BundleSample bundleSample(const curation::SampleResponses& facts);

/// Where each token, and each head, of an answer looked: what the project does not store. Asked of
/// the engine once, then kept in memory and in the project's cache folder.
class AttentionSource : public QObject {
  Q_OBJECT

 public:
  using Reading = std::shared_ptr<const run::ServeAttention>;

  AttentionSource(ProjectSession& session, EngineClient& engine, QObject* parent);

  /// The reading of these layers, or nullptr while it is looked for: changed() tells when it is
  /// there, or problem() why it is not.
  Reading find(const curation::SampleResponses& facts, const ShownAnswer& answer, int firstLayer,
               int lastLayer, bool eachHead);
  /// Why the reading that was asked for last cannot be had; empty while it can.
  const QString& problem() const { return problem_; }
  bool isBusy() const { return !asked_.isEmpty(); }
  /// Asks again for what failed.
  void forgetProblems();

 Q_SIGNALS:
  void changed();

 private:
  struct Wanted {
    QString key;
    run::AttentionRequest request;
    QString file;  ///< of the cache
  };

  void look(const Wanted& wanted);
  void ask(const Wanted& wanted);
  void keep(const Wanted& wanted, const Reading& reading);
  void fail(const QString& key, const QString& sentence);

  ProjectSession& session_;
  EngineClient& engine_;
  QCache<QString, Reading> readings_;
  QSet<QString> asked_;
  QHash<QString, QString> problems_;
  QString problem_;
};

}  // namespace mia::ui
