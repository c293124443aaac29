// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/scene.h"

namespace mia::scenes {
namespace {

constexpr std::array<const char*, kShapes> kShapeNames = {"disc", "square", "triangle", "ring",
                                                          "cross"};
constexpr std::array<const char*, kHues> kHueNames = {"red",   "orange", "yellow",
                                                      "green", "blue",   "purple"};
constexpr std::array<const char*, kQuadrants> kQuadrantNames = {"top left", "top right",
                                                                "bottom left", "bottom right"};
constexpr std::array<const char*, kBackdrops> kBackdropNames = {"white", "gray", "black", "pink"};

template <class Enum>
Enum draw(Random& random, int count) {
  return static_cast<Enum>(random.below(static_cast<std::uint64_t>(count)));
}

std::string describe(const Scene& scene) {
  const std::string article = scene.hue == Hue::kOrange ? "An " : "A ";
  return article + toString(scene.hue) + " " + toString(scene.shape) + " at the " +
         toString(scene.quadrant) + " on a " + toString(scene.backdrop) + " background.";
}

}  // namespace

const char* toString(Shape shape) { return kShapeNames[static_cast<std::size_t>(shape)]; }
const char* toString(Hue hue) { return kHueNames[static_cast<std::size_t>(hue)]; }
const char* toString(Quadrant quadrant) {
  return kQuadrantNames[static_cast<std::size_t>(quadrant)];
}
const char* toString(Backdrop backdrop) {
  return kBackdropNames[static_cast<std::size_t>(backdrop)];
}

Scene randomScene(Random& random) {
  Scene scene;
  scene.shape = draw<Shape>(random, kShapes);
  scene.hue = draw<Hue>(random, kHues);
  scene.quadrant = draw<Quadrant>(random, kQuadrants);
  scene.backdrop = draw<Backdrop>(random, kBackdrops);
  scene.seed = random.bits();
  return scene;
}

Turn ask(const Scene& scene, Topic topic) {
  switch (topic) {
    case Topic::kHue:
      return {"What color is the object?",
              std::string("The object is ") + toString(scene.hue) + "."};
    case Topic::kShape:
      return {"What shape is the object?",
              std::string("The object is a ") + toString(scene.shape) + "."};
    case Topic::kQuadrant:
      return {"Where is the object?",
              std::string("The object is at the ") + toString(scene.quadrant) + "."};
    case Topic::kBackdrop:
      return {"What color is the background?",
              std::string("The background is ") + toString(scene.backdrop) + "."};
    case Topic::kWhole: break;
  }
  return {"Describe the picture.", describe(scene)};
}

}  // namespace mia::scenes
