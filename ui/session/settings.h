// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVariantMap>

namespace mia::ui {

/// One preference: its key, its type and its default.
template <class T>
struct Setting {
  const char* key;
  T fallback;
};

/// Every preference that is kept between starts, in one table.
namespace settings {
inline const Setting<QString> kTheme{"look/theme", QStringLiteral("system")};
inline const Setting<QByteArray> kWindowGeometry{"window/geometry", {}};
inline const Setting<QStringList> kRecentProjects{"projects/recent", {}};
inline const Setting<QString> kLastProject{"session/project", {}};  ///< open when it was closed
inline const Setting<QString> kLastPage{"session/page", {}};
inline const Setting<bool> kTrayFolded{"session/tray-folded", false};
inline const Setting<QString> kReviewer{"person/name", {}};
inline const Setting<QString> kModelFolder{"jobs/model", {}};
inline const Setting<int> kThreads{"jobs/threads", 0};   ///< 0: as a job likes
inline const Setting<bool> kStill{"look/still", false};  ///< nothing moves that need not
inline const Setting<QByteArray> kDataSplitter{"data/splitter", {}};
inline const Setting<QString> kDataState{"data/state", {}};  ///< JSON: project, query, item
inline const Setting<bool> kFiltersShown{"data/filters", false};
inline const Setting<QByteArray> kDetailSplitter{"data/detail-splitter", {}};
inline const Setting<int> kThumbnailEdge{"data/thumbnail-edge", 160};
inline const Setting<int> kThumbnailMegabytes{"data/thumbnail-megabytes", 2048};  ///< on disk
inline const Setting<bool> kRegionsShown{"data/regions", true};
inline const Setting<bool> kHeatmapShown{"data/heatmap", true};
inline const Setting<bool> kHeatmapSmooth{"data/heatmap-smooth", true};
inline const Setting<QByteArray> kResponsesSplitter{"responses/splitter", {}};
inline const Setting<QByteArray> kResponsesQueueSplitter{"responses/queue-splitter", {}};
inline const Setting<int> kResponsesLayout{"responses/layout", -1};  ///< LayoutKind; -1: every one
inline const Setting<int> kResponsesOutcome{"responses/outcome", 0};
inline const Setting<QString> kResponsesPlace{"responses/place", {}};  ///< sample id and project
inline const Setting<bool> kResponsesRegions{"responses/regions", true};
inline const Setting<bool> kResponsesHeatmap{"responses/heatmap", true};
inline const Setting<int> kHeatStyle{"responses/heat-style", 0};
inline const Setting<int> kHeatColours{"responses/heat-colours", 0};
inline const Setting<int> kHeatOpacity{"responses/heat-opacity", 85};  ///< %
inline const Setting<QByteArray> kComposeSplitter{"compose/splitter", {}};
inline const Setting<QString> kComposeLayout{"compose/layout", {}};
inline const Setting<QVariantMap> kAuditKeys{"audit/keys", {}};  ///< what differs from KeyBindings
inline const Setting<QByteArray> kAuditSplitter{"audit/splitter", {}};
inline const Setting<QString> kAuditQueue{"audit/queue", {}};  ///< JSON: project, order, filter
inline const Setting<bool> kAuditHeatmap{"audit/heatmap", true};
inline const Setting<bool> kAuditChosenMap{"audit/chosen-map", false};
inline const Setting<bool> kAuditRejectedMap{"audit/rejected-map", true};
inline const Setting<QString> kAuditReview{"audit/review", {}};  ///< JSON: project, whose, round
inline const Setting<QByteArray> kTrainSplitter{"train/splitter", {}};
inline const Setting<QString> kTrainRun{"train/run", {}};  ///< id and project
inline const Setting<QStringList> kTrainHidden{"train/hidden", {}};
inline const Setting<int> kTrainSmoothing{"train/smoothing", 60};  ///< % of the past
inline const Setting<int> kTrainPlace{"train/place", 0};           ///< of PlotPlace
inline const Setting<QByteArray> kEvaluateSplitter{"evaluate/splitter", {}};
inline const Setting<QByteArray> kEvaluateSideSplitter{"evaluate/side-splitter", {}};
inline const Setting<QString> kEvaluatePlace{"evaluate/place", {}};  ///< evaluation and project
inline const Setting<int> kEvaluateWrong{"evaluate/wrong", 0};       ///< WrongRule
inline const Setting<bool> kEvaluateDifference{"evaluate/difference", true};
}  // namespace settings

template <class T>
T get(const Setting<T>& setting, const QSettings& stored = QSettings()) {
  return stored.value(QLatin1String(setting.key), QVariant::fromValue(setting.fallback))
      .template value<T>();
}

template <class T>
void set(const Setting<T>& setting, const T& value) {
  QSettings().setValue(QLatin1String(setting.key), QVariant::fromValue(value));
}

/// Lets menus and hints fade and slide, or not, as the person likes (kStill).
void applyMotion();
/// Puts a project at the head of the recent ones; the list keeps ten.
void rememberProject(const QString& folder);
/// The recent projects that still exist, newest first.
QStringList recentProjects();

}  // namespace mia::ui
