// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long a person waits for the gallery of a large project, offscreen, by real events:
//   bench_gallery make FOLDER [SAMPLES]     a synthetic project (default: a million samples)
//   bench_gallery run FOLDER                the figures, as percentiles
//   bench_gallery start FOLDER              of any project: how long the window takes to come up
#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTest>
#include <QThread>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "curation/marks.h"
#include "curation/project.h"
#include "make_project.h"
#include "tests/bench/window_bench.h"
#include "ui/main_window.h"
#include "ui/pages/data/data_page.h"
#include "ui/pages/data/gallery_view.h"
#include "window_start.h"

namespace {

using namespace mia;
using namespace mia::ui;
using bench::milliseconds;
using bench::waitFor;

constexpr int kFrames = 600;

double memory(const char* field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(field)) return std::stod(line.substr(line.find(':') + 1)) / 1024;
  }
  return 0;
}

constexpr int kRounds = 3;
constexpr int kStarts = 9;

/// An application that knows how long events kept the GUI thread.
class TimedApplication : public QApplication {
 public:
  using QApplication::QApplication;

  bool notify(QObject* receiver, QEvent* event) override {
    if (within_ || thread() != QThread::currentThread()) {
      return QApplication::notify(receiver, event);
    }
    within_ = true;
    QElapsedTimer timer;
    timer.start();
    const bool result = QApplication::notify(receiver, event);
    within_ = false;
    events.push_back(milliseconds(timer));
    return result;
  }

  std::vector<double> events;

 private:
  bool within_ = false;
};

void heading() {
  std::printf("%-40s %8s %8s %8s %8s %6s  %s\n", "", "p50", "p90", "p99", "most", "times", "asked");
}

/// One line of the table: percentiles of a figure, and what is asked of it.
void tell(const std::string& what, std::vector<double> figures, const char* asked) {
  if (figures.empty()) return;
  std::sort(figures.begin(), figures.end());
  const auto at = [&](double share) {
    return figures[static_cast<std::size_t>(share * static_cast<double>(figures.size() - 1) + 0.5)];
  };
  std::printf("%-40s %8.1f %8.1f %8.1f %8.1f %6zu  %s\n", what.c_str(), at(0.5), at(0.9), at(0.99),
              figures.back(), figures.size(), asked);
  std::fflush(stdout);
}

/// What was waited for, by name, over all rounds.
struct Waits {
  std::vector<double> grid, thumbnail, idle;                ///< opening
  std::map<std::string, std::vector<double>> rows, counts;  ///< by query
  std::vector<double> frames, jumps;

  void tellQueries() const {
    std::vector<double> allRows, allCounts;
    for (const auto& [what, times] : rows) {
      tell("  " + what, times, "");
      allRows.insert(allRows.end(), times.begin(), times.end());
    }
    for (const auto& [what, times] : counts) {
      allCounts.insert(allCounts.end(), times.begin(), times.end());
    }
    tell("filter or sort to first rows, ms", allRows, "< 100");
    tell("filter or sort to all counts, ms", allCounts, "");
  }
};

/// The window on a project, as a person would see it.
class Bench {
 public:
  Bench(const QString& project, Waits& waits) : waits_(waits) {
    window_.resize(1440, 900);
    window_.show();
    QElapsedTimer timer;
    timer.start();
    window_.openProject(project);
    page_ = qobject_cast<DataPage*>(window_.page());
    GalleryModel& model = page_->model();
    waitFor([&] { return model.rowCount() > 0 && model.index(0).data().isValid(); });
    window_.repaint();
    waits_.grid.push_back(milliseconds(timer));
    waitFor([&] {
      window_.repaint();
      return !model.index(0).data(Qt::DecorationRole).value<QImage>().isNull();
    });
    waits_.thumbnail.push_back(milliseconds(timer));
    waitFor([&] { return page_->isSettled(); });
    waits_.idle.push_back(milliseconds(timer));
  }

  /// Other words in each round: what a word found is remembered.
  void queries(int round) {
    static const std::vector<std::string> texts[kRounds] = {
        {"bird", "the", "b", "bird boat 123", "holding stone window", "d12/7.jpg"},
        {"dog", "red", "t", "dog table 456", "sitting water behind", "d13/8.jpg"},
        {"sky", "two", "s", "sky man 789", "bright woman small", "d14/9.jpg"}};
    static const std::vector<std::string> kinds{"common word",        "other common word",
                                                "one letter",         "two words and a number",
                                                "three common words", "path"};
    filters();
    sorts();
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      ask("text: " + kinds[i], {curation::Shelf::kSamples, texts[round][i]});
    }
    curation::BrowseQuery all = choose(curation::Facet::kLayout, "sequence");
    all.text = texts[(round + 1) % kRounds].front();
    all.choices[curation::Facet::kStatus] = {"pair"};
    all.ranges[curation::Score::kPerplexity] = {1.5, 3};
    all.sort = curation::SortKey::kShare;
    ask("five filters and a sort", all);
    ask("quarantine", {curation::Shelf::kQuarantine});
  }

  /// A wheel turned without a pause: what each turn costs the GUI thread until it is painted.
  void scroll() {
    GalleryView& gallery = page_->gallery();
    page_->model().setQuery({curation::Shelf::kSamples});
    waitFor([&] { return page_->isSettled(); });
    for (int i = 0; i < kFrames; ++i) {
      QElapsedTimer timer;
      timer.start();
      const QPointF at(200, 200);
      QWheelEvent wheel(at, gallery.viewport()->mapToGlobal(at), {}, {0, i % 7 == 0 ? -2400 : -120},
                        Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
      QApplication::sendEvent(gallery.viewport(), &wheel);
      QCoreApplication::processEvents();
      gallery.viewport()->repaint();
      waits_.frames.push_back(milliseconds(timer));
      QTest::qWait(2);
    }
    for (int part = 1; part <= kRounds; ++part) {
      const int end = gallery.verticalScrollBar()->maximum();
      gallery.verticalScrollBar()->setValue(end / (kRounds + 1) * part);
      QElapsedTimer timer;
      timer.start();
      waitFor([&] { return page_->isSettled(); });
      waits_.jumps.push_back(milliseconds(timer));
    }
  }

 private:
  static curation::BrowseQuery choose(curation::Facet facet, const char* value) {
    curation::BrowseQuery query{curation::Shelf::kSamples};
    query.choices[facet] = {value};
    return query;
  }

  void filters() {
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
  }

  void sorts() {
    for (const auto shelf : {curation::Shelf::kSamples, curation::Shelf::kImages}) {
      for (const auto key : curation::sortKeysOf(shelf)) {
        curation::BrowseQuery query{shelf};
        query.sort = key;
        query.descending = true;
        ask((shelf == curation::Shelf::kImages ? "images, sort " : "samples, sort ") +
                std::to_string(static_cast<int>(key)),
            query);
      }
    }
  }

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
    waits_.rows[what].push_back(milliseconds(timer));
    waitFor([&] { return model.isWhole(); });
    waits_.counts[what].push_back(milliseconds(timer));
    QObject::disconnect(once);
    waitFor([&] { return page_->isSettled(); });
  }

  Waits& waits_;
  MainWindow window_;
  DataPage* page_ = nullptr;
};

void prepareIndex(const QString& folder) {
  QElapsedTimer timer;
  timer.start();
  curation::Project project = curation::Project::open(folder.toStdString());
  while (!curation::indexText(project, 20'000).isComplete()) {
  }
  tell("text index, built once, ms", {milliseconds(timer)}, "");
}

int measure(const QString& folder) {
  auto& application = *static_cast<TimedApplication*>(qApp);
  heading();
  tell("process start to first frame, ms", bench::windowStarts(folder, kStarts), "< 500");
  prepareIndex(folder);
  Waits waits;
  {
    Bench bench(folder, waits);
    tell("memory when open, MB", {memory("VmRSS")}, "< 400");
    application.events.clear();
    for (int round = 0; round < kRounds; ++round) bench.queries(round);
    waits.tellQueries();
    tell("events while filtering and sorting, ms", application.events, "< 50");
    bench.scroll();
    tell("scrolling, a frame, ms", waits.frames, "p99 < 16");
    tell("jump to all thumbnails, ms", waits.jumps, "");
    tell("memory at the end, MB", {memory("VmRSS")}, "< 400");
    tell("memory at most, MB", {memory("VmHWM")}, "");
  }
  for (int again = 1; again < kRounds; ++again) Bench(folder, waits);
  tell("open to first painted grid, ms", waits.grid, "< 1000");
  tell("open to first thumbnail, ms", waits.thumbnail, "");
  tell("open to counts of every filter, ms", waits.idle, "");
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  const std::string verb = argc > 2 ? argv[1] : "";
  if (verb == "window") {
    return mia::bench::startWindow(argc, argv, QString::fromLocal8Bit(argv[2]));
  }
  if (verb == "start") {
    const QCoreApplication application(argc, argv);  // knows where this program is
    heading();
    tell("process start to first frame, ms",
         mia::bench::windowStarts(QString::fromLocal8Bit(argv[2]), kStarts), "< 500");
    return 0;
  }
  return mia::bench::benchWindow<TimedApplication>(
      argc, argv,
      {"bench_gallery make FOLDER [SAMPLES] | run FOLDER | start FOLDER",
       [](const std::string& folder, long long samples) {
         mia::bench::makeProject(folder, samples > 0 ? samples : 1'000'000);
       },
       [](const QString& folder, int) { return measure(folder); }});
}
