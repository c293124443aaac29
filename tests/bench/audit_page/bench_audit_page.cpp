// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long a person waits for the next pair after a decision, offscreen, by real key events:
//   bench_audit_page make FOLDER [PAIRS]          a synthetic project (default: 5 000 pairs)
//   bench_audit_page run FOLDER [DECISIONS]       the figures, on any project with pairs
#include <QTest>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "curation/project.h"
#include "storage/decisions.h"
#include "tests/bench/window_bench.h"
#include "tests/gui/sample_project.h"
#include "ui/main_window.h"
#include "ui/pages/audit/audit_page.h"
#include "ui/pages/audit/pair_queue.h"
#include "ui/pages/audit/progress_strip.h"
#include "ui/pages/responses/look_board.h"
#include "ui/session/settings.h"

namespace {

using namespace mia;
using namespace mia::ui;
using bench::milliseconds;

constexpr int kPatience = 60'000;
constexpr int kPhotos = 60;

/// Counts how often a widget was painted.
class PaintCounter : public QObject {
 public:
  explicit PaintCounter(QWidget* watched) { watched->installEventFilter(this); }
  int paints = 0;

 protected:
  bool eventFilter(QObject*, QEvent* event) override {
    paints += event->type() == QEvent::Paint;
    return false;
  }
};

void tell(const char* what, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  std::printf("%-34s p50 %6.2f ms  p99 %6.2f ms  longest %6.2f ms  (%zu decisions)\n", what,
              at(0.5), at(0.99), times.back(), times.size());
  std::fflush(stdout);
}

/// The window on the audit page, every pair listed, in the hands of people who are new to it.
class Bench {
 public:
  /// `decided`: how many decisions there are, which makes their names new.
  Bench(const QString& project, std::int64_t decided) : decided_(decided) {
    window_.resize(1440, 900);
    window_.show();
    window_.openProject(project);
    window_.showPage(QStringLiteral("audit"));
    page_ = qobject_cast<AuditPage*>(window_.page());
    page_->queue().narrowTo(curation::QueueFilter::kUndecided);
    again();
  }

  bool hasPairs() const { return page_->shown() != nullptr; }

  /// Accepts and rejects in turn; with `pause` as a person does who looks at each pair, so that the
  /// next one is there before the key, else as fast as the keys come through.
  std::vector<double> decide(int decisions, bool pause) {
    std::vector<double> times;
    PaintCounter canvas(&page_->board().canvas());
    while (static_cast<int>(times.size()) < decisions) {
      if (page_->queue().model().undecidedCount() < 2) again();
      if (!page_->shown()) settle();
      if (pause) rest([this] { return page_->isNextReady(); });
      const qint64 before = page_->shown()->id();
      const int painted = canvas.paints;
      const Qt::Key key = times.size() % 2 == 0 ? Qt::Key_A : Qt::Key_X;
      QWidget* target = window_.focusWidget();
      QElapsedTimer timer;
      timer.start();
      QTest::keyPress(target, key);
      while (canvas.paints == painted || !page_->shown() || page_->shown()->id() == before) {
        QCoreApplication::processEvents();
        if (timer.elapsed() > kPatience) return times;
      }
      times.push_back(milliseconds(timer));
      QTest::keyRelease(target, key);
    }
    return times;
  }

  void finish() {
    settle();
    std::printf("%s\n", qPrintable(page_->strip().text()));
  }

 private:
  void settle() {
    rest([this] { return page_->isSettled(); });
  }

  template <class Holds>
  void rest(Holds&& holds) {
    if (!bench::waitFor(holds)) {
      std::fprintf(stderr, "bench_audit_page: the page does not come to rest\n");
      std::exit(1);
    }
  }

  /// Another reviewer, for whom nothing is decided yet.
  void again() {
    settle();
    set(settings::kReviewer, QStringLiteral("bench %1/%2").arg(decided_).arg(++reviewers_));
    page_->takeFocus();
    settle();
  }

  MainWindow window_;
  AuditPage* page_ = nullptr;
  std::int64_t decided_;
  int reviewers_ = 0;
};

std::int64_t journalLength(const QString& folder) {
  curation::Project project = curation::Project::open(folder.toStdString());
  return storage::DecisionReader(project.database()).count();
}

int measure(const QString& folder, int decisions) {
  const std::int64_t before = journalLength(folder);
  Bench bench(folder, before);
  if (!bench.hasPairs()) {
    std::fprintf(stderr, "bench_audit_page: the project has no undecided pairs\n");
    return 1;
  }
  tell("key to painted next pair", bench.decide(decisions, true));
  tell("the same without looking", bench.decide(decisions / 5, false));
  bench.finish();
  const auto written = journalLength(folder) - before;
  std::printf("%lld decisions on the disk of %d keys\n", static_cast<long long>(written),
              decisions + decisions / 5);
  return written == decisions + decisions / 5 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  constexpr int kPairs = 5'000;
  return mia::bench::benchWindow(argc, argv,
                                 {"bench_audit_page make FOLDER [PAIRS] | run FOLDER [DECISIONS]",
                                  [](const std::string& name, long long pairs) {
                                    const std::filesystem::path folder(name);
                                    mia::test::makeProject(
                                        folder, mia::test::drawPhotos(folder / "photos", kPhotos),
                                        pairs > 0 ? static_cast<int>(pairs) : kPairs);
                                  },
                                  [](const QString& folder, int decisions) {
                                    return measure(folder, decisions > 0 ? decisions : kPairs);
                                  }});
}
