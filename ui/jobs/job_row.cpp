// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job_row.h"

#include <QHBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

using run::JobState;

namespace {

QToolButton* makeIconButton() {
  auto* button = new QToolButton;
  button->setIconSize({16, 16});
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

void name(QAbstractButton* button, const QString& words, const QString& tip) {
  button->setAccessibleName(words);
  button->setToolTip(tip);
}

}  // namespace

JobRow::JobRow(JobCenter& center, Job& job, QWidget* parent)
    : QFrame(parent),
      center_(center),
      job_(job),
      icon_(new QLabel),
      title_(makeLabel("")),
      words_(new ElidedLabel("dim")),
      bar_(new QProgressBar),
      result_(new QPushButton),
      pause_(makeIconButton()),
      showLog_(makeIconButton()),
      stop_(makeIconButton()) {
  setFixedHeight(kHeight);
  icon_->setFixedWidth(16);
  title_->setText(job.title());
  title_->setFont(Theme::font(type::kBody, QFont::DemiBold));
  bar_->setTextVisible(false);
  bar_->setFixedWidth(140);
  bar_->setAccessibleName(tr("Progress of %1").arg(job.title()));
  showLog_->setIcon(icon(QStringLiteral("log")));
  showLog_->setCheckable(true);
  name(showLog_, tr("Log of %1").arg(job.title()), tr("Show what the job printed"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(space::kLarge, 0, space::kSmall, 0);
  row->setSpacing(space::kSmall);
  for (QWidget* part : {static_cast<QWidget*>(icon_), static_cast<QWidget*>(title_)}) {
    row->addWidget(part);
  }
  row->addWidget(words_, 1);
  row->addWidget(bar_);
  row->addSpacing(space::kTiny);
  row->addWidget(result_);
  for (QToolButton* button : {pause_, showLog_, stop_}) row->addWidget(button);
  connect(pause_, &QToolButton::clicked, this, &JobRow::pauseOrGoOn);
  connect(stop_, &QToolButton::clicked, this, &JobRow::stopOrDismiss);
  connect(result_, &QPushButton::clicked, this, &JobRow::resultAsked);
  connect(showLog_, &QToolButton::toggled, this, &JobRow::logAsked);
  connect(&job, &Job::changed, this, &JobRow::refresh);
  connect(&Theme::instance(), &Theme::changed, this, &JobRow::refreshIcon);
  refresh();
}

void JobRow::setResultWords(const QString& words) {
  resultWords_ = words;
  refresh();
}

void JobRow::pauseOrGoOn() {
  if (job_.isActive()) {
    center_.pause(&job_);
  } else {
    center_.goOn(&job_);
  }
}

void JobRow::stopOrDismiss() {
  if (job_.isActive()) {
    center_.stop(&job_);
  } else {
    center_.dismiss(&job_);
  }
}

void JobRow::refresh() {
  const bool active = job_.isActive();
  const bool asked = job_.state() == JobState::kPausing || job_.state() == JobState::kStopping;
  words_->setText(job_.isFailed() ? tr("failed: %1").arg(job_.words()) : job_.words());
  setRole(words_, job_.isFailed() ? "error" : "dim");
  setAccessibleName(QStringLiteral("%1: %2").arg(job_.title(), words_->text()));
  bar_->setVisible(active);
  bar_->setRange(0, job_.fraction() < 0 ? 0 : 1000);
  bar_->setValue(qRound(job_.fraction() * 1000));
  result_->setVisible(job_.state() == JobState::kDone && !resultWords_.isEmpty());
  result_->setText(resultWords_);
  pause_->setVisible(active || job_.canGoOn());
  pause_->setEnabled(!asked);
  pause_->setIcon(icon(active ? QStringLiteral("pause") : QStringLiteral("play")));
  if (active) {
    name(pause_, tr("Pause %1").arg(job_.title()),
         tr("Pause: finishes what it holds and waits, also over a restart"));
  } else {
    name(pause_, tr("Go on with %1").arg(job_.title()), tr("Go on from where it stopped"));
  }
  stop_->setIcon(icon(active ? QStringLiteral("stop") : QStringLiteral("close")));
  stop_->setEnabled(job_.state() != JobState::kStopping);
  if (active) {
    name(stop_, tr("Stop %1").arg(job_.title()),
         tr("Stop in good order: what was done is kept, and it can go on later"));
  } else {
    name(stop_, tr("Dismiss %1").arg(job_.title()), tr("Dismiss"));
  }
  refreshIcon();
}

void JobRow::refreshIcon() {
  const Tokens& t = tokens();
  QString which = QStringLiteral("job");
  QColor colour = t.accent;
  if (job_.isFailed()) {
    which = QStringLiteral("warning");
    colour = t.error;
  } else if (job_.state() == JobState::kDone) {
    which = QStringLiteral("check");
    colour = t.chosen;
  } else if (job_.state() == JobState::kPaused) {
    which = QStringLiteral("pause");
    colour = t.dim;
  } else if (job_.state() == JobState::kStopped) {
    which = QStringLiteral("stop");
    colour = t.dim;
  }
  icon_->setPixmap(iconPixmap(which, 16, colour, devicePixelRatioF()));
}

}  // namespace mia::ui
