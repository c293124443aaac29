// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QHash>
#include <QObject>
#include <QVector>
#include <functional>

#include "ui/pages/audit/paint_plan.h"
#include "ui/pages/audit/shown_pair.h"
#include "ui/session/project_session.h"

namespace mia::ui {

/// Reads and draws pairs before they are turned to, the nearest first, one at a time, and keeps
/// those that were on view last.
class PairLoader : public QObject {
  Q_OBJECT

 public:
  PairLoader(ProjectSession& session, QObject* parent);

  /// Whose decisions the pairs are read with; forgets what was read with another's.
  void setReview(const Review& review);
  /// nullptr while it is not there.
  std::shared_ptr<ShownPair> find(qint64 pair) const;
  /// What to have ready, the most urgent first; what was wanted before and is not here is given up.
  void want(const QVector<qint64>& pairs);
  void forgetAll();
  bool isIdle() const { return !working_; }
  /// How pairs are painted now; asked whenever one is begun.
  void setPlan(std::function<PaintPlan()> plan) { plan_ = std::move(plan); }
  /// It is there, painted as it would be shown now.
  bool isReady(qint64 pair) const;
  /// Of a pair that may be turned to next; nothing while it is not painted.
  QVector<std::shared_ptr<const PaintedScene>> painted(qint64 pair) const {
    return painted_.value(pair).scenes;
  }

 Q_SIGNALS:
  void loaded(const std::shared_ptr<mia::ui::ShownPair>& pair);
  void failed(qint64 pair, const QString& sentence);

 private:
  void begin();
  void draw(const std::shared_ptr<ShownPair>& pair, int generation);
  void repaint(const ShownPair& pair);
  void end();

  ProjectSession& session_;
  Review review_;
  QCache<qint64, std::shared_ptr<ShownPair>> pairs_;
  QHash<qint64, PaintedPair> painted_;  ///< large: of the pairs that were wanted last alone
  QVector<qint64> wanted_;
  std::function<PaintPlan()> plan_ = [] { return PaintPlan(); };
  int generation_ = 0;
  bool working_ = false;
};

}  // namespace mia::ui
