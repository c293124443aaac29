// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QButtonGroup>
#include <QLineEdit>
#include <QSlider>
#include <QTimer>

#include "curation/browse.h"

namespace mia::ui {

/// What stands in the header while the Data page is on: which shelf is shown with how much is on
/// it, the search, the size of the thumbnails.
class ShelfBar : public QWidget {
  Q_OBJECT

 public:
  explicit ShelfBar(QWidget* parent = nullptr);

  void setCounts(const curation::ProjectCounts& counts);
  void setQuery(const curation::BrowseQuery& query);
  void setEdge(int pixels) { zoom_->setValue(pixels); }
  void focusSearch();
  /// A search that was typed and not yet asked for.
  bool isWaiting() const { return searchDelay_.isActive(); }

 Q_SIGNALS:
  void shelfChosen(mia::curation::Shelf shelf);
  void searchAsked(const QString& words);
  void edgeChosen(int pixels);
  /// The keyboard is wanted back by the gallery.
  void left();

 private:
  QWidget* buildShelves();
  void buildSearch();
  void buildZoom();
  void search();

  QButtonGroup* shelves_;
  QLineEdit* search_;
  QSlider* zoom_;
  QTimer searchDelay_;
};

}  // namespace mia::ui
