// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

#include "ui/models/gallery_model.h"
#include "ui/pages/page.h"
#include "ui/widgets/note.h"

namespace mia::ui {

class DetailPane;
class FilterPanel;
class GalleryBar;
class GalleryView;
class SelectionBar;
class ShelfBar;

/// The project's images, samples and quarantined rows: a gallery that is narrowed, ordered and
/// marked, and one item large beside it or alone.
class DataPage : public Page {
  Q_OBJECT

 public:
  explicit DataPage(ProjectSession& session);
  ~DataPage() override;

  QWidget* headerTools() override;
  void takeFocus() override;
  /// "", "images", "samples", "quarantine", "filters", "duplicates", "image" or "sample" (one of
  /// them large).
  bool showState(const QString& state) override;
  bool isSettled() const override;

  GalleryModel& model() { return *model_; }
  GalleryView& gallery() { return *gallery_; }
  FilterPanel& filters() { return *filters_; }
  SelectionBar& selectionBar() { return *selection_; }
  DetailPane& detail() { return *detail_; }

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  enum class Mode { kBrowse, kLarge };

  void buildBody();
  void buildActions();
  void buildMarkActions();
  void connectParts();
  void connectGallery();
  /// Lists what a query asks for; everything that shows the query follows.
  void ask(const curation::BrowseQuery& query);
  void restoreState();
  void keepState();
  void readNames();
  void setFiltersShown(bool shown);
  void excludeSelected();
  void tagSelected(const QString& tag, bool on);
  std::vector<std::int64_t> selectedIds() const;
  void showSelection();
  void marked(const QString& error);
  void showShelf(curation::Shelf shelf);
  void search(const QString& words);
  void showUsesOf(qint64 image, const QString& name);
  void clearFilters();
  void setMode(Mode mode);
  void applyMode();
  void step(int rows);
  void goTo(qint64 id);
  void listed();
  void showCurrent();
  void updateEmptyText();
  bool isNarrow() const;

  ProjectSession& session_;
  GalleryModel* model_;
  ShelfBar* tools_ = nullptr;
  QSplitter* splitter_ = nullptr;
  QWidget* left_ = nullptr;
  FilterPanel* filters_ = nullptr;
  GalleryBar* bar_ = nullptr;
  SelectionBar* selection_ = nullptr;
  Note* note_ = nullptr;
  GalleryView* gallery_ = nullptr;
  DetailPane* detail_ = nullptr;
  QString usedName_;
  curation::BrowseQuery listedQuery_;
  qint64 keptId_ = 0;
  qint64 askedId_ = 0;  ///< by its number; told when it is not there
  Mode mode_ = Mode::kBrowse;
};

}  // namespace mia::ui
