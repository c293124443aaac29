// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compose/preview_facts.h"

#include <QCoreApplication>

namespace mia::ui {

namespace {

/// Translates what stands outside of any class.
struct PreviewWords {
  Q_DECLARE_TR_FUNCTIONS(PreviewWords)
};

/// What the model makes of it; none while no model is chosen.
QStringList modelFacts(const curation::LayoutPreview& preview) {
  if (preview.promptTokens <= 0) return {};
  const auto& model = preview.model;
  const auto& seen = preview.pictures.front().seen;
  QStringList facts;
  facts.append(
      model.maxTokens > 0
          ? PreviewWords::tr("%1 of %2 tokens").arg(preview.promptTokens).arg(model.maxTokens)
          : PreviewWords::tr("%1 tokens; the model names no limit").arg(preview.promptTokens));
  facts.append(PreviewWords::tr("%1 per picture").arg(model.tokensPerPicture));
  facts.append(
      PreviewWords::tr("model sees %1 × %2 px").arg(model.inputWidth).arg(model.inputHeight));
  facts.append(PreviewWords::tr("%1 % of patches on no image").arg(qRound(seen.elsewhere * 100)));
  if (seen.unseen > 0.005)
    facts.append(PreviewWords::tr("%1 % cropped away").arg(qRound(seen.unseen * 100)));
  return facts;
}

}  // namespace

QString previewFacts(const LoadedPreview& loaded) {
  const auto& first = loaded.preview.pictures.front();
  QStringList facts;
  if (loaded.ask.look == curation::PreviewLook::kCanvas) {
    facts.append(PreviewWords::tr("%1 × %2 px").arg(first.width).arg(first.height));
  }
  return (facts + modelFacts(loaded.preview)).join(QStringLiteral("  ·  "));
}

QString previewProblem(const LoadedPreview& loaded) {
  const curation::LayoutPreview& preview = loaded.preview;
  if (!preview.problem.empty()) return QString::fromStdString(preview.problem);
  const int limit = preview.model.maxTokens;
  if (limit <= 0 || preview.promptTokens <= limit) return {};
  return PreviewWords::tr(
             "This prompt has %1 tokens, the model takes %2: use fewer pictures or shorter "
             "questions.")
      .arg(preview.promptTokens)
      .arg(limit);
}

}  // namespace mia::ui
