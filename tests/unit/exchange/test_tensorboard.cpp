// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "base/files.h"
#include "exchange/tensorboard.h"
#include "support/temporary_folder.h"

using namespace mia;

TEST_CASE("crc32c is that of RFC 3720's examples") {
  CHECK(exchange::crc32c(std::string(32, '\0')) == 0x8A9136AAu);
  CHECK(exchange::crc32c(std::string(32, '\xFF')) == 0x62A8AB43u);
  CHECK(exchange::crc32c("123456789") == 0xE3069283u);
}

// The golden: tests/reference/make_tensorboard_goldens.py
TEST_CASE("an event file is byte for byte what TensorBoard's own writer makes") {
  TemporaryFolder folder;
  exchange::TensorBoardWriter writer(folder / "board", 1795335067.0);
  writer.scalar("train/loss", 1, 1795335067.25, 0.6931471805599453);
  writer.scalar("train/rewards/chosen", 1, 1795335067.25, -0.125);
  writer.scalar("train/learning_rate", 300, 1795335070.5, 4.1e-05);
  writer.scalar("eval/loss", 70000, 1795335099.0, 1e30);
  writer.finish();
  CHECK(writer.file().filename() == "events.out.tfevents.1795335067.mia");
  const std::filesystem::path golden =
      std::filesystem::path(MIA_TEST_DATA) / "exchange/tensorboard.tfevents";
  CHECK(readFile(writer.file()) == readFile(golden));
}
