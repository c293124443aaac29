// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/settings.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>

namespace mia::ui {

void applyMotion() {
  const bool moves = !get(settings::kStill);
  for (const Qt::UIEffect effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo,
                                    Qt::UI_AnimateTooltip, Qt::UI_FadeTooltip}) {
    QApplication::setEffectEnabled(effect, moves);
  }
}

void rememberProject(const QString& folder) {
  constexpr int kKept = 10;
  const QString path = QDir(folder).absolutePath();
  QStringList list = get(settings::kRecentProjects);
  list.removeAll(path);
  list.prepend(path);
  set(settings::kRecentProjects, list.mid(0, kKept));
}

QStringList recentProjects() {
  QStringList existing;
  for (const QString& folder : get(settings::kRecentProjects)) {
    if (QFileInfo::exists(folder + QStringLiteral("/project.sqlite"))) existing.append(folder);
  }
  return existing;
}

}  // namespace mia::ui
