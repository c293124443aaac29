// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileDialog>
#include <QFileInfo>

#include "curation/run_export.h"
#include "ui/pages/train/train_page.h"
#include "ui/plots/plot_board.h"

// Curves as files.

namespace mia::ui {

void TrainPage::exportTo(const QString& file) {
  const QString kind = QFileInfo(file).suffix().toLower();
  const auto* facts = feed_.find(current());
  const RunFeed::Series series = feed_.series(current());
  if (!facts || !series) return;
  const auto told = [this](const Outcome<bool>& outcome) {
    if (!outcome.value) note_->showError(outcome.error);
  };
  if (kind == QLatin1String("csv")) {
    feed_.ask(
        this,
        [series, path = file.toStdString()](curation::RunHistory&) {
          curation::writeSeriesCsv(*series, path);
          return true;
        },
        told);
  } else if (kind.isEmpty() || QFileInfo(file).isDir()) {
    feed_.ask(
        this,
        [series, run = *facts, path = file.toStdString()](curation::RunHistory&) {
          curation::writeTensorBoard(run, *series, path);
          return true;
        },
        told);
  } else {
    try {
      board_->saveFigure(file);
    } catch (const std::exception& error) {
      note_->showError(QString::fromUtf8(error.what()));
    }
  }
}

void TrainPage::askExport() {
  auto* dialog = new QFileDialog(this, tr("Export the curves"));
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setNameFilters({tr("Picture (*.png)"), tr("Drawing (*.svg)"), tr("Document (*.pdf)"),
                          tr("Table of figures (*.csv)"), tr("Folder for TensorBoard (*)")});
  const QStringList endings{QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf"),
                            QStringLiteral("csv"), QString()};
  dialog->setDefaultSuffix(endings.first());
  dialog->selectFile(current());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, endings](const QString& filter) {
    dialog->setDefaultSuffix(endings.value(dialog->nameFilters().indexOf(filter)));
  });
  connect(dialog, &QFileDialog::fileSelected, this, &TrainPage::exportTo);
  dialog->open();
}

}  // namespace mia::ui
