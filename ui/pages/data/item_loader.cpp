// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/item_loader.h"

#include "ui/models/thumbnail_store.h"

namespace mia::ui {

namespace {

using Item = std::shared_ptr<LoadedItem>;

Item readItem(curation::Browser& browser, curation::Shelf shelf, qint64 id) {
  auto item = std::make_shared<LoadedItem>();
  item->shelf = shelf;
  item->id = id;
  if (shelf == curation::Shelf::kImages) {
    item->image = browser.image(ImageId{id});
  } else {
    item->sample = browser.sample(SampleId{id});
  }
  return item;
}

/// What stands on one picture: the frames of a canvas, or nothing on a photo that is the picture.
CanvasPicture toCanvasPicture(const curation::ShownPicture& shown, const LayoutRecipe& recipe) {
  CanvasPicture picture;
  const QImage image = toImage(shown.pixels);
  if (!image.isNull()) picture.levels = halvedLevels(image);
  picture.problem = QString::fromStdString(shown.problem);
  const bool several = recipe.imageCount > 1;
  const bool isOneImage =
      recipe.kind == LayoutKind::kSingle || recipe.kind == LayoutKind::kSequence;
  for (const curation::ShownRegion& region : shown.regions) {
    const bool target = several && region.image == recipe.targetIndex;
    if (recipe.kind == LayoutKind::kSequence) picture.isTarget = target;
    QString label = ItemLoader::tr("Image %1").arg(region.image + 1);
    if (target) label += ItemLoader::tr(" · target");
    if (recipe.kind == LayoutKind::kSequence) picture.title = label;
    picture.regions.append({QRectF(region.x, region.y, region.width, region.height),
                            isOneImage ? QString() : label, target});
  }
  return picture;
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
        const curation::PictureSource& source =
            item->image ? item->image->source : item->sample->source;
        for (const curation::ShownPicture& shown : curation::drawPictures(source)) {
          item->pictures.append(toCanvasPicture(shown, source.recipe));
        }
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
