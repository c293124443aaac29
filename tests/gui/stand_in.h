// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

namespace mia::test {

/// This program in the place of `mia`: `--progress FILE VERB … --project FOLDER`, where the verb is
///   work   counts to 40 in the project's file "count", goes on where it stopped, heeds SIGINT
///   fail   fails with "there is no such file"
///   vanish ends without a word
int runStandIn(int argc, char** argv);

/// Puts the stand-in on the PATH as `mia`, for as long as this lives.
class StandIn {
 public:
  StandIn();
  ~StandIn();

 private:
  QTemporaryDir folder_;
  QByteArray path_;
};

/// The real `mia` of this build on the PATH.
class RealProgram {
 public:
  RealProgram();
  ~RealProgram();

 private:
  QByteArray path_;
};

}  // namespace mia::test
