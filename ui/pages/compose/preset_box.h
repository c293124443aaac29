// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

#include "curation/compose.h"
#include "ui/session/project_session.h"

namespace mia::ui {

/// A preset as its file holds it.
std::string presetText(const curation::ComposeRequest& request);

/// Layouts by name: the paper's three and the project's own, `presets/NAME.json`. A name can be
/// typed, to save one.
class PresetBox : public QComboBox {
  Q_OBJECT

 public:
  explicit PresetBox(ProjectSession& session, QWidget* parent = nullptr);

  /// Saves a preset under the name that stands in the box.
  void save(const curation::ComposeRequest& request);

 Q_SIGNALS:
  void paperChosen(mia::LayoutKind layout);
  void chosen(const mia::curation::ComposeRequest& request);
  void saved();
  void failed(const QString& sentence);

 private:
  void fill();
  void load(int index);

  ProjectSession& session_;
};

}  // namespace mia::ui
