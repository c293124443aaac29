// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compose/model_box.h"

#include <QDir>
#include <QFileDialog>

#include "base/resources.h"
#include "ui/session/settings.h"

namespace mia::ui {

namespace {

const QString kOther = QStringLiteral("\n");  ///< no folder has this name

QString demoModel() {
  try {
    return QString::fromStdString((resourceFolder() / "demo" / "model").string());
  } catch (const std::exception&) {
    return {};
  }
}

}  // namespace

ModelBox::ModelBox(QWidget* parent) : QComboBox(parent) {
  setAccessibleName(tr("Model"));
  setToolTip(tr("Whose view is shown"));
  setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  setMinimumContentsLength(14);
  addItem(tr("no model"), QString());
  addItem(tr("Choose a model folder…"), kOther);
  const QString demo = demoModel();
  if (!demo.isEmpty()) {
    choose(demo);
    setItemText(currentIndex(), tr("demo model"));
  }
  const QString own = get(settings::kModelFolder);
  if (!own.isEmpty()) choose(own);
  shown_ = currentIndex();
  connect(this, &QComboBox::activated, this, &ModelBox::take);
}

void ModelBox::choose(const QString& folder) {
  if (findData(folder) < 0) {
    insertItem(count() - 1, QDir(folder).dirName(), folder);
    setItemData(count() - 2, folder, Qt::ToolTipRole);
  }
  setCurrentIndex(findData(folder));
}

void ModelBox::take(int index) {
  if (itemData(index).toString() == kOther) {
    setCurrentIndex(shown_);
    return askForFolder();
  }
  shown_ = index;
  Q_EMIT changed();
}

void ModelBox::askForFolder() {
  const QString folder = QFileDialog::getExistingDirectory(this, tr("Choose a model folder"),
                                                           get(settings::kModelFolder));
  if (folder.isEmpty()) return;
  choose(folder);
  shown_ = currentIndex();
  Q_EMIT changed();
}

}  // namespace mia::ui
