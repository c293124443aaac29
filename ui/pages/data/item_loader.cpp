// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/item_loader.h"

#include "ui/models/canvas_pictures.h"

namespace mia::ui {

namespace {

using Item = std::shared_ptr<LoadedItem>;

Item readItem(curation::Browser& browser, curation::Shelf shelf, qint64 id) {
  auto item = std::make_shared<LoadedItem>();
  item->shelf = shelf;
  item->id = id;
  switch (shelf) {
    case curation::Shelf::kImages: item->image = browser.image(ImageId{id}); break;
    case curation::Shelf::kSamples: item->sample = browser.sample(SampleId{id}); break;
    case curation::Shelf::kQuarantine: item->quarantined = browser.quarantined(id); break;
  }
  return item;
}

}  // namespace

ItemLoader::ItemLoader(ProjectSession& session, QObject* parent)
    : QObject(parent), session_(session) {}

void ItemLoader::load(curation::Shelf shelf, qint64 id) {
  wanted_ = Wanted{shelf, id};
  begin();
}

void ItemLoader::begin() {
  if (working_ || !wanted_) return;
  working_ = true;
  const Wanted wanted = *wanted_;
  wanted_.reset();
  session_.read(
      this,
      [wanted](curation::Browser& browser) { return readItem(browser, wanted.shelf, wanted.id); },
      [this](Outcome<Item> outcome) {
        if (outcome.value) {
          draw(*outcome.value);
        } else {
          Q_EMIT failed(outcome.error);
          end();
        }
      });
}

void ItemLoader::draw(const Item& item) {
  session_.draw(
      this,
      [item] {
        if (item->quarantined) return item;
        const curation::PictureSource& source =
            item->image ? item->image->source : item->sample->source;
        item->pictures = drawCanvasPictures(source);
        return item;
      },
      [this](Outcome<Item> outcome) {
        if (outcome.value) {
          if (!wanted_) Q_EMIT loaded(*outcome.value);
        } else {
          Q_EMIT failed(outcome.error);
        }
        end();
      });
}

void ItemLoader::end() {
  working_ = false;
  begin();
}

}  // namespace mia::ui
