// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Composes 3 x 3 collages of the JPEG files named, nine at a time, decoding included, on one
// thread: as the studio shows them, and from full pictures. Prints one JSON object: the
// milliseconds of processor time per collage, and by how much the two differ. bench_compose.py runs
// it.

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <opencv2/core/utility.hpp>

#include "imaging/render.h"

namespace {

using namespace mia;

double processorMilliseconds() {
  std::timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return double(now.tv_sec) * 1e3 + double(now.tv_nsec) * 1e-6;
}

double meanDifference(const imaging::Picture& a, const imaging::Picture& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.rgb.size(); ++i) sum += std::abs(int(a.rgb[i]) - int(b.rgb[i]));
  return sum / double(a.rgb.size());
}

}  // namespace

int main(int count, char** arguments) {
  constexpr int kCells = 9;
  cv::setNumThreads(1);
  LayoutRecipe recipe;
  recipe.kind = LayoutKind::kGrid;
  recipe.imageCount = kCells;
  recipe.grid.columns = recipe.grid.rows = 3;
  // Once for warmth, as in a program that runs: symbols are bound, memory is there.
  if (count > kCells) imaging::renderShown(recipe, {arguments + 1, arguments + 1 + kCells});
  double shown = 0, full = 0, difference = 0, worst = 0;
  int collages = 0;
  for (int at = 1; at + kCells <= count; at += kCells, ++collages) {
    const std::vector<std::filesystem::path> files(arguments + at, arguments + at + kCells);
    const double begun = processorMilliseconds();
    const auto fast = imaging::renderShown(recipe, files);
    const double between = processorMilliseconds();
    const auto exact = imaging::renderSample(recipe, files);
    full += processorMilliseconds() - between;
    shown += between - begun;
    const double off = meanDifference(fast.pictures[0], exact.pictures[0]);
    difference += off;
    worst = std::max(worst, off);
  }
  if (collages == 0) {
    std::fprintf(stderr, "usage: mia-bench-compose FILE.jpg... (nine or more)\n");
    return 2;
  }
  std::printf(
      "{\"collages\": %d, \"shown_ms\": %.3f, \"full_ms\": %.3f, \"difference\": %.3f, "
      "\"worst\": %.3f}\n",
      collages, shown / collages, full / collages, difference / collages, worst);
}
