// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/start/recent_button.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>

#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

RecentButton::RecentButton(const QString& folder, QWidget* parent) : QPushButton(parent) {
  setProperty("role", "recent");
  setAutoDefault(true);
  setAccessibleName(tr("Open project %1").arg(folder));
  setToolTip(QDir::toNativeSeparators(folder));
  QLabel* name = makeLabel("", QDir(folder).dirName());
  QLabel* place = makeLabel(
      "dim", QDir::toNativeSeparators(QDir(folder + QStringLiteral("/..")).absolutePath()));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(space::kSmall, 0, space::kSmall, 0);
  row->setSpacing(space::kMedium);
  row->addWidget(name);
  row->addWidget(place, 1);
  for (QLabel* label : {name, place}) label->setAttribute(Qt::WA_TransparentForMouseEvents);
}

}  // namespace mia::ui
