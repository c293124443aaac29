// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>

#include "ui/jobs/engine_client.h"
#include "ui/pages/responses/shown_answer.h"

namespace mia::ui {

/// Has the engine answer a question, or read a given answer, and fills a ShownAnswer in as its
/// tokens arrive.
class Asker : public QObject {
  Q_OBJECT

 public:
  Asker(EngineClient& engine, QObject* parent);

  /// `answer` names the model and the question; its maps are streamed for these layers.
  void ask(const curation::SampleResponses& facts, const std::shared_ptr<ShownAnswer>& answer,
           run::LayerRange layers);
  /// Teacher forcing of the answer's text.
  void read(const curation::SampleResponses& facts, const std::shared_ptr<ShownAnswer>& answer);
  /// Ends it at its next token; the tokens that it has stay.
  void stop(const std::shared_ptr<ShownAnswer>& answer);

 Q_SIGNALS:
  /// A token arrived, or the answer ended, well or not.
  void grew(const std::shared_ptr<mia::ui::ShownAnswer>& answer);

 private:
  EngineReplies repliesFor(const std::shared_ptr<ShownAnswer>& answer);

  EngineClient& engine_;
};

}  // namespace mia::ui
