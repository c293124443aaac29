// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QCache>
#include <QSet>
#include <stop_token>
#include <vector>

#include "curation/browse.h"
#include "ui/models/thumbnail_store.h"
#include "ui/session/project_session.h"

namespace mia::ui {

/// The images, samples or quarantined rows that a query asks for, for a virtual grid: all ids are
/// known, what is shown of each is read a page at a time when a view asks, and thumbnails come when
/// drawn. Behind the list come the counts beside every choice.
class GalleryModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role {
    kIdRole = Qt::UserRole,  ///< qint64
    kTitleRole,              ///< QString
    kFactsRole,              ///< QString: size, or layout and number of images
    kStateRole,              ///< int of curation::ThumbnailState, or kPending
    kProblemRole,            ///< QString, why there is no picture
    kExcludedRole,           ///< bool
    kTagsRole,               ///< QStringList
    kGroupRole,              ///< qint64: of images that look alike; 0: none
    kDistanceRole,           ///< int: bits from the group's first image
    kReasonRole,             ///< int of QuarantineReason
  };
  static constexpr int kPending = -1;

  GalleryModel(ProjectSession& session, QObject* parent);

  const curation::BrowseQuery& query() const { return query_; }
  /// Replaces what is listed; what was listed stays until the answer is there.
  void setQuery(const curation::BrowseQuery& query);
  /// Asks the same again: items that are still there keep their place in the selection by id.
  void reload();
  /// The size of thumbnails, device px.
  void setThumbnailEdge(int devicePixels);

  /// What the ids of the list are ids of; lags behind query() until the answer is there.
  curation::Shelf shelf() const { return shelf_; }
  qint64 idAt(int row) const { return ids_[static_cast<std::size_t>(row)]; }
  /// The row of an id; -1 when it is not listed.
  int rowOf(qint64 id) const;
  bool isLoaded() const { return loaded_; }
  /// The items are those of the query.
  bool isListed() const { return loaded_ && !finding_; }
  /// Of the query; empty until counted().
  const curation::FacetCounts& counts() const { return counts_; }
  /// The list and its counts are those of the query.
  bool isWhole() const { return loaded_ && !finding_ && !counting_; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 Q_SIGNALS:
  /// The list is there (again).
  void listed();
  /// The counts are there (again).
  void counted();
  void failed(const QString& sentence);

 private:
  using Page = std::vector<curation::GalleryItem>;

  void count(int generation);
  void prepare();
  void indexText();
  const curation::GalleryItem* itemAt(int row) const;
  const ThumbnailStore::Entry* thumbnailAt(int row) const;
  /// The ids of images and samples overlap; the keys of their thumbnails do not.
  qint64 thumbnailKey(int row) const {
    return shelf_ == curation::Shelf::kSamples ? -idAt(row) : idAt(row);
  }
  void askForPage(int page) const;
  void takeIds(curation::Shelf shelf, std::vector<std::int64_t> ids);
  void takePage(int page, Page items);
  void announce(int first, int last);

  ProjectSession& session_;
  ThumbnailStore* thumbnails_;
  curation::BrowseQuery query_;
  std::vector<std::int64_t> ids_;
  mutable QCache<int, Page> pages_;
  mutable QSet<int> asked_;
  curation::Shelf shelf_ = curation::Shelf::kImages;
  curation::FacetCounts counts_;
  std::stop_source stop_;
  bool preparing_ = false;
  bool finding_ = false;
  bool counting_ = false;
  bool indexing_ = false;
  int generation_ = 0;  ///< of what was asked for
  int listing_ = 0;     ///< of what is listed
  int edge_ = ThumbnailStore::edgeFor(0);
  bool loaded_ = false;
};

/// The words for a layout: "single", "sequence", "grid", "pic-in-pic".
QString layoutWords(LayoutKind kind);
/// The words for why a row was set aside: "missing image".
QString reasonWords(QuarantineReason reason);
/// "1 234 567", with thin spaces that do not break.
QString grouped(qint64 number);

}  // namespace mia::ui
