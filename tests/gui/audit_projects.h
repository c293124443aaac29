// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>
#include <QTemporaryDir>

#include "tests/gui/sample_project.h"
#include "ui/session/settings.h"

namespace mia::test {

/// What the tests of the Audit page begin with.
class AuditProjects : public QObject {
 protected:
  /// No settings but who reviews.
  static void startAudit() {
    QSettings().clear();
    ui::set(ui::settings::kReviewer, QStringLiteral("anna"));
  }
  /// A project of its own for every test, with so many pairs.
  QString makeProject(int pairs) {
    const QString name = folder_.path() + QStringLiteral("/project-%1").arg(++projects_);
    const std::filesystem::path root = folder_.path().toStdString();
    mia::test::makeProject(name.toStdString(), drawPhotos(root / "photos", 8), pairs);
    return name;
  }

 private:
  QTemporaryDir folder_;
  int projects_ = 0;
};

}  // namespace mia::test
