// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/draw.h"

#include <algorithm>
#include <cmath>

namespace mia::scenes {
namespace {

struct Rgb {
  double red, green, blue;
};

struct Point {
  double x, y;
};

constexpr std::array<Rgb, kHues> kHueColours = {
    {{214, 62, 62}, {238, 133, 40}, {244, 205, 56}, {58, 158, 92}, {52, 120, 214}, {138, 84, 190}}};
constexpr std::array<Rgb, kBackdrops> kBackdropColours = {
    {{243, 240, 233}, {158, 162, 168}, {34, 36, 41}, {238, 190, 198}}};

Rgb mix(const Rgb& a, const Rgb& b, double share) {
  return {a.red + (b.red - a.red) * share, a.green + (b.green - a.green) * share,
          a.blue + (b.blue - a.blue) * share};
}

/// A colour with each channel moved by at most `amount` of 255, all together more than apart.
Rgb tint(const Rgb& colour, Random& random, double amount) {
  const double light = random.uniform(-amount, amount);
  const auto channel = [&](double value) {
    return value + light + random.uniform(-amount, amount) / 2;
  };
  return {channel(colour.red), channel(colour.green), channel(colour.blue)};
}

/// Everything about a drawing that the four attributes leave open; lengths in pixels.
struct Details {
  Point centre;
  double radius;
  Point axis;  ///< unit vector, the object's tilt
  Rgb object, backdrop;
  Point stripeNormal;  ///< unit vector
  double stripePeriod, stripePhase, stripeDepth;
  double grain;  ///< largest change of a pixel
};

/// The unit vector of a small angle from its half-angle tangent: no library sine decides a pixel.
Point direction(double tangent) {
  const double square = tangent * tangent;
  return {(1 - square) / (1 + square), 2 * tangent / (1 + square)};
}

Details detailsOf(const Scene& scene, Random& random) {
  constexpr double kUnit = kSceneSize;
  Details details;
  const int quadrant = static_cast<int>(scene.quadrant);
  const auto place = [&](bool far) {
    return (far ? 0.75 : 0.25) * kUnit + random.uniform(-0.03, 0.03) * kUnit;
  };
  details.centre.x = place(quadrant % 2 == 1);
  details.centre.y = place(quadrant / 2 == 1);
  details.radius = random.uniform(0.155, 0.195) * kUnit;
  details.axis = direction(random.uniform(-0.09, 0.09));
  details.object = tint(kHueColours[static_cast<std::size_t>(scene.hue)], random, 9);
  details.backdrop = tint(kBackdropColours[static_cast<std::size_t>(scene.backdrop)], random, 6);
  details.stripeNormal = direction(random.uniform(-1, 1));
  details.stripePeriod = random.uniform(0.07, 0.16) * kUnit;
  details.stripePhase = random.uniform();
  details.stripeDepth = random.uniform(3, 7);
  details.grain = random.uniform(1, 3);
  return details;
}

double length(double x, double y) { return std::sqrt(x * x + y * y); }

double boxDistance(double x, double y, double halfWidth, double halfHeight) {
  const double dx = std::abs(x) - halfWidth;
  const double dy = std::abs(y) - halfHeight;
  return length(std::max(dx, 0.0), std::max(dy, 0.0)) + std::min(std::max(dx, dy), 0.0);
}

/// Distance to an equilateral triangle that stands on its base, from its three sides; outside a
/// corner it falls short of the true distance, which only sharpens the corner.
double triangleDistance(double x, double y, double r) {
  constexpr double kHalfRoot3 = 0.8660254037844386;
  const double base = y - r / 2;
  const double side = std::abs(x) * kHalfRoot3 - y / 2 - r / 2;
  return std::max(base, side);
}

/// Signed distance in pixels of a point relative to the object's centre; negative is inside. The
/// factors give all shapes a similar visual weight.
double distanceTo(Shape shape, double x, double y, double r) {
  constexpr double kRound = 0.06;
  switch (shape) {
    case Shape::kDisc: return length(x, y) - r;
    case Shape::kSquare: {
      const double half = r * (0.88 - kRound);
      return boxDistance(x, y, half, half) - r * kRound;
    }
    case Shape::kTriangle: return triangleDistance(x, y - 0.18 * r, r * 1.22);
    case Shape::kRing: return std::abs(length(x, y) - 0.78 * r) - 0.26 * r;
    case Shape::kCross: {
      const double arm = r * (1.02 - kRound);
      const double half = r * (0.34 - kRound);
      return std::min(boxDistance(x, y, arm, half), boxDistance(x, y, half, arm)) - r * kRound;
    }
  }
  return 0;
}

double coverage(double distance, double softness) {
  return std::clamp(0.5 - distance / softness, 0.0, 1.0);
}

/// A triangle wave between -1 and 1 with softened turns.
double wave(double phase) {
  const double ramp = std::abs(phase - std::floor(phase) - 0.5) * 4 - 1;
  return ramp * (1.5 - 0.5 * ramp * ramp);
}

Rgb pixelOf(const Scene& scene, const Details& details, double x, double y) {
  const double stripe =
      wave((x * details.stripeNormal.x + y * details.stripeNormal.y) / details.stripePeriod +
           details.stripePhase) *
      details.stripeDepth;
  const Rgb& plain = details.backdrop;
  Rgb pixel = {plain.red + stripe, plain.green + stripe, plain.blue + stripe};

  const double px = x - details.centre.x;
  const double py = y - details.centre.y;
  const double reach = 1.6 * details.radius;  // no shape and no shadow gets farther
  if (std::max(std::abs(px), std::abs(py)) > reach) return pixel;
  const auto turned = [&](double dx, double dy) {
    return distanceTo(scene.shape, dx * details.axis.x + dy * details.axis.y,
                      dy * details.axis.x - dx * details.axis.y, details.radius);
  };
  const double shadow = coverage(turned(px, py - 0.09 * details.radius), 0.28 * details.radius);
  pixel = mix(pixel, {20, 22, 26}, 0.22 * shadow);
  // A little lighter above than below, as if lit from the sky.
  const double lift = -10 * std::clamp(py / details.radius, -1.0, 1.0);
  const Rgb lit = {details.object.red + lift, details.object.green + lift,
                   details.object.blue + lift};
  return mix(pixel, lit, coverage(turned(px, py), 1.2));
}

std::uint8_t toByte(double value) {
  return static_cast<std::uint8_t>(std::clamp(value + 0.5, 0.0, 255.0));
}

}  // namespace

imaging::Picture draw(const Scene& scene) {
  Random random = Random::stream(scene.seed, "scene");
  const Details details = detailsOf(scene, random);
  imaging::Picture picture(kSceneSize, kSceneSize);
  std::uint8_t* out = picture.rgb.data();
  for (int row = 0; row < kSceneSize; ++row) {
    for (int column = 0; column < kSceneSize; ++column) {
      const Rgb pixel = pixelOf(scene, details, column + 0.5, row + 0.5);
      const double grain = random.uniform(-details.grain, details.grain);
      for (const double value : {pixel.red, pixel.green, pixel.blue})
        *out++ = toByte(value + grain);
    }
  }
  return picture;
}

}  // namespace mia::scenes
