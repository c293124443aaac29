// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/export_pairs.h"

#include <set>

#include "base/files.h"
#include "curation/review_card.h"
#include "exchange/llama_factory.h"
#include "exchange/mia_dpo.h"
#include "imaging/encode.h"
#include "imaging/render.h"
#include "storage/images.h"
#include "storage/samples.h"

namespace mia::curation {
namespace {

constexpr const char* kImages = "images";

bool isCanvas(const LayoutRecipe& recipe) {
  return recipe.kind == LayoutKind::kGrid || recipe.kind == LayoutKind::kPicInPic;
}

void copyFile(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::error_code error;
  std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing, error);
  if (error) {
    throw Error(ErrorKind::kIo,
                "Cannot copy " + from.string() + " to " + to.string() + ": " + error.message());
  }
}

/// Puts the pictures of samples below images/, each file once.
class Pictures {
 public:
  Pictures(Project& project, std::filesystem::path folder)
      : images_(project.database()), folder_(std::move(folder)) {
    std::filesystem::create_directories(folder_ / kImages);
  }

  /// The relative paths of what the model is given, in order.
  std::vector<std::string> of(const Sample& sample) {
    const std::vector<Image> images = images_.get(sample.images);
    std::vector<std::string> paths;
    if (isCanvas(sample.recipe)) {
      paths.push_back(canvas(sample, images));
    } else {
      for (const Image& image : images) paths.push_back(original(image));
    }
    return paths;
  }
  std::int64_t count() const { return static_cast<std::int64_t>(written_.size()); }

 private:
  std::string original(const Image& image) {
    const std::string extension = image.file().extension().string();
    const std::string name = std::string(kImages) + "/" + image.contentHash + extension;
    if (written_.insert(name).second) copyFile(image.file(), folder_ / name);
    return name;
  }

  std::string canvas(const Sample& sample, const std::vector<Image>& images) {
    std::vector<std::filesystem::path> files;
    for (const Image& image : images) files.push_back(image.file());
    const std::string name =
        std::string(kImages) + "/sample-" + std::to_string(sample.id.value) + ".png";
    if (written_.insert(name).second) {
      imaging::writePicture(folder_ / name,
                            imaging::renderSample(sample.recipe, files).pictures.at(0));
    }
    return name;
  }

  storage::ImageReader images_;
  std::filesystem::path folder_;
  std::set<std::string> written_;
};

template <class Writer>
ExportResult write(Project& project, ChosenPairs& chosen, const std::filesystem::path& folder,
                   Writer& writer, const WorkContext& work) {
  storage::SampleReader samples(project.database());
  Pictures pictures(project, folder);
  ExportResult result{chosen.selection(), 0, 0};
  chosen.forEach([&](Pair&& pair) {
    const Sample sample = samples.get(pair.sample);
    writer.add({std::to_string(pair.id.value), pictures.of(sample), sample.prompt,
                std::move(pair.chosen), std::move(pair.rejected), sample.answer});
    work.progress({"export", ++result.pairs, chosen.count(), "pairs"});
    if (work.stop.stop_requested())
      throw Error(ErrorKind::kStopped, "Stopped; no data file was written");
  });
  writer.finish();
  result.pictures = pictures.count();
  return result;
}

}  // namespace

const char* toString(PairFormat format) {
  return format == PairFormat::kMiaDpo ? "mia-dpo" : "llama-factory";
}

PairFormat pairFormatFromString(const std::string& name) {
  for (const PairFormat format : {PairFormat::kMiaDpo, PairFormat::kLlamaFactory}) {
    if (name == toString(format)) return format;
  }
  throw Error(ErrorKind::kUsage, "\"" + name + "\" is not a format for pairs",
              "Known: mia-dpo, llama-factory");
}

ExportResult exportPairs(Project& project, const ExportRequest& request, const WorkContext& work) {
  const std::filesystem::path data = request.folder / "data.json";
  if (std::filesystem::exists(data)) {
    throw Error(ErrorKind::kUsage, request.folder.string() + " holds an export already",
                "Name another folder");
  }
  const PairChoice choice{request.selection, request.pairs, request.review};
  ChosenPairs chosen(project, choice);
  std::filesystem::create_directories(request.folder);
  if (request.pairs == PairSource::kAccepted) {
    writeFileAtomically(request.folder / "README.md", dataCard(project, choice));
  }
  if (request.format == PairFormat::kMiaDpo) {
    exchange::MiaDpoWriter writer(data);
    return write(project, chosen, request.folder, writer, work);
  }
  exchange::LlamaFactoryWriter writer(request.folder);
  return write(project, chosen, request.folder, writer, work);
}

void copyAdapter(const std::filesystem::path& adapter, const std::filesystem::path& folder) {
  constexpr const char* kFiles[] = {"adapter_config.json", "adapter_model.safetensors"};
  for (const char* name : kFiles) {
    if (!std::filesystem::exists(adapter / name)) {
      throw Error(ErrorKind::kNotFound, adapter.string() + " holds no " + name);
    }
    if (std::filesystem::exists(folder / name)) {
      throw Error(ErrorKind::kUsage, folder.string() + " holds an adapter already",
                  "Name another folder");
    }
  }
  std::filesystem::create_directories(folder);
  for (const char* name : kFiles) copyFile(adapter / name, folder / name);
}

}  // namespace mia::curation
