// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/start/new_project_form.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QStandardPaths>

#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

NewProjectForm::NewProjectForm(QWidget* parent) : QFrame(parent) {
  setProperty("role", "card");
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
  grid->setHorizontalSpacing(space::kMedium);
  grid->setVerticalSpacing(space::kMedium);
  grid->addWidget(makeLabel("section", tr("New project")), 0, 0, 1, 3);
  file_ = addRow(tr("Questions"), tr("A LLaVA-instruct JSON file"), false);
  images_ = addRow(tr("Photos"), tr("The folder that its image paths begin at"), true);
  project_ = addRow(tr("Project"), tr("A new folder; photos stay where they are"), true);
  auto* buttons = new QHBoxLayout;
  auto* cancel = new QPushButton(tr("Cancel"));
  create_ = new QPushButton(tr("Import"));
  create_->setDefault(true);
  buttons->addStretch();
  buttons->addWidget(cancel);
  buttons->addWidget(create_);
  grid->addLayout(buttons, grid->rowCount(), 0, 1, 3);
  connect(cancel, &QPushButton::clicked, this, &NewProjectForm::cancelled);
  connect(create_, &QPushButton::clicked, this, &NewProjectForm::accept);
  connect(file_, &QLineEdit::textChanged, this, &NewProjectForm::suggest);
  for (QLineEdit* field : {file_, images_, project_}) {
    connect(field, &QLineEdit::textChanged, this, &NewProjectForm::check);
    connect(field, &QLineEdit::returnPressed, this, &NewProjectForm::accept);
  }
  check();
}

QLineEdit* NewProjectForm::addRow(const QString& label, const QString& hint, bool folder) {
  auto* grid = static_cast<QGridLayout*>(layout());
  const int row = grid->rowCount();
  auto* field = new QLineEdit;
  field->setPlaceholderText(hint);
  field->setAccessibleName(label);
  auto* choose = new QPushButton(tr("Choose…"));
  choose->setAccessibleName(tr("Choose %1").arg(label));
  grid->addWidget(makeLabel("", label), row, 0);
  grid->addWidget(field, row, 1);
  grid->addWidget(choose, row, 2);
  connect(choose, &QPushButton::clicked, this, [this, field, label, folder] {
    const QString path = folder ? QFileDialog::getExistingDirectory(this, label, field->text())
                                : QFileDialog::getOpenFileName(this, label, field->text(),
                                                               tr("JSON (*.json *.jsonl)"));
    if (!path.isEmpty()) field->setText(path);
  });
  return field;
}

void NewProjectForm::suggest() {
  const QFileInfo file(file_->text());
  if (!file.isFile()) return;
  if (images_->text().isEmpty()) images_->setText(file.absolutePath());
  if (project_->text().isEmpty()) {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    project_->setText(documents + QLatin1Char('/') + file.completeBaseName());
  }
}

void NewProjectForm::check() {
  create_->setEnabled(QFileInfo(file_->text()).isFile() && QFileInfo(images_->text()).isDir() &&
                      !project_->text().isEmpty());
}

void NewProjectForm::accept() {
  if (create_->isEnabled()) Q_EMIT accepted(file_->text(), images_->text(), project_->text());
}

void NewProjectForm::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) {
    Q_EMIT cancelled();
  } else {
    QFrame::keyPressEvent(event);
  }
}

}  // namespace mia::ui
