// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/test_models.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

#include "tests/gui/sample_project.h"
#include "ui/models/gallery_model.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/heatmap.h"

namespace mia::test {

using namespace mia::ui;

namespace {

/// Relative luminance as WCAG 2 defines it.
double luminance(const QColor& colour) {
  const auto linear = [](double c) {
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
         0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
  const double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
  return std::max(x, y) / std::min(x, y);
}

}  // namespace

void ModelTest::initTestCase() {
  const std::filesystem::path root = folder_.path().toStdString();
  makeProject(root / "project", drawPhotos(root / "photos", 10), 6);
}

void ModelTest::galleryModelKeepsTheRulesOfModels() {
  ProjectSession session(folder_.path() + QStringLiteral("/project"));
  GalleryModel model(session, nullptr);
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  QSignalSpy listed(&model, &GalleryModel::listed);
  model.reload();
  QVERIFY(listed.wait());
  QCOMPARE(model.rowCount(), 10);
  QTRY_COMPARE(model.index(9).data().toString(), QStringLiteral("object-9.png"));
  QTRY_VERIFY(!model.index(9).data(Qt::DecorationRole).value<QImage>().isNull());
  QCOMPARE(model.rowOf(model.idAt(4)), 4);
  model.setQuery({curation::Shelf::kSamples, {}, {}});
  QVERIFY(listed.wait());
  QCOMPARE(model.rowCount(), 6);
  QTRY_VERIFY(model.index(0)
                  .data(GalleryModel::kFactsRole)
                  .toString()
                  .contains(QStringLiteral("sequence")));
}

void ModelTest::heatmapsLieOnWhatTheModelSaw() {
  curation::Browser browser((folder_.path() + QStringLiteral("/project")).toStdString());
  const auto samples = browser.find({curation::Shelf::kSamples, {}, {}});
  const curation::SampleFacts facts = browser.sample(SampleId{samples.front()});
  QVERIFY(facts.sample.recipe.kind == LayoutKind::kSequence);
  QCOMPARE(facts.candidates.size(), std::size_t{2});
  QVERIFY(facts.candidates[0].matches);
  QVERIFY(!facts.candidates[1].matches);
  QVERIFY(facts.candidates[1].pair.has_value());
  const auto attention = browser.attention(facts.candidates[0].candidate.id);
  QCOMPARE(attention.problem, std::string());
  QCOMPARE(attention.maps.size(), std::size_t{12});  // four layers of three pictures
  // The target is 320 x 200: of it the centre crop sees the square in the middle.
  QCOMPARE(facts.source.images.front().width, 320);
  QVERIFY(std::abs(attention.maps.front().x - 60) < 2);
  QVERIFY(std::abs(attention.maps.front().width - 200) < 2);
  QVERIFY(std::abs(attention.maps.front().height - 200) < 2);
  // Every token of a sequence shows one image: chance is an equal share.
  for (const double chance : attention.chance) QVERIFY(std::abs(chance - 1.0 / 3) < 1e-9);
}

void ModelTest::everyThemeIsReadable_data() {
  QTest::addColumn<bool>("dark");
  QTest::newRow("light") << false;
  QTest::newRow("dark") << true;
}

void ModelTest::everyThemeIsReadable() {
  QFETCH(bool, dark);
  const Tokens& t = dark ? darkTokens() : lightTokens();
  for (const QColor& ground : {t.canvas, t.panel, t.raised}) {
    for (const QColor& words : {t.text, t.dim, t.accent, t.error, t.warning, t.chosen}) {
      QVERIFY2(contrast(ground, words) >= 4.5,
               qPrintable(words.name() + QStringLiteral(" on ") + ground.name()));
    }
    QVERIFY(contrast(ground, t.undecided) >= 3);
  }
  QVERIFY(contrast(t.accent, t.onAccent) >= 4.5);
}

}  // namespace mia::test
