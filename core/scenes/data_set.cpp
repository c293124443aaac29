// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/data_set.h"

#include <cstdio>
#include <fstream>

#include "base/error.h"
#include "base/files.h"
#include "base/json.h"
#include "imaging/encode.h"
#include "scenes/draw.h"

namespace mia::scenes {
namespace {

std::string nameOf(const Scene& scene, const std::string& set, int index) {
  char number[16];
  std::snprintf(number, sizeof number, "%05d", index);
  return set + "/" + number + "-" + toString(scene.hue) + "-" + toString(scene.shape) + ".png";
}

// Not synced file by file as writePicture() does: a cut-off set is simply drawn again.
void writePng(const std::filesystem::path& file, const imaging::Picture& picture) {
  std::ofstream out(file, std::ios::binary);
  out << imaging::encodePng(picture);
  out.close();
  if (!out) throw Error(ErrorKind::kIo, "Cannot write " + file.string());
}

Json rowOf(const Turn& turn, const std::string& image, const std::string& id) {
  return {
      {"id", id},
      {"image", image},
      {"conversations", Json::array({{{"from", "human"}, {"value", "<image>\n" + turn.question}},
                                     {{"from", "gpt"}, {"value", turn.answer}}})}};
}

}  // namespace

Scene sceneOf(const std::string& set, std::uint64_t seed, std::uint64_t index) {
  Random random = Random::stream(seed, "scenes " + set, index);
  return randomScene(random);
}

DataSet writeDataSet(const std::filesystem::path& folder, const std::string& set, int images,
                     std::uint64_t seed, const WorkContext& context) {
  std::filesystem::create_directories(folder / set);
  std::vector<Json> rows;
  for (int i = 0; i < images; ++i) {
    if (context.stop.stop_requested()) {
      throw Error(ErrorKind::kStopped, "Stopped after drawing " + std::to_string(i) + " scenes");
    }
    const Scene scene = sceneOf(set, seed, static_cast<std::uint64_t>(i));
    const std::string name = nameOf(scene, set, i);
    writePng(folder / name, draw(scene));
    for (const Topic topic : kAllTopics) {
      const std::string id =
          set + "-" + std::to_string(i) + "-" + std::to_string(static_cast<int>(topic));
      rows.push_back(rowOf(ask(scene, topic), name, id));
    }
    context.progress({"draw", i + 1, images, "scenes"});
  }
  Random::stream(seed, "rows of " + set).shuffle(rows);
  const auto file = folder / (set + ".json");
  writeFileAtomically(file, Json(rows).dump(1));
  return {file, folder, static_cast<std::size_t>(images), rows.size()};
}

}  // namespace mia::scenes
