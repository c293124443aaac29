// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settings_sheet.h"

#include <QGridLayout>
#include <QScrollArea>

#include "ui/dialogs/field_row.h"
#include "ui/dialogs/key_fields.h"
#include "ui/session/settings.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kSettingsWidth = 640;
constexpr int kMostThreads = 1024;
constexpr int kTallestSettings = 620;

Field makeField(const QString& label, Field::Kind kind, const QString& help) {
  Field field;
  field.title = label;
  field.kind = kind;
  field.help = help;
  return field;
}

}  // namespace

SettingsSheet::SettingsSheet(QWidget* window)
    : Sheet(window, tr("Settings"), kSettingsWidth), grid_(new QGridLayout) {
  addHeading(tr("Settings"));
  grid_->setHorizontalSpacing(space::kMedium);
  grid_->setVerticalSpacing(space::kMedium);
  grid_->setColumnStretch(2, 1);
  keys_ = new KeyFields(window);
  auto* body = new QWidget;
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(0, 0, space::kSmall, 0);
  column->setSpacing(space::kMedium);
  column->addLayout(grid_);
  column->addWidget(makeLabel("heading", tr("Keys of the Audit page")));
  column->addWidget(keys_);

  Field theme = makeField(tr("Theme"), Field::Kind::kChoice, tr("system: as the desktop has it"));
  theme.choices =
      QStringList{QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};
  add(theme, get(settings::kTheme), [this](const QVariant& value) {
    set(settings::kTheme, value.toString());
    Q_EMIT themeChosen(value.toString());
  });
  add(makeField(tr("Reviewer"), Field::Kind::kText, tr("your name, kept with what you decide")),
      get(settings::kReviewer),
      [](const QVariant& value) { set(settings::kReviewer, value.toString().trimmed()); });
  add(makeField(tr("Model"), Field::Kind::kFolder, tr("in new forms; empty: the demo model")),
      get(settings::kModelFolder),
      [](const QVariant& value) { set(settings::kModelFolder, value.toString().trimmed()); });
  Field threads =
      makeField(tr("Threads"), Field::Kind::kInteger, tr("that a job may use; 0: as it likes"));
  threads.high = kMostThreads;
  add(threads, get(settings::kThreads),
      [](const QVariant& value) { set(settings::kThreads, value.toInt()); });
  add(makeField(tr("No motion"), Field::Kind::kSwitch, tr("menus and hints appear at once")),
      get(settings::kStill), [](const QVariant& value) {
        set(settings::kStill, value.toBool());
        applyMotion();
      });
  auto* scroll = new QScrollArea;
  scroll->setWidget(body);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setAccessibleName(tr("Settings"));
  scroll->setMinimumHeight(
      qMin(body->sizeHint().height() + 2, qMin(kTallestSettings, window->height() - 160)));
  cardLayout()->addWidget(scroll);
}

template <class T, class Keep>
void SettingsSheet::add(Field field, const T& value, Keep keep) {
  field.value = QVariant::fromValue(value);
  auto* row = new FieldRow(std::move(field), grid_, this);
  if (!first_) first_ = row->editor();
  connect(row, &FieldRow::changed, this, [row, keep] {
    if (row->problem().isEmpty()) keep(row->value());
  });
}

}  // namespace mia::ui
