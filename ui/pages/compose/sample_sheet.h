// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QStandardItemModel>

#include "ui/pages/compose/preview_loader.h"

namespace mia::ui {

/// The first samples that a layout would make: as a strip beside the preview and as a contact sheet
/// in its place, both of the same samples and at the same one.
class SampleSheet : public QObject {
  Q_OBJECT

 public:
  static constexpr int kSamples = 100;
  static constexpr int kEdge = 192;  ///< device px of a sample's picture

  explicit SampleSheet(QObject* parent);

  /// The two views; who lays them out owns them.
  QListView* strip() { return strip_; }
  QListView* sheet() { return sheet_; }
  void clear() { samples_.clear(); }
  void append(const QVector<SheetItem>& items);
  /// Marks a sample, and keeps it in sight.
  void setPlace(qint64 index);
  /// The pictures, in order, for pictureOf().
  QVector<QImage> pictures() const;
  /// The contact sheet as one picture; may be called on any thread.
  static QImage pictureOf(const QVector<QImage>& pictures);

 Q_SIGNALS:
  void chosen(qint64 index);
  void opened();

 private:
  void setUp(QListView* view, const QString& name);

  QStandardItemModel samples_;
  QListView* strip_ = nullptr;
  QListView* sheet_ = nullptr;
};

}  // namespace mia::ui
