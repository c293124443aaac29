// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QImage>
#include <QThreadPool>
#include <memory>

#include "curation/import_preview.h"

namespace mia::ui {

/// The first rows of a file as an import would take them, with thumbnails that arrive as they are
/// drawn.
class PreviewList : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role {
    kQuestionRole = Qt::UserRole,
    kAnswerRole,
    kPlaceRole,   ///< row, id and image in the file
    kReasonRole,  ///< why it would be set aside; empty when it would not
  };
  static constexpr int kThumbnailEdge = 96;

  explicit PreviewList(QObject* parent = nullptr);
  ~PreviewList() override;

  void show(std::shared_ptr<const curation::ImportPreview> preview, bool onlySetAside);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

 private:
  const curation::PreviewRow& rowAt(int row) const {
    return preview_->rows[static_cast<std::size_t>(shown_[row])];
  }
  void drawFrom(int position);

  std::shared_ptr<const curation::ImportPreview> preview_;
  QList<int> shown_;  ///< indices into the preview's rows
  QHash<int, QImage> images_;
  int generation_ = 0;
  QThreadPool painters_;
};

}  // namespace mia::ui
