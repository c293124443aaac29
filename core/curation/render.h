// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "curation/project.h"
#include "domain/sample.h"

namespace mia::curation {

struct RenderRequest {
  SampleId sample;
  std::filesystem::path folder;                ///< made when it is not there
  bool regions = false;                        ///< also with the outlines of its images
  std::optional<std::filesystem::path> model;  ///< also as this model sees it, with its patches
};

/// One picture that was written.
struct RenderedFile {
  std::filesystem::path file;
  std::string what;  ///< "picture", "regions", "model-view"
  int width = 0;
  int height = 0;
};

/// Writes a sample's pictures as sample-<id>-<n>.png, and beside them "-regions" and "-view" where
/// asked. Error kBadInput when an image is no longer what was imported.
std::vector<RenderedFile> renderSample(Project& project, const RenderRequest& request);

}  // namespace mia::curation
