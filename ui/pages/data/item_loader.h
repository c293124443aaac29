// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>
#include <optional>

#include "curation/browse.h"
#include "ui/session/project_session.h"
#include "ui/widgets/picture_canvas.h"

namespace mia::ui {

/// An image or a sample, read and drawn, or a quarantined row, read.
struct LoadedItem {
  curation::Shelf shelf = curation::Shelf::kImages;
  qint64 id = 0;
  std::optional<curation::ImageFacts> image;
  std::optional<curation::SampleFacts> sample;
  std::optional<curation::QuarantineFacts> quarantined;
  QVector<CanvasPicture> pictures;
};

/// Reads and draws the item that was asked for last: while one is under way, those asked for in
/// between are passed over, so that a held-down arrow key never builds up work.
class ItemLoader : public QObject {
  Q_OBJECT

 public:
  ItemLoader(ProjectSession& session, QObject* parent);

  void load(curation::Shelf shelf, qint64 id);
  /// Takes back what was asked for.
  void cancel() { wanted_.reset(); }
  bool isIdle() const { return !working_; }

 Q_SIGNALS:
  void loaded(const std::shared_ptr<mia::ui::LoadedItem>& item);
  void failed(const QString& sentence);

 private:
  struct Wanted {
    curation::Shelf shelf;
    qint64 id;
  };

  void begin();
  void draw(const std::shared_ptr<LoadedItem>& item);
  void end();

  ProjectSession& session_;
  std::optional<Wanted> wanted_;
  bool working_ = false;
};

}  // namespace mia::ui
