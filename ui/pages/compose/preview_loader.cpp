// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compose/preview_loader.h"

#include <QPainter>

#include "base/error.h"
#include "ui/models/thumbnail_store.h"

namespace mia::ui {

namespace {

constexpr int kSheetStep = 6;  ///< samples drawn between two looks at what is asked for
constexpr int kSheetGap = 4;

/// A sample's pictures as they are arranged in a small area, with gaps that let the ground through.
QImage sideBySide(const std::vector<curation::PreviewPicture>& pictures, const layout::Area& area) {
  if (pictures.size() == 1) return toImage(pictures.front().pixels);
  std::vector<layout::Size> sizes;
  for (const auto& picture : pictures) sizes.push_back({picture.width, picture.height});
  const std::vector<layout::PixelRect> places = layout::arranged(sizes, area);
  QRect box;
  for (const auto& place : places) box |= QRect(place.left, place.top, place.width, place.height);
  QImage whole(box.size(), QImage::Format_ARGB32_Premultiplied);
  whole.fill(Qt::transparent);
  QPainter painter(&whole);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const QRect place(places[i].left, places[i].top, places[i].width, places[i].height);
    painter.drawImage(place.translated(-box.topLeft()), toImage(pictures[i].pixels));
  }
  return whole;
}

}  // namespace

/// What one of the threads works with; made and used there alone.
struct PreviewLoader::Desk {
  std::filesystem::path project;
  std::shared_ptr<curation::PictureShelf> shelf;
  std::unique_ptr<curation::LayoutPreviewer> previewer;
  QString model;

  curation::LayoutPreviewer& get() {
    if (!previewer) previewer = std::make_unique<curation::LayoutPreviewer>(project, shelf);
    return *previewer;
  }

  std::shared_ptr<LoadedPreview> load(const PreviewAsk& ask) {
    auto& desk = get();
    if (model != ask.model) {
      model.clear();
      desk.useModel(ask.model.toStdString());
      model = ask.model;
    }
    auto loaded = std::make_shared<LoadedPreview>();
    loaded->ask = ask;
    loaded->available = desk.available(ask.request);
    loaded->preview = desk.show(desk.sample(ask.request, ask.index), ask.fit, ask.look);
    for (const auto& picture : loaded->preview.pictures) {
      loaded->images.append(toImage(picture.pixels));
    }
    return loaded;
  }

  QVector<SheetItem> sheet(const curation::ComposeRequest& request, qint64 from, qint64 to,
                           int edge) {
    QVector<SheetItem> items;
    const curation::PreviewFit fit{{double(edge), double(edge), kSheetGap}};
    const qint64 end = qMin<qint64>(to, get().available(request));
    for (qint64 i = from; i < end; ++i) {
      const curation::PreviewSample sample = get().sample(request, i);
      std::string problem;
      const auto pictures = curation::drawPreview(sample.source, fit, *shelf, problem);
      items.append(
          {i, sideBySide(pictures, fit.area), QString::fromStdString(sample.sample.prompt)});
    }
    return items;
  }
};

PreviewLoader::PreviewLoader(const QString& project, QObject* parent)
    : QObject(parent), desk_(new Desk), sheetDesk_(new Desk) {
  const auto shelf = std::make_shared<curation::PictureShelf>();
  for (const auto& desk : {desk_, sheetDesk_}) {
    desk->project = project.toStdString();
    desk->shelf = shelf;
  }
  for (QThreadPool* alone : {&pool_, &sheetPool_}) {
    alone->setMaxThreadCount(1);
    alone->setExpiryTimeout(-1);
  }
}

PreviewLoader::~PreviewLoader() {
  ++generation_;
  pool_.clear();
  sheetPool_.clear();
  pool_.waitForDone();
  sheetPool_.waitForDone();
}

void PreviewLoader::ask(const PreviewAsk& ask) {
  next_ = ask;
  waiting_ = true;
  start();
}

void PreviewLoader::start() {
  if (busy_ || !waiting_) return;
  waiting_ = false;
  busy_ = true;
  runThen(
      pool_, this, [desk = desk_, ask = next_] { return desk->load(ask); },
      [this](Outcome<std::shared_ptr<LoadedPreview>> outcome) {
        busy_ = false;
        if (outcome.value) {
          Q_EMIT shown(*outcome.value);
        } else if (!waiting_) {
          Q_EMIT failed(outcome.error);
        }
        start();
      });
}

void PreviewLoader::askSheet(const curation::ComposeRequest& request, int count, int edge) {
  sheetRequest_ = request;
  sheetCount_ = count;
  sheetEdge_ = edge;
  Q_EMIT sheetStarted();
  sheetBusy_ = true;
  continueSheet(++generation_, 0);
}

void PreviewLoader::continueSheet(int generation, qint64 from) {
  const qint64 to = qMin<qint64>(from + kSheetStep, sheetCount_);
  runThen(
      sheetPool_, this,
      [desk = sheetDesk_, request = sheetRequest_, edge = sheetEdge_, from, to] {
        return desk->sheet(request, from, to, edge);
      },
      [this, generation, to](Outcome<QVector<SheetItem>> outcome) {
        if (generation != generation_) return;
        const bool some = outcome.value && !outcome.value->isEmpty();
        if (some) Q_EMIT sheetGrew(*outcome.value);
        if (some && to < sheetCount_) {
          continueSheet(generation, to);
        } else {
          prepareLikeness(generation);
        }
      });
}

void PreviewLoader::prepareLikeness(int generation) {
  runThen(
      sheetPool_, this,
      [desk = sheetDesk_, request = sheetRequest_, index = next_.index] {
        return desk->get().prepareLikeness(request, index);
      },
      [this, generation](Outcome<bool> outcome) {
        if (generation != generation_) return;
        sheetBusy_ = outcome.value.value_or(false);
        if (sheetBusy_) prepareLikeness(generation);
      });
}

}  // namespace mia::ui
