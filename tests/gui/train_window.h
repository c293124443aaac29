// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>
#include <cmath>

#include "run/events.h"
#include "run/run_directory.h"
#include "tests/gui/rest.h"
#include "tests/gui/sample_project.h"
#include "ui/pages/train/train_page.h"
#include "ui/plots/plot_board.h"

namespace mia::test {

/// A training run of the project's pairs, in which the test plays the engine. Of its pair 2 a
/// person swapped the answers and edited the right one.
class PlayedRun {
 public:
  /// What the model answered: the project's pairs reject it.
  static constexpr const char* kAnswer = "The main object is a lighthouse at the edge of the sea.";

  explicit PlayedRun(const QString& project, const run::TrainConfig& config = {},
                     const Json& source = {})
      : run_(make(project, config, source)), log_(run_.events()) {}

  QString id() const { return QString::fromStdString(run_.manifest().id); }
  run::EventLog& log() { return log_; }
  const run::RunDirectory& run() const { return run_; }
  void start() { log_.write("started", {{"pid", 1}, {"device", "cpu"}, {"resumed_at", 0}}); }
  void steps(int first, int last, double loss = 0.5) {
    for (int step = first; step <= last; ++step) {
      log_.write("metrics", {{"step", step},
                             {"loss", loss + 0.01 * std::sin(step)},
                             {"rewards/chosen", 0.01 * step},
                             {"rewards/rejected", -0.02 * step},
                             {"rewards/margins", 0.03 * step},
                             {"rewards/accuracies", 0.8},
                             {"learning_rate", 1e-4},
                             {"pairs", {1, 2}},
                             {"pair_margins", {0.5, -0.25}}});
    }
  }
  void finish() { log_.write("finished", {{"summary", Json::object()}}); }

 private:
  static run::RunDirectory make(const QString& project, const run::TrainConfig& config,
                                const Json& source) {
    run::Bundle bundle;
    run::BundleSample sample;
    sample.sample.prompt = "?";
    sample.sample.recipe.kind = LayoutKind::kSequence;
    sample.sample.recipe.imageCount = 2;
    sample.sample.images = {ImageId{1}, ImageId{2}};
    sample.files = sample.hashes = {"a", "b"};
    bundle.samples = {sample};
    bundle.pairs = {{1, 0, "yes", "no"}, {2, 0, kAnswer, "No, a rock."}};
    run::RunManifest manifest;
    manifest.kind = run::RunKind::kTrain;
    manifest.model = "/models/small";
    manifest.config = run::configToJson(config);
    manifest.source = source;
    return run::RunDirectory::create((project + QStringLiteral("/runs")).toStdString(), manifest,
                                     bundle);
  }

  run::RunDirectory run_;
  run::EventLog log_;
};

/// The page alone, on a project, shown and at rest.
struct OpenPage {
  explicit OpenPage(const QString& project, const QString& state = {})
      : session(project), page(session) {
    page.resize(1280, 760);
    page.show();
    page.showState(state);
    page.takeFocus();
    settle();
  }
  void settle() {
    waitForRest([this] { return page.isSettled(); });
  }
  ui::PlotBoard& board() { return page.board(); }
  /// A point in the plot of a panel, as shares of its width and height.
  QPoint at(int panel, double across, double down) {
    const QRect rect = board().axisRect(panel)->rect();
    return {rect.left() + qRound(across * rect.width()), rect.top() + qRound(down * rect.height())};
  }
  bool repainted() {
    QCoreApplication::processEvents();
    return true;
  }

  ui::ProjectSession session;
  ui::TrainPage page;
};

inline void turnWheel(QWidget& widget, const QPointF& at, int delta) {
  QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                    Qt::NoScrollPhase, false);
  QCoreApplication::sendEvent(&widget, &event);
}

inline QString newProject(const QTemporaryDir& folder) {
  static int number = 0;
  const std::filesystem::path root = folder.path().toStdString();
  const auto photos = drawPhotos(root / "photos", 5);
  const std::string name = "project" + std::to_string(++number);
  makeProject(root / name, photos, 4);
  return QString::fromStdString((root / name).string());
}

}  // namespace mia::test
