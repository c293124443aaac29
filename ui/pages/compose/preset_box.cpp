// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compose/preset_box.h"

#include <QDir>
#include <QFileInfo>
#include <QLineEdit>

#include "base/files.h"

namespace mia::ui {

std::string presetText(const curation::ComposeRequest& request) {
  return curation::toJson(request).dump(2) + "\n";
}

PresetBox::PresetBox(ProjectSession& session, QWidget* parent)
    : QComboBox(parent), session_(session) {
  setEditable(true);
  setInsertPolicy(QComboBox::NoInsert);
  setMinimumWidth(170);
  setAccessibleName(tr("Preset"));
  lineEdit()->setAccessibleName(tr("Preset"));
  lineEdit()->setPlaceholderText(tr("Preset, or a name to save as"));
  setToolTip(tr("Choose a preset, or type a name and save (Ctrl+S)"));
  connect(this, &QComboBox::activated, this, &PresetBox::load);
  fill();
}

void PresetBox::fill() {
  const QString shown = currentText();
  clear();
  addItem(tr("Paper: sequence"), static_cast<int>(LayoutKind::kSequence));
  addItem(tr("Paper: grid"), static_cast<int>(LayoutKind::kGrid));
  addItem(tr("Paper: pic-in-pic"), static_cast<int>(LayoutKind::kPicInPic));
  const QDir folder(session_.folder() + QStringLiteral("/presets"));
  for (const QString& file :
       folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
    addItem(QFileInfo(file).completeBaseName(), folder.filePath(file));
  }
  setCurrentIndex(shown.isEmpty() ? -1 : findText(shown));
}

void PresetBox::load(int index) {
  const QVariant file = itemData(index);
  if (file.typeId() == QMetaType::Int) {
    Q_EMIT paperChosen(static_cast<LayoutKind>(file.toInt()));
    return;
  }
  session_.draw(
      this,
      [path = file.toString().toStdString()] {
        return curation::composeRequestFromJson(readJsonFile(path), path);
      },
      [this](Outcome<curation::ComposeRequest> outcome) {
        if (outcome.value) {
          Q_EMIT chosen(*outcome.value);
        } else {
          Q_EMIT failed(outcome.error);
        }
      });
}

void PresetBox::save(const curation::ComposeRequest& request) {
  const QString name = currentText().trimmed();
  if (name.isEmpty() || name.contains(QLatin1Char('/')) || name.startsWith(tr("Paper:"))) {
    Q_EMIT failed(tr("Type a name of your own for the preset, without “/”, then save."));
    setFocus();
    return;
  }
  const QString file =
      session_.folder() + QStringLiteral("/presets/") + name + QStringLiteral(".json");
  session_.draw(
      this,
      [path = std::filesystem::path(file.toStdString()), text = presetText(request)] {
        std::filesystem::create_directories(path.parent_path());
        writeFileAtomically(path, text);
        return true;
      },
      [this](Outcome<bool> outcome) {
        if (!outcome.value) return Q_EMIT failed(outcome.error);
        fill();
        Q_EMIT saved();
      });
}

}  // namespace mia::ui
