// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long the Compose page takes to show a changed parameter, from the key to the painted preview,
// offscreen, field by field:
//   bench_compose_page FOLDER PHOTO.jpg...   makes a project of the photos in FOLDER first
//   bench_compose_page FOLDER                of the project there
// What is asked is that 99 of 100 changes are shown within 30 ms.
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <algorithm>
#include <cstdio>

#include "tests/gui/sample_project.h"
#include "ui/pages/compose/compose_page.h"
#include "ui/pages/compose/layout_canvas.h"
#include "ui/pages/compose/request_form.h"
#include "ui/session/project_session.h"
#include "ui/theme/theme.h"

static void initialiseResources() { Q_INIT_RESOURCE(studio); }

namespace {

using namespace mia;
using namespace mia::ui;

constexpr int kPatience = 60'000;
constexpr int kChanges = 12;
constexpr double kAsked = 30;  // ms
constexpr const char* kWording = "{images}{question}";

/// Whether the canvas holds what the page asks for.
bool isShown(ComposePage& page) {
  const auto& preview = page.canvas().preview();
  return preview && preview->ask.request == page.request();
}

/// Tells when the canvas was painted with what the page asks for.
class PaintWatch : public QObject {
 public:
  PaintWatch(ComposePage& page) : page_(page) { page.canvas().installEventFilter(this); }
  bool painted = false;

 protected:
  bool eventFilter(QObject*, QEvent* event) override {
    painted |= event->type() == QEvent::Paint && isShown(page_);
    return false;
  }

 private:
  ComposePage& page_;
};

double share(const std::vector<double>& sorted, double at) {
  return sorted[static_cast<std::size_t>(at * static_cast<double>(sorted.size() - 1))];
}

void tell(const QString& what, std::vector<double> times) {
  if (times.empty()) return;
  std::sort(times.begin(), times.end());
  std::printf("  %-16s p50 %6.1f ms  p90 %6.1f ms  p99 %6.1f ms  longest %6.1f ms  (%zu changes)\n",
              qPrintable(what), share(times, 0.5), share(times, 0.9), share(times, 0.99),
              times.back(), times.size());
  std::fflush(stdout);
}

/// The page alone on a project.
class Bench {
 public:
  explicit Bench(const QString& project) : session_(project), page_(session_), watch_(page_) {
    page_.resize(1440, 860);
    page_.show();
  }

  /// Every field of a layout, changed to and fro; all waits.
  std::vector<double> measure(const QString& layout, const char* images) {
    page_.showState(layout);
    settle();
    if (auto* counts = field<QLineEdit>(QStringLiteral("Images"))) enter(*counts, images);
    settle();
    std::printf("%s of %s images, canvas %d x %d:\n", qPrintable(layout), images,
                page_.canvas().width(), page_.canvas().height());
    std::vector<double> all;
    for (QWidget* field : page_.form().findChildren<QWidget*>()) {
      if (field->accessibleName().isEmpty() || !field->isVisibleTo(&page_.form())) continue;
      std::vector<double> times = changesOf(*field);
      tell(field->accessibleName(), times);
      all.insert(all.end(), times.begin(), times.end());
    }
    const std::vector<double> drag = dragged();
    tell(QStringLiteral("a drag"), drag);
    all.insert(all.end(), drag.begin(), drag.end());
    return all;
  }

 private:
  template <class Field>
  Field* field(const QString& name) {
    for (auto* found : page_.form().findChildren<Field*>()) {
      if (found->accessibleName() == name) return found;
    }
    return nullptr;
  }

  void settle() {
    if (!QTest::qWaitFor([this] { return page_.isSettled(); }, kPatience)) {
      std::fprintf(stderr, "bench_compose_page: the page does not come to rest\n");
    }
  }

  /// The wait after `act`; nothing when it changed nothing, or was refused with a sentence.
  template <class Act>
  std::optional<double> waited(Act&& act) {
    const curation::ComposeRequest before = page_.request();
    watch_.painted = false;
    QElapsedTimer timer;
    timer.start();
    act();
    if (page_.request() == before) return std::nullopt;
    watch_.painted = false;
    while (!watch_.painted && timer.elapsed() < kPatience) {
      if (page_.isSettled() && !isShown(page_)) return std::nullopt;
      QCoreApplication::processEvents();
    }
    return double(timer.nsecsElapsed()) * 1e-6;
  }

  void enter(QLineEdit& field, const char* text) {
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, QString::fromLatin1(text));
  }

  /// What a person presses for change number `i` of a field, every other one taking the last back;
  /// a list is walked down and up again.
  static Qt::Key keyOf(const QWidget& field, int i) {
    const bool there = i % 2 == 0;
    if (qobject_cast<const QDoubleSpinBox*>(&field)) return there ? Qt::Key_Up : Qt::Key_Down;
    if (const auto* box = qobject_cast<const QComboBox*>(&field)) {
      return i / qMax(1, box->count() - 1) % 2 == 0 ? Qt::Key_Down : Qt::Key_Up;
    }
    if (qobject_cast<const QCheckBox*>(&field)) return Qt::Key_Space;
    const bool text =
        qobject_cast<const QLineEdit*>(&field) || qobject_cast<const QPlainTextEdit*>(&field);
    if (text) return there ? Qt::Key_1 : Qt::Key_Backspace;
    return Qt::Key_unknown;
  }

  std::vector<double> changesOf(QWidget& field) {
    std::vector<double> times;
    if (keyOf(field, 0) == Qt::Key_unknown) return times;
    field.setFocus();
    if (auto* words = qobject_cast<QPlainTextEdit*>(&field)) {
      words->selectAll();
      QTest::keyClicks(words, QLatin1String(kWording));  // a digit alone would be refused
    }
    if (qobject_cast<QComboBox*>(&field)) QTest::keyClick(&field, Qt::Key_Home);
    for (int i = 0; i < kChanges; ++i) {
      settle();
      const Qt::Key key = keyOf(field, i);
      if (const auto time = waited([&] { QTest::keyClick(&field, key); })) times.push_back(*time);
    }
    if (qobject_cast<QComboBox*>(&field)) QTest::keyClick(&field, Qt::Key_Home);
    return times;
  }

  /// Each move of the mouse, as fast as they are shown: of the inset, or of the cells' corner.
  std::vector<double> dragged() {
    std::vector<double> times;
    settle();
    LayoutCanvas& canvas = page_.canvas();
    const auto& regions = canvas.preview()->preview.pictures.front().regions;
    if (canvas.preview()->preview.pictures.size() != 1) return times;
    const bool inset = page_.request().layout == LayoutKind::kPicInPic;
    const auto& grid = page_.request().grid;
    const auto& last = regions.back();
    const QPointF from =
        inset ? canvas.toView(0, {last.x, last.y, last.width, last.height}).center()
              : canvas.toView(0, QRectF(0, grid.margin, grid.cellWidth, grid.cellHeight))
                        .bottomRight() -
                    QPointF(4, 4);
    QTest::mousePress(&canvas, Qt::LeftButton, {}, from.toPoint());
    for (int i = 1; i <= 4 * kChanges; ++i) {
      const QPoint to =
          (from - QPointF(2, 2) * (i <= 2 * kChanges ? i : 4 * kChanges - i)).toPoint();
      if (const auto time = waited([&] { QTest::mouseMove(&canvas, to); })) times.push_back(*time);
    }
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, from.toPoint());
    return times;
  }

  ProjectSession session_;
  ComposePage page_;
  PaintWatch watch_;
};

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
  const std::filesystem::path folder(argc > 1 ? argv[1] : "");
  const bool isThere = std::filesystem::exists(folder / "project.sqlite");
  if (argc < 12 && !isThere) {
    std::fprintf(stderr,
                 "usage: bench_compose_page FOLDER [PHOTO.jpg...]\n"
                 "FOLDER: a project, or where to make one of ten photos or more\n");
    return 2;
  }
  if (!isThere) mia::test::makeProject(folder, {argv + 2, argv + argc}, 2);
  Bench bench(QString::fromLocal8Bit(argv[1]));
  std::vector<double> all;
  for (const auto& [layout, images] : {std::pair("grid", "9"), {"pip", "2"}, {"sequence", "3"}}) {
    const std::vector<double> times = bench.measure(QString::fromLatin1(layout), images);
    all.insert(all.end(), times.begin(), times.end());
  }
  std::printf("all changes (asked: p99 < %.0f ms):\n", kAsked);
  tell(QStringLiteral("all"), all);
  return 0;
}
