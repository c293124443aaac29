// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/gallery_model.h"

#include <algorithm>

#include "curation/marks.h"

namespace mia::ui {

namespace {

constexpr int kPageRows = 48;  ///< about what is in sight: the first rows wait for no others
constexpr int kPagesKept = 160;
constexpr auto kPrepareSlice = std::chrono::milliseconds(30);  ///< other reading comes in between
constexpr int kRowsIndexedAtOnce = 2000;                       ///< and other writing

QString factsOf(const curation::GalleryItem& item, curation::Shelf shelf) {
  if (shelf == curation::Shelf::kQuarantine) {
    return GalleryModel::tr("row %1").arg(grouped(item.row));
  }
  if (shelf == curation::Shelf::kImages) {
    return QStringLiteral("%1 × %2").arg(item.width).arg(item.height);
  }
  QString words = layoutWords(item.layout);
  if (item.source.images.size() > 1) {
    words += GalleryModel::tr(" · %n images", nullptr, static_cast<int>(item.source.images.size()));
  }
  if (item.split == Split::kHeldOut) words += GalleryModel::tr(" · held-out");
  return words;
}

}  // namespace

QString layoutWords(LayoutKind kind) {
  switch (kind) {
    case LayoutKind::kSingle: return GalleryModel::tr("single");
    case LayoutKind::kSequence: return GalleryModel::tr("sequence");
    case LayoutKind::kGrid: return GalleryModel::tr("grid");
    case LayoutKind::kPicInPic: return GalleryModel::tr("pic-in-pic");
  }
  return {};
}

QString reasonWords(QuarantineReason reason) {
  switch (reason) {
    case QuarantineReason::kMissingImage: return GalleryModel::tr("missing image");
    case QuarantineReason::kUnreadableImage: return GalleryModel::tr("unreadable image");
    case QuarantineReason::kPathEscapesRoot: return GalleryModel::tr("path leaves the folder");
    case QuarantineReason::kImageMarks: return GalleryModel::tr("image marks");
    case QuarantineReason::kEmptyQuestion: return GalleryModel::tr("empty question");
    case QuarantineReason::kNoAnswer: return GalleryModel::tr("no answer");
    case QuarantineReason::kDuplicate: return GalleryModel::tr("duplicate");
    case QuarantineReason::kTextOnly: return GalleryModel::tr("text only");
    case QuarantineReason::kMalformed: return GalleryModel::tr("malformed");
  }
  return {};
}

QString grouped(qint64 number) {
  QString digits = QString::number(number);
  for (qsizetype at = digits.size() - 3; at > 0 && digits[at - 1].isDigit(); at -= 3) {
    digits.insert(at, QChar(0x202f));
  }
  return digits;
}

GalleryModel::GalleryModel(ProjectSession& session, QObject* parent)
    : QAbstractListModel(parent),
      session_(session),
      thumbnails_(new ThumbnailStore(session, this)),
      pages_(kPagesKept) {
  connect(thumbnails_, &ThumbnailStore::ready, this, [this](qint64 id, int row) {
    if (row < rowCount() && thumbnailKey(row) == id) announce(row, row);
  });
}

void GalleryModel::setQuery(const curation::BrowseQuery& query) {
  if (loaded_ && query == query_) return;
  query_ = query;
  reload();
}

void GalleryModel::reload() {
  const int generation = ++generation_;
  stop_.request_stop();  // what was asked for before is not wanted any more
  stop_ = {};
  finding_ = true;
  session_.read(
      this,
      [query = query_, stop = stop_.get_token()](curation::Browser& browser) {
        return browser.find(query, stop);
      },
      [this, generation](Outcome<std::vector<std::int64_t>> outcome) {
        if (generation != generation_) return;
        finding_ = false;
        if (outcome.value) {
          takeIds(query_.shelf, std::move(*outcome.value));
          counting_ = true;
          prepare();
        } else {
          Q_EMIT failed(outcome.error);
        }
      });
}

// Slice by slice, so that the first pages are read in between; then the counts.
void GalleryModel::prepare() {
  if (preparing_) return;
  preparing_ = true;
  session_.read(
      this, [](curation::Browser& browser) { return browser.prepare(kPrepareSlice); },
      [this](Outcome<bool> outcome) {
        preparing_ = false;
        if (!outcome.value) {
          counting_ = false;
          Q_EMIT failed(outcome.error);
        } else if (!*outcome.value) {
          prepare();
        } else {
          count(generation_);
          indexText();
        }
      });
}

void GalleryModel::count(int generation) {
  session_.read(
      this,
      [query = query_, stop = stop_.get_token()](curation::Browser& browser) {
        return browser.facets(query, stop);
      },
      [this, generation](Outcome<curation::FacetCounts> outcome) {
        if (generation != generation_) return;
        counting_ = false;
        if (outcome.value) {
          counts_ = std::move(*outcome.value);
          Q_EMIT counted();
        } else {
          Q_EMIT failed(outcome.error);
        }
      });
}

// A project that cannot be written is searched without an index.
void GalleryModel::indexText() {
  if (indexing_) return;
  indexing_ = true;
  session_.write(
      this,
      [](curation::Project& project) { return curation::indexText(project, kRowsIndexedAtOnce); },
      [this](Outcome<curation::TextIndexState> outcome) {
        indexing_ = false;
        if (outcome.value && !outcome.value->isComplete()) indexText();
      });
}

void GalleryModel::setThumbnailEdge(int devicePixels) {
  const int edge = ThumbnailStore::edgeFor(devicePixels);
  if (edge == edge_) return;
  edge_ = edge;
  thumbnails_->dropRequests();
}

int GalleryModel::rowOf(qint64 id) const {
  const auto found = std::find(ids_.begin(), ids_.end(), id);
  return found == ids_.end() ? -1 : static_cast<int>(found - ids_.begin());
}

int GalleryModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(ids_.size());
}

QVariant GalleryModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const int row = index.row();
  if (role == kIdRole) return idAt(row);
  const curation::GalleryItem* item = itemAt(row);
  if (role == kStateRole && !item) return kPending;
  if (!item) return {};
  switch (role) {
    case Qt::DisplayRole:
    case kTitleRole: return QString::fromStdString(item->title);
    case kFactsRole: return factsOf(*item, shelf_);
    case kExcludedRole: return item->excluded;
    case kGroupRole: return static_cast<qint64>(item->group);
    case kDistanceRole: return item->distance;
    case kReasonRole: return static_cast<int>(item->reason);
    case kTagsRole: {
      QStringList tags;
      for (const std::string& tag : item->tags) tags.append(QString::fromStdString(tag));
      return tags;
    }
    case Qt::AccessibleTextRole:
      return QStringLiteral("%1, %2").arg(QString::fromStdString(item->title),
                                          factsOf(*item, shelf_));
    default: break;
  }
  if (role != Qt::DecorationRole && role != kStateRole && role != kProblemRole) return {};
  if (shelf_ == curation::Shelf::kQuarantine) {
    return role == kStateRole ? QVariant(static_cast<int>(curation::ThumbnailState::kReady))
                              : QVariant();
  }
  const ThumbnailStore::Entry* entry = thumbnailAt(row);
  if (role == kStateRole) return entry ? static_cast<int>(entry->state) : kPending;
  if (!entry) return {};
  return role == kProblemRole ? QVariant(entry->problem) : QVariant(entry->image);
}

const curation::GalleryItem* GalleryModel::itemAt(int row) const {
  const int page = row / kPageRows;
  const Page* items = pages_.object(page);
  if (!items) {
    askForPage(page);
    return nullptr;
  }
  const curation::GalleryItem& item = (*items)[static_cast<std::size_t>(row % kPageRows)];
  return item.id == idAt(row) ? &item : nullptr;
}

const ThumbnailStore::Entry* GalleryModel::thumbnailAt(int row) const {
  const qint64 id = thumbnailKey(row);
  if (!thumbnails_->has(id, edge_)) thumbnails_->request(id, edge_, row, itemAt(row)->source);
  return thumbnails_->find(id, edge_);
}

void GalleryModel::askForPage(int page) const {
  if (asked_.contains(page)) return;
  asked_.insert(page);
  const auto first = ids_.begin() + page * kPageRows;
  const auto count = std::min<std::ptrdiff_t>(kPageRows, ids_.end() - first);
  auto* self = const_cast<GalleryModel*>(this);
  session_.read(
      self,
      [shelf = shelf_, ids = std::vector<std::int64_t>(first, first + count)](
          curation::Browser& browser) { return browser.items(shelf, ids); },
      [self, page, listing = listing_](Outcome<Page> outcome) {
        if (listing != self->listing_) return;
        self->asked_.remove(page);
        if (outcome.value) {
          self->takePage(page, std::move(*outcome.value));
        } else {
          Q_EMIT self->failed(outcome.error);
        }
      });
}

void GalleryModel::takeIds(curation::Shelf shelf, std::vector<std::int64_t> ids) {
  if (loaded_ && shelf == shelf_ && ids == ids_) {
    // The same rows, perhaps marked otherwise: the selection stays, the pages are read again.
    const QList<int> kept = pages_.keys();
    asked_.clear();
    ++listing_;
    for (const int page : kept) askForPage(page);
    Q_EMIT listed();
    return;
  }
  beginResetModel();
  ++listing_;
  shelf_ = shelf;
  ids_ = std::move(ids);
  pages_.clear();
  asked_.clear();
  thumbnails_->dropRequests();
  loaded_ = true;
  if (!ids_.empty()) askForPage(0);  // before the counts are
  endResetModel();
  Q_EMIT listed();
}

void GalleryModel::takePage(int page, Page items) {
  const int first = page * kPageRows;
  const int end = std::min(first + kPageRows, rowCount());
  // A row whose item has gone meanwhile keeps its place, empty, until the list is read again.
  auto* aligned = new Page(static_cast<std::size_t>(end - first));
  auto item = items.begin();
  for (int row = first; row < end && item != items.end(); ++row) {
    if (item->id == idAt(row))
      (*aligned)[static_cast<std::size_t>(row - first)] = std::move(*item++);
  }
  pages_.insert(page, aligned);
  announce(first, end - 1);
}

void GalleryModel::announce(int first, int last) { Q_EMIT dataChanged(index(first), index(last)); }

}  // namespace mia::ui
