// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/kept_review.h"

#include <QJsonDocument>
#include <QJsonObject>

#include "curation/review.h"
#include "ui/session/settings.h"

namespace mia::ui {

namespace {

const QString kProject = QStringLiteral("project");
const QString kSetting = QStringLiteral("setting");
const QString kName = QStringLiteral("reviewer");
const QString kRound = QStringLiteral("round");
const QString kBlind = QStringLiteral("decided_by");

QJsonObject toJson(const Review& review) {
  return {{kName, QString::fromStdString(review.reviewer)}, {kRound, review.round}};
}

Review reviewFrom(const QJsonObject& json) {
  return {json.value(kName).toString().toStdString(), json.value(kRound).toInt(1)};
}

}  // namespace

KeptReview keptReview(const QString& project) {
  const QString name = get(settings::kReviewer);
  const QJsonObject kept = QJsonDocument::fromJson(get(settings::kAuditReview).toUtf8()).object();
  if (kept.value(kProject).toString() == project && kept.value(kSetting).toString() == name) {
    KeptReview found{reviewFrom(kept), {}};
    if (kept.contains(kBlind)) found.decidedBy = reviewFrom(kept.value(kBlind).toObject());
    if (!found.review.reviewer.empty()) return found;
  }
  return {{name.isEmpty() ? curation::defaultReviewer() : name.toStdString(), 1}, {}};
}

void keepReview(const QString& project, const KeptReview& kept) {
  QJsonObject json = toJson(kept.review);
  json.insert(kProject, project);
  json.insert(kSetting, get(settings::kReviewer));
  if (kept.decidedBy) json.insert(kBlind, toJson(*kept.decidedBy));
  set(settings::kAuditReview,
      QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

}  // namespace mia::ui
