// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QActionGroup>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <memory>

#include "ui/jobs/program_job.h"
#include "ui/pages/page.h"

namespace mia::ui {

class JobStrip;
class Note;
class StartPage;

/// The window: a rail of pages, a header, the page, and the job under way. Without a project it
/// shows the start page.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  explicit MainWindow(QWidget* parent = nullptr);
  ~MainWindow() override;

  /// Opens a project folder; says inline, on the start page, why it cannot.
  void openProject(const QString& folder);
  void closeProject();
  /// Opens the demo project of this folder, and makes it first when there is none.
  void openDemo(const QString& folder);
  /// Turns to a page by name, and to one of its states; false when there is no such page or state.
  bool showPage(const QString& name, const QString& state = {});
  /// Everything that was asked for is shown.
  bool isSettled() const;

  ProjectSession* session() const { return session_.get(); }
  Page* page() const;
  /// Shows a sentence where the person looks now; the last resort for an error without a place.
  void showError(const QString& sentence);

  /// Where the demo project lives unless another place is named.
  static QString demoFolder();

 protected:
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  QWidget* buildRail();
  QWidget* buildHeader();
  void buildActions();
  void buildPages();
  void turnTo(int index);
  void updateHeader();
  void fillProjectMenu();
  void askForProject();
  void cycleTheme();
  void updateThemeButton();
  void importProject(const QString& file, const QString& images, const QString& project);
  void runJob(const QString& title, const QStringList& arguments, const QString& project);
  void watchJob();

  std::unique_ptr<ProjectSession> session_;
  ProgramJob* job_ = nullptr;
  QString jobProject_;
  QTimer watch_;

  QActionGroup* pageActions_;
  QWidget* rail_ = nullptr;
  QVBoxLayout* railPages_ = nullptr;
  QToolButton* themeButton_ = nullptr;
  QWidget* header_ = nullptr;
  QLabel* pageTitle_ = nullptr;
  QToolButton* projectButton_ = nullptr;
  QMenu* projectMenu_ = nullptr;
  QVBoxLayout* toolsPlace_ = nullptr;
  Note* note_ = nullptr;
  QStackedWidget* stack_ = nullptr;
  StartPage* start_ = nullptr;
  JobStrip* strip_ = nullptr;
};

}  // namespace mia::ui
