// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <QVector>
#include <optional>

#include "curation/layout_preview.h"
#include "ui/jobs/background.h"

namespace mia::ui {

/// What is to be shown.
struct PreviewAsk {
  curation::ComposeRequest request;
  qint64 index = 0;
  curation::PreviewFit fit;  ///< device px
  curation::PreviewLook look = curation::PreviewLook::kCanvas;
  QString model;
  bool operator==(const PreviewAsk&) const = default;
};

/// A preview ready to be painted.
struct LoadedPreview {
  PreviewAsk ask;
  curation::LayoutPreview preview;
  QVector<QImage> images;
  qint64 available = 0;
};

/// A sample's small picture; several images of a sequence side by side.
struct SheetItem {
  qint64 index = 0;
  QImage image;
  QString words;  ///< its prompt
};

/// Draws what is asked for on threads of its own: the latest ask wins, what came between is never
/// drawn. Sheets of many samples are drawn behind its back, a few at a time, and then what choosing
/// by likeness would need for the sample shown is looked at.
class PreviewLoader : public QObject {
  Q_OBJECT

 public:
  PreviewLoader(const QString& project, QObject* parent);
  ~PreviewLoader() override;

  void ask(const PreviewAsk& ask);
  /// Draws samples [0, count) of the request, at most edge px large.
  void askSheet(const curation::ComposeRequest& request, int count, int edge);
  bool isIdle() const { return !busy_ && !sheetBusy_; }

 Q_SIGNALS:
  void shown(const std::shared_ptr<mia::ui::LoadedPreview>& preview);
  void failed(const QString& sentence);
  void sheetStarted();
  void sheetGrew(const QVector<mia::ui::SheetItem>& items);

 private:
  struct Desk;
  void start();
  void continueSheet(int generation, qint64 from);
  void prepareLikeness(int generation);

  std::shared_ptr<Desk> desk_;
  std::shared_ptr<Desk> sheetDesk_;
  QThreadPool pool_;
  QThreadPool sheetPool_;
  PreviewAsk next_;
  bool waiting_ = false;
  bool busy_ = false;
  bool sheetBusy_ = false;
  int generation_ = 0;
  curation::ComposeRequest sheetRequest_;
  int sheetCount_ = 0;
  int sheetEdge_ = 0;
};

}  // namespace mia::ui
