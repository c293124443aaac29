// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long a person waits for the gallery of a large project, offscreen, by real events:
//   bench_gallery make FOLDER [SAMPLES]     a synthetic project (default: a million samples)
//   bench_gallery run FOLDER                the figures
#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>

#include "curation/marks.h"
#include "curation/project.h"
#include "make_project.h"
#include "ui/main_window.h"
#include "ui/pages/data/data_page.h"
#include "ui/pages/data/gallery_view.h"
#include "ui/theme/theme.h"

static void initialiseResources() { Q_INIT_RESOURCE(studio); }

namespace {

using namespace mia;
using namespace mia::ui;

constexpr int kPatience = 120'000;
constexpr int kFrames = 600;

double milliseconds(const QElapsedTimer& timer) {
  return static_cast<double>(timer.nsecsElapsed()) * 1e-6;
}

double memory(const char* field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(field)) return std::stod(line.substr(line.find(':') + 1)) / 1024;
  }
  return 0;
}

void tell(const char* what, double figure, const char* unit, const char* held) {
  std::printf("%-44s %9.1f %-3s %s\n", what, figure, unit, held);
  std::fflush(stdout);
}

template <class Holds>
bool waitFor(Holds&& holds) {
  return QTest::qWaitFor(holds, kPatience);
}

/// The window on a project, as a person would see it.
class Bench {
 public:
  explicit Bench(const QString& project) {
    window_.resize(1440, 900);
    window_.show();
    QElapsedTimer timer;
    timer.start();
    window_.openProject(project);
    page_ = qobject_cast<DataPage*>(window_.page());
    GalleryModel& model = page_->model();
    waitFor([&] { return model.rowCount() > 0 && model.index(0).data().isValid(); });
    window_.repaint();
    tell("open to first painted grid", milliseconds(timer), "ms", "< 1000");
    waitFor([&] {
      window_.repaint();
      return !model.index(0).data(Qt::DecorationRole).value<QImage>().isNull();
    });
    tell("open to first thumbnail", milliseconds(timer), "ms", "");
    waitFor([&] { return page_->isSettled(); });
    tell("open to counts of every filter, idle", milliseconds(timer), "ms", "");
    std::printf("%d rows\n", model.rowCount());
  }

  void queries() {
    const auto choose = [](curation::Facet facet, const char* value) {
      curation::BrowseQuery query{curation::Shelf::kSamples};
      query.choices[facet] = {value};
      return query;
    };
    ask("samples, all", {curation::Shelf::kSamples});
    ask("layout: grid", choose(curation::Facet::kLayout, "grid"));
    ask("split: held-out", choose(curation::Facet::kSplit, "held-out"));
    ask("number of images: 3", choose(curation::Facet::kImageCount, "3"));
    ask("source file", choose(curation::Facet::kSource, "2"));
    for (const char* status : {"answered", "unanswered", "pair", "no-pair", "excluded", "tagged"}) {
      ask(std::string("status: ") + status, choose(curation::Facet::kStatus, status));
    }
    ask("tag", choose(curation::Facet::kTag, "odd"));
    ask("run", choose(curation::Facet::kRun, "generate-20260202-000000-b"));
    for (const auto score : curation::scoresOf(curation::Shelf::kSamples)) {
      curation::BrowseQuery query{curation::Shelf::kSamples};
      query.ranges[score] =
          score == curation::Score::kLength ? curation::Range{20, 60} : curation::Range{0.2, 1.4};
      ask("range of score " + std::to_string(static_cast<int>(score)), query);
    }
    for (const auto shelf : {curation::Shelf::kSamples, curation::Shelf::kImages}) {
      for (const auto key : curation::sortKeysOf(shelf)) {
        curation::BrowseQuery query{shelf};
        query.sort = key;
        query.descending = true;
        ask("sort " + std::to_string(static_cast<int>(key)), query);
      }
    }
    for (const char* text :
         {"bird", "the", "b", "bird boat 123", "holding stone window", "d12/7.jpg"}) {
      curation::BrowseQuery query{curation::Shelf::kSamples, text};
      ask(std::string("text: ") + text, query);
    }
    curation::BrowseQuery all = choose(curation::Facet::kLayout, "sequence");
    all.text = "bird";
    all.choices[curation::Facet::kStatus] = {"pair"};
    all.ranges[curation::Score::kPerplexity] = {1.5, 3};
    all.sort = curation::SortKey::kShare;
    ask("five filters and a sort", all);
    ask("quarantine", {curation::Shelf::kQuarantine});
    ask("samples, all", {curation::Shelf::kSamples});
    tell("slowest to first painted rows", slowest_, "ms", "< 100");
    tell("slowest with all counts", slowestCounts_, "ms", "");
  }

  /// A wheel turned without a pause: what each turn costs the GUI thread until it is painted.
  void scroll() {
    GalleryView& gallery = page_->gallery();
    std::vector<double> frames;
    for (int i = 0; i < kFrames; ++i) {
      QElapsedTimer timer;
      timer.start();
      const QPointF at(200, 200);
      QWheelEvent wheel(at, gallery.viewport()->mapToGlobal(at), {}, {0, i % 7 == 0 ? -2400 : -120},
                        Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
      QApplication::sendEvent(gallery.viewport(), &wheel);
      QCoreApplication::processEvents();
      gallery.viewport()->repaint();
      frames.push_back(milliseconds(timer));
      QTest::qWait(2);
    }
    std::sort(frames.begin(), frames.end());
    tell("scrolling, median frame", frames[frames.size() / 2], "ms", "");
    tell("scrolling, p99 frame", frames[frames.size() * 99 / 100], "ms", "< 16");
    gallery.verticalScrollBar()->setValue(gallery.verticalScrollBar()->maximum() / 2);
    QElapsedTimer timer;
    timer.start();
    waitFor([&] { return page_->isSettled(); });
    tell("jump into the middle, all thumbnails", milliseconds(timer), "ms", "");
  }

 private:
  void ask(const std::string& what, const curation::BrowseQuery& query) {
    GalleryModel& model = page_->model();
    QElapsedTimer timer;
    timer.start();
    bool listed = false;
    const auto once = QObject::connect(&model, &GalleryModel::listed, [&] { listed = true; });
    model.setQuery(query);
    waitFor([&] { return listed || model.isWhole(); });
    waitFor([&] { return model.rowCount() == 0 || model.index(0).data().isValid(); });
    page_->gallery().viewport()->repaint();
    const double first = milliseconds(timer);
    waitFor([&] { return model.isWhole(); });
    const double counts = milliseconds(timer);
    QObject::disconnect(once);
    std::printf("  %-42s %9.1f ms, counts %7.1f ms, %d rows\n", what.c_str(), first, counts,
                model.rowCount());
    slowest_ = std::max(slowest_, first);
    slowestCounts_ = std::max(slowestCounts_, counts);
    waitFor([&] { return page_->isSettled(); });
  }

  MainWindow window_;
  DataPage* page_ = nullptr;
  double slowest_ = 0;
  double slowestCounts_ = 0;
};

int measure(const QString& folder) {
  QElapsedTimer timer;
  timer.start();
  curation::Project project = curation::Project::open(folder.toStdString());
  while (!curation::indexText(project, 20'000).isComplete()) {
  }
  tell("text index, built once", milliseconds(timer), "ms", "");
  Bench bench(folder);
  tell("memory when open", memory("VmRSS"), "MB", "< 400");
  bench.queries();
  bench.scroll();
  tell("memory at the end", memory("VmRSS"), "MB", "< 400");
  tell("memory at most", memory("VmHWM"), "MB", "");
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QStandardPaths::setTestModeEnabled(true);
  QCoreApplication::setOrganizationName(QStringLiteral("MIA Studio"));
  QCoreApplication::setApplicationName(QStringLiteral("mia-studio-bench"));
  QApplication application(argc, argv);
  initialiseResources();
  QSettings().clear();
  mia::ui::Theme::instance();
  const std::string verb = argc > 2 ? argv[1] : "";
  if (verb == "make") {
    mia::bench::makeProject(argv[2], argc > 3 ? std::stoll(argv[3]) : 1'000'000);
    return 0;
  }
  if (verb == "run") return measure(QString::fromLocal8Bit(argv[2]));
  std::fprintf(stderr, "usage: bench_gallery make FOLDER [SAMPLES] | run FOLDER\n");
  return 2;
}
