// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QThreadPool>
#include <QTimer>
#include <stop_token>

#include "curation/import_preview.h"
#include "ui/dialogs/sheet.h"
#include "ui/widgets/note.h"

namespace mia::ui {

class PreviewList;

/// Asks what to import and whereto, and shows beforehand what would become of the first rows:
/// which format it is, the samples' questions with their pictures, what would be set aside and why.
class ImportSheet : public Sheet {
  Q_OBJECT

 public:
  static constexpr int kPreviewRows = 200;

  /// `project`: the open one; empty when there is none, and a new one is made.
  ImportSheet(QWidget* window, const QString& project);
  /// Stops looking.
  ~ImportSheet() override;

  /// A file of questions, or a folder that may hold one, that was dropped or chosen.
  void choose(const QString& path);
  /// Nothing is being looked at any more.
  bool isSettled() const;
  PreviewList& list() { return *list_; }

 Q_SIGNALS:
  void accepted(const QString& file, const QString& images, const QString& project);

 protected:
  QWidget* firstFocus() override { return file_; }
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QLineEdit* addPath(QGridLayout* grid, const QString& label, const QString& hint, bool folder);
  void buildPreview();
  void buildFoot();
  void chooseFolder(const QString& folder);
  void suggestProject();
  void look();
  void show(const curation::ImportPreview& preview);
  void showList();
  void check();
  void accept();

  QString project_;
  QLineEdit* file_;
  QLineEdit* images_;
  QLineEdit* target_;
  Note* note_;
  QLabel* format_;
  QLabel* summary_;
  QCheckBox* onlySetAside_;
  PreviewList* list_;
  QListView* view_;
  QPushButton* import_;
  QTimer delay_;
  std::stop_source stop_;
  QThreadPool reader_;
  std::shared_ptr<const curation::ImportPreview> preview_;
  bool imagesByHand_ = false;  ///< the person named the folder of photos
  bool targetByHand_ = false;
  int asked_ = 0;  ///< number of the newest look
  int seen_ = 0;   ///< number of the look that is shown
};

}  // namespace mia::ui
