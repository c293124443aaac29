// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QVector>

#include "curation/pictures.h"
#include "ui/session/project_session.h"

namespace mia::ui {

QImage toImage(const curation::Pixels& pixels);

/// Small pictures of images and samples, drawn off the GUI thread, newest request first, and kept
/// in memory up to a limit. What was asked for and is not there yet arrives with ready().
class ThumbnailStore : public QObject {
  Q_OBJECT

 public:
  struct Entry {
    QImage image;
    curation::ThumbnailState state = curation::ThumbnailState::kReady;
    QString problem;
  };

  ThumbnailStore(ProjectSession& session, QObject* parent);

  /// The sharpest entry there is for `id`, or nullptr. One of another size than `edge` is shown
  /// until request() has brought the right one.
  const Entry* find(qint64 id, int edge) const;
  bool has(qint64 id, int edge) const { return entries_.contains({id, edge}); }
  /// Asks for the entry; `row` comes back with ready().
  /// Something coarse comes first where nothing is shown for it yet.
  void request(qint64 id, int edge, int row, const curation::PictureSource& source);
  /// Forgets what was asked for and not begun.
  void dropRequests();

  /// The edge in device px that is kept for pictures shown at `devicePixels`.
  static int edgeFor(int devicePixels);

 Q_SIGNALS:
  void ready(qint64 id, int row);

 private:
  using Key = QPair<qint64, int>;
  struct Request {
    Key key;
    int row;
    curation::PictureSource source;
    bool quick = false;
  };
  struct Drawn {
    Entry entry;
    bool exact = true;
  };

  void drawNext();
  void take(const Request& request, Outcome<Drawn> outcome);

  ProjectSession& session_;
  QCache<Key, Entry> entries_;
  QVector<Request> quick_;  ///< served first
  QVector<Request> waiting_;
  QSet<Key> asked_;
  int drawing_ = 0;
};

}  // namespace mia::ui
