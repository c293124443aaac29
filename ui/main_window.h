// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QActionGroup>
#include <QElapsedTimer>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <memory>

#include "ui/jobs/job_center.h"
#include "ui/pages/page.h"

namespace mia::ui {

class JobTray;
class Note;
class StartPage;

/// The window: a rail of pages, a header, the page, and the jobs. Without a project it shows the
/// start page.
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
  JobCenter& jobs() { return jobs_; }
  JobTray& tray() { return *tray_; }
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
  /// Starts a job that makes a project, which is opened as soon as it is there.
  void makeProject(const QString& title, const QStringList& arguments, const QString& project);
  void connectJobs();
  /// What the jobs add appears as it comes.
  void followJobs();

  std::unique_ptr<ProjectSession> session_;
  JobCenter jobs_;
  QString awaited_;  ///< a project that a job is making, to be opened
  QElapsedTimer refreshed_;

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
  JobTray* tray_ = nullptr;
};

}  // namespace mia::ui
