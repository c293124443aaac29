// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QButtonGroup>
#include <QElapsedTimer>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

#include "ui/pages/compose/preview_loader.h"
#include "ui/pages/page.h"
#include "ui/widgets/note.h"

namespace mia::ui {

class LayoutCanvas;
class ModelBox;
class PresetBox;
class RequestForm;
class SampleSheet;

/// Where layouts are designed: parameters, a preview that follows them, the first samples that they
/// would make.
class ComposePage : public Page {
  Q_OBJECT

 public:
  explicit ComposePage(ProjectSession& session);
  ~ComposePage() override;

  QWidget* headerTools() override { return tools_; }
  void takeFocus() override;
  /// "", "sequence", "grid", "pip", each with "/patches", "/model" or "/sheet" behind it.
  bool showState(const QString& state) override;
  bool isSettled() const override;

  const curation::ComposeRequest& request() const { return request_; }
  LayoutCanvas& canvas() { return *canvas_; }
  RequestForm& form() { return *form_; }
  QString prompt() const { return prompt_->text(); }
  qint64 index() const { return index_; }
  /// Writes the contact sheet as it is shown.
  void exportSheet(const QString& file);

 private:
  void buildTools();
  void buildActions();
  QWidget* buildBar();
  QWidget* buildMiddle();
  void connectParts();
  void restore();
  void edit(const curation::ComposeRequest& request, const QString& what);
  void showRequest(const curation::ComposeRequest& request);
  void setLayout(LayoutKind layout);
  void step(qint64 samples);
  void ask();
  void take(const std::shared_ptr<LoadedPreview>& preview);
  void askExport();
  void composeSamples();

  ProjectSession& session_;
  PreviewLoader loader_;
  curation::ComposeRequest request_;
  qint64 index_ = 0;
  qint64 available_ = 0;
  int gesture_ = 0;
  QElapsedTimer sinceEdit_;
  QString lastEdited_;
  bool settled_ = false;
  QTimer sheetDelay_;
  QWidget* tools_ = nullptr;
  QButtonGroup* layouts_ = nullptr;
  PresetBox* presets_ = nullptr;
  ModelBox* models_ = nullptr;
  RequestForm* form_ = nullptr;
  LayoutCanvas* canvas_ = nullptr;
  QStackedWidget* middle_ = nullptr;
  SampleSheet* samples_ = nullptr;
  QSplitter* splitter_ = nullptr;
  Note* note_ = nullptr;
  QLabel* prompt_ = nullptr;
  QLabel* facts_ = nullptr;
  QLabel* place_ = nullptr;
  QPushButton* compose_ = nullptr;
  QAction* patches_ = nullptr;
  QAction* modelView_ = nullptr;
  QAction* outlines_ = nullptr;
  QAction* sheetShown_ = nullptr;
};

}  // namespace mia::ui
