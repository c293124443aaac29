// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/step_sheet.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QKeyEvent>

#include "ui/dialogs/field_row.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kStepWidth = 860;
constexpr int kOutside = 300;  ///< px of the window that the fields leave to everything else

/// A word as a shell takes it.
QString quoted(const QString& word) {
  static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_@%+=:,./-]+$"));
  if (plain.match(word).hasMatch()) return word;
  return QLatin1Char('\'') + QString(word).replace(QLatin1Char('\''), QLatin1String("'\\''")) +
         QLatin1Char('\'');
}

QString commandOf(const QStringList& arguments) {
  QStringList words{QStringLiteral("mia")};
  for (const QString& argument : arguments) words += quoted(argument);
  return words.join(QLatin1Char(' '));
}

}  // namespace

StepSheet::StepSheet(QWidget* window, const ChainStep& step, Preset preset, const QString& model)
    : Sheet(window, step.title, kStepWidth),
      step_(step),
      model_(model),
      grid_(new QGridLayout),
      showMore_(new QToolButton),
      command_(new ElidedLabel("dim")),
      start_(new QPushButton(tr("Start"))) {
  addHeading(QString(step.action).remove(QChar(0x2026)), step.explanation);
  if (step.verb != QLatin1String("export")) addPresets(preset);
  auto* body = new QWidget;
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(space::kMedium);
  grid_->setVerticalSpacing(space::kSmall);
  grid_->setColumnMinimumWidth(0, 150);
  grid_->setColumnStretch(2, 1);
  column->addLayout(grid_);
  column->addStretch();
  const StepFields fields = fieldsOfStep(step.verb, Preset::kPaper);
  addFields(fields.main, main_);
  addFields(fields.more, more_);
  scroll_ = new QScrollArea;
  scroll_->setWidget(body);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setFocusPolicy(Qt::NoFocus);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  cardLayout()->addWidget(scroll_);
  addFoot();
  begin(preset);
  showMore(false);
  check();
}

void StepSheet::addPresets(Preset preset) {
  auto* presets = new QComboBox;
  presets->addItem(tr("the paper's"));
  presets->addItem(tr("the demo's"));
  presets->setCurrentIndex(preset == Preset::kDemo ? 1 : 0);
  presets->setAccessibleName(tr("Settings to begin with"));
  auto* row = new QHBoxLayout;
  row->setSpacing(space::kMedium);
  QLabel* label = makeLabel("", tr("Begin with"));
  label->setBuddy(presets);
  label->setFixedWidth(150);
  presets->setFixedWidth(200);
  row->addWidget(label);
  row->addWidget(presets);
  row->addStretch();
  cardLayout()->addLayout(row);
  connect(presets, &QComboBox::currentIndexChanged, this,
          [this](int index) { begin(index == 1 ? Preset::kDemo : Preset::kPaper); });
}

void StepSheet::addFields(const QList<Field>& fields, QList<FieldRow*>& rows) {
  for (const Field& field : fields) {
    rows.append(new FieldRow(field, grid_, this));
    connect(rows.last(), &FieldRow::changed, this, &StepSheet::check);
  }
}

void StepSheet::addFoot() {
  command_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  command_->setAccessibleName(tr("The same as a command"));
  auto* copy = new QToolButton;
  copy->setIcon(icon(QStringLiteral("copy")));
  copy->setIconSize({16, 16});
  copy->setFocusPolicy(Qt::TabFocus);
  copy->setToolTip(tr("Copy the command that does the same"));
  copy->setAccessibleName(copy->toolTip());
  connect(copy, &QToolButton::clicked, this,
          [this] { QGuiApplication::clipboard()->setText(command_->text()); });
  auto* line = new QHBoxLayout;
  line->addWidget(command_, 1);
  line->addWidget(copy);
  cardLayout()->addLayout(line);

  showMore_->setCheckable(true);
  showMore_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  showMore_->setFocusPolicy(Qt::TabFocus);
  connect(showMore_, &QToolButton::toggled, this, &StepSheet::showMore);
  auto* cancel = new QPushButton(tr("Cancel"));
  start_->setDefault(true);
  connect(cancel, &QPushButton::clicked, this, &Sheet::close);
  connect(start_, &QPushButton::clicked, this, &StepSheet::accept);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(showMore_);
  buttons->addStretch();
  buttons->addWidget(cancel);
  buttons->addWidget(start_);
  cardLayout()->addLayout(buttons);
  showMore_->setVisible(!more_.isEmpty());  // within the sheet by now: else it were a window
}

void StepSheet::showMore(bool shown) {
  for (FieldRow* row : std::as_const(more_)) row->setShown(shown);
  grid_->invalidate();  // it remembers the height of what is hidden now
  const int wanted = grid_->sizeHint().height() + space::kSmall;
  scroll_->setFixedHeight(qBound(100, wanted, qMax(100, parentWidget()->height() - kOutside)));
  showMore_->setIcon(icon(shown ? QStringLiteral("up") : QStringLiteral("down")));
  showMore_->setText(shown ? tr("Fewer settings") : tr("All settings"));
}

void StepSheet::begin(Preset preset) {
  const StepFields fields = fieldsOfStep(step_.verb, preset);
  const QList<Field> all = fields.main + fields.more;
  const QList<FieldRow*> rows = main_ + more_;
  for (qsizetype i = 0; i < rows.size(); ++i) {
    const bool ownModel = all[i].name == QLatin1String("model") && preset == Preset::kPaper;
    rows[i]->setValue(ownModel ? QVariant(model_) : all[i].value);
  }
}

void StepSheet::setChoices(const QString& field, const QStringList& choices) {
  for (FieldRow* row : main_ + more_) {
    if (row->field().name == field) row->setChoices(choices);
  }
}

QStringList StepSheet::arguments() const {
  QStringList all{step_.verb};
  for (const FieldRow* row : main_ + more_) all += row->arguments();
  return all;
}

void StepSheet::check() {
  bool sound = true;
  for (const FieldRow* row : main_ + more_) {
    const bool isSound = row->problem().isEmpty();
    sound = sound && isSound;
    // What is wrong must be seen.
    if (!isSound && more_.contains(row) && !showMore_->isChecked()) showMore_->setChecked(true);
  }
  start_->setEnabled(sound);
  command_->setText(commandOf(arguments()));
}

void StepSheet::accept() {
  if (!start_->isEnabled()) return;
  const QStringList asked = arguments();
  close();
  Q_EMIT accepted(step_.title, asked);
}

QWidget* StepSheet::firstFocus() { return start_->isEnabled() ? start_ : main_.first()->editor(); }

void StepSheet::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) accept();
  Sheet::keyPressEvent(event);
}

}  // namespace mia::ui
