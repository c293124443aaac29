// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QMimeDatabase>
#include <QStandardPaths>
#include <algorithm>
#include <optional>

#include "ui/jobs/job_tray.h"
#include "ui/pages/import/import_sheet.h"
#include "ui/pages/start/start_page.h"
#include "ui/session/settings.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/note.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kRefreshMilliseconds = 1000;
constexpr QSize kFirstSize(1440, 900);
constexpr QSize kSmallest(820, 560);
constexpr int kTitleFrom = 1100;  ///< px of width

bool isProject(const QString& folder) {
  return QFileInfo::exists(folder + QStringLiteral("/project.sqlite"));
}

/// The evaluation that a finished job leads to: its own, or that of the demo.
std::optional<QString> comparisonOf(const Job& job) {
  const bool demo = job.verb() == QLatin1String("demo");
  if (!demo && job.verb() != QLatin1String("evaluate")) return std::nullopt;
  return QString::fromStdString(
      job.status().summary.value(demo ? "evaluation" : "run", std::string()));
}

}  // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent), pageActions_(new QActionGroup(this)) {
  setWindowTitle(QStringLiteral("MIA Studio"));
  setWindowIcon(programIcon());
  setMinimumSize(kSmallest);
  setAcceptDrops(true);
  tray_ = new JobTray(jobs_);
  buildActions();
  stack_ = new QStackedWidget;
  start_ = new StartPage;
  stack_->addWidget(start_);
  note_ = new Note;
  auto* right = new QVBoxLayout;
  right->setSpacing(0);
  right->addWidget(buildHeader());
  right->addWidget(note_);
  right->addWidget(stack_, 1);
  right->addWidget(tray_);
  auto* central = new QWidget;
  auto* row = new QHBoxLayout(central);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(buildRail());
  row->addLayout(right, 1);
  setCentralWidget(central);

  connect(start_, &StartPage::demoAsked, this, [this] { openDemo(demoFolder()); });
  connect(start_, &StartPage::openAsked, this, &MainWindow::askForProject);
  connect(start_, &StartPage::projectAsked, this,
          [this](const QString& folder) { openProject(folder); });
  connect(start_, &StartPage::importAsked, this, [this] { openImport({}); });
  connectJobs();
  connect(&Theme::instance(), &Theme::changed, this, &MainWindow::updateThemeButton);
  if (!restoreGeometry(get(settings::kWindowGeometry))) resize(kFirstSize);
  updateThemeButton();
  closeProject();
}

MainWindow::~MainWindow() { closeProject(); }

QWidget* MainWindow::buildRail() {
  rail_ = makeFrame("rail");
  rail_->setFixedWidth(76);
  auto* column = new QVBoxLayout(rail_);
  column->setContentsMargins(space::kTiny, space::kSmall, space::kTiny, space::kSmall);
  column->setSpacing(space::kTiny);
  railPages_ = new QVBoxLayout;
  railPages_->setSpacing(space::kTiny);
  column->addLayout(railPages_);
  column->addStretch();
  themeButton_ = new QToolButton;
  themeButton_->setIconSize({20, 20});
  themeButton_->setFocusPolicy(Qt::TabFocus);
  connect(themeButton_, &QToolButton::clicked, this, &MainWindow::cycleTheme);
  column->addWidget(themeButton_, 0, Qt::AlignHCenter);
  return rail_;
}

QWidget* MainWindow::buildHeader() {
  header_ = makeFrame("header");
  header_->setFixedHeight(48);
  auto* row = new QHBoxLayout(header_);
  row->setContentsMargins(space::kLarge, 0, space::kMedium, 0);
  row->setSpacing(space::kSmall);
  pageTitle_ = makeLabel("section");
  projectButton_ = new QToolButton;
  projectButton_->setProperty("role", "menu");
  projectButton_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  projectButton_->setIcon(icon(QStringLiteral("folder")));
  projectButton_->setIconSize({16, 16});
  projectButton_->setPopupMode(QToolButton::InstantPopup);
  projectButton_->setFocusPolicy(Qt::TabFocus);
  projectMenu_ = new QMenu(projectButton_);
  projectButton_->setMenu(projectMenu_);
  connect(projectMenu_, &QMenu::aboutToShow, this, &MainWindow::fillProjectMenu);
  toolsPlace_ = new QVBoxLayout;
  runButton_ = new QToolButton;
  runButton_->setProperty("role", "menu");
  runButton_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  runButton_->setIcon(icon(QStringLiteral("run")));
  runButton_->setIconSize({16, 16});
  runButton_->setText(tr("Run") + QStringLiteral("  ▾"));
  runButton_->setPopupMode(QToolButton::InstantPopup);
  runButton_->setFocusPolicy(Qt::TabFocus);
  runMenu_ = new QMenu(runButton_);
  runButton_->setMenu(runMenu_);
  connect(runMenu_, &QMenu::aboutToShow, this, &MainWindow::fillRunMenu);
  row->addWidget(pageTitle_);
  row->addWidget(projectButton_);
  row->addWidget(runButton_);
  for (QAction* action : {undoAction_, redoAction_}) row->addWidget(makeButton(action));
  row->addStretch();
  row->addLayout(toolsPlace_);
  row->addWidget(makeButton(commandsAction_));
  return header_;
}

void MainWindow::buildRailButtons() {
  int number = 0;
  for (const PageInfo& info : pages()) {
    auto* action = new QAction(icon(info.iconName), info.title, pageActions_);
    const QKeySequence key(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number));
    action->setShortcut(key);
    action->setCheckable(true);
    action->setToolTip(QStringLiteral("%1 (%2)").arg(info.title, key.toString()));
    QToolButton* button = makeButton(action, 20);
    button->setProperty("role", "rail");
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    railPages_->addWidget(button);
    connect(action, &QAction::triggered, this, [this, number] { turnTo(number); });
    ++number;
  }
}

/// A page is made when it is first turned to: one that nobody looks at reads nothing.
Page* MainWindow::makePage(const PageInfo& info) {
  Page* page = info.make(*session_);
  stack_->addWidget(page);
  if (QWidget* tools = page->headerTools()) toolsPlace_->addWidget(tools);
  connect(page, &Page::pageAsked, this, &MainWindow::showPage);
  connect(page, &Page::presentAsked, this, &MainWindow::presentPage);
  connect(page, &Page::jobAsked, this, [this](const QString& title, const QStringList& arguments) {
    jobs_.start(title, arguments, session_->folder());
  });
  for (Job* job : jobs_.jobs()) {
    if (isOfProject(*job)) page->followJob(job);
  }
  return page;
}

/// The full screen; a page that can be presented fills it alone.
void MainWindow::presentPage(bool on) {
  presenting_ = on;
  const bool alone = page() && page()->setPresenting(on) && on;
  setWindowState(windowState().setFlag(Qt::WindowFullScreen, on));
  rail_->setVisible(!alone);
  header_->setVisible(!alone && session_);
  tray_->setMaximumHeight(alone ? 0 : QWIDGETSIZE_MAX);  // it shows and hides itself
}

Page* MainWindow::page() const { return qobject_cast<Page*>(stack_->currentWidget()); }

/// `number` is a place in pages().
void MainWindow::turnTo(int number) {
  if (presenting_ && number != shown_) presentPage(false);
  shown_ = number;
  Page*& made = made_[static_cast<std::size_t>(number)];
  if (!made) made = makePage(pages()[static_cast<std::size_t>(number)]);
  stack_->setCurrentWidget(made);
  for (Page* other : made_) {
    if (QWidget* tools = other ? other->headerTools() : nullptr) tools->setVisible(other == made);
  }
  pageActions_->actions().at(number)->setChecked(true);
  updateHeader();
  made->takeFocus();
}

QString MainWindow::titleOfPage() const {
  return shown_ < 0 ? QString() : pages()[static_cast<std::size_t>(shown_)].title;
}

void MainWindow::updateHeader() {
  header_->setVisible(session_ != nullptr);
  updateActions();
  // Without pages the rail is no more than the place of the theme button.
  setRole(rail_, session_ ? "rail" : "");
  if (!session_) {
    setWindowTitle(QStringLiteral("MIA Studio"));
    return;
  }
  pageTitle_->setText(titleOfPage());
  projectButton_->setText(session_->name() + QStringLiteral("  ▾"));
  projectButton_->setToolTip(session_->folder());
  projectButton_->setAccessibleName(tr("Project %1").arg(session_->name()));
  setWindowTitle(QStringLiteral("%1 – MIA Studio").arg(session_->name()));
}

void MainWindow::openProject(const QString& folder, const QString& pageName) {
  closeProject();
  awaited_.clear();
  if (!isProject(folder)) {
    start_->showError(tr("There is no MIA project in %1. A project folder holds a file "
                         "project.sqlite; “New project from…” makes one.")
                          .arg(QDir::toNativeSeparators(folder)));
    return;
  }
  session_ = std::make_unique<ProjectSession>(folder);
  rememberProject(folder);
  made_.assign(pages().size(), nullptr);
  buildRailButtons();
  jobs_.find(session_->folder());
  connectUndo();
  turnTo(qMax(0, pageNumber(pageName)));
  findNextStep();
}

void MainWindow::closeProject() {
  if (sheet_) sheet_->close();
  nextVerb_.clear();
  const QList<QAction*> actions = pageActions_->actions();
  stack_->setCurrentWidget(start_);
  shown_ = -1;
  for (Page* page : std::exchange(made_, {})) {
    if (!page) continue;
    stack_->removeWidget(page);
    delete page->headerTools();
    delete page;
  }
  while (QLayoutItem* item = railPages_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  qDeleteAll(actions);
  if (session_) jobs_.leave(session_->folder());
  session_.reset();
  updateHeader();
  start_->refresh();
  start_->takeFocus();
}

QString MainWindow::demoFolder() {
  return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
         QStringLiteral("/demo");
}

void MainWindow::openDemo(const QString& folder) {
  if (isProject(folder)) {
    openProject(folder);
  } else {
    makeProject(tr("Making the demo project"), {QStringLiteral("demo")}, folder);
  }
}

void MainWindow::importInto(const QString& file, const QString& images, const QString& project) {
  const QString title = tr("Importing %1").arg(QFileInfo(file).fileName());
  const QStringList arguments{QStringLiteral("import"), file, QStringLiteral("--images"), images};
  if (session_ && QDir(project) == QDir(session_->folder())) {
    jobs_.start(title, arguments, session_->folder());
  } else {
    makeProject(title, arguments, project);
  }
}

void MainWindow::makeProject(const QString& title, const QStringList& arguments,
                             const QString& project) {
  awaited_ = QDir(project).absolutePath();
  jobs_.start(title, arguments, awaited_);
}

void MainWindow::connectJobs() {
  connect(&jobs_, &JobCenter::moved, this, &MainWindow::followJobs);
  connect(&jobs_, &JobCenter::added, this, &MainWindow::tellPages);
  connect(&jobs_, &JobCenter::ended, this, [this] {
    refreshed_.invalidate();
    followJobs();
    findNextStep();
  });
  tray_->setResultWords([this](const Job& job) { return resultWords(job); });
  connect(tray_, &JobTray::resultAsked, this, &MainWindow::showResult);
  tray_->setFolded(get(settings::kTrayFolded));
  for (const QString& folder : recentProjects()) jobs_.find(folder, true);
}

bool MainWindow::isOfProject(const Job& job) const {
  return session_ && QDir(job.project()) == QDir(session_->folder());
}

/// Every page hears of a job of its project.
void MainWindow::tellPages(Job* job) {
  if (!isOfProject(*job)) return;
  for (Page* page : made_) {
    if (page) page->followJob(job);
  }
}

void MainWindow::followJobs() {
  if (!awaited_.isEmpty() && isProject(awaited_)) openProject(std::exchange(awaited_, {}));
  if (!session_ || (refreshed_.isValid() && refreshed_.elapsed() < kRefreshMilliseconds)) return;
  session_->refresh();
  refreshed_.start();
}

QString MainWindow::resultWords(const Job& job) const {
  if (job.verb() == QLatin1String("compose")) return tr("Show the samples");
  if (job.verb() == QLatin1String("duplicates")) {
    const bool any = job.status().summary.value("groups", std::int64_t{0}) > 0;
    return any ? tr("Show the look-alikes") : QString();
  }
  if (comparisonOf(job)) return tr("Show the comparison");
  if (job.verb() != QLatin1String("import")) return {};
  qint64 aside = 0;
  const Json quarantined = job.status().summary.value("quarantined", Json::object());
  for (const auto& [reason, rows] : quarantined.items()) aside += rows.get<qint64>();
  return aside > 0 ? tr("Show what was set aside") : tr("Show the images");
}

void MainWindow::showResult(const Job& job) {
  if (const auto comparison = comparisonOf(job)) {
    if (!session_ || session_->folder() != job.project()) openProject(job.project());
    showPage(QStringLiteral("evaluate"), *comparison);
    return;
  }
  const bool aside = resultWords(job) == tr("Show what was set aside");
  const QString state = job.verb() == QLatin1String("compose")      ? QStringLiteral("samples")
                        : job.verb() == QLatin1String("duplicates") ? QStringLiteral("duplicates")
                        : aside                                     ? QStringLiteral("quarantine")
                                                                    : QStringLiteral("images");
  if (!session_ || session_->folder() != job.project()) openProject(job.project());
  showPage(QStringLiteral("data"), state);
}

bool MainWindow::showPage(const QString& name, const QString& state) {
  if (showSheet(name, state)) return true;
  if (name == QLatin1String("start")) {
    closeProject();
    return state.isEmpty();
  }
  const int number = pageNumber(name);
  if (number < 0 || !session_) return false;
  turnTo(number);
  return page()->showState(state);
}

bool MainWindow::isSettled() const {
  const auto* import = qobject_cast<const ImportSheet*>(sheet_);
  return (!page() || page()->isSettled()) && (!import || import->isSettled()) && jobs_.isSettled();
}

void MainWindow::restoreSession() {
  const QString folder = get(settings::kLastProject);
  if (folder.isEmpty() || !isProject(folder)) return;
  openProject(folder, get(settings::kLastPage));
}

void MainWindow::showError(const QString& sentence) {
  if (session_) {
    note_->showError(sentence);
  } else {
    start_->showError(sentence);
  }
}

void MainWindow::askForProject() {
  const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a project folder"));
  if (!folder.isEmpty()) openProject(folder);
}

void MainWindow::fillProjectMenu() {
  projectMenu_->clear();
  for (QAction* action : actions()) {
    if (action->data().toString() == QLatin1String("project")) projectMenu_->addAction(action);
  }
  projectMenu_->addSeparator();
  for (const QString& folder : recentProjects()) {
    if (session_ && folder == session_->folder()) continue;
    projectMenu_->addAction(QDir::toNativeSeparators(folder), this,
                            [this, folder] { openProject(folder); });
  }
  projectMenu_->addSeparator();
  projectMenu_->addAction(closeAction_);
}

void MainWindow::cycleTheme() {
  const ThemeChoice next = Theme::instance().choice() == ThemeChoice::kSystem ? ThemeChoice::kLight
                           : Theme::instance().choice() == ThemeChoice::kLight
                               ? ThemeChoice::kDark
                               : ThemeChoice::kSystem;
  Theme::instance().choose(next);
  set(settings::kTheme, toString(next));
}

void MainWindow::updateThemeButton() {
  const ThemeChoice choice = Theme::instance().choice();
  themeButton_->setIcon(icon(toString(choice)));
  const QString words = choice == ThemeChoice::kSystem  ? tr("Theme: as the system")
                        : choice == ThemeChoice::kLight ? tr("Theme: light")
                                                        : tr("Theme: dark");
  themeButton_->setToolTip(tr("%1 (Ctrl+Shift+T)").arg(words));
  themeButton_->setAccessibleName(words);
}

/// The rail tells the page as well: where there is no room, the header does not.
void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  pageTitle_->setVisible(width() >= kTitleFrom);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  set(settings::kWindowGeometry, saveGeometry());
  set(settings::kLastProject, session_ ? session_->folder() : QString());
  if (shown_ >= 0) {
    set(settings::kLastPage,
        QString(QLatin1String(pages()[static_cast<std::size_t>(shown_)].name)));
  }
  set(settings::kTrayFolded, tray_->isFolded());
  event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  const QList<QUrl> urls = event->mimeData()->urls();
  if (!urls.isEmpty() && urls.first().isLocalFile()) event->acceptProposedAction();
}

/// A project is opened; whatever else may hold questions or photos is looked at by the import.
void MainWindow::dropEvent(QDropEvent* event) {
  event->acceptProposedAction();
  const QFileInfo dropped(event->mimeData()->urls().first().toLocalFile());
  const QString path = dropped.absoluteFilePath();
  if (isProject(path)) {
    openProject(path);
  } else if (dropped.fileName() == QLatin1String("project.sqlite")) {
    openProject(dropped.absolutePath());
  } else {
    const bool photo =
        QMimeDatabase().mimeTypeForFile(dropped).name().startsWith(QLatin1String("image/"));
    openImport(photo ? dropped.absolutePath() : path);
  }
}

}  // namespace mia::ui
