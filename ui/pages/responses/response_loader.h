// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>
#include <optional>

#include "ui/pages/responses/shown_answer.h"
#include "ui/session/project_session.h"

namespace mia::ui {

/// Reads and draws the sample that was asked for last: those asked for while one is under way are
/// passed over, so that a held-down arrow key never builds up work. Reads the maps of an answer
/// when they are to be shown.
class ResponseLoader : public QObject {
  Q_OBJECT

 public:
  ResponseLoader(ProjectSession& session, QObject* parent);

  void load(qint64 sample);
  /// Takes back what was asked for, also when it is under way.
  void cancel() {
    wanted_ = 0;
    cancelled_ = true;
  }
  bool isIdle() const { return !working_; }
  /// Fills in the answer's maps, once, and tells by mapsRead().
  void readMaps(const std::shared_ptr<ShownAnswer>& answer);

 Q_SIGNALS:
  void loaded(const std::shared_ptr<mia::ui::ShownSample>& sample);
  void mapsRead(const std::shared_ptr<mia::ui::ShownAnswer>& answer);
  void failed(const QString& sentence);

 private:
  void begin();
  void draw(const std::shared_ptr<ShownSample>& sample);
  void end();

  ProjectSession& session_;
  qint64 wanted_ = 0;
  bool working_ = false;
  bool cancelled_ = false;
};

}  // namespace mia::ui
