// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

#include "storage/candidates.h"
#include "storage/images.h"
#include "storage/questions.h"
#include "storage/runs.h"
#include "storage/samples.h"
#include "storage/selections.h"
#include "storage/sources.h"
#include "support/temporary_folder.h"

namespace mia {

/// A store with one source, two images and one question of two turns.
struct StoreFixture {
  TemporaryFolder folder;
  storage::Database database{folder / "p.sqlite", storage::Database::Open::kCreate};
  SourceId source = storage::SourceWriter(database).add(aSource());
  ImageId hen = storage::ImageWriter(database).add(anImage("hen.jpg", "00ff"));
  ImageId owl = storage::ImageWriter(database).add(anImage("owl.jpg", "11ee"));
  QuestionId question = *storage::QuestionWriter(database).add(aQuestion(), "00ff");

  static Source aSource() {
    Source source;
    source.file = "/data/a.json";
    source.contentHash = "abcd";
    source.format = "llava-instruct";
    source.root = "/data";
    source.bytes = 99;
    return source;
  }
  static Image anImage(const std::string& path, const std::string& hash) {
    return {{}, "/data", path, hash, 640, 480};
  }
  Question aQuestion(std::int64_t row = 3) const {
    return {{},  source,
            hen, "0007",
            row, {{"What is \"it\"?\n\tSay.", "A hen\\rooster, caf\u00e9"}, {"Why?", ""}}};
  }
  Sample aSample(std::uint64_t seed) const {
    Sample sample;
    sample.question = question;
    sample.turn = 1;
    sample.recipe.kind = LayoutKind::kGrid;
    sample.recipe.imageCount = 2;
    sample.recipe.targetIndex = 1;
    sample.recipe.seed = seed;
    sample.images = {owl, hen};
    sample.prompt = "<image>\nIn Image2, why?";
    sample.answer = "Because.";
    return sample;
  }
};

}  // namespace mia
