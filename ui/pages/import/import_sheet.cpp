// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/import_sheet.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLocale>
#include <QStandardPaths>

#include "ui/jobs/background.h"
#include "ui/models/gallery_model.h"
#include "ui/pages/import/preview_delegate.h"
#include "ui/pages/import/preview_list.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

namespace mia::ui {

namespace {

constexpr int kImportWidth = 860;
constexpr int kDelayMilliseconds = 200;
constexpr int kListHeight = 300;

}  // namespace

ImportSheet::ImportSheet(QWidget* window, const QString& project)
    : Sheet(window, tr("Import"), kImportWidth), project_(project), note_(new Note) {
  addHeading(tr("Import photos and their questions"),
             tr("Drop a file or a folder anywhere on the window, or choose it here. Photos stay "
                "where they are."));
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(space::kMedium);
  grid->setVerticalSpacing(space::kSmall);
  file_ = addPath(grid, tr("Questions"), tr("A JSON list of LLaVA-instruct records"), false);
  images_ = addPath(grid, tr("Photos"), tr("The folder that its image paths begin at"), true);
  target_ = addPath(grid, tr("Project"), tr("The open project's folder, or a new one"), true);
  target_->setText(project);
  targetByHand_ = !project.isEmpty();
  cardLayout()->addLayout(grid);
  cardLayout()->addWidget(note_);
  buildPreview();
  buildFoot();
  reader_.setMaxThreadCount(1);
  delay_.setSingleShot(true);
  delay_.setInterval(kDelayMilliseconds);
  connect(&delay_, &QTimer::timeout, this, &ImportSheet::look);
  connect(file_, &QLineEdit::textChanged, this, [this] {
    if (!imagesByHand_) images_->clear();
    suggestProject();
    delay_.start();
  });
  connect(images_, &QLineEdit::textEdited, this, [this] {
    imagesByHand_ = !images_->text().isEmpty();
    delay_.start();
  });
  connect(target_, &QLineEdit::textEdited, this, [this] { targetByHand_ = true; });
  for (QLineEdit* field : {file_, images_, target_}) {
    connect(field, &QLineEdit::textChanged, this, &ImportSheet::check);
  }
  check();
}

ImportSheet::~ImportSheet() { stop_.request_stop(); }

QLineEdit* ImportSheet::addPath(QGridLayout* grid, const QString& label, const QString& hint,
                                bool folder) {
  const int row = grid->rowCount();
  auto* field = new QLineEdit;
  field->setPlaceholderText(hint);
  field->setAccessibleName(label);
  auto* button = new QPushButton(tr("Choose…"));
  button->setAccessibleName(tr("Choose %1").arg(label));
  QLabel* name = makeLabel("", label);
  name->setBuddy(field);
  grid->addWidget(name, row, 0);
  grid->addWidget(field, row, 1);
  grid->addWidget(button, row, 2);
  connect(button, &QPushButton::clicked, this, [this, field, label, folder] {
    auto* dialog = new QFileDialog(window(), label, field->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    if (!folder) dialog->setNameFilter(tr("JSON (*.json);;All files (*)"));
    connect(dialog, &QFileDialog::fileSelected, field, [field](const QString& path) {
      field->setText(path);
      Q_EMIT field->textEdited(path);
    });
    dialog->open();
  });
  return field;
}

void ImportSheet::buildPreview() {
  format_ = makeLabel("heading");
  summary_ = makeText();
  onlySetAside_ = new QCheckBox(tr("Only what would be set aside"));
  list_ = new PreviewList(this);
  view_ = new QListView;
  view_->setModel(list_);
  view_->setItemDelegate(new PreviewDelegate(view_));
  view_->setUniformItemSizes(true);
  view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  view_->setMinimumHeight(kListHeight);
  view_->setAccessibleName(tr("Preview of the first rows"));
  auto* line = new QHBoxLayout;
  line->addWidget(summary_, 1);
  line->addWidget(onlySetAside_);
  cardLayout()->addWidget(format_);
  cardLayout()->addLayout(line);
  cardLayout()->addWidget(view_, 1);
  connect(onlySetAside_, &QCheckBox::toggled, this, &ImportSheet::showList);
  for (QWidget* part : {static_cast<QWidget*>(format_), static_cast<QWidget*>(summary_),
                        static_cast<QWidget*>(onlySetAside_)}) {
    part->hide();
  }
}

void ImportSheet::buildFoot() {
  auto* cancel = new QPushButton(tr("Cancel"));
  import_ = new QPushButton(tr("Import"));
  import_->setDefault(true);
  connect(cancel, &QPushButton::clicked, this, &Sheet::close);
  connect(import_, &QPushButton::clicked, this, &ImportSheet::accept);
  auto* row = new QHBoxLayout;
  row->addStretch();
  row->addWidget(cancel);
  row->addWidget(import_);
  cardLayout()->addLayout(row);
}

void ImportSheet::choose(const QString& path) {
  if (QFileInfo(path).isDir()) {
    chooseFolder(path);
  } else {
    file_->setText(path);
  }
}

/// A folder alone holds photos, but no questions: those are looked for in it.
void ImportSheet::chooseFolder(const QString& folder) {
  const int look = ++asked_;
  runThen(
      reader_, this, [folder = folder.toStdString()] { return curation::lookInto(folder); },
      [this, folder, look](const Outcome<curation::FolderContent>& outcome) {
        if (look != asked_) return;
        seen_ = look;
        if (outcome.value && outcome.value->questions) {
          file_->setText(text(outcome.value->questions->string()));
          return;
        }
        imagesByHand_ = true;
        images_->setText(folder);
        const auto pictures = outcome.value ? outcome.value->pictures : 0;
        note_->showError(
            pictures > 0
                ? tr("%1 holds %2 photos, but no questions about them. MIA Studio learns from "
                     "questions with their answers: choose the JSON file that asks about these "
                     "photos.")
                      .arg(QDir::toNativeSeparators(folder), grouped(pictures))
                : tr("%1 holds neither a file of questions nor photos. Choose a JSON list of "
                     "LLaVA-instruct records.")
                      .arg(QDir::toNativeSeparators(folder)));
        file_->setFocus();
      });
}

void ImportSheet::suggestProject() {
  const QFileInfo file(file_->text());
  if (targetByHand_ || !file.isFile()) return;
  const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  target_->setText(documents + QLatin1Char('/') + file.completeBaseName());
}

void ImportSheet::look() {
  const int look = ++asked_;
  stop_.request_stop();
  stop_ = {};
  std::optional<std::filesystem::path> images;
  if (imagesByHand_) images = images_->text().toStdString();
  runThen(
      reader_, this,
      [file = file_->text().toStdString(), images, stop = stop_.get_token()] {
        return curation::previewImport(file, images, kPreviewRows, {stop, [](const Progress&) {}});
      },
      [this, look](Outcome<curation::ImportPreview> outcome) {
        if (look != asked_) return;
        seen_ = look;
        preview_.reset();
        note_->clear();
        if (outcome.value) {
          show(*outcome.value);
          preview_ = std::make_shared<const curation::ImportPreview>(std::move(*outcome.value));
        } else if (!file_->text().isEmpty()) {
          note_->showError(outcome.error);
        }
        showList();
        check();
      });
}

void ImportSheet::show(const curation::ImportPreview& preview) {
  if (!preview.recognised.canImport()) {
    note_->showError(text(preview.recognised.words));
    return;
  }
  if (!imagesByHand_) images_->setText(text(preview.imageRoot.string()));
  if (!preview.broken.empty()) {
    note_->showError(
        tr("The file is %1. The rows before it can be imported.").arg(text(preview.broken)));
  }
  const QString size = QLocale().formattedDataSize(preview.bytes, 1);
  format_->setText(
      preview.whole
          ? tr("%1 · %2 · %3 rows", nullptr, static_cast<int>(preview.estimatedRows))
                .arg(text(preview.recognised.words), size, grouped(preview.estimatedRows))
          : tr("%1 · %2 · about %3 rows")
                .arg(text(preview.recognised.words), size, grouped(preview.estimatedRows)));
  qint64 aside = 0;
  QStringList reasons;
  for (const auto& [reason, rows] : preview.quarantined) {
    aside += rows;
    reasons += tr("%1 %2").arg(grouped(rows), reasonWords(reason));
  }
  const auto looked = static_cast<qint64>(preview.rows.size());
  const QString which =
      preview.whole
          ? tr("Preview of all %1 rows", nullptr, static_cast<int>(looked)).arg(grouped(looked))
          : tr("Preview of the first %1 rows").arg(grouped(looked));
  summary_->setText(aside == 0 ? tr("%1: all of them become questions.").arg(which)
                               : tr("%1: %2 become questions, %3 would be set aside (%4).")
                                     .arg(which, grouped(looked - aside), grouped(aside),
                                          reasons.join(QStringLiteral(", "))));
}

void ImportSheet::showList() {
  const bool shown = preview_ && preview_->recognised.canImport();
  format_->setVisible(shown);
  summary_->setVisible(shown);
  onlySetAside_->setVisible(shown && !preview_->quarantined.empty());
  list_->show(shown ? preview_ : nullptr, onlySetAside_->isChecked());
}

bool ImportSheet::isSettled() const { return !delay_.isActive() && asked_ == seen_; }

void ImportSheet::check() {
  import_->setEnabled(preview_ && preview_->recognised.canImport() && isSettled() &&
                      QFileInfo(images_->text()).isDir() && !target_->text().isEmpty());
}

void ImportSheet::accept() {
  if (!import_->isEnabled()) return;
  const QString file = file_->text(), images = images_->text(), target = target_->text();
  close();
  Q_EMIT accepted(file, images, target);
}

void ImportSheet::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) accept();
  Sheet::keyPressEvent(event);
}

}  // namespace mia::ui
