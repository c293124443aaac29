// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "curation/pictures.h"
#include "domain/question.h"

namespace mia::curation {

/// What a file seems to be, by its first record.
enum class FileFormat {
  kLlavaInstruct,
  kPreferencePairs,  ///< records with "chosen" and "rejected"
  kJsonLines,
  kOther
};

struct Recognised {
  FileFormat format = FileFormat::kOther;
  std::string words;  ///< for people: what it is and, unless it can be imported, what to do
  bool canImport() const { return format == FileFormat::kLlavaInstruct; }
};

/// Looks at the beginning of a file. Error kNotFound or kIo.
Recognised recognise(const std::filesystem::path& file);

/// One row of a file as the import would take it.
struct PreviewRow {
  std::int64_t row = 0;  ///< 0-based
  std::string id;
  std::string image;  ///< as written
  std::vector<Turn> turns;
  std::optional<QuarantineReason> reason;  ///< it would be set aside
  std::string words;                       ///< why, in words
  PictureSource picture;                   ///< without images when there is none to draw
};

/// What an import of a file would make of its first rows. Nothing is stored.
struct ImportPreview {
  Recognised recognised;
  std::filesystem::path imageRoot;
  std::int64_t bytes = 0;  ///< of the file
  std::vector<PreviewRow> rows;
  std::map<QuarantineReason, std::int64_t> quarantined;  ///< among these rows
  bool whole = false;                                    ///< the file has no more rows than these
  std::int64_t estimatedRows = 0;                        ///< of the file, by the size of these
  std::string broken;  ///< where and how the file is damaged, if it is
};

/// Reads the first `rows` rows. Without an `imageRoot` the folder below which most of their images
/// are is looked for around the file. Duplicates are found among these rows alone. Error kNotFound,
/// kBadInput when the file is no list of records, kStopped.
ImportPreview previewImport(const std::filesystem::path& file,
                            const std::optional<std::filesystem::path>& imageRoot, int rows,
                            const WorkContext& work = {});

/// What lies in a folder that somebody wants to import: the first file of questions that can be
/// imported, and how many pictures there are (directly in it; counted up to 10 000).
struct FolderContent {
  std::optional<std::filesystem::path> questions;
  std::int64_t pictures = 0;
};
FolderContent lookInto(const std::filesystem::path& folder);

}  // namespace mia::curation
