// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "curation/compose.h"
#include "curation/pictures.h"
#include "layout/arrangement.h"

namespace mia::curation {

/// A sample that a request would make; nothing is stored.
struct PreviewSample {
  Sample sample;
  std::string question;  ///< as it was asked
  PictureSource source;
};

/// How a model sees one picture.
struct SeenPicture {
  double x = 0, y = 0, width = 0, height = 0;  ///< what its patches divide, px of the picture
  int rows = 0, columns = 0;                   ///< of patches; 0: no model was named
  std::vector<int> regions;  ///< [rows * columns] the image a patch mostly shows; -1: none
  double elsewhere = 0;      ///< share of the patches' area that shows no image
  double unseen = 0;         ///< share of the picture that the model is not given
};

/// How large pictures are drawn: none larger than its own size, or than a screen's use for it.
struct PreviewFit {
  layout::Area area;  ///< that they fill together, px
  double factor = 0;  ///< of their own size, whatever the area; 0: as the area allows
  bool operator==(const PreviewFit&) const = default;
};

/// One picture that the model is given, drawn small.
struct PreviewPicture {
  Pixels pixels;
  int width = 0, height = 0;         ///< at its own size, px
  std::vector<ShownRegion> regions;  ///< px at its own size
  SeenPicture seen;
};

/// What is known of a model without its weights.
struct ModelFacts {
  std::string folder;
  int inputWidth = 0, inputHeight = 0;  ///< px
  int tokensPerPicture = 0;
  int maxTokens = 0;  ///< prompt and answer; 0: its config does not tell
};

/// A sample as it would look, and as the model would get it.
struct LayoutPreview {
  PreviewSample sample;
  std::vector<PreviewPicture> pictures;
  std::string problem;  ///< files that cannot be read: a grey field stands for them
  ModelFacts model;
  int promptTokens = 0;  ///< with those of the pictures; 0: no model was named
};

enum class PreviewLook {
  kCanvas,  ///< as the sample is composed
  kModel    ///< as the model is given it: padded, resized, cropped
};

/// Decoded pictures that were asked for lately. For any number of threads.
class PictureShelf {
 public:
  PictureShelf();
  ~PictureShelf();

  struct Shelved;
  /// Decoded so that it fills `edge` px; a grey field and a sentence in `problem` when it cannot
  /// be.
  std::shared_ptr<const Shelved> get(const Image& image, int edge, std::string& problem);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A sample's pictures, each as large as layout::arranged() shows it. Any thread.
std::vector<PreviewPicture> drawPreview(const PictureSource& source, const PreviewFit& fit,
                                        PictureShelf& shelf, std::string& problem);

/// Shows what a request would make of a project. For one thread.
class LayoutPreviewer {
 public:
  LayoutPreviewer(const std::filesystem::path& project, std::shared_ptr<PictureShelf> shelf);
  ~LayoutPreviewer();

  /// Models of the project's runs, newest first.
  std::vector<std::string> models();
  /// Shows pictures as the model in this folder sees them; "" for none. Error as the files'.
  void useModel(const std::string& folder);
  /// How many samples the request would make at most. Error kUsage for an impossible request.
  std::int64_t available(const ComposeRequest& request);
  /// Sample number `index` of the request, 0-based, in the order in which they are made. Error
  /// kNotFound in words when there is none.
  PreviewSample sample(const ComposeRequest& request, std::int64_t index);
  /// Looks at some pictures more that this sample's distractors by likeness would be chosen from:
  /// choosing by it then need not wait. False when that told nothing new.
  bool prepareLikeness(const ComposeRequest& request, std::int64_t index);
  LayoutPreview show(const PreviewSample& sample, const PreviewFit& fit, PreviewLook look);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The wordings that a layout's page offers: the layout's own first.
std::vector<std::string> offeredWordings(LayoutKind layout);

}  // namespace mia::curation
