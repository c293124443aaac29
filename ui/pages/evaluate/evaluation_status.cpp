// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/evaluate/evaluation_status.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/dialogs/field.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kWidest = 560;

}  // namespace

EvaluationStatusPanel::EvaluationStatusPanel() {
  heading_ = makeLabel("section");
  words_ = makeText("dim");
  words_->setMinimumWidth(kWidest);
  bar_ = new QProgressBar;
  bar_->setTextVisible(false);
  bar_->setAccessibleName(tr("How far the evaluation is"));
  action_ = new QPushButton;
  action_->setDefault(true);
  showLog_ = new QPushButton(icon(QStringLiteral("log")), tr("Show the log"));
  log_ = new QPlainTextEdit;
  log_->setReadOnly(true);
  log_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  log_->setAccessibleName(tr("Log of the evaluation"));
  log_->setMinimumHeight(160);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(space::kSmall);
  buttons->addWidget(action_);
  buttons->addWidget(showLog_);
  buttons->addStretch();
  auto* body = new QWidget;
  body->setMaximumWidth(kWidest);
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::kMedium);
  column->addStretch();
  column->addWidget(heading_);
  column->addWidget(words_);
  column->addWidget(bar_);
  column->addLayout(buttons);
  column->addWidget(log_);
  column->addStretch();
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(space::kHuge, space::kHuge, space::kHuge, space::kHuge);
  row->addStretch();
  row->addWidget(body);
  row->addStretch();
  connect(action_, &QPushButton::clicked, this, [this] {
    if (goesOn_) {
      Q_EMIT goOnAsked();
    } else {
      Q_EMIT evaluateAsked();
    }
  });
  connect(showLog_, &QPushButton::clicked, this, &EvaluationStatusPanel::logAsked);
  showNone();
}

void EvaluationStatusPanel::showNone() {
  heading_->setText(tr("Nothing was evaluated yet"));
  words_->setText(
      tr("An evaluation puts the same held-out samples to the model before and after training, and "
         "tells what got better and what got worse."));
  goesOn_ = false;
  action_->setText(tr("Evaluate…"));
  action_->show();
  for (QWidget* part : {static_cast<QWidget*>(bar_), static_cast<QWidget*>(showLog_),
                        static_cast<QWidget*>(log_)}) {
    part->hide();
  }
}

void EvaluationStatusPanel::showLine(const EvaluationLine& line) {
  const curation::EvaluationStatus& status = line.status;
  const bool running = status.state == run::RunState::kRunning;
  const bool broken =
      status.state == run::RunState::kFailed || status.state == run::RunState::kDied;
  heading_->setText(broken    ? tr("The evaluation failed")
                    : running ? tr("The evaluation is running")
                              : tr("The evaluation is not finished"));
  QString words = broken ? QString::fromStdString(status.problem) : stateWords(status);
  if (broken) words += tr("\nThe answers that it had are kept; it goes on from there.");
  words_->setText(words);
  bar_->setVisible(status.progress.total > 0);
  bar_->setRange(0, 1000);
  if (status.progress.total > 0) {
    bar_->setValue(static_cast<int>(1000 * status.progress.done / status.progress.total));
  }
  goesOn_ = true;
  action_->setText(tr("Go on"));
  action_->setVisible(!running);
  showLog_->setVisible(!running && !log_->isVisibleTo(this));
}

void EvaluationStatusPanel::setLog(const QString& log) {
  log_->setPlainText(log.isEmpty() ? tr("It has printed nothing.") : log);
  log_->setVisible(!log.isNull());
  showLog_->setVisible(log.isNull());
}

QStringList goOnArguments(const curation::EvaluationStatus& status) {
  const run::RunManifest& manifest = status.manifest;
  QStringList arguments{QStringLiteral("evaluate"), QStringLiteral("--model"),
                        QString::fromStdString(manifest.model)};
  for (std::size_t i = 1; i < manifest.arms.size(); ++i) {
    arguments << QStringLiteral("--arm")
              << QString::fromStdString(manifest.arms[i].name + "=" + manifest.arms[i].adapter);
  }
  const auto config = run::configFromJson<run::EvaluateConfig>(manifest.config, manifest.id);
  for (const Field& field : fieldsOf(config)) arguments += field.arguments(field.value);
  // The same samples: all of them, or as many as it was limited to.
  arguments << QStringLiteral("--limit") << QString::number(status.samples);
  return arguments;
}

}  // namespace mia::ui
