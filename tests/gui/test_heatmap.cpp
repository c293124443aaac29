// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/test_heatmap.h"

#include <QTest>
#include <cmath>

#include "ui/widgets/heat_blend.h"
#include "ui/widgets/heat_lines.h"
#include "ui/widgets/heatmap.h"
#include "ui/widgets/kept_photo.h"
#include "ui/widgets/share_bar.h"

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
  QCOMPARE(smooth.width(), 96);
  QCOMPARE(qAlpha(smooth.pixel(95, 95)), qRound(255 * look.opacity));
  QVERIFY(qAlpha(smooth.pixel(48, 48)) < qAlpha(smooth.pixel(95, 95)));
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

// Laid over the photo at once, a map's colours are those that a painter lays over it.
void HeatmapTest::blendsAsAPainterDoes() {
  QImage photo(397, 264, QImage::Format_RGB32);
  for (int y = 0; y < photo.height(); ++y) {
    for (int x = 0; x < photo.width(); ++x) photo.setPixel(x, y, qRgb(x / 2, y / 2, 120));
  }
  CanvasPicture picture;
  picture.levels = {photo};
  // A model's view that is larger than the photo on one side and smaller on the other.
  Heatmap map{QRectF(-44, 26, 484, 210), 4, 5, {}};
  for (int i = 0; i < 20; ++i) map.values.append(static_cast<float>(i % 7) * 0.4f);
  HeatLook look;
  for (const HeatStyle style : {HeatStyle::kSmooth, HeatStyle::kRaw}) {
    look.style = style;
    const HeatLayer layer = heatLayers({map}, look).first();
    const QRectF place(0, 0, photo.width(), photo.height());
    QImage painted = photo;
    {
      QPainter painter(&painted);
      painter.setRenderHint(QPainter::SmoothPixmapTransform, layer.isSmooth());
      painter.drawImage(heatPlace(picture, layer, place), layer.overlay);
    }
    QImage blended(photo.size(), QImage::Format_RGB32);
    HeatBlend blend(photo, layer.overlay, heatPlace(picture, layer, place),
                    layer.isSmooth() ? HeatBlend::Cells::kInterpolated : HeatBlend::Cells::kFlat);
    blend.blend(0, blended);
    int differing = 0;
    for (int y = 0; y < photo.height(); ++y) {
      for (int x = 0; x < photo.width(); ++x) {
        const QRgb a = painted.pixel(x, y), b = blended.pixel(x, y);
        const int off = qMax(qAbs(qRed(a) - qRed(b)),
                             qMax(qAbs(qGreen(a) - qGreen(b)), qAbs(qBlue(a) - qBlue(b))));
        differing += off > 3;
      }
    }
    // Where a patch ends they may differ by one pixel.
    QVERIFY2(differing < 5 * (photo.width() + photo.height()),
             qPrintable(QString::number(differing)));
  }
}

/// Contours are bands of an even width, whichever way a line turns, and closed ones are hollow.
void HeatmapTest::paintsContoursAsLines() {
  Heatmap map{QRectF(0, 0, 240, 240), 24, 24, {}};
  for (int i = 0; i < 24 * 24; ++i) {
    map.values.append(static_cast<float>(2 - 0.15 * std::hypot(i % 24 - 11.5, i / 24 - 11.5)));
  }
  HeatLook look;
  look.style = HeatStyle::kContour;
  CanvasPicture picture;
  QImage photo(240, 240, QImage::Format_RGB32);
  photo.fill(Qt::white);
  picture.levels = {photo};
  picture.regions.append({QRectF(0, 0, 240, 240), {}, false});
  const HeatLayer layer = heatLayers({map}, look).first();
  KeptPhoto kept;
  kept.show(picture, {QRectF(0, 0, 240, 240), QRect(0, 0, 240, 240), 1, Qt::black});
  QPainter painter(&photo);
  kept.paint(painter, picture, layer, look);
  painter.end();
  // Along the middle row: each of the four rings is crossed twice, in bands of 4 px.
  QVector<int> bands;
  QSet<QRgb> inks;
  for (int x = 0, since = 0; x < 240; ++x) {
    inks.insert(photo.pixel(x, 120));
    const bool inked = photo.pixelColor(x, 120) != QColor(Qt::white);
    if (inked && since == 0) since = x + 1;
    if (!inked && since > 0) {
      bands.append(x + 1 - since);
      since = 0;
    }
  }
  QCOMPARE(bands.size(), 8);
  for (const double value : contourValues(look))
    QVERIFY(inks.contains(heatColour(value, look).rgb()));
  for (const int band : std::as_const(bands))
    QVERIFY2(band >= 4 && band <= 6, qPrintable(QString::number(band)));
}

/// A slope may be beyond all whole numbers, and a line may begin far outside.
void HeatmapTest::paintsLinesThatAreNearlyLevel() {
  HeatLook look;
  HeatContour contour{1, {}};
  contour.path.moveTo(-20, 9.5);
  contour.path.lineTo(60, 9.5 + 1e-9);
  contour.path.moveTo(-1e12, -1e12);
  contour.path.lineTo(-2e12, -1e12 + 1);
  HeatLines lines({contour}, look, QTransform(), 40, 1);
  QImage rows(40, 20, QImage::Format_RGB32);
  rows.fill(Qt::white);
  lines.paint(0, rows);
  for (int x = 0; x < 40; ++x) {
    for (int y = 0; y < 20; ++y) {
      const bool inked = rows.pixel(x, y) != QColor(Qt::white).rgb();
      QCOMPARE(inked, y >= 7 && y <= 11);
    }
    QCOMPARE(rows.pixel(x, 9), heatColour(1, look).rgb());
  }
}

void HeatmapTest::tellsAShareApartFromItsThreshold() {
  ShareBar bar;
  bar.setShares({0.2, 0.496}, 0.304, 1, 0.5);
  QVERIFY2(bar.accessibleName().contains(QStringLiteral("49.6")), qPrintable(bar.accessibleName()));
  bar.setShares({0.2, 0.496}, 0.304, 1, 0.7);
  QVERIFY2(bar.accessibleName().contains(QStringLiteral("50")), qPrintable(bar.accessibleName()));
}

}  // namespace mia::test
