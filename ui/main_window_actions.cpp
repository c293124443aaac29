// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QRegularExpression>
#include <algorithm>

#include "curation/answerers.h"
#include "curation/status.h"
#include "ui/commands/command_palette.h"
#include "ui/commands/key_sheet.h"
#include "ui/dialogs/chain_steps.h"
#include "ui/dialogs/settings_sheet.h"
#include "ui/dialogs/step_sheet.h"
#include "ui/jobs/job_tray.h"
#include "ui/main_window.h"
#include "ui/pages/import/import_sheet.h"
#include "ui/session/settings.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

// What can be done in the window by name or key, whatever page is on.

namespace mia::ui {

QAction* MainWindow::addWindowAction(const QString& iconName, const QString& text,
                                     const QList<QKeySequence>& keys, std::function<void()> work) {
  QAction* action = makeAction(this, iconName, text, keys);
  action->setShortcutContext(Qt::WindowShortcut);
  connect(action, &QAction::triggered, this, work);
  return action;
}

void MainWindow::buildActions() {
  commandsAction_ = addWindowAction(QStringLiteral("command"), tr("Commands"),
                                    {Qt::CTRL | Qt::Key_K}, [this] { openPalette(); });
  addWindowAction(QStringLiteral("keyboard"), tr("Keys of this page"), {Qt::Key_Question},
                  [this] { openKeys(); });
  const QList<QAction*> ofProjects{
      addWindowAction(QStringLiteral("folder"), tr("Open project…"), {QKeySequence::Open},
                      [this] { askForProject(); }),
      addWindowAction(QStringLiteral("import"), tr("Import…"), {Qt::CTRL | Qt::Key_I},
                      [this] { openImport({}); }),
      addWindowAction(QStringLiteral("demo"), tr("Demo project"), {},
                      [this] { openDemo(demoFolder()); })};
  for (QAction* action : ofProjects) action->setData(QStringLiteral("project"));
  closeAction_ = addWindowAction(QStringLiteral("close"), tr("Close project"),
                                 {Qt::CTRL | Qt::Key_W}, [this] { closeProject(); });
  undoAction_ = addWindowAction(QStringLiteral("undo"), tr("Undo"), {QKeySequence::Undo}, [this] {
    if (session_) session_->undoStack().undo();
  });
  redoAction_ = addWindowAction(QStringLiteral("redo"), tr("Redo"),
                                {Qt::CTRL | Qt::SHIFT | Qt::Key_Z}, [this] {
                                  if (session_) session_->undoStack().redo();
                                });
  for (const ChainStep& step : chainSteps()) {
    stepActions_.insert(step.verb, addWindowAction(step.iconName, step.action, {},
                                                   [this, &step] { openStep(step.verb); }));
  }
  addWindowAction(QStringLiteral("log"), tr("Log of the job"), {Qt::CTRL | Qt::Key_L},
                  [this] { tray_->toggleLog(); });
  addWindowAction(QStringLiteral("down"), tr("Fold the jobs to one line, or show them all"),
                  {Qt::CTRL | Qt::Key_J}, [this] { tray_->setFolded(!tray_->isFolded()); });
  addWindowAction(QStringLiteral("refresh"), tr("Read the project again"), {Qt::Key_F5}, [this] {
    if (session_) session_->refresh();
  });
  addWindowAction(QStringLiteral("full-screen"), tr("Full screen"), {Qt::Key_F11},
                  [this] { presentPage(!presenting_); });
  addWindowAction(QStringLiteral("light"), tr("Next theme"), {Qt::CTRL | Qt::SHIFT | Qt::Key_T},
                  [this] { cycleTheme(); });
  addWindowAction(QStringLiteral("settings"), tr("Settings"), {Qt::CTRL | Qt::Key_Comma},
                  [this] { openSettings(); });
  addWindowAction(QStringLiteral("close"), tr("Quit; jobs go on"), {QKeySequence::Quit},
                  [this] { close(); });
}

void MainWindow::connectUndo() {
  connect(&session_->undoStack(), &QUndoStack::indexChanged, this, &MainWindow::updateActions);
  updateActions();
}

void MainWindow::updateActions() {
  const QUndoStack* undo = session_ ? &session_->undoStack() : nullptr;
  closeAction_->setEnabled(session_ != nullptr);
  for (QAction* step : std::as_const(stepActions_)) step->setEnabled(session_ != nullptr);
  const auto name = [](QAction* action, bool can, const QString& words, const QString& alone) {
    action->setEnabled(can);
    action->setText(can && !words.isEmpty() ? QStringLiteral("%1: %2").arg(alone, words) : alone);
    action->setToolTip(QStringLiteral("%1 (%2)").arg(action->text(), keysOf(*action)));
  };
  name(undoAction_, undo && undo->canUndo(), undo ? undo->undoText() : QString(), tr("Undo"));
  name(redoAction_, undo && undo->canRedo(), undo ? undo->redoText() : QString(), tr("Redo"));
}

void MainWindow::present(Sheet* sheet) {
  if (sheet_) sheet_->close();
  sheet_ = sheet;
  sheet->open();
}

QList<Command> MainWindow::allCommands() const {
  QList<Command> commands;
  if (Page* shown = page()) commands += commandsOf(shown->actions(), titleOfPage());
  commands += commandsOf(pageActions_->actions(), tr("Page"));
  commands += commandsOf(actions(), tr("Window"));
  return commands;
}

/// "sample 12", "image 3", or a number alone; what the page on view shows stands first.
QList<Command> MainWindow::commandsById(const QString& text) {
  static const QRegularExpression pattern(QStringLiteral("^(?:(\\S+)\\s+)?#?(\\d{1,18})$"));
  const auto match = pattern.match(text);
  if (!session_ || !match.hasMatch()) return {};
  QList<Command> commands;
  const QString word = match.captured(1), id = match.captured(2);
  const auto add = [&](const QString& name, const QString& title, const char* iconName,
                       const QString& where, const QString& state) {
    if (!word.isEmpty() && !name.startsWith(word, Qt::CaseInsensitive)) return;
    const QString group = pages()[static_cast<std::size_t>(pageNumber(where))].title;
    commands.append(
        {title.arg(id), group, {}, icon(QLatin1String(iconName)), true, [this, where, state, id] {
           showPage(where, state + id);
         }});
  };
  const QString gallery = QStringLiteral("data"), responses = QStringLiteral("responses");
  add(tr("sample"), tr("Sample %1"), "samples", gallery, QStringLiteral("sample/"));
  add(tr("sample"), tr("Sample %1"), "samples", responses, {});
  add(tr("image"), tr("Image %1"), "image", gallery, QStringLiteral("image/"));
  std::stable_partition(commands.begin(), commands.end(),
                        [here = titleOfPage()](const Command& one) { return one.group == here; });
  return commands;
}

void MainWindow::openPalette(const QString& words) {
  if (qobject_cast<CommandPalette*>(sheet_)) {
    sheet_->close();
    return;
  }
  QList<Command> commands = allCommands();
  if (QAction* next = stepActions_.value(nextVerb_)) {
    commands.prepend(commandsOf({next}, tr("Next step")).first());
  }
  for (const QString& folder : recentProjects()) {
    if (session_ && folder == session_->folder()) continue;
    commands.append({QDir(folder).dirName(),
                     tr("Recent project · %1").arg(folder),
                     {},
                     icon(QStringLiteral("folder")),
                     true,
                     [this, folder] { openProject(folder); }});
  }
  auto* palette = new CommandPalette(this, commands,
                                     [this](const QString& text) { return commandsById(text); });
  palette->find(words);
  present(palette);
}

bool MainWindow::showSheet(const QString& name, const QString& state) {
  if (name == QLatin1String("palette")) {
    openPalette(state);
  } else if (name == QLatin1String("keys")) {
    openKeys();
  } else if (name == QLatin1String("settings")) {
    openSettings();
  } else if (name == QLatin1String("import")) {
    openImport(state);
  } else if (name == QLatin1String("run") && session_ && chainStep(state)) {
    openStep(state);
  } else {
    return false;
  }
  return true;
}

void MainWindow::openKeys() { present(new KeySheet(this, allCommands())); }

void MainWindow::openSettings() {
  auto* sheet = new SettingsSheet(this);
  connect(sheet, &SettingsSheet::themeChosen, this,
          [](const QString& theme) { Theme::instance().choose(themeChoiceFromString(theme)); });
  present(sheet);
}

void MainWindow::openImport(const QString& path) {
  auto* sheet = new ImportSheet(this, session_ ? session_->folder() : QString());
  connect(sheet, &ImportSheet::accepted, this, &MainWindow::importInto);
  present(sheet);
  if (!path.isEmpty()) sheet->choose(path);
}

void MainWindow::openStep(const QString& verb) {
  const ChainStep* step = chainStep(verb);
  if (!step || !session_) return;
  if (verb == QLatin1String("train")) {
    showPage(verb, QStringLiteral("form"));  // it has a page of its own
    return;
  }
  const QString model = get(settings::kModelFolder);
  auto* sheet = new StepSheet(this, *step, model.isEmpty() ? Preset::kDemo : Preset::kPaper, model);
  connect(sheet, &StepSheet::accepted, this,
          [this](const QString& title, const QStringList& arguments) {
            if (session_) jobs_.start(title, arguments, session_->folder());
          });
  present(sheet);
  if (verb == QLatin1String("evaluate")) offerTrainings(sheet);
}

/// Fills in the training runs whose adapters can be evaluated.
void MainWindow::offerTrainings(StepSheet* sheet) {
  session_->read(
      sheet, [](curation::Browser& browser) { return curation::answerers(browser); },
      [sheet](Outcome<std::vector<curation::Answerer>> outcome) {
        QStringList runs{QString()};
        for (const auto& one : outcome.value.value_or(std::vector<curation::Answerer>())) {
          if (!one.adapter.empty()) runs << QString::fromStdString(one.name);
        }
        sheet->setChoices(QStringLiteral("training"), runs);
      });
}

void MainWindow::findNextStep() {
  if (!session_) return;
  session_->write(
      this, [](curation::Project& project) { return curation::nextVerb(project); },
      [this](const Outcome<std::string>& outcome) {
        nextVerb_ = QString::fromStdString(outcome.value.value_or(std::string()));
        updateRunButton();
      });
}

void MainWindow::updateRunButton() {
  const ChainStep* next = chainStep(nextVerb_);
  QString words = next ? titleOf(*stepActions_.value(nextVerb_)).remove(QChar(0x2026)) : QString();
  if (nextVerb_ == QLatin1String("import")) words = tr("Import");
  if (nextVerb_ == QLatin1String("compose")) words = tr("Compose samples");
  runButton_->setToolTip(words.isEmpty() ? tr("The steps of the chain")
                                         : tr("The steps of the chain; next: %1").arg(words));
  runButton_->setAccessibleName(runButton_->toolTip());
}

void MainWindow::fillRunMenu() {
  runMenu_->clear();
  const auto add = [this](const QString& verb, const QString& iconName, const QString& text,
                          std::function<void()> work) {
    const bool next = verb == nextVerb_;
    QAction* action = runMenu_->addAction(
        icon(iconName), next ? tr("%1   (next step)").arg(text) : text, this, work);
    if (!next) return;
    QFont font = action->font();
    font.setWeight(QFont::DemiBold);
    action->setFont(font);
  };
  add(QStringLiteral("import"), QStringLiteral("import"), tr("Import…"),
      [this] { openImport({}); });
  const bool canCompose = std::any_of(pages().begin(), pages().end(), [](const PageInfo& info) {
    return QLatin1String(info.name) == QLatin1String("compose");
  });
  if (canCompose) {
    add(QStringLiteral("compose"), QStringLiteral("samples"), tr("Compose samples"),
        [this] { showPage(QStringLiteral("compose")); });
  }
  for (const ChainStep& step : chainSteps()) {
    add(step.verb, step.iconName, step.action, [this, &step] { openStep(step.verb); });
  }
}

}  // namespace mia::ui
