// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace mia::test {

/// The pictures of attention say what the numbers say.
class HeatmapTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void meansOverLayers();
  void differsPatchByPatch();
  void scalesEndAtRoundNumbers();
  void drawsEveryStyle();
  void contoursCloseAroundAPeak();
  void findsThePatchUnderAPoint();
  void blendsAsAPainterDoes();
  void paintsContoursAsLines();
  void paintsLinesThatAreNearlyLevel();
  void tellsAShareApartFromItsThreshold();
};

}  // namespace mia::test
