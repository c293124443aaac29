// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "ui/models/gallery_model.h"
#include "ui/pages/evaluate/evaluate_page.h"
#include "ui/pages/responses/look_choices.h"
#include "ui/widgets/parts.h"

// One sample behind a cell: where both models looked, on one scale, and the difference.

namespace mia::ui {

void EvaluatePage::openSample(qint64 sample) {
  if (!shown_.comparison) return;
  if (stage() != Stage::kSample) {
    showStage(Stage::kSample);
    if (width() > 0 && !right_->isVisible()) {
      sideTab_ = true;
      applyWidth();
    }
  }
  if (!sample_ || sample_->facts.sample.id.value != sample || !loader_.isIdle())
    loader_.load(sample);
}

void EvaluatePage::take(const std::shared_ptr<ShownSample>& sample) {
  if (stage() != Stage::kSample || !shown_.comparison) return;
  sample_ = sample;
  note_->clear();
  const std::string run = shown_.run.toStdString();
  const std::string arms[] = {shown_.comparison->before, shown_.comparison->after};
  for (std::size_t side = 0; side < 2; ++side) {
    const auto found =
        std::find_if(sample->answers.begin(), sample->answers.end(), [&](const auto& answer) {
          return answer->response.candidate.run == run && answer->response.arm == arms[side];
        });
    sides_[side] = found == sample->answers.end() ? nullptr : *found;
  }
  if (!sides_[0] || !sides_[1]) {
    note_->showError(
        tr("The project does not hold these answers yet: “mia evaluate” with the same "
           "settings takes them in, without asking again."));
  }
  look_.token = -1;
  board_->setPictures(sample->pictures);
  board_->setDifferenceTitle(
      tr("%1 less %2").arg(QString::fromStdString(arms[1]), QString::fromStdString(arms[0])));
  reading_->showSample(&sample->facts);
  // The reading beneath the list has taken of its room since the line was chosen.
  samples_->view().scrollTo(samples_->view().currentIndex());
  const int row = samples_->view().currentIndex().row();
  place_->setText(
      tr("%1 · %2 of %3")
          .arg(samples_->title(), grouped(row + 1), grouped(samples_->model().rowCount())));
  showSides();
}

QString EvaluatePage::sideTitle(int side) const {
  const auto& answer = sides_[static_cast<std::size_t>(side)];
  const bool right = answer->response.matches;
  QString title =
      QStringLiteral("%1 %2").arg(right ? QStringLiteral("✓") : QStringLiteral("✕"), answer->name);
  if (look_.firstLayer >= 0) {
    title += look_.firstLayer == look_.lastLayer
                 ? tr(", layer %1").arg(look_.firstLayer)
                 : tr(", layers %1–%2").arg(look_.firstLayer).arg(look_.lastLayer);
  }
  return title;
}

/// Both answers at the same layers: those that decide, until others are chosen.
void EvaluatePage::showSides() {
  if (!sample_) return;
  const auto any = sides_[0] ? sides_[0] : sides_[1];
  if (any) {
    chooseDecidingLayers(look_, recordedLayers(any->response.candidate), sample_->facts.firstLayer,
                         sample_->facts.lastLayer);
  }
  QVector<BoardSide> shown;
  for (int side = 0; side < 2; ++side) {
    const auto& answer = sides_[static_cast<std::size_t>(side)];
    reading_->side(side).show(answer, &sample_->facts, {});
    if (!answer) continue;
    reading_->side(side).setLook(look_);
    loader_.readMaps(answer);
    QString problem = answer->problem;
    if (problem.isEmpty() && look_.token >= 0)
      problem = tr("Shown is the mean over all tokens; the Responses page (O) shows one alone.");
    shown.append(
        {sideTitle(side), answer->maps.ofLayers(look_.firstLayer, look_.lastLayer), problem});
  }
  board_->setSides(shown, difference_->isChecked());
}

void EvaluatePage::chooseLayers(int first, int last) {
  look_.firstLayer = first;
  look_.lastLayer = last;
  showSides();
}

}  // namespace mia::ui
