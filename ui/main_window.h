// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QActionGroup>
#include <QElapsedTimer>
#include <QHash>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QPointer>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <memory>
#include <vector>

#include "ui/commands/command.h"
#include "ui/jobs/job_center.h"
#include "ui/pages/page.h"

namespace mia::ui {

class JobTray;
class Note;
class Sheet;
class StartPage;
class StepSheet;

/// The window: a rail of pages, a header, the page, and the jobs. Without a project it shows the
/// start page.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  explicit MainWindow(QWidget* parent = nullptr);
  ~MainWindow() override;

  /// Opens a project folder; says inline, on the start page, why it cannot.
  /// `pageName` is the page to begin with; the first when there is none of this name.
  void openProject(const QString& folder, const QString& pageName = {});
  void closeProject();
  /// Opens the demo project of this folder, and makes it first when there is none.
  void openDemo(const QString& folder);
  /// What was open when the window was closed last.
  void restoreSession();
  /// Turns to a page by name, and to one of its states; false when there is no such page or state.
  /// The names of sheets ("palette", "keys", "settings", "import", "run") lay them over the page;
  /// their states are the words to find, the file to import, the verb to run.
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
  void resizeEvent(QResizeEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  QWidget* buildRail();
  QWidget* buildHeader();
  void buildRailButtons();
  Page* makePage(const PageInfo& info);
  void turnTo(int number);
  void presentPage(bool on);
  void updateHeader();
  void updateThemeButton();
  void fillProjectMenu();
  void askForProject();
  void cycleTheme();

  QAction* addWindowAction(const QString& iconName, const QString& text,
                           const QList<QKeySequence>& keys, std::function<void()> work);
  void buildActions();
  void connectUndo();
  void updateActions();
  QList<Command> allCommands() const;
  QList<Command> commandsById(const QString& text);
  QString titleOfPage() const;
  void fillRunMenu();
  void findNextStep();
  void updateRunButton();

  void present(Sheet* sheet);
  bool showSheet(const QString& name, const QString& state);
  void openPalette(const QString& words = {});
  void openKeys();
  void openSettings();
  void openImport(const QString& path);
  void openStep(const QString& verb);
  void offerTrainings(StepSheet* sheet);

  void importInto(const QString& file, const QString& images, const QString& project);
  /// Starts a job that makes a project, which is opened as soon as it is there.
  void makeProject(const QString& title, const QStringList& arguments, const QString& project);
  void connectJobs();
  bool isOfProject(const Job& job) const;
  void tellPages(Job* job);
  /// What the jobs add appears as it comes.
  void followJobs();
  QString resultWords(const Job& job) const;
  void showResult(const Job& job);

  std::unique_ptr<ProjectSession> session_;
  JobCenter jobs_;
  QString awaited_;  ///< a project that a job is making, to be opened
  QElapsedTimer refreshed_;
  QString nextVerb_;  ///< the step of the chain to be done next
  QPointer<Sheet> sheet_;

  QActionGroup* pageActions_;
  QHash<QString, QAction*> stepActions_;  ///< by verb
  QAction* commandsAction_ = nullptr;
  QAction* closeAction_ = nullptr;
  QAction* undoAction_ = nullptr;
  QAction* redoAction_ = nullptr;
  bool presenting_ = false;
  std::vector<Page*> made_;  ///< by place in pages(); nullptr: nobody turned to it yet
  int shown_ = -1;           ///< place in pages(); -1: the start page
  QWidget* rail_ = nullptr;
  QVBoxLayout* railPages_ = nullptr;
  QToolButton* themeButton_ = nullptr;
  QWidget* header_ = nullptr;
  QLabel* pageTitle_ = nullptr;
  QToolButton* projectButton_ = nullptr;
  QMenu* projectMenu_ = nullptr;
  QToolButton* runButton_ = nullptr;
  QMenu* runMenu_ = nullptr;
  QVBoxLayout* toolsPlace_ = nullptr;
  Note* note_ = nullptr;
  QStackedWidget* stack_ = nullptr;
  StartPage* start_ = nullptr;
  JobTray* tray_ = nullptr;
};

}  // namespace mia::ui
