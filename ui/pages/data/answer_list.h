// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

#include "curation/browse.h"

namespace mia::ui {

/// A model's answers to one sample, each with a glyph and words for right or wrong.
class AnswerList : public QListWidget {
  Q_OBJECT

 public:
  explicit AnswerList(QWidget* parent = nullptr);
  void setAnswers(const std::vector<curation::ShownCandidate>& answers);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {120, 40}; }

 protected:
  void resizeEvent(QResizeEvent* event) override;
};

}  // namespace mia::ui
