// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "base/random.h"
#include "domain/question.h"

namespace mia::scenes {

enum class Shape { kDisc, kSquare, kTriangle, kRing, kCross };
enum class Hue { kRed, kOrange, kYellow, kGreen, kBlue, kPurple };
enum class Quadrant { kTopLeft, kTopRight, kBottomLeft, kBottomRight };
enum class Backdrop { kWhite, kGray, kBlack, kPink };

constexpr int kShapes = 5, kHues = 6, kQuadrants = 4, kBackdrops = 4;

/// One object before a plain backdrop: the whole world of the demo model. What is not named by the
/// four attributes (place within the quadrant, size, tilt, tint, stripes, grain) follows `seed`.
struct Scene {
  Shape shape = Shape::kDisc;
  Hue hue = Hue::kRed;
  Quadrant quadrant = Quadrant::kTopLeft;
  Backdrop backdrop = Backdrop::kWhite;
  std::uint64_t seed = 0;
};

const char* toString(Shape shape);        ///< "disc", "square", "triangle", "ring", "cross"
const char* toString(Hue hue);            ///< "red", "orange", "yellow", "green", "blue", "purple"
const char* toString(Quadrant quadrant);  ///< "top left", …
const char* toString(Backdrop backdrop);  ///< "white", "gray", "black", "pink"

/// A scene with all four attributes uniform and independent.
Scene randomScene(Random& random);

/// What can be asked about a scene.
enum class Topic { kHue, kShape, kQuadrant, kBackdrop, kWhole };
constexpr int kTopics = 5;
constexpr std::array<Topic, kTopics> kAllTopics = {Topic::kHue, Topic::kShape, Topic::kQuadrant,
                                                   Topic::kBackdrop, Topic::kWhole};

/// The question about a topic and its one right answer, a sentence of 5 to 12 tokens: with answers
/// of one token DPO would only be a classifier.
Turn ask(const Scene& scene, Topic topic);

}  // namespace mia::scenes
