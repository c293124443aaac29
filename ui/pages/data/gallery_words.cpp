// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/gallery_words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <cmath>

#include "domain/question.h"
#include "ui/models/gallery_model.h"

namespace mia::ui {

namespace {

/// Translates what stands outside of any class.
struct GalleryWords {
  Q_DECLARE_TR_FUNCTIONS(GalleryWords)
};

/// Of a score, within a line.
QString nameOf(curation::Score score) {
  switch (score) {
    case curation::Score::kShare: return GalleryWords::tr("attention share");
    case curation::Score::kPerplexity: return GalleryWords::tr("perplexity");
    case curation::Score::kLength: return GalleryWords::tr("answer length");
    case curation::Score::kEditDistance: return GalleryWords::tr("edit distance");
  }
  return {};
}

QString statusWords(const std::string& value) {
  if (value == "used") return GalleryWords::tr("used in samples");
  if (value == "unused") return GalleryWords::tr("in no sample");
  if (value == "alike") return GalleryWords::tr("has look-alikes");
  if (value == "answered") return GalleryWords::tr("has answers");
  if (value == "unanswered") return GalleryWords::tr("no answers");
  if (value == "pair") return GalleryWords::tr("pair chosen");
  if (value == "no-pair") return GalleryWords::tr("answered, no pair");
  if (value == "excluded") return GalleryWords::tr("excluded");
  return GalleryWords::tr("tagged");
}

}  // namespace

QString wordsOf(curation::Facet facet) {
  switch (facet) {
    case curation::Facet::kStatus: return GalleryWords::tr("Status");
    case curation::Facet::kSource: return GalleryWords::tr("Source file");
    case curation::Facet::kLayout: return GalleryWords::tr("Layout");
    case curation::Facet::kSplit: return GalleryWords::tr("Split");
    case curation::Facet::kImageCount: return GalleryWords::tr("Number of images");
    case curation::Facet::kModel: return GalleryWords::tr("Answered by");
    case curation::Facet::kRun: return GalleryWords::tr("Run");
    case curation::Facet::kReason: return GalleryWords::tr("Reason");
    case curation::Facet::kTag: return GalleryWords::tr("Tag");
  }
  return {};
}

QString wordsOf(curation::Score score) {
  switch (score) {
    case curation::Score::kShare: return GalleryWords::tr("Attention share");
    case curation::Score::kPerplexity: return GalleryWords::tr("Perplexity");
    case curation::Score::kLength: return GalleryWords::tr("Answer length");
    case curation::Score::kEditDistance: return GalleryWords::tr("Edit distance");
  }
  return {};
}

QString wordsOf(curation::SortKey key) {
  switch (key) {
    case curation::SortKey::kAdded: return GalleryWords::tr("Order added");
    case curation::SortKey::kName: return GalleryWords::tr("File name");
    case curation::SortKey::kPixels: return GalleryWords::tr("Size in pixels");
    case curation::SortKey::kQuestions: return GalleryWords::tr("Number of questions");
    case curation::SortKey::kUses: return GalleryWords::tr("Samples that use it");
    case curation::SortKey::kAlike: return GalleryWords::tr("Look-alikes together");
    case curation::SortKey::kImageCount: return GalleryWords::tr("Number of images");
    case curation::SortKey::kShare: return wordsOf(curation::Score::kShare);
    case curation::SortKey::kPerplexity: return wordsOf(curation::Score::kPerplexity);
    case curation::SortKey::kLength: return wordsOf(curation::Score::kLength);
    case curation::SortKey::kEditDistance: return wordsOf(curation::Score::kEditDistance);
  }
  return {};
}

QString wordsOf(curation::Facet facet, const std::string& value, const std::string& label) {
  const QString plain = QString::fromStdString(label.empty() ? value : label);
  switch (facet) {
    case curation::Facet::kStatus: return statusWords(value);
    case curation::Facet::kSource: return QFileInfo(plain).fileName();
    case curation::Facet::kModel: return QDir(plain).dirName();
    case curation::Facet::kLayout: return layoutWords(layoutKindFromString(value));
    case curation::Facet::kImageCount:
      return value == "1" ? GalleryWords::tr("1 image") : GalleryWords::tr("%1 images").arg(plain);
    case curation::Facet::kReason: return reasonWords(quarantineReasonFromString(value));
    case curation::Facet::kSplit:
      return value == "train" ? GalleryWords::tr("train") : GalleryWords::tr("held-out");
    case curation::Facet::kRun:
    case curation::Facet::kTag: break;
  }
  return plain;
}

QString wordsOf(curation::Score score, const curation::Range& range) {
  const QString name = nameOf(score);
  const bool low = std::isfinite(range.low), high = std::isfinite(range.high);
  if (low && high) return GalleryWords::tr("%1 %2 – %3").arg(name).arg(range.low).arg(range.high);
  if (low) return GalleryWords::tr("%1 from %2").arg(name).arg(range.low);
  return GalleryWords::tr("%1 up to %2").arg(name).arg(range.high);
}

QString explained(curation::Score score) {
  switch (score) {
    case curation::Score::kShare:
      return GalleryWords::tr(
          "How much of the attention fell on the target, 0 to 1, as the newest selection "
          "judged the answer");
    case curation::Score::kPerplexity:
      return GalleryWords::tr("Of an answer: 1 when the model was sure of every token");
    case curation::Score::kLength: return GalleryWords::tr("Of an answer, characters");
    case curation::Score::kEditDistance:
      return GalleryWords::tr(
          "Between an answer and the ground truth, 0 equal to 1 nothing in common, as the "
          "newest selection judged the answer");
  }
  return {};
}

}  // namespace mia::ui
