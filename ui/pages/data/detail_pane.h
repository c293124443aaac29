// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>

#include "ui/pages/data/item_loader.h"
#include "ui/widgets/note.h"

namespace mia::ui {

class AnswerList;
class AttentionPanel;
class FactsPanel;

/// One image or sample: large in a canvas, with everything that is known of it beside or beneath.
class DetailPane : public QWidget {
  Q_OBJECT

 public:
  explicit DetailPane(ProjectSession& session);
  ~DetailPane() override;

  /// What is on view stays until the new item is there.
  void showItem(curation::Shelf shelf, qint64 id);
  void showNothing();
  /// Reads the item on view again.
  void reload();
  /// Large: facts at the side, with a way back; else facts beneath.
  void setLarge(bool large);
  void takeFocus();
  bool isSettled() const { return loader_.isIdle(); }
  const LoadedItem* item() const { return item_.get(); }
  PictureCanvas& canvas() { return *canvas_; }
  bool isHeatmapShown() const { return canvas_->hasHeatmaps(); }

  QAction* backAction() { return back_; }
  QAction* largeAction() { return large_; }
  QAction* previousAction() { return previous_; }
  QAction* nextAction() { return next_; }

 Q_SIGNALS:
  /// The person asks for the samples that use an image.
  void samplesUsing(qint64 image, const QString& name);
  /// The person asks for the images that look alike.
  void alikeAsked();

 private:
  QWidget* buildBar();
  void buildActions();
  void buildBody();
  void take(const std::shared_ptr<LoadedItem>& item);
  void showAnswer(int row);
  void showMaps();
  void updateZoom();

  ProjectSession& session_;
  ItemLoader loader_;
  std::shared_ptr<LoadedItem> item_;
  bool isLarge_ = false;
  QAction* back_;
  QAction* large_;
  QAction* previous_;
  QAction* next_;
  QAction* regions_;
  QAction* heatmap_;
  QAction* smooth_;
  QSplitter* splitter_ = nullptr;
  PictureCanvas* canvas_ = nullptr;
  Note* note_ = nullptr;
  QLabel* zoom_ = nullptr;
  QWidget* backButton_ = nullptr;
  QScrollArea* scroll_ = nullptr;
  FactsPanel* facts_ = nullptr;
};

}  // namespace mia::ui
