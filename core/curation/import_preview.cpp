// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/import_preview.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <set>

#include "base/error.h"
#include "base/json.h"
#include "curation/image_checker.h"
#include "exchange/llava_instruct.h"

namespace mia::curation {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kRowsToPlaceImages = 24;
constexpr int kMostFolders = 200;
constexpr std::int64_t kMostPictures = 10000;

char firstLetter(const fs::path& file) {
  std::ifstream stream(file);
  if (!stream) throw Error(ErrorKind::kNotFound, "There is no file " + file.string());
  char letter = 0;
  stream >> std::ws;
  stream.get(letter);
  return letter;
}

Recognised recogniseRecord(const std::string& text) {
  const Json record = Json::parse(text, nullptr, false);
  if (!record.is_object()) {
    return {FileFormat::kOther,
            "A JSON list, but not of records. Choose a list of LLaVA-instruct "
            "records: id, image, conversations"};
  }
  const bool pairs = record.contains("chosen") && record.contains("rejected");
  if (pairs) {
    return {FileFormat::kPreferencePairs,
            "Preference pairs (chosen, rejected). MIA Studio makes its pairs itself: import the "
            "single-image questions that they were made of, as LLaVA-instruct JSON"};
  }
  if (record.contains("conversations")) {
    return {FileFormat::kLlavaInstruct, "LLaVA-instruct: questions about one image each"};
  }
  return {FileFormat::kOther,
          "JSON records without \"conversations\". Choose a list of LLaVA-instruct records: id, "
          "image, conversations"};
}

// Whether a picture of this name exists below `root`, without opening it.
bool exists(const fs::path& root, const std::string& image) {
  std::error_code error;
  return fs::exists(root / image, error);
}

// The file's folder, those beside the file, and the one above.
std::vector<fs::path> placesAround(const fs::path& file) {
  const fs::path home = fs::absolute(file).parent_path();
  std::vector<fs::path> places{home};
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(home, error)) {
    if (static_cast<int>(places.size()) > kMostFolders) break;
    if (entry.is_directory(error)) places.push_back(entry.path());
  }
  std::sort(places.begin() + 1, places.end());
  places.push_back(home.parent_path());
  return places;
}

fs::path placeOfImages(const fs::path& file, const std::vector<exchange::LlavaRecord>& records) {
  fs::path best;
  std::int64_t most = -1;
  for (const fs::path& place : placesAround(file)) {
    std::int64_t found = 0;
    const std::size_t looked = std::min(records.size(), kRowsToPlaceImages);
    for (std::size_t i = 0; i < looked; ++i) {
      if (!records[i].image.empty() && exists(place, records[i].image)) ++found;
    }
    if (found > most) {
      most = found;
      best = place;
    }
  }
  return best;
}

std::vector<exchange::LlavaRecord> readRecords(exchange::LlavaInstructReader& reader, int rows,
                                               ImportPreview& preview) {
  std::vector<exchange::LlavaRecord> records;
  while (static_cast<int>(records.size()) < rows) {
    auto record = reader.next();
    if (!record) break;
    records.push_back(std::move(*record));
  }
  preview.whole = static_cast<int>(records.size()) < rows || !reader.next();
  if (const auto& broken = reader.broken()) {
    preview.broken = "broken at byte " + std::to_string(broken->byte) + ", row " +
                     std::to_string(broken->row) + ": " + broken->words;
  }
  const auto read = static_cast<std::int64_t>(records.size());
  preview.estimatedRows = preview.whole || records.empty() || records.back().byte <= 0
                              ? read
                              : read * preview.bytes / records.back().byte;
  return records;
}

/// Judges rows as the import does.
class RowJudge {
 public:
  PreviewRow judge(exchange::LlavaRecord&& record, const CheckedImage* checked) {
    PreviewRow row{
        record.row, std::move(record.id), std::move(record.image), std::move(record.turns), {}, {},
        {}};
    if (record.problem)
      return setAside(std::move(row), record.problem->reason, record.problem->words);
    if (checked->problem) return setAside(std::move(row), *checked->problem, checked->words);
    row.picture.recipe.kind = LayoutKind::kSingle;
    row.picture.recipe.imageCount = 1;
    row.picture.images = {checked->image};
    std::string key = checked->image.contentHash;
    for (const Turn& turn : row.turns) key += '\0' + turn.question + '\0' + turn.answer;
    const auto [first, isNew] = rows_.try_emplace(std::move(key), row.row);
    if (isNew) return row;
    return setAside(
        std::move(row), QuarantineReason::kDuplicate,
        "the same picture and conversation stand in row " + std::to_string(first->second));
  }

 private:
  static PreviewRow setAside(PreviewRow row, QuarantineReason reason, const std::string& words) {
    row.reason = reason;
    row.words = words;
    return row;
  }

  std::map<std::string, std::int64_t> rows_;
};

bool isPicture(const fs::path& file) {
  static const std::set<std::string> kEndings = {".jpg",  ".jpeg", ".png", ".webp",
                                                 ".tiff", ".tif",  ".bmp", ".gif"};
  std::string ending = file.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return kEndings.count(ending) > 0;
}

}  // namespace

Recognised recognise(const std::filesystem::path& file) {
  const char first = firstLetter(file);
  if (first == '{') {
    return {FileFormat::kJsonLines,
            "JSON lines, or a single record. Choose a JSON list of LLaVA-instruct records"};
  }
  if (first != '[') {
    return {FileFormat::kOther, "No JSON. Choose a JSON list of LLaVA-instruct records"};
  }
  exchange::JsonArrayStream stream(file);
  const auto element = stream.next();
  if (!element) {
    return {FileFormat::kOther, stream.broken() ? "A JSON list that is broken at its first record"
                                                : "A JSON list without records"};
  }
  return recogniseRecord(std::string(element->text));
}

ImportPreview previewImport(const std::filesystem::path& file,
                            const std::optional<std::filesystem::path>& imageRoot, int rows,
                            const WorkContext& work) {
  ImportPreview preview;
  preview.recognised = recognise(file);
  preview.bytes = static_cast<std::int64_t>(std::filesystem::file_size(file));
  if (!preview.recognised.canImport()) return preview;
  exchange::LlavaInstructReader reader(file);
  auto records = readRecords(reader, rows, preview);
  preview.imageRoot = imageRoot ? *imageRoot : placeOfImages(file, records);
  ImageChecker images(preview.imageRoot);
  RowJudge judge;
  for (auto& record : records) {
    if (work.stop.stop_requested()) throw Error(ErrorKind::kStopped, "Stopped looking");
    const CheckedImage* checked =
        record.problem ? nullptr : images.check({std::string_view(record.image)}).front();
    preview.rows.push_back(judge.judge(std::move(record), checked));
    if (const auto& reason = preview.rows.back().reason) ++preview.quarantined[*reason];
  }
  return preview;
}

FolderContent lookInto(const std::filesystem::path& folder) {
  FolderContent content;
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (content.pictures >= kMostPictures) break;
    if (isPicture(entry.path())) ++content.pictures;
    if (entry.path().extension() == ".json" && entry.is_regular_file(error))
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    try {
      if (!recognise(file).canImport()) continue;
    } catch (const Error&) {
      continue;  // unreadable: another may do
    }
    content.questions = file;
    break;
  }
  return content;
}

}  // namespace mia::curation
