// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/field_row.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kEditorWidth = 200;
constexpr double kUnbounded = 1e9;  ///< an upper end that nobody reaches

QString shownValue(const Field& field, const QVariant& value) {
  if (field.kind == Field::Kind::kNumber) return QString::number(value.toDouble(), 'g', 12);
  return value.toString();
}

}  // namespace

FieldRow::FieldRow(Field field, QGridLayout* grid, QObject* parent)
    : QObject(parent),
      field_(std::move(field)),
      label_(makeLabel("", field_.label())),
      help_(new ElidedLabel("dim")),
      grid_(grid),
      row_(grid->rowCount()) {
  editor_ = makeEditor();
  if (!cell_) cell_ = editor_;
  editor_->setAccessibleName(field_.label());
  editor_->setAccessibleDescription(field_.help);
  editor_->setToolTip(field_.help);
  label_->setBuddy(editor_);
  grid->addWidget(label_, row_, 0);
  grid->addWidget(cell_, row_, 1);
  grid->addWidget(help_, row_, 2);
  setValue(field_.value);
  connect(this, &FieldRow::changed, this, &FieldRow::tell);
  tell();
}

QWidget* FieldRow::makeEditor() {
  using Kind = Field::Kind;
  if (field_.kind == Kind::kSwitch) {
    auto* box = new QCheckBox;
    connect(box, &QCheckBox::toggled, this, &FieldRow::changed);
    return box;
  }
  if (field_.kind == Kind::kChoice) {
    auto* list = new QComboBox;
    editor_ = list;
    fillChoices();
    list->setFixedWidth(kEditorWidth);
    connect(list, &QComboBox::currentIndexChanged, this, &FieldRow::changed);
    return list;
  }
  auto* line = new QLineEdit;
  line->setFixedWidth(kEditorWidth);
  connect(line, &QLineEdit::textChanged, this, &FieldRow::changed);
  editor_ = line;
  if (field_.kind == Kind::kFolder || field_.kind == Kind::kNewFolder) cell_ = makePathEditor();
  return line;
}

void FieldRow::fillChoices() {
  auto* list = static_cast<QComboBox*>(editor_);
  const QString empty = field_.emptyChoice.isEmpty() ? tr("all") : field_.emptyChoice;
  for (const QString& choice : std::as_const(field_.choices)) {
    list->addItem(choice.isEmpty() ? empty : choice, choice);
  }
}

void FieldRow::setChoices(const QStringList& choices) {
  auto* list = qobject_cast<QComboBox*>(editor_);
  if (!list) return;
  const QVariant held = value();
  {
    const QSignalBlocker quiet(list);
    list->clear();
    field_.choices = choices;
    fillChoices();
    list->setCurrentIndex(qMax(0, list->findData(held)));
  }
  Q_EMIT changed();
}

QWidget* FieldRow::makePathEditor() {
  auto* line = static_cast<QLineEdit*>(editor_);
  auto* cell = new QWidget;
  auto* row = new QHBoxLayout(cell);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::kTiny);
  auto* choose = new QPushButton(tr("…"));
  choose->setAccessibleName(tr("Choose %1").arg(field_.label()));
  choose->setToolTip(choose->accessibleName());
  choose->setFixedWidth(36);
  line->setFixedWidth(kEditorWidth - 36 - space::kTiny);
  row->addWidget(line);
  row->addWidget(choose);
  connect(choose, &QPushButton::clicked, this, [this, line] {
    auto* dialog = new QFileDialog(line->window(), field_.label(), line->text());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, line, &QLineEdit::setText);
    dialog->open();
  });
  return cell;
}

QVariant FieldRow::value() const {
  if (const auto* box = qobject_cast<const QCheckBox*>(editor_)) return box->isChecked();
  if (const auto* list = qobject_cast<const QComboBox*>(editor_)) return list->currentData();
  return static_cast<const QLineEdit*>(editor_)->text();
}

void FieldRow::setValue(const QVariant& value) {
  if (auto* box = qobject_cast<QCheckBox*>(editor_)) {
    box->setChecked(value.toBool());
  } else if (auto* list = qobject_cast<QComboBox*>(editor_)) {
    list->setCurrentIndex(list->findData(value));
  } else {
    static_cast<QLineEdit*>(editor_)->setText(shownValue(field_, value));
  }
}

void FieldRow::setShown(bool shown) {
  shown_ = shown;
  for (QWidget* part : {static_cast<QWidget*>(label_), cell_, static_cast<QWidget*>(help_)}) {
    part->setVisible(shown);
  }
  tellDifference();
}

void FieldRow::setReference(const QVariant& reference) {
  reference_ = reference;
  if (!back_) {
    back_ = new QToolButton;
    back_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    back_->setIcon(icon(QStringLiteral("undo")));
    back_->setIconSize({16, 16});
    back_->setFocusPolicy(Qt::TabFocus);
    grid_->addWidget(back_, row_, 3);
    connect(back_, &QToolButton::clicked, this, [this] {
      setValue(reference_);
      editor_->setFocus();
    });
  }
  tellDifference();
}

bool FieldRow::differs() const {
  if (!reference_.isValid()) return false;
  switch (field_.kind) {
    case Field::Kind::kInteger:
    case Field::Kind::kNumber: return value().toDouble() != reference_.toDouble();
    case Field::Kind::kSwitch: return value().toBool() != reference_.toBool();
    default: return value().toString().trimmed() != reference_.toString();
  }
}

void FieldRow::tellDifference() {
  if (!back_) return;
  const bool other = differs();
  QString words = shownValue(field_, reference_);
  if (field_.kind == Field::Kind::kSwitch) words = reference_.toBool() ? tr("on") : tr("off");
  if (words.isEmpty()) words = tr("nothing");
  back_->setText(words);
  back_->setToolTip(tr("Back to the preset's %1").arg(words));
  back_->setAccessibleName(tr("%1 differs from the preset: back to %2").arg(field_.label(), words));
  back_->setVisible(other && shown_);
  QFont font = label_->font();
  font.setBold(other);
  label_->setFont(font);
}

void FieldRow::tell() {
  const QString wrong = problem();
  QString help = field_.unit.isEmpty() ? field_.help : tr("%1: %2").arg(field_.unit, field_.help);
  const bool isNumber = field_.kind == Field::Kind::kInteger || field_.kind == Field::Kind::kNumber;
  if (isNumber && field_.low < field_.high) {
    const QString low = shownValue(field_, field_.low);
    help += field_.high < kUnbounded ? tr(" (%1 to %2)").arg(low, shownValue(field_, field_.high))
                                     : tr(" (%1 or more)").arg(low);
  }
  help_->setText(wrong.isEmpty() ? help : wrong);
  setRole(help_, wrong.isEmpty() ? "dim" : "error");
  tellDifference();
}

}  // namespace mia::ui
