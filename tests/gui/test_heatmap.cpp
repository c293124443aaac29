// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/test_heatmap.h"

#include <QTest>
#include <cmath>

#include "ui/widgets/heatmap.h"

namespace mia::test {

using namespace mia::ui;

namespace {

Heatmap flat(int rows, int columns, float value) {
  return {QRectF(0, 0, 10.0 * columns, 10.0 * rows), rows, columns,
          QVector<float>(rows * columns, value)};
}

}  // namespace

void HeatmapTest::meansOverLayers() {
  std::vector<curation::ShownMap> maps;
  for (int layer = 0; layer < 3; ++layer) {
    maps.push_back({{layer, 0, 1, 2, {float(layer), 1}}, 0, 0, 20, 10});
  }
  const HeatmapSet set(maps);
  QCOMPARE(set.layers(), (QVector<int>{0, 1, 2}));
  QCOMPARE(set.ofLayers(1, 2)[0].values, (QVector<float>{1.5f, 1}));
  QCOMPARE(set.ofLayer(2)[0].values, (QVector<float>{2, 1}));
  QVERIFY(set.ofLayers(7, 9).isEmpty());
}

void HeatmapTest::differsPatchByPatch() {
  const auto apart = differences({flat(1, 2, 1)}, {flat(1, 2, 3)});
  QCOMPARE(apart[0].values, (QVector<float>{2, 2}));
  QVERIFY(differences({flat(1, 2, 1)}, {flat(2, 1, 3)})[0].isEmpty());
}

void HeatmapTest::scalesEndAtRoundNumbers() {
  QCOMPARE(sharedScale({flat(1, 1, 0.4f)}), 2.0);
  QCOMPARE(sharedScale({flat(1, 1, 3.2f), flat(1, 1, 1)}), 4.0);
  QCOMPARE(sharedScale({flat(1, 1, 12)}), 15.0);
  QCOMPARE(sharedDifferenceScale({flat(1, 1, -1.2f)}), 1.5);
}

void HeatmapTest::drawsEveryStyle() {
  Heatmap map = flat(2, 2, 0);
  map.values[3] = 4;
  HeatLook look;
  look.scale = 4;
  look.style = HeatStyle::kRaw;
  const QImage raw = paintHeatmap(map, look);
  QCOMPARE(raw.size(), QSize(2, 2));
  QCOMPARE(qAlpha(raw.pixel(0, 0)), 0);
  QCOMPARE(qAlpha(raw.pixel(1, 1)), qRound(255 * look.opacity));
  look.style = HeatStyle::kSmooth;
  const QImage smooth = paintHeatmap(map, look);
  QCOMPARE(smooth.width(), 128);
  QCOMPARE(qAlpha(smooth.pixel(127, 127)), qRound(255 * look.opacity));
  QVERIFY(qAlpha(smooth.pixel(64, 64)) < qAlpha(smooth.pixel(127, 127)));
  look.style = HeatStyle::kContour;
  QVERIFY(paintHeatmap(map, look).isNull());
  // Of a difference both ends are strong and the middle clear.
  look.colours = curation::ColourMap::kDifference;
  look.style = HeatStyle::kRaw;
  map.values = {-4, 0, 0, 4};
  const QImage both = paintHeatmap(map, look);
  QCOMPARE(qAlpha(both.pixel(0, 0)), qAlpha(both.pixel(1, 1)));
  QVERIFY(qAlpha(both.pixel(1, 0)) < 4);
}

void HeatmapTest::contoursCloseAroundAPeak() {
  Heatmap map = flat(5, 5, 0);
  map.values[12] = 2;
  HeatLook look;
  look.style = HeatStyle::kContour;
  const auto contours = contoursOf(map, look);
  QCOMPARE(contours.size(), contourValues(look).size());
  for (const HeatContour& contour : contours) {
    const QList<QPolygonF> lines = contour.path.toSubpathPolygons();
    QCOMPARE(lines.size(), 1);
    QVERIFY(lines.first().isClosed());
    for (const QPointF& point : lines.first()) {
      QVERIFY(std::hypot(point.x() - 2.5, point.y() - 2.5) < 1.5);
    }
  }
}

void HeatmapTest::findsThePatchUnderAPoint() {
  Heatmap map = flat(2, 3, 0);
  map.values = {0, 1, 2, 3, 4, 5};
  QCOMPARE(patchAt(map, QPointF(15, 12)), 4);
  QCOMPARE(heatAt(map, QPointF(29, 1)), 2.0);
  QVERIFY(std::isnan(heatAt(map, QPointF(31, 1))));
  QCOMPARE(patchRect(map, 4), QRectF(10, 10, 10, 10));
}

}  // namespace mia::test
