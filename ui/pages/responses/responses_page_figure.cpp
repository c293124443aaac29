// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>
#include <QStandardPaths>

#include "ui/pages/responses/look_board.h"
#include "ui/pages/responses/reading_panel.h"
#include "ui/pages/responses/responses_page.h"
#include "ui/theme/theme.h"

namespace mia::ui {

namespace {

constexpr double kCopyRatio = 1.5;  ///< px of the copied picture per px of the figure

}  // namespace

/// What the page shows at this moment, in the theme's colours.
Figure ResponsesPage::figure() const {
  Figure figure;
  if (!sample_) return figure;
  const curation::SampleResponses& facts = sample_->facts;
  figure.question = askedQuestion();
  if (figure.question.isEmpty()) {
    figure.question = QString::fromStdString(facts.question).trimmed();
    figure.caption =
        tr("Ground truth: %1").arg(QString::fromStdString(facts.sample.answer).trimmed());
  }
  figure.pictures = sample_->pictures;
  figure.heatmap = heatmap_->isChecked();
  figure.colours = tokens();
  figure.font = Theme::font(type::kBody);
  for (int i = 0; i < board_->canvasCount(); ++i) {
    FigurePanel panel;
    panel.title = board_->panelTitle(i);
    panel.maps = board_->panelMaps(i);
    panel.look = board_->panelLook(i);
    if (const auto answer = i < 2 ? answerOn(i) : nullptr) {
      panel.tokens = shownTokens(answer->response.candidate);
      panel.token = looks_[static_cast<std::size_t>(i)].token;
      panel.verdict = reading_->side(i).verdict();
    }
    figure.panels.append(panel);
  }
  return figure;
}

void ResponsesPage::saveFigure(const QString& file) {
  if (!sample_) return;
  session_.draw(
      this, [figure = figure(), file] { return writeFigure(figure, file); },
      [this](Outcome<QString> outcome) {
        const QString problem = outcome.value ? *outcome.value : outcome.error;
        if (!problem.isEmpty()) note_->showError(problem);
      });
}

void ResponsesPage::copyFigure() {
  if (!sample_) return;
  QStringList answers;
  for (int side = 0; side < 2; ++side) {
    if (const auto answer = answerOn(side)) {
      answers << QString::fromStdString(answer->response.candidate.text).trimmed();
    }
  }
  answers.removeDuplicates();
  session_.draw(
      this, [figure = figure()] { return figureImage(figure, kCopyRatio); },
      [answers](Outcome<QImage> outcome) {
        auto* copied = new QMimeData;
        copied->setText(answers.join(QLatin1Char('\n')));
        if (outcome.value) copied->setImageData(*outcome.value);
        QGuiApplication::clipboard()->setMimeData(copied);
      });
}

void ResponsesPage::askForFile() {
  if (!sample_) return;
  auto* dialog = new QFileDialog(this, tr("Save the picture"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setNameFilters({tr("PNG picture (*.png)"), tr("SVG drawing (*.svg)")});
  dialog->setDefaultSuffix(QStringLiteral("png"));
  dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
  dialog->selectFile(QStringLiteral("sample-%1").arg(sample_->facts.sample.id.value));
  connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
    dialog->setDefaultSuffix(filter.contains(QLatin1String("svg")) ? QStringLiteral("svg")
                                                                   : QStringLiteral("png"));
  });
  connect(dialog, &QFileDialog::fileSelected, this, &ResponsesPage::saveFigure);
  dialog->open();
}

}  // namespace mia::ui
