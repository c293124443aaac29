// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QWidget>
#include <memory>

#include "ui/pages/responses/shown_answer.h"
#include "ui/widgets/layer_strip.h"
#include "ui/widgets/share_bar.h"
#include "ui/widgets/token_strip.h"

namespace mia::ui {

/// An answer in words and figures: its tokens, the target's share layer by layer, how the chosen
/// look was spread over the images, and the verdict.
class SidePanel : public QWidget {
  Q_OBJECT

 public:
  SidePanel();

  /// Nothing to show: nullptr. `side` is "A", "B" or, where nothing is compared, "". The look is
  /// the last one, unless another is given.
  void show(const std::shared_ptr<ShownAnswer>& answer, const curation::SampleResponses* facts,
            const QString& side, const std::optional<Look>& look = {});
  /// Shows another look at the same answer.
  void setLook(const Look& look);
  /// Shows the same answer again: tokens or figures have arrived.
  void refresh();
  /// How much each token looked at the marked patch; none hides it.
  void setTokenMarks(const QVector<double>& marks);
  /// Only the tokens and the verdict, in larger type.
  void setPresenting(bool on);

  TokenStrip& strip() { return *tokens_; }
  LayerStrip& layers() { return *layers_; }
  ShareBar& bar() { return *shares_; }
  QString verdict() const { return verdict_->text(); }

 Q_SIGNALS:
  void tokenChosen(int token);
  void tokenHovered(int token);
  /// Decoder layers.
  void layersChosen(int first, int last);

 private:
  void fillLayers();

  std::shared_ptr<ShownAnswer> answer_;
  const curation::SampleResponses* facts_ = nullptr;
  QString side_;
  Look look_;
  bool presenting_ = false;

  QLabel* heading_;
  TokenStrip* tokens_;
  QLabel* tokenWords_;
  QLabel* layerWords_;
  LayerStrip* layers_;
  ShareBar* shares_;
  QLabel* verdict_;
  QLabel* reason_;
};

}  // namespace mia::ui
