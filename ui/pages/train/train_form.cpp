// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/train_form.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include "base/resources.h"
#include "curation/train.h"
#include "curation/train_presets.h"
#include "ui/dialogs/chain_steps.h"
#include "ui/jobs/job.h"
#include "ui/models/gallery_model.h"
#include "ui/plots/plot_words.h"
#include "ui/session/settings.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

namespace mia::ui {

namespace {

constexpr int kRest = 250;  ///< ms without a change before it is looked what a training needs

QString presetTitle(const std::string& name) {
  if (name == "demo") return TrainForm::tr("Demo");
  return name == "quick" ? TrainForm::tr("Quick look") : TrainForm::tr("Paper");
}

QString lengthWords(const curation::TrainCheck& check) {
  return TrainForm::tr("%1 to %2 tokens, half of them below %3")
      .arg(grouped(check.lengths.shortest), grouped(check.lengths.longest),
           grouped(check.lengths.median));
}

QString pairWords(const curation::TrainCheck& check) {
  const bool audited = check.source == curation::PairSource::kAccepted;
  const QString head = audited ? TrainForm::tr("%1 of %2 accepted pairs, %3 steps")
                               : TrainForm::tr("%1 of %2 pairs, %3 steps");
  QStringList lines{head.arg(grouped(check.usable), grouped(check.pairs), grouped(check.steps))};
  if (!audited && check.accepted > 0)
    lines += TrainForm::tr("%1 are accepted in the audit").arg(grouped(check.accepted));
  if (check.pairs > 0) lines += lengthWords(check);
  if (check.heldOut > 0)
    lines += TrainForm::tr("%1 held out: only scored").arg(grouped(check.heldOut));
  if (check.tooLong > 0)
    lines += TrainForm::tr("%1 left out: longer than max length").arg(grouped(check.tooLong));
  if (check.missing > 0) {
    lines += TrainForm::tr("%1 left out: a photo is gone, such as %2")
                 .arg(grouped(check.missing), text(check.missingFile));
  }
  return lines.join(QLatin1Char('\n'));
}

QString memoryWords(const curation::TrainCheck& check) {
  const QString free = byteWords(static_cast<double>(check.memoryFree));
  return TrainForm::tr("%1; %2 are free\n%3")
      .arg(byteWords(static_cast<double>(check.memory)), free, text(check.memoryBasis));
}

QString timeWords(const curation::TrainCheck& check) {
  if (check.seconds <= 0) return TrainForm::tr("not known\n%1").arg(text(check.secondsBasis));
  return TrainForm::tr("about %1\n%2").arg(durationWords(check.seconds), text(check.secondsBasis));
}

}  // namespace

TrainForm::TrainForm(const QString& project, RunFeed& feed, QWidget* parent)
    : QWidget(parent),
      project_(project),
      feed_(feed),
      checker_(std::make_shared<std::unique_ptr<curation::TrainChecker>>()) {
  worker_.setMaxThreadCount(1);
  worker_.setExpiryTimeout(-1);
  delay_.setSingleShot(true);
  delay_.setInterval(kRest);
  connect(&delay_, &QTimer::timeout, this, &TrainForm::look);
  // What earlier runs tell about time and memory, once they are known.
  connect(
      &feed_, &RunFeed::runsChanged, this, [this] { delay_.start(); }, Qt::SingleShotConnection);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(buildHead());
  column->addWidget(buildFields(), 1);
  column->addWidget(buildFoot());
  begin(get(settings::kModelFolder).isEmpty() ? QStringLiteral("demo") : QStringLiteral("paper"));
}

TrainForm::~TrainForm() { worker_.waitForDone(); }

QWidget* TrainForm::buildHead() {
  auto* head = makeFrame("bar");
  auto* column = new QVBoxLayout(head);
  column->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
  column->setSpacing(space::kSmall);
  auto* row = new QHBoxLayout;
  row->setSpacing(space::kMedium);
  auto* segments = makeFrame("segments");
  auto* inner = new QHBoxLayout(segments);
  inner->setContentsMargins(2, 2, 2, 2);
  inner->setSpacing(2);
  presets_ = new QButtonGroup(this);
  for (const curation::TrainPreset& preset : curation::trainPresets()) {
    auto* button = new QToolButton;
    button->setCheckable(true);
    button->setText(presetTitle(preset.name));
    button->setAccessibleName(tr("Preset %1").arg(button->text()));
    button->setToolTip(text(preset.words));
    button->setProperty("role", "segment");
    button->setFocusPolicy(Qt::TabFocus);
    presets_->addButton(button);
    inner->addWidget(button);
    connect(button, &QToolButton::clicked, this, [this, name = text(preset.name)] { begin(name); });
  }
  name_ = new QLineEdit;
  name_->setPlaceholderText(tr("A name for it, if you like"));
  name_->setAccessibleName(tr("Name of the run"));
  row->addWidget(makeLabel("section", tr("New training")));
  row->addWidget(segments);
  row->addWidget(name_, 1);
  presetWords_ = makeText("dim");
  column->addLayout(row);
  column->addWidget(presetWords_);
  return head;
}

QWidget* TrainForm::buildFields() {
  auto* body = new QWidget;
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
  grid_ = new QGridLayout;
  grid_->setHorizontalSpacing(space::kMedium);
  grid_->setVerticalSpacing(space::kSmall);
  grid_->setColumnMinimumWidth(0, 140);
  grid_->setColumnStretch(2, 1);
  column->addLayout(grid_);
  showAll_ = new QToolButton;
  showAll_->setCheckable(true);
  showAll_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  showAll_->setFocusPolicy(Qt::TabFocus);
  connect(showAll_, &QToolButton::toggled, this, &TrainForm::showAll);
  column->addWidget(showAll_);
  column->addStretch();
  const StepFields fields = fieldsOfStep(QStringLiteral("train"), Preset::kPaper);
  const auto add = [this](const QList<Field>& list, QList<FieldRow*>& rows) {
    for (const Field& field : list) {
      rows.append(new FieldRow(field, grid_, this));
      connect(rows.last(), &FieldRow::changed, this, &TrainForm::change);
    }
  };
  add(fields.main, main_);
  add(fields.more, more_);
  auto* scroll = new QScrollArea;
  scroll->setWidget(body);
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  showAll(false);
  return scroll;
}

QLabel* TrainForm::addFigure(QGridLayout* grid, int column, const QString& heading) {
  grid->addWidget(makeLabel("heading", heading), 0, column);
  QLabel* label = makeText();
  label->setAlignment(Qt::AlignTop);
  label->setAccessibleName(heading);
  grid->addWidget(label, 1, column);
  grid->setColumnStretch(column, 1);
  return label;
}

QWidget* TrainForm::buildFoot() {
  auto* foot = makeFrame("strip");
  auto* column = new QVBoxLayout(foot);
  column->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
  column->setSpacing(space::kSmall);
  note_ = new Note;
  auto* figures = new QGridLayout;
  figures->setHorizontalSpacing(space::kHuge);
  figures->setVerticalSpacing(2);
  pairs_ = addFigure(figures, 0, tr("What it learns from"));
  memory_ = addFigure(figures, 1, tr("Memory"));
  time_ = addFigure(figures, 2, tr("Time"));
  problems_ = makeText("error");
  same_ = new QPushButton(tr("Trained already: show that run"));
  same_->setToolTip(
      tr("A run with these settings and as many pairs is there; another seed makes "
         "another run"));
  same_->hide();
  connect(same_, &QPushButton::clicked, this, [this] {
    if (check_ && check_->same) Q_EMIT runAsked(text(*check_->same));
  });
  audit_ = new QPushButton(tr("Audit pairs"));
  audit_->setToolTip(tr("Accept pairs on the Audit page; this form stays as it is"));
  audit_->hide();
  connect(audit_, &QPushButton::clicked, this, &TrainForm::auditAsked);
  start_ = new QPushButton(tr("Train"));
  start_->setDefault(true);
  start_->setMinimumSize(180, 40);
  QFont font = Theme::font(type::kSection, QFont::DemiBold);
  start_->setFont(font);
  start_->setToolTip(tr("Start the training (Ctrl+Return); it goes on when the window is closed"));
  connect(start_, &QPushButton::clicked, this, &TrainForm::start);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(same_);
  buttons->addWidget(audit_);
  buttons->addStretch();
  buttons->addWidget(start_);
  column->addWidget(note_);
  column->addLayout(figures);
  column->addWidget(problems_);
  column->addLayout(buttons);
  return foot;
}

FieldRow* TrainForm::row(const QString& name) const {
  for (FieldRow* row : main_ + more_) {
    if (row->field().name == name) return row;
  }
  return nullptr;
}

void TrainForm::showAll(bool all) {
  for (FieldRow* row : std::as_const(more_)) row->setShown(all);
  showAll_->setChecked(all);
  showAll_->setIcon(icon(all ? QStringLiteral("up") : QStringLiteral("down")));
  showAll_->setText(all ? tr("Fewer settings") : tr("All settings"));
}

void TrainForm::begin(const QString& preset) {
  preset_ = preset;
  const curation::TrainPreset& chosen = curation::trainPreset(preset.toStdString());
  presetWords_->setText(text(chosen.words));
  for (QAbstractButton* button : presets_->buttons()) {
    button->setChecked(button->text() == presetTitle(chosen.name));
  }
  setReferences();
  for (const Field& field : fieldsOf(chosen.config)) row(field.name)->setValue(field.value);
  row(QStringLiteral("model"))->setValue(get(settings::kModelFolder));
}

void TrainForm::setReferences() {
  const curation::TrainPreset& chosen = curation::trainPreset(preset_.toStdString());
  for (const Field& field : fieldsOf(chosen.config)) row(field.name)->setReference(field.value);
  FieldRow* pairs = row(QStringLiteral("pairs"));
  pairs->setReference(pairs->field().fallback);
}

void TrainForm::fill(const curation::RunFacts& run) {
  const auto config = run::configFromJson<run::TrainConfig>(run.manifest.config, run.id());
  for (const Field& field : fieldsOf(config)) row(field.name)->setValue(field.value);
  const QString model = text(run.manifest.model);
  const bool isDemo = model == text((resourceFolder() / "demo" / "model").string());
  row(QStringLiteral("model"))->setValue(isDemo ? QString() : model);
  if (const auto source = curation::trainSource(run.manifest)) {
    row(QStringLiteral("pairs"))->setValue(text(curation::toString(source->pairs)));
    row(QStringLiteral("selection"))->setValue(qint64{source->selection.value});
  }
  name_->setText(run.notes.name.empty() ? QString() : tr("%1, again").arg(text(run.notes.name)));
}

QStringList TrainForm::arguments() const {
  QStringList all{QStringLiteral("train"), QStringLiteral("--wait")};
  const QString name = name_->text().trimmed();
  if (!name.isEmpty()) all += {QStringLiteral("--name"), name};
  for (const FieldRow* row : main_ + more_) all += row->arguments();
  return all;
}

void TrainForm::change() {
  updateStart();
  setCheckCurrent(false);
  delay_.start();
}

void TrainForm::lookAgain() {
  setCheckCurrent(false);
  checker_ = std::make_shared<std::unique_ptr<curation::TrainChecker>>();
  delay_.start();
}

/// The request that the fields make; none while one of them is wrong.
std::optional<curation::TrainRequest> TrainForm::request() const {
  Json json = Json::object();
  curation::TrainRequest request;
  for (const FieldRow* row : main_ + more_) {
    if (!row->problem().isEmpty()) return std::nullopt;
    const QString name = row->field().name;
    const QVariant value = row->value();
    if (name == QLatin1String("model")) {
      request.model = value.toString().isEmpty()
                          ? resourceFolder() / "demo" / "model"
                          : std::filesystem::path(value.toString().toStdString());
    } else if (name == QLatin1String("selection")) {
      request.selection = SelectionId{value.toLongLong()};
    } else if (name == QLatin1String("pairs")) {
      request.pairs = curation::pairSourceFromString(value.toString().toStdString());
    } else {
      Json& field = json[name.toStdString()];
      switch (row->field().kind) {
        case Field::Kind::kInteger: field = value.toLongLong(); break;
        case Field::Kind::kNumber: field = value.toDouble(); break;
        case Field::Kind::kSwitch: field = value.toBool(); break;
        default: field = value.toString().toStdString();
      }
    }
  }
  request.config = run::configFromJson<run::TrainConfig>(json, "the form");
  return request;
}

/// What nobody sees is not looked up: tokens of many pairs take a while.
void TrainForm::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (std::exchange(unlooked_, false)) delay_.start();
}

void TrainForm::look() {
  if (!isVisible()) {
    unlooked_ = true;
    return;
  }
  const auto wanted = request();
  if (!wanted) return;
  const int asked = ++asked_;
  checking_ = true;
  runThen(
      worker_, this,
      [checker = checker_, project = project_.toStdString(), request = *wanted,
       runs = feed_.runs()] {
        if (!*checker) *checker = std::make_unique<curation::TrainChecker>(project);
        return (*checker)->check(request, runs);
      },
      [this, asked](Outcome<curation::TrainCheck> outcome) {
        if (asked != asked_) return;
        checking_ = false;
        check_ = std::move(outcome.value);
        if (check_) {
          note_->clear();
          showCheck();
        } else {
          showProblem(outcome.error);
        }
        updateStart();
      });
}

/// Figures of other settings than these stay readable, and dim, until theirs are known.
void TrainForm::setCheckCurrent(bool current) {
  for (QLabel* label : {pairs_, memory_, time_}) {
    if (label->text().isEmpty()) label->setText(tr("looking…"));
    label->setEnabled(current);
  }
  same_->setEnabled(current);
}

void TrainForm::showCheck() {
  setCheckCurrent(true);
  pairs_->setText(pairWords(*check_));
  memory_->setText(memoryWords(*check_));
  time_->setText(timeWords(*check_));
  QStringList problems;
  for (const std::string& problem : check_->problems) problems += text(problem) + QLatin1Char('.');
  if (check_->memoryFree > 0 && check_->memory > check_->memoryFree) {
    problems += tr("It may need more memory than is free: a smaller micro batch size needs less.");
  }
  setOrHide(problems_, problems.join(QLatin1Char(' ')));
  same_->setVisible(check_->same.has_value());
  audit_->setVisible(check_->source == curation::PairSource::kAccepted && check_->accepted == 0);
}

void TrainForm::showProblem(const QString& sentence) {
  setCheckCurrent(true);
  for (QLabel* label : {pairs_, memory_, time_}) label->setText(tr("not known"));
  problems_->hide();
  same_->hide();
  audit_->hide();
  note_->showError(sentence);
}

void TrainForm::updateStart() {
  bool sound = !check_ || check_->usable > 0;
  if (!check_ && !checking_ && asked_ > 0) sound = false;  // it was looked, and cannot be
  for (const FieldRow* row : main_ + more_) {
    const bool isSound = row->problem().isEmpty();
    sound = sound && isSound;
    // What is wrong must be seen.
    if (!isSound && more_.contains(row) && !showAll_->isChecked()) showAll(true);
  }
  start_->setEnabled(sound);
}

void TrainForm::start() {
  if (!start_->isEnabled()) return;
  const QString name = name_->text().trimmed();
  Q_EMIT startAsked(name.isEmpty() ? tr("Training") : tr("Training “%1”").arg(name), arguments());
  name_->clear();
}

}  // namespace mia::ui
