// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// write_scenes FOLDER SET IMAGES SEED: a small data set of the demo's scenes for tests that drive
// the programs from outside.
#include <cstdio>
#include <exception>
#include <string>

#include "scenes/data_set.h"

int main(int argc, char** argv) {
  if (argc != 5) {
    std::fprintf(stderr, "write_scenes FOLDER SET IMAGES SEED\n");
    return 2;
  }
  try {
    mia::scenes::writeDataSet(argv[1], argv[2], std::stoi(argv[3]), std::stoull(argv[4]));
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "write_scenes: %s\n", error.what());
    return 1;
  }
}
